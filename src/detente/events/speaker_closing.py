"""Attribution at the end of a sentence, read by its words: "..., Foreign Minister X announced in Quito", "..., said the army".

Parsers hang the name of such an ending on the words before it as often as not; the order of the words is surer.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.clauses.tokens import Sentence
from detente.clauses.words import words
from detente.events.speaker_words import STATING

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BREAKS = frozenset({",", '"', "”", "''", "’", "--", "–", "—", '?"', ',"'})
# What begins a clause of another kind than one that only says who spoke.
_OTHER = words("who which where when while whose that as and but or although though because after before since if unless until so with")
_NOUNS = ("NOUN", "PROPN", "PRON")
_INSIDE = ("compound", "poss", "amod", "nmod", "det", "case", "nummod", "punct")
# A name between two commas after the office it goes with has at most this many words.
_NAME = 7


def closing_sources(s: Sentence, head: int) -> Iterator[int]:
    """Heads of the phrases that a sentence ends on as its source, for an event before it. head: token of the event."""
    for verb in range(len(s.tokens) - 1, head, -1):
        token = s.tokens[verb]
        if token.lemma.lower() not in STATING or token.tag not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        if _states_more(s, verb):
            return
        after = _noun(s, verb + 1, min(verb + _NAME, len(s.tokens))) if s.lower[verb - 1] in _BREAKS and _opens(s, verb + 1) else None
        if after is not None and s.tokens[after].pos != "PRON":
            yield after
            return
        start = _start(s, verb, head)
        if start is not None and (last := _noun(s, start, verb, backwards=True)) is not None:
            yield last
        return


def _states_more(s: Sentence, verb: int) -> bool:
    """Whether something is stated after the verb as well: then it speaks for that."""
    for k in range(verb + 1, len(s.tokens)):
        if s.lower[k] in _BREAKS or s.lower[k] in ("adding", "citing"):
            return False
        if s.lower[k] == "that" or s.tokens[k].tag in _FINITE:
            return True
    return False


def _opens(s: Sentence, k: int) -> bool:
    return k < len(s.tokens) and s.tokens[k].pos in ("DET", "PROPN", "NOUN", "ADJ")


def _start(s: Sentence, verb: int, head: int) -> int | None:
    """First token of what stands between the break before a source and its verb; None where that is no plain noun phrase."""
    first = verb
    while first - 1 > head and s.lower[first - 1] not in _BREAKS:
        first -= 1
    if first == verb:  # "its foreign minister, Mohammad Javad Zarif, said": the office before the name
        first -= 1
        while first - 1 > head and s.lower[first - 1] not in _BREAKS and verb - first <= _NAME:
            first -= 1
        verb = first - 1
        first = verb
        while first - 1 > head and s.lower[first - 1] not in _BREAKS:
            first -= 1
    if first - 1 <= head or first == verb or s.lower[first] in _OTHER:
        return None
    if any(s.tokens[k].tag in _FINITE or s.lower[k] in ("who", "which", "that") for k in range(first, verb)):
        return None
    return first


def _noun(s: Sentence, first: int, end: int, *, backwards: bool = False) -> int | None:
    """The head noun of a phrase: the last before what is hung on it ("of", "in"), for one that an office opens the office itself."""
    best = None
    for k in range(first, end):
        token = s.tokens[k]
        if token.pos in ("ADP", "PUNCT") and best is not None and s.lower[k] != "-":
            return best
        if token.pos in _NOUNS and (
            token.dep not in _INSIDE or k + 1 == end or s.tokens[k + 1].pos not in (*_NOUNS, "PART", "ADJ", "PUNCT")
        ):
            best = k
            if not backwards and token.dep not in _INSIDE:
                return best
    return best
