"""Present forms of verbs, by the rules of English spelling."""

from __future__ import annotations

from collections.abc import Iterable


def present_forms(lemmas: Iterable[str]) -> dict[str, str]:
    """Base form and third person of every one-word lemma -> lemma: "sign" and "signs", "carry" and "carries", "push" and "pushes"."""
    out: dict[str, str] = {}
    for lemma in lemmas:
        if lemma.isalpha():
            out[lemma] = lemma
            out[_third_person(lemma)] = lemma
    return out


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
