"""One event, many mentions: what several articles (or one article twice) tell of counts once.

Two tellings are one event when class, realis and the countries on each side agree and their days can be the same: at most a day apart
where both are exact (agencies date by their own clock), or the exact day inside the vague span ("in 2008" tells of the recall of
7 March 2008 when that is the only such event of the year). An event that several fit joins none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from detente.lexicon import split_code
from detente.types import Assessment, Coding, Event, Forecast, Mention

# Days by which two exact datings of one happening may differ: the day it happened and the day it was told.
_SLACK = timedelta(days=1)
# A span up to this long still counts as exact ("on Monday", "at the weekend"); longer ones are vague. By hand.
_EXACT = timedelta(days=3)


@dataclass
class _Group:
    best: Event
    first: int  # place of the earliest telling; its id is the group's, whatever is told later
    mentions: list[Mention] = field(default_factory=list)


def merge_events(codings: Iterable[Coding]) -> tuple[list[Event], list[Assessment], list[Forecast]]:
    """Distinct events of many codings, in the order first told, each with all its mentions and the id of its first telling; assessments
    and forecasts merged likewise when their sides, direction or band and words are the same. Given in the order of publication, an event
    keeps its id when later articles tell of it too."""
    rows = list(codings)
    events = _merge([event for coding in rows for event in coding.events])
    assessments: dict[tuple[object, ...], Assessment] = {}
    for found in (a for coding in rows for a in coding.assessments):
        akey: tuple[object, ...] = (found.sides, found.direction, found.realis, found.mentions[0].quote)
        first = assessments.get(akey)
        assessments[akey] = found if first is None else replace(first, mentions=_joined(first.mentions, found.mentions))
    forecasts: dict[tuple[object, ...], Forecast] = {}
    for told in (f for coding in rows for f in coding.forecasts):
        key = (told.sides, told.band, told.mentions[0].quote)
        one = forecasts.get(key)
        forecasts[key] = told if one is None else replace(one, mentions=_joined(one.mentions, told.mentions))
    return events, list(assessments.values()), list(forecasts.values())


def _joined(a: Sequence[Mention], b: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys((*a, *b)))


def _key(event: Event) -> tuple[object, ...]:
    actors = frozenset(split_code(c)[0] for c in event.actor)
    recipients = frozenset(split_code(c)[0] for c in event.recipient)
    sides: tuple[object, ...] = (actors | recipients,) if not recipients or event.plover == "CONSULT" else (actors, recipients)
    return event.plover, event.realis, *sides


def _span(event: Event) -> tuple[date, date] | None:
    if event.date_start is None:
        return None
    return event.date_start, event.date_end or event.date_start


def _exact(event: Event) -> bool:
    span = _span(event)
    return span is not None and span[1] - span[0] <= _EXACT


def _merge(events: list[Event]) -> list[Event]:
    groups: dict[tuple[object, ...], list[_Group]] = {}
    order: list[_Group] = []
    places = sorted(range(len(events)), key=lambda i: not _exact(events[i]))
    for i in places:
        event = events[i]
        among = groups.setdefault(_key(event), [])
        fitting = [g for g in among if _same_time(g.best, event) and _same_deed(g.best, event)]
        if len(fitting) == 1 or (fitting and _exact(event)):
            group = min(fitting, key=lambda g: _distance(g.best, event))
            group.mentions += event.mentions
            group.best, group.first = _better(group.best, event), min(group.first, i)
        else:
            group = _Group(event, i, list(event.mentions))
            among.append(group)
            order.append(group)
    order.sort(key=lambda g: g.first)
    return [replace(g.best, id=events[g.first].id, mentions=_joined(g.mentions, ())) for g in order]


def _distance(a: Event, b: Event) -> int:
    one, two = _span(a), _span(b)
    return abs((one[0] - two[0]).days) if one and two else 0


def _same_deed(a: Event, b: Event) -> bool:
    """Where a day is vague the deed must be the same by its code, and within one article by its words too."""
    if _exact(a) and _exact(b):
        return True
    together = {m.article for m in a.mentions} & {m.article for m in b.mentions}
    return a.cameo == b.cameo and (not together or a.rule == b.rule)


def _same_time(a: Event, b: Event) -> bool:
    one, two = _span(a), _span(b)
    if one is None or two is None:
        return one is two
    if _exact(a) and _exact(b):
        return one[0] - _SLACK <= two[1] and two[0] - _SLACK <= one[1]
    return one[0] <= two[1] and two[0] <= one[1]


def _better(a: Event, b: Event) -> Event:
    """The better dated telling: stated before published, exact before vague, earlier told before later."""

    def rank(e: Event) -> tuple[bool, int]:
        span = _span(e)
        return e.date_source != "stated", (span[1] - span[0]).days if span else 10**6

    kept = a if rank(a) <= rank(b) else b
    other = b if kept is a else a
    return replace(
        kept, id=a.id, quantity=kept.quantity if kept.quantity is not None else other.quantity, speaker=kept.speaker or other.speaker
    )
