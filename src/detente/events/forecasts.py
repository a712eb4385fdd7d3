"""Sentences about what will or may happen: whose, with which words of estimative probability, until when.

Told apart from plans and appointments ("will visit on Monday"), promises and wishes, the past ("may have known"), and what is not politics.
The words are in scales_estimative.tsv and scales_forecast.tsv; here is only how they combine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.clauses import Clause, Sentence
from detente.events.actors import Phrases
from detente.events.horizons import horizon
from detente.events.no_forecast import OPEN_MODALS, is_announced, is_appointed, is_other, is_own, is_past, is_somebodys, is_wanted
from detente.events.scales import Band, Scales, load_scales
from detente.events.zones import Zone, find_zones, main_head, quote_range
from detente.lexicon import Lexicon, split_code

__all__ = ["ForecastFound", "find_forecasts", "horizon"]

_PER_CENT = re.compile(r"(\d{1,3})(?:\.\d+)?(?: ?(?:-|–|to|and) ?(\d{1,3}))? ?(?:%|per ?cent|percent)", re.IGNORECASE)
_CHANCE = re.compile(r"\b(chance|probability|likelihood|odds|risk|possibility)\b", re.IGNORECASE)
_HEADLINE_RULE = "forecast:to (headline)"
_HEADLINE = 16  # tokens; headlines are shorter, and a longer text without a finite verb is a list or a fragment
_MAIN_LINKS = ("ROOT", "conj", "parataxis", "dep", "ccomp", "advcl")


@dataclass(frozen=True, slots=True)
class ForecastFound:
    """One forecast in a sentence. sides: sorted codes (may be empty). probability: limits of the band, or of the stated per cent.
    head: token of the predicate; start, end: token range of the quote (end exclusive)."""

    sides: tuple[str, ...]
    probability: tuple[float, float] | None
    band: str | None
    head: int
    start: int
    end: int
    rule: str


def find_forecasts(phrases: Phrases, clauses: Sequence[Clause], lexicon: Lexicon) -> list[ForecastFound]:
    """Forecasts of one sentence, one a main clause at most."""
    s = phrases.s
    if "?" in s.lower or (not phrases.countries() and not phrases.memory.counts):
        return []
    scales = load_scales(lexicon)
    zones = find_zones(s, clauses)
    found: dict[int, ForecastFound] = {}
    for zone in sorted(zones.values(), key=lambda z: z.clause.head):
        top = main_head(s, zones, zone.clause.head)
        if top in found and found[top].band is not None:
            continue
        rule, band, probability = _cue(s, scales, zones, zone)
        if not rule or is_other(s, scales, zone) or (rule == _HEADLINE_RULE and _is_named(phrases)):
            continue
        if probability is None and (is_announced(phrases, scales, zones, zone) or not is_somebodys(phrases, zone)):
            continue
        start, end = quote_range(s, zones, zone)
        if top not in found or (probability is not None and found[top].probability is None):
            found[top] = ForecastFound(_sides(phrases, zone, start, end), probability, band, zone.clause.head, start, end, rule)
    kept: list[ForecastFound] = []
    for each in sorted(found.values(), key=lambda f: (f.probability is None, f.head)):
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda f: f.head)


def _cue(s: Sentence, scales: Scales, zones: dict[int, Zone], zone: Zone) -> tuple[str, str | None, tuple[float, float] | None]:
    """(rule, band, probability) of the zone; an empty rule where it tells no forecast."""
    clause = zone.clause
    if is_wanted(s, scales, zones, zone) or is_past(s, zones, zone) or is_own(s, scales, zone):
        return "", None, None
    stated = _per_cent(s, zone, zones)
    if stated is not None:
        return "forecast:per cent", None, stated
    band = _estimate(s, scales, zones, zone)
    if band is not None:
        return f"forecast:{band.name}", band.name, (band.low, band.high)
    text = f" {' '.join(s.lower[i] for i in sorted(zone.tokens))} "
    following = f" {_following(s, zone)} "
    words = next((words for words in sorted(scales.words.get("open", ())) if f" {words} " in text), None)
    if words is not None and _is_open(s, clause):
        return f"forecast:{words}", None, None
    words = next((words for words in sorted(scales.words.get("bound", ())) if f" {words} " in following), None)
    if words is not None and clause.tense in ("present", "future", "none") and not is_appointed(s, scales, zone, zones):
        return f"forecast:{words}", None, None
    if clause.lemma == "threaten" and clause.tense == "present" and _to_verb(s, clause.head) and _is_cause(s, scales, clause):
        return "forecast:threatens to", None, None
    if _is_headline(s, clause):
        return _HEADLINE_RULE, None, None
    if clause.modal in OPEN_MODALS and clause.link in _MAIN_LINKS and not _is_present(s, clause):
        return f"forecast:{clause.modal}", None, None
    if clause.modal in ("will", "would") and clause.link in _MAIN_LINKS and not is_appointed(s, scales, zone, zones):
        if clause.modal == "would" and (clause.link in ("ccomp", "advcl") or clause.lemma in ("like", "love", "prefer", "rather", "want")):
            return "", None, None
        return f"forecast:{clause.modal}", None, None
    return "", None, None


# Words of probability.


def _estimate(s: Sentence, scales: Scales, zones: dict[int, Zone], zone: Zone) -> Band | None:
    """The first wording in the zone that speaks of the future; a longer one is read before the shorter in it ("very unlikely")."""
    after = 0
    for i in sorted(zone.tokens):
        if i < after:
            continue
        for words, band in scales.estimative.get(s.lower[i], ()):
            if s.lower[i : i + len(words)] == words:
                after = i + len(words)
                if _is_ahead(s, zones, zone, after - 1):
                    return band
                break
    return None


def _is_ahead(s: Sentence, zones: dict[int, Zone], zone: Zone, i: int) -> bool:
    """Whether the probability is of something to come: not of the past, not "the likely culprit"."""
    clause, token = zone.clause, s.tokens[i]
    if token.dep == "amod" and token.head > i and s.lower[i] in ("likely", "probable", "unlikely"):
        return False
    if clause.tense == "past" and not clause.modal:
        return False
    for other in zones.values():
        inner = other.clause
        under = inner.governor == clause.head and inner.link in ("ccomp", "xcomp", "csubj", "acl")
        if under and inner.head > i and not inner.modal:
            perfect = any(s.tokens[k].lemma == "have" and s.tokens[k].dep == "aux" for k in s.children[inner.head])
            if (inner.tense == "past" or perfect) and s.tokens[inner.head].tag in ("VBD", "VBN"):
                return False
    perfect = any(s.tokens[k].lemma == "have" and s.tokens[k].dep == "aux" for k in s.children[clause.head])
    return not (perfect and clause.lemma != "be")


def _per_cent(s: Sentence, zone: Zone, zones: dict[int, Zone]) -> tuple[float, float] | None:
    if zone.clause.link not in ("ROOT", "conj", "parataxis") or not _CHANCE.search(s.text):
        return None
    found = _PER_CENT.search(s.text)
    if found is None:
        return None
    low = int(found[1]) / 100
    high = int(found[2]) / 100 if found[2] else low
    return (low, high) if 0 <= low <= high <= 1 else None


def _following(s: Sentence, zone: Zone) -> str:
    """The zone's words and those of the infinitive after them, for "is bound to"."""
    tokens = sorted(zone.tokens)
    return " ".join(s.lower[i] for i in range(tokens[0], min(tokens[-1] + 3, len(s.tokens))))


def _to_verb(s: Sentence, head: int) -> bool:
    return any(s.tokens[k].dep == "xcomp" and any(s.tokens[j].tag == "TO" for j in s.children[k]) for k in s.children[head])


def _is_cause(s: Sentence, scales: Scales, clause: Clause) -> bool:
    """Whether what threatens to happen comes from a thing: an affair, a dispute, a vote; of persons it is a threat."""
    lemmas = {s.tokens[k].lemma.lower() for k in clause.heads("subject")}
    return any(lemma in scales.words.get("cause", ()) or scales.nouns.get(lemma, frozenset()) & {"strain", "chill"} for lemma in lemmas)


def _is_open(s: Sentence, clause: Clause) -> bool:
    """A main clause of today, or the infinitive after its "is" ("is to be expected")."""
    is_to = clause.link == "xcomp" and clause.governor is not None and s.tokens[clause.governor].lemma == "be"
    return clause.tense in ("present", "future", "none") and clause.modal != "would" and (clause.link in _MAIN_LINKS or is_to)


def _is_present(s: Sentence, clause: Clause) -> bool:
    """"May be a killer", "could be making", "could not accept": a guess at the present or an inability, no forecast."""
    if clause.negated and clause.modal == "could":
        return True
    be = [k for k in s.children[clause.head] if s.tokens[k].dep == "aux" and s.tokens[k].lemma == "be"]
    return clause.kind == "copula" or (bool(be) and s.tokens[clause.head].tag == "VBG")


def _is_headline(s: Sentence, clause: Clause) -> bool:
    """"Stalemate to test nerves": a subject and a bare infinitive, nothing finite, no full stop."""
    if s.lower[-1] in (".", "!") or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in s.tokens):
        return False
    at = next((t.i for t in s.tokens if t.tag == "TO"), None)
    if len(s.tokens) > _HEADLINE or s.tokens[max((at or 0) - 1, 0)].dep == "pobj":
        return False
    if at is None or not 0 < at < len(s.tokens) - 1 or s.tokens[at + 1].tag != "VB":
        return False
    return clause.head in (at + 1, s.tokens[at + 1].head)


def _is_named(phrases: Phrases) -> bool:
    """"Chad to send troops": what an actor is to do is announced; what a stalemate is to do is foreseen."""
    at = next(t.i for t in phrases.s.tokens if t.tag == "TO")
    return at - 1 in phrases.cover or any(a.kind == "actor" for a in phrases.resolve(at - 1))


def _sides(phrases: Phrases, zone: Zone, start: int, end: int) -> tuple[str, ...]:
    """The countries and organisations named in the quoted words, else in the sentence, else what the article spoke of last."""
    s = phrases.s
    named: list[str] = []
    for k in sorted(phrases.cover):
        entry, first, _ = phrases.cover[k]
        if k == first and start <= k < end and entry.code and not entry.sector.startswith("MED"):
            named.append(split_code(entry.code)[0])
    codes = named or phrases.countries()
    subject = zone.clause.heads("subject")
    meant = [a.country for k in subject for a in phrases.resolve(k)]
    if len(set(codes)) < 2 and any(s.tokens[k].pos == "PRON" for k in subject):
        codes = [*codes, *meant]
    if not codes:
        codes = [split_code(c)[0] for c in phrases.memory.last_two or phrases.memory.last] or meant
    return tuple(sorted({code for code in codes if len(code) == 3 or code.startswith("IGO")}))


