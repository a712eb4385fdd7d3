"""One sentence with everything the coder knows of it: phrases, clauses, what each clause governs, and the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.clauses.tokens import Clause, Sentence
from detente.events.actors import Phrases
from detente.events.rules import Rules

GOVERNED = ("xcomp", "ccomp", "pcomp", "csubj")


@dataclass(frozen=True)
class Scene:
    """clauses: by head. below: the clauses that each clause governs as complements, by its head."""

    phrases: Phrases
    clauses: Mapping[int, Clause]
    below: Mapping[int, tuple[Clause, ...]]
    rules: Rules

    @property
    def s(self) -> Sentence:
        """The sentence."""
        return self.phrases.s


def make_scene(phrases: Phrases, clauses: tuple[Clause, ...], rules: Rules) -> Scene:
    """Index the clauses of a sentence, and tell its phrases who only reports ("police said", "according to Kyiv")."""
    below: dict[int, list[Clause]] = {}
    for clause in clauses:
        if clause.governor is not None and (clause.link in GOVERNED or (clause.mark in ("to", "that") and clause.link != "relcl")):
            below.setdefault(clause.governor, []).append(clause)
    scene = Scene(phrases, {c.head: c for c in clauses}, {k: tuple(v) for k, v in below.items()}, rules)
    phrases.bystanders = frozenset(_reporters(scene, clauses))
    return scene


def _reporters(scene: Scene, clauses: tuple[Clause, ...]) -> set[str]:
    s, phrases = scene.s, scene.phrases
    heads: list[int] = []
    for clause in clauses:
        told = any(c.link == "ccomp" for c in scene.below.get(clause.head, ())) or clause.link == "parataxis"
        if told and any(o.kind == "say" for o in scene.rules.operators.get(clause.lemma, ())):
            heads += clause.heads("subject")
    for i, word in enumerate(s.lower[:-1]):
        if word == "according" and s.lower[i + 1] == "to":
            heads += s.children[i + 1]
    out: set[str] = set()
    for head in heads:
        for i in s.subtree(head):
            entry = phrases.entry(i)
            if entry is not None:
                out.add(entry.code[:6] if entry.code[:3] in ("IGO", "NGO", "IMG") else entry.code[:3])
    if not out:
        return out
    # who also acts elsewhere in the sentence is a side after all
    acting = {
        a.country
        for c in clauses
        for a in (x for h in c.heads("subject") if h not in heads for x in phrases.resolve(h))
        if a.kind != "pronoun"
    }
    return out - acting
