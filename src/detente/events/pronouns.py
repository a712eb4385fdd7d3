"""Whom a pronoun stands for: the nearest subject to its left, never its own verb's, else who the article told of last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.events.actor_words import PRONOUN_OWNERS
from detente.lexicon import split_code

if TYPE_CHECKING:
    from detente.events.actors import Phrases

PERSONAL = frozenset({"he", "she", "him", "her", "his", "it", "its", "they", "them", "their", "both"})
_MEDIA = "MED"


def referents(phrases: Phrases, head: int) -> tuple[str, ...]:
    """Codes a pronoun stands for; none for reflexives, which name no second side."""
    lower = phrases.s.lower[head]
    if lower == "both" and len(phrases.memory.last_two) == 2:
        return phrases.memory.last_two
    return (_before(phrases, head) or phrases.memory.last) if lower in PERSONAL else ()


def owned_by_pronoun(phrases: Phrases, head: int) -> bool:
    """ "its troops", "themselves": whoever that is, it is no second side."""
    s = phrases.s
    if s.tokens[head].pos == "PRON":
        return s.lower[head].endswith(("self", "selves"))
    return any(s.tokens[k].dep == "poss" and s.lower[k] in PRONOUN_OWNERS for k in s.children[head])


def _before(phrases: Phrases, head: int) -> tuple[str, ...]:
    s = phrases.s
    barred = _own_subjects(phrases, head)
    for i in range(head - 1, -1, -1):
        if s.tokens[i].dep in ("nsubj", "nsubjpass") and s.tokens[i].pos != "PRON" and i not in barred and i not in _above(phrases, head):
            found = tuple(a.code for a in phrases.resolve(i))
            if found:
                return found
    mine = {a.country for i in barred for a in phrases.resolve(i)}
    within = {k for i in barred for k in s.subtree(i)}
    for i in range(head):
        if i in within:
            continue
        entry = phrases.entry(i)
        if entry is not None and not entry.sector.startswith(_MEDIA) and entry.kind != "place" and split_code(entry.code)[0] not in mine:
            return (entry.code,)
    return ()


def _own_subjects(phrases: Phrases, head: int) -> set[int]:
    """Subjects of the verb that the pronoun is an object of: "Mexico grants him asylum" grants it to someone else."""
    s = phrases.s
    if s.tokens[head].dep not in ("dobj", "dative", "pobj", "iobj"):
        return set()
    i = head
    while s.tokens[i].head != i and s.tokens[i].pos not in ("VERB", "AUX"):
        i = s.tokens[i].head
    subjects = {k for k in s.children[i] if s.tokens[k].dep == "nsubj"}
    while not subjects and s.tokens[i].dep in ("conj", "xcomp", "advcl", "pcomp", "prep") and s.tokens[i].head != i:
        i = s.tokens[i].head
        subjects = {k for k in s.children[i] if s.tokens[k].dep == "nsubj"}
    return subjects
def _above(phrases: Phrases, head: int) -> set[int]:
    """Nouns whose relative clause a token stands in: in "a boat it seized" the boat did not seize itself."""
    out, i = set(), head
    while phrases.s.tokens[i].head != i:
        i = phrases.s.tokens[i].head
        out.add(i)
    return out
