"""Which date belongs to an event: the words of its own clause, of the clause around it, of the sentence before, or publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.clauses.tokens import Sentence
from detente.events.date_expression import DateExpression
from detente.events.date_phrases import find_dates
from detente.events.date_places import (
    SPEECH,
    Place,
    clause_head,
    counts,
    during,
    is_closing_speech,
    is_modal,
    is_past,
    is_predicate,
    is_present,
    is_under_modal,
    of_another,
    of_topic,
    opens,
    owner_is_deeper,
    owner_of,
    reaches,
    same_time,
    under_relative,
)  # fmt: skip
from detente.events.date_words import Span, shift, unit_of

__all__ = ["DateExpression", "DatedAs", "date_event", "find_dates"]


@dataclass(frozen=True, slots=True)
class DatedAs:
    """first, last: inclusive days (None: not known). source: ``stated`` by words of the text, or ``published``. why: one sentence."""

    first: date | None
    last: date | None
    source: Literal["stated", "published"] | None
    why: str


def date_event(
    s: Sentence, head: int, expressions: Sequence[DateExpression], published: date | None, *, future: bool, carried: Span | None
) -> DatedAs:
    """Date the event whose predicate is token ``head`` of a parsed sentence.

    expressions: ``find_dates(s.text, published)``. future: the event is to come, so "on Monday" is the next one. carried: the dates of the
    event before, used only where the words point back ("later", "the same day", "two days earlier"). Conventions: evals/gold/README.md.
    """
    expressions = [e for e in expressions if not of_topic(s, e) and not counts(s, e)]
    if expressions:
        future = future or is_modal(s, head) or is_under_modal(s, head)
        places = {id(e): Place.of(s, e) for e in expressions}
        marked = _remembered(s, head, expressions, places, published)
        if marked is not None:
            return marked
        for e, why in _candidates(s, head, expressions, places):
            if of_another(s, head, e, places[id(e)], published, future):
                continue
            dated = _resolved(s, head, e, why, places[id(e)].depth, expressions, published, future, carried)
            if dated is not None:
                return dated
    if published is None:
        return DatedAs(None, None, None, "no date words and no day of publication")
    return DatedAs(published, published, "published", f"published: no date words belong to it, so the day of publication {published}")


def _candidates(
    s: Sentence, head: int, expressions: Sequence[DateExpression], places: dict[int, Place]
) -> list[tuple[DateExpression, str]]:
    """The phrases that may date the event, best first, each with how it belongs to it."""
    out: list[tuple[DateExpression, str]] = []
    usable = [e for e in expressions if e.kind != "history-marker"]

    def own(predicate: int, how: str) -> None:
        here = [e for e in usable if places[id(e)].owner == predicate and reaches(s, e, places[id(e)], predicate, head)]
        here.sort(key=lambda e: _rank(e, places[id(e)]))
        out.extend((e, how) for e in here)

    if not is_predicate(s, head):
        below = set(s.subtree(head))
        noun = [e for e in usable if places[id(e)].word in below and (places[id(e)].owner == owner_of(s, head)[0])]
        noun.sort(key=lambda e: _rank(e, places[id(e)]))
        out.extend((e, "") for e in noun)
    clause = clause_head(s, head)
    own(clause, "")
    opening = [e for e in usable if e.kind != "modifier" and opens(s, e) and not under_relative(s, clause)]
    first = [e for e in opening if not (owner_is_deeper(s, places[id(e)].owner, clause))]
    speech: list[tuple[DateExpression, str]] = []
    out.extend((e, "at the head of the sentence") for e in first)
    i = clause
    for _ in range(8):
        t = s.tokens[i]
        if t.head == i:
            break
        up = t.head
        if not is_predicate(s, up):
            if t.dep in ("relcl", "acl"):
                modifiers = [e for e in usable if places[id(e)].word == up]
                out.extend((e, "of the noun it belongs to") for e in modifiers)
                if t.dep == "relcl" and not during(s, i):
                    break
            i = owner_of(s, up)[0]
            own(i, "of the clause around it")
            continue
        if t.dep == "advcl" and not same_time(s, i):
            break
        if t.dep in ("ccomp", "parataxis") and s.tokens[up].lemma in SPEECH:
            before = len(out)
            own(up, "on the verb of speaking; nothing else dates it")
            speech, out = speech + out[before:], out[:before]
        elif t.dep == "conj" and s.child(i, "nsubj", "nsubjpass", "expl") is not None:
            break  # "..., and Kyiv recalled its envoy": a second main clause, with a date of its own or none
        elif t.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "csubj"):
            own(up, "of the clause around it")
        i = up
    out.extend(_from_conjunct(s, clause, usable, places))
    for e in usable:
        if is_closing_speech(s, places[id(e)].owner) and clause != places[id(e)].owner:
            speech.append((e, "on the verb of speaking; nothing else dates it"))
    return out + speech


# Of two phrases equally near, the finer one dates; a length in hours or weekends is as fine as a day.
_COARSER = {"week": 1, "month": 2, "span": 3, "season": 4, "year": 5, "decade": 6}


def _rank(e: DateExpression, place: Place) -> tuple[bool, bool, int, int, int]:
    fineness = _COARSER.get(e.precision, 0)
    return e.kind == "duration", e.kind in ("anaphoric", "vague"), place.depth, fineness, e.start


def _from_conjunct(
    s: Sentence, clause: int, usable: Sequence[DateExpression], places: dict[int, Place]
) -> list[tuple[DateExpression, str]]:
    """``arrested and expelled the envoy on Monday``: the first verb takes the date at the end when it has no object."""
    out = []
    for k in s.children[clause]:
        if s.tokens[k].dep == "conj" and is_predicate(s, k) and s.child(clause, "dobj", "prep", "ccomp", "xcomp") is None:
            out += [(e, "shared with the verb beside it") for e in usable if places[id(e)].owner == k and e.kind != "modifier"]
    for e in usable:
        gerund = s.tokens[places[id(e)].owner]
        noun = s.tokens[s.tokens[gerund.head].head]
        if gerund.dep == "pcomp" and noun.pos == "NOUN" and e.precision == "day" and e.bare and owner_of(s, noun.i)[0] == clause:
            out.append((e, "at the end of its clause"))  # "lifted its ban on selling arms to Hanoi on Monday"
    return out


def _remembered(
    s: Sentence, head: int, expressions: Sequence[DateExpression], places: dict[int, Place], published: date | None
) -> DatedAs | None:
    """History: what stands after "25 years since" or "the anniversary of" lies that long back, unless its own clause has a date."""
    for mark in expressions:
        if mark.kind != "history-marker" or s.tokens[head].start < s.start + mark.end:
            continue
        between = s.text[mark.end : s.tokens[head].start - s.start]
        if "," in between:
            continue
        clause = clause_head(s, head)
        dates = [e for e in expressions if e.kind in ("absolute", "relative")]
        if any(places[id(e)].owner == clause and e.start >= mark.end for e in dates):
            return None
        words = s.text[mark.start : mark.end]
        if mark.shift is None or published is None:
            return DatedAs(None, None, None, f'history: "{words}" does not say which year')
        anchors = (e.first for e in dates if e.first and e.precision in ("day", "year") and e.first <= published)
        anchor = next(anchors, published)
        unit, n = mark.shift
        first, last = unit_of(shift(anchor, "year", n), unit)
        return DatedAs(first, last, "stated", f'stated: history, "{words}" counted back from {anchor} -> {_days(first, last)}')
    return None


def _resolved(
    s: Sentence, head: int, e: DateExpression, how: str, depth: int, expressions: Sequence[DateExpression], published: date | None,
    future: bool, carried: Span | None,
) -> DatedAs | None:
    """The days of a phrase for this event; None where they cannot be its own (a past event after publication, an unknown anchor)."""
    words = s.text[e.start : e.end]
    if e.kind == "duration" and not future:
        return None
    ahead = (future and "speaking" not in how) or (depth == 0 and is_present(s, head) and _is_plan(e, published))
    if e.kind == "anaphoric":
        anchors = [a for x in expressions if x.end <= e.start and x.kind not in ("anaphoric", "modifier") and (a := x.resolve(future))]
        span = e.resolve(ahead, anchors[-1] if anchors else carried)
        how = how or ("counted from the date before it" if anchors or carried else "")
    else:
        span = e.resolve(ahead)
    if span is None or (published and not ahead and span[0] > published and (e.kind != "relative" or e.bare or is_past(s, head))):
        return None
    if published and not ahead and span[1] > published and is_past(s, head):
        return None  # "extended until 31 July", "within two weeks": what the event provides for, not when it was
    first, last = span
    source: Literal["stated", "published"] = "published" if e.kind == "vague" else "stated"
    return DatedAs(first, last, source, f'{source}: "{words}"{" (" + how + ")" if how else ""} -> {_days(first, last)}')


def _is_plan(e: DateExpression, published: date | None) -> bool:
    """With a present tense: a day of the week to come, or a day of the month that is nearer ahead than behind."""
    if not (e.bare and e.precision == "day" and published and e.first and e.planned) or e.first == published:
        return False
    return (e.planned[0] - published).days <= max(7, (published - e.first).days)


def _days(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first}..{last}"
