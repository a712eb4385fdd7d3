"""Names and words written nearly as a word nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from detente.lexicon.names import fold

# At .75 a letter or two of a short word may differ ("Lukashenco"); below, suggestions have little to do with the word. Chosen by hand.
_NEAR = 0.75


def near_spellings(word: str, known: Iterable[str], most: int = 5) -> list[str]:
    """The nearest of ``known``, nearest first, without regard to case and accents. Those of quite another length are not tried."""
    wanted = fold(word)
    by_form: dict[str, str] = {}
    for each in known:
        if abs(len(each) - len(word)) <= max(2, len(word) // 3):
            by_form.setdefault(fold(each), each)
    return [by_form[form] for form in get_close_matches(wanted, by_form, n=most, cutoff=_NEAR)]
