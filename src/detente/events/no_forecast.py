"""What speaks of the future and is no forecast: wishes, promises, appointments, announcements, and what is not politics."""

from __future__ import annotations

import re

from detente.clauses import Sentence
from detente.events.actors import Phrases
from detente.events.scales import Scales
from detente.events.zones import Zone, quote_range

OPEN_MODALS = ("may", "might", "could")
_CONDITIONS = ("if", "unless", "whether", "while", "until", "before", "after", "so", "lest")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# Words that put a deed into somebody's calendar or under a treaty; a plain "will" beside them is a plan.
_APPOINTED = re.compile(
    rf"\b(?:on|next|this) {_WEEKDAY}\b|\b(?:tomorrow|tonight|this weekend|(?:later )?today)\b"
    rf"|\bon \d{{1,2}} {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b"
    rf"|\b(?:from|in|as of|until|starting|starting in|since|by) (?:early |mid-?|late )?{_MONTH}\b"
    rf"|\b(?:from|until) (?:{_WEEKDAY}|midnight|next \w+|\d{{1,2}} {_MONTH})\b|\bin the (?:spring|summer|autumn|winter)\b"
    r"|\bunder the (?:agreement|deal|treaty|accord|contract|plan|terms|arrangement|scheme)\b|\bas (?:scheduled|planned|agreed)\b"
)


def is_wanted(s: Sentence, scales: Scales, zones: dict[int, Zone], zone: Zone) -> bool:
    """Wished, asked, promised or conditional: it stands under such a verb, or is a condition itself."""
    clause = zone.clause
    asked = any(s.tokens[k].tag in ("WP", "WRB", "WDT") for k in s.children[clause.head] if k < clause.head)
    if clause.mark in _CONDITIONS or (asked and clause.link != "ROOT"):
        return True
    seen: set[int] = set()
    while clause.governor is not None and clause.governor in zones and clause.head not in seen:
        seen.add(clause.head)
        if clause.link == "relcl":
            return True
        governor = zones[clause.governor].clause
        lemma = governor.lemma.split()[0]
        if clause.link in ("ccomp", "xcomp") and lemma in scales.words.get("wish", ()) and governor.modal is None:
            return True
        if clause.link == "ccomp" and governor.tense == "past" and zone.clause.modal in ("would", "will"):
            return True  # reported: what somebody said would be done is an announcement or a promise
        clause = governor
    return False


def is_past(s: Sentence, zones: dict[int, Zone], zone: Zone) -> bool:
    clause = zone.clause
    perfect = any(s.tokens[k].lemma == "have" and s.tokens[k].dep == "aux" for k in s.children[clause.head])
    return bool(clause.modal and perfect)


def is_own(s: Sentence, scales: Scales, zone: Zone) -> bool:
    """"We will never agree": the speaker's own resolve."""
    heads = zone.clause.heads("subject")
    put = zone.clause.lemma in ("put", "estimate", "expect", "give", "assess", "see", "think", "believe")
    return not put and any(s.lower[k] in scales.words.get("first", ()) for k in heads)


def is_appointed(s: Sentence, scales: Scales, zone: Zone, zones: dict[int, Zone]) -> bool:
    """A plain "will" of what is on somebody's calendar."""
    clause = zone.clause
    top, last = quote_range(s, zones, zone)
    own = " ".join(s.tokens[i].text for i in range(top, last))
    return (clause.lemma in scales.words.get("scheduled", ()) and not clause.negated) or _APPOINTED.search(own) is not None


def is_announced(phrases: Phrases, scales: Scales, zones: dict[int, Zone], zone: Zone) -> bool:
    """Reported by somebody who decides it ("says it will", "the company announced that ..."), not foreseen by an observer."""
    s, clause = phrases.s, zone.clause
    while clause.governor is not None and clause.governor in zones:
        governor = zones[clause.governor].clause
        lemma = governor.lemma.split()[0]
        if clause.link == "ccomp" and lemma in scales.words.get("say", ()):
            speakers = governor.heads("subject")
            if any(s.tokens[k].lemma.lower() in scales.words.get("analyst", ()) for k in speakers):
                return False
            if zone.clause.modal in OPEN_MODALS:
                mine = {a.country for k in zone.clause.heads("subject") for a in phrases.resolve(k)}
                theirs = {a.country for k in speakers for a in phrases.resolve(k)}
                pronoun = any(s.tokens[k].pos == "PRON" for k in zone.clause.heads("subject"))
                return pronoun or bool(mine & theirs)
            return True
        clause = governor
    return False


def is_somebodys(phrases: Phrases, zone: Zone) -> bool:
    """Whether it bears on actors: one is named in the sentence, or the subject stands for one."""
    if phrases.countries():
        return True
    return any(phrases.resolve(k) for role in ("subject", "object") for k in zone.clause.heads(role))


def is_other(s: Sentence, scales: Scales, zone: Zone) -> bool:
    """Markets, weather, sport and the like: judged by the subject and the objects."""
    other = scales.words.get("other", frozenset())
    clause = zone.clause
    heads = [*clause.heads("subject"), *clause.heads("object")]
    for k in _below(s, clause.head):
        heads += [j for j in s.children[k] if s.tokens[j].dep in ("dobj", "nsubj", "attr", "nsubjpass")]
    return any(s.tokens[k].lemma.lower() in other and (s.tokens[k].pos != "PROPN" or k == 0) for k in heads)


def _below(s: Sentence, head: int) -> list[int]:
    return [head, *(k for k in s.children[head] if s.tokens[k].dep in ("xcomp", "ccomp", "acomp"))] + [
        j for k in s.children[head] if s.tokens[k].dep in ("acomp", "xcomp") for j in s.children[k] if s.tokens[j].dep in ("xcomp", "ccomp")
    ]
