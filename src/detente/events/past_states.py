"""What characterises a relation and yet not as it is today: the past with its year, a rejected claim; and "never better"."""

from __future__ import annotations

import re
from datetime import date

from detente.clauses import Sentence
from detente.events.scales import Scales
from detente.events.zones import Zone

_YEAR = re.compile(r"^(1[5-9]|20)\d\d$")
_DECADE = re.compile(r"^(1[5-9]|20)\d0s$")
_THEN = ("when", "before", "until", "till", "once")
_RANKS = frozenset({"never", "rarely", "seldom", "hardly", "scarcely", "barely", "not", "n't", "ever"})
_EARLIER = 1  # years: a simple past of last year may still tell of today's relation


def is_over(s: Sentence, zone: Zone, on: date | None) -> bool:
    """A simple past with a year well before the publication, or a clause of time ("when relations were still good")."""
    clause = zone.clause
    perfect = any(s.tokens[k].lemma == "have" and s.tokens[k].dep == "aux" for k in s.children[clause.head])
    if clause.tense != "past" or perfect:
        return False
    asked = any(s.lower[k] in _THEN and s.tokens[k].dep in ("advmod", "mark") for k in s.children[clause.head])
    if clause.link in ("advcl", "relcl") and (clause.mark in _THEN or asked):
        return True
    if any(s.lower[k] in ("once", "formerly", "then") for k in s.children[clause.head]):
        return True
    this = on.year if on is not None else 9999
    words = [s.lower[i] for i in sorted(zone.tokens) if i == 0 or s.lower[i - 1] not in ("since", "than")]
    return any((_YEAR.match(w) and int(w) < this - _EARLIER) or (_DECADE.match(w) and int(w[:4]) < this - 10) for w in words)


def is_claimed(s: Sentence, scales: Scales, zones: dict[int, Zone], zone: Zone) -> bool:
    """"Rejected claims that it had poisoned relations": the content of a claim, a fear, an idea."""
    i = zone.clause.head
    while s.tokens[i].head != i and s.tokens[i].dep in ("acl", "ccomp", "conj", "xcomp", "relcl"):
        link = s.tokens[i].dep
        i = s.tokens[i].head
        if link in ("acl", "ccomp") and s.tokens[i].lemma.lower() in scales.frames["claims"] and s.tokens[i].pos == "NOUN":
            return True
    return False


def is_superlative(s: Sentence, zone: Zone) -> bool:
    """"Never better", "rarely so cordial", "could hardly be closer": a comparison that a negation turns into the utmost."""
    compared = any(s.tokens[i].tag in ("JJR", "RBR") or s.lower[i] in ("so", "as", "this", "such", "more", "less") for i in zone.tokens)
    if not compared or not _RANKS & {s.lower[i] for i in zone.tokens}:
        return False
    return "never" in s.lower or zone.clause.modal in ("could", "can") or not {"not", "n't"} & {s.lower[i] for i in zone.tokens}
