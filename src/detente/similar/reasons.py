"""Why a text was suggested, in plain words: what both name, what both tell of, and how far apart they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from detente.said import Said, said, said_in_turn, said_many, said_word
from detente.similar.documents import SimilarDoc
from detente.similar.profile import event_features
from detente.similar.scoring import LIKELY_STORY
from detente.similar.situations import situation_kinds
from detente.similar.sparse import SparseRows
from detente.similar.stop_words import PARTS_OF_NAMES, TITLES_AND_DAYS
from detente.similar.words import Term, terms

Floats = npt.NDArray[np.float32]

# A reason is one line: three names or words, two kinds.
MOST_TERMS, MOST_KINDS = 3, 2
# A kind is given as reason when both texts have it at least at this (geometric mean of their shares): twice what 1 of 51 kinds at random
# reaches with a tenth of the mass; below it the words would promise more than the texts hold.
KIND_SHARE = 0.2
# What is read for a reason: further down two long texts share names by chance.
_READ = 4000

CLASS_WORDS: Mapping[str, str] = {
    "AGREE": "an agreement", "CONSULT": "talks", "SUPPORT": "support", "CONCEDE": "a concession", "COOPERATE": "cooperation",
    "AID": "aid", "RETREAT": "a withdrawal", "REQUEST": "a demand", "ACCUSE": "an accusation", "REJECT": "a rejection",
    "THREATEN": "a threat", "PROTEST": "a protest", "SANCTION": "a sanction", "MOBILIZE": "a show of force", "COERCE": "coercion",
    "ASSAULT": "an attack",
}  # fmt: skip
WAY_WORDS: Mapping[str, str] = {">": "of one side on the other", "<>": "returned by the other side", "@": "inside of one country", ".": ""}


def apart(mine: date | None, theirs: date | None) -> Said | str:
    """Time between two days in words: "same day", "2 days apart", "14 months apart", "3 years apart"; "" if one is unknown."""
    if mine is None or theirs is None:
        return ""
    days = abs((mine - theirs).days)
    if days == 0:
        return said("same day")
    if days < 60:
        return said_many("{n} day apart", "{n} days apart", days)
    # Gregorian means: 30.44 days a month, 365.25 a year.
    if days < 730:
        return said_many("{n} month apart", "{n} months apart", round(days / 30.44))
    return said_many("{n} year apart", "{n} years apart", round(days / 365.25))


def _read(doc: SimilarDoc) -> tuple[Term, ...]:
    return _terms(f"{doc.title}\n{doc.text}".strip()[:_READ])


@lru_cache(maxsize=2048)  # one text is compared with several, and is suggested to several
def _terms(text: str) -> tuple[Term, ...]:
    return tuple(terms(text))


def shared_terms(mine: SimilarDoc, theirs: SimilarDoc, words: SparseRows, *, names: bool) -> list[str]:
    """Names (or other words) both have, rarest first, as the first text writes them; names that follow each other stay together."""
    text = f"{mine.title}\n{mine.text}".strip()[:_READ]
    other = {term.key for term in _read(theirs) if term.is_name == names}
    runs: list[list[Term]] = []
    previous: Term | None = None
    for term in _read(mine):
        if term.is_name == names and term.key in other and not term.surface.isdigit():
            if names and previous is not None and text[previous.end : term.start] == " ":
                runs[-1].append(term)
            else:
                runs.append([term])
            previous = term
        else:
            previous = None
    weights: dict[str, float] = {}
    taken: dict[tuple[str, ...], str] = {}
    for run in runs:
        surface = text[run[0].start : run[-1].end]
        if surface.endswith(("'s", "’s")):
            surface = surface[:-2]
        if "." in run[-1].surface and text[run[-1].end : run[-1].end + 1] == ".":  # "U.S." has its last full stop outside of the word
            surface += "."
        keys = tuple(term.key for term in run)
        if taken.setdefault(keys, surface) == surface:
            weights[surface] = max(words.rarity_of(key) for key in keys)
    # Of equally rare names the one of more words, "Sergei Skripal" before "Britain".
    ordered = sorted(weights, key=lambda surface: (-round(weights[surface], 6), -len(surface.split()), surface))
    # "Salisbury" says nothing beside "Salisbury Cathedral".
    out: list[str] = []
    for surface in filter(_says_something, ordered):
        if not any(set(surface.split()) <= set(longer.split()) for longer in ordered if longer != surface and len(longer) > len(surface)):
            out.append(surface)
    return out[:MOST_TERMS]


def _says_something(surface: str) -> bool:
    parts = surface.lower().split()
    return not (len(parts) == 1 and parts[0] in PARTS_OF_NAMES) and any(part not in TITLES_AND_DAYS for part in parts)


def _story_evidence(mine: SimilarDoc, theirs: SimilarDoc, words: SparseRows) -> list[str]:
    names = shared_terms(mine, theirs, words, names=True)
    if names:
        return [said("both name {names}", names=", ".join(names))]
    actors = sorted({*mine.actors} & {*theirs.actors})
    plain = shared_terms(mine, theirs, words, names=False)
    out: list[str] = [said("same actors ({actors})", actors=", ".join(actors[:MOST_TERMS]))] if actors else []
    if plain:
        out.append(said("both speak of {words}", words=", ".join(plain)))
    return out or [said("close in meaning")]


def story_reason(mine: SimilarDoc, theirs: SimilarDoc, score: float, words: SparseRows) -> str:
    """"same story: both name Skripal, Salisbury; 2 days apart". Below LIKELY_STORY it says "perhaps the same story"."""
    evidence = _story_evidence(mine, theirs, words)
    classes = _class_words(mine, theirs)
    if classes and {*mine.actors} & {*theirs.actors}:
        evidence.append(said("both tell of {kind}", kind=classes[0]))
    lead = said("same story") if score >= LIKELY_STORY else said("perhaps the same story")
    reasons = said_in_turn([*evidence, *filter(None, [apart(mine.date, theirs.date)])])
    return said("{kind}: {reasons}", kind=lead, reasons=reasons)


def _class_words(mine: SimilarDoc, theirs: SimilarDoc) -> list[str]:
    """Classes and directions of events both have, the most frequent first."""
    first, second = event_features(mine.events), event_features(theirs.events)
    shared = [name for name in first.keys() & second.keys() if name.startswith("way ")]
    both = sorted(((min(first[name], second[name]), name) for name in shared), key=_by_count)
    out = list[str]()
    for _, name in both:
        plover = name[4:].rstrip("<>@.")
        kind, way = said_word("kind", CLASS_WORDS.get(plover, plover)), WAY_WORDS[name[4 + len(plover) :]]
        out.append(said("{kind} {way}", kind=kind, way=said_word("way", way)) if way else kind)
    return out


def _by_count(counted: tuple[int, str]) -> tuple[int, str]:
    return -counted[0], counted[1]


def situation_reason(mine: SimilarDoc, theirs: SimilarDoc, my_shares: Floats, their_shares: Floats, words: SparseRows) -> str:
    """"similar situation: a government expels diplomats of another; one side answers the other in kind; other actors; 14 months apart"."""
    both = np.sqrt(my_shares * their_shares)
    best = [int(n) for n in np.argsort(-both, kind="stable")[:MOST_KINDS] if both[n] >= KIND_SHARE]
    evidence: Sequence[str] = [said_word("situation", situation_kinds()[n].words) for n in best] or _class_words(mine, theirs)[:MOST_KINDS]
    if not evidence:
        plain = shared_terms(mine, theirs, words, names=False)
        words_both = said("both speak of {words}", words=", ".join(plain))
        evidence = [words_both] if plain else [said("close in meaning once the names are taken out")]
    names = shared_terms(mine, theirs, words, names=True)
    actors = said("both name {names}", names=", ".join(names)) if names else said("other actors")
    reasons = said_in_turn([*evidence, actors, *filter(None, [apart(mine.date, theirs.date)])])
    return said("{kind}: {reasons}", kind=said("similar situation"), reasons=reasons)
