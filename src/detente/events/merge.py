"""One event, many mentions: what several articles (or one article twice) tell of counts once.

Tellings of one class, one realis and the same countries may be one event if their days can be the same and enough speaks for it
(``same_event``). They are gone through in an order of their own, the best dated first, whatever order the articles came in: each
joins the telling before it that it is most like, or stands for an event itself. What stands for an event is never replaced, so a chain of
neighbouring days cannot creep on, the order of the articles decides nothing, and merging what is merged changes nothing.

A vague telling ("in 2008" of the recall of 7 March 2008) joins the only event that fits; where several fit it joins none of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from heapq import nsmallest

from detente.events.same_event import COPY_WORDS, SLACK, Telling, alike, gap, likeness, same_time, telling_of
from detente.events.telling_words import Beside
from detente.lexicon import split_code
from detente.types import Assessment, Coding, Event, Forecast, Mention

# A vague telling that so many events of its kind lie within is not compared with each: something fits always, and several mostly do.
_MANY = 100
# On a day with more events of one kind than this (a war, fully reported), only those with a word in common are looked at, most in common
# first, and no more than this: so that the time grows with the events and not with their square.
_CROWD = 20


@dataclass
class _Group:
    telling: Telling  # of what stands for the event
    tellings: list[int]  # places of the events that it is told by, that one first


@dataclass
class _Day:
    """Groups of one kind whose exact days begin on one day. by_word: of each word of theirs, which; made once it is needed."""

    groups: list[_Group] = field(default_factory=list)
    by_word: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    indexed: int = 0

    def near(self, telling: Telling) -> list[_Group]:
        """Those to compare with."""
        if len(self.groups) <= _CROWD:
            return self.groups
        for at in range(self.indexed, len(self.groups)):
            for word in self.groups[at].telling.own:
                self.by_word[word].append(at)
        self.indexed = len(self.groups)
        shared: Counter[int] = Counter()
        for word in telling.own | telling.beside:
            shared.update(self.by_word.get(word, ()))
        return [self.groups[i] for i in nsmallest(_CROWD, shared, key=lambda i: (-shared[i], i))]


@dataclass
class _Kind:
    """Groups of one class, realis and set of countries. copies: of exact days, by the words they are told in, where these are enough."""

    days: dict[date, _Day] = field(default_factory=dict)
    longest: int = 0  # days that the longest of the exact spans lasts beyond its first
    copies: defaultdict[frozenset[str], list[_Group]] = field(default_factory=lambda: defaultdict(list))
    vague: list[_Group] = field(default_factory=list)
    undated: list[_Group] = field(default_factory=list)


def merge_events(codings: Iterable[Coding]) -> tuple[list[Event], list[Assessment], list[Forecast]]:
    """Distinct events of many codings, in the order first told, each with all its mentions (those of the best dated telling first) and the
    id of its first telling; assessments and forecasts merged likewise when their sides, direction or band and words are the same. Given in
    the order of publication, an event keeps its id when later articles tell of it too."""
    rows = list(codings)
    told_events = [event for coding in rows for event in coding.events]
    events = [_one([told_events[i] for i in places], told_events[min(places)].id) for places in same_events(told_events)]
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


def same_events(events: Sequence[Event]) -> list[list[int]]:
    """Which of these are one event: their places, the one that stands for it first, in the order first told."""
    beside = Beside(mention for event in events for mention in event.mentions)
    tellings = [telling_of(event, beside) for event in events]
    kinds: defaultdict[tuple[object, ...], _Kind] = defaultdict(_Kind)
    groups = []
    for place in sorted(range(len(events)), key=lambda i: _rank(tellings[i], events[i])):
        kind, telling = kinds[_kind(events[place])], tellings[place]
        found = _best(kind, telling)
        if found is None:
            found = _Group(telling, [])
            groups.append(found)
            _add(kind, found)
        found.tellings.append(place)
        if found.telling.quantity is None and telling.quantity is not None:
            # The event has that number from now on: "killed 5" and "killed 31" are not one because both may be "killed people".
            found.telling = replace(found.telling, quantity=telling.quantity)
    groups.sort(key=lambda g: min(g.tellings))
    return [g.tellings for g in groups]


def _kind(event: Event) -> tuple[object, ...]:
    countries = frozenset(split_code(code)[0] for code in (*event.actor, *event.recipient))
    return event.plover, event.realis, countries


def _rank(telling: Telling, event: Event) -> tuple[object, ...]:
    """Exact before vague before undated, stated before published, early before late; then by what is told: always the same order."""
    first, last = telling.span or (date.max, date.max)
    return (
        not telling.exact, telling.span is None, not telling.stated, last - first, first, telling.place, event.cameo, event.actor,
        event.recipient, event.quantity is None, event.quantity or 0.0, event.mode or "", event.contexts, event.rule, event.speaker or "",
    )  # fmt: skip


def _add(kind: _Kind, group: _Group) -> None:
    telling = group.telling
    if telling.span is None:
        kind.undated.append(group)
    elif not telling.exact:
        kind.vague.append(group)
    else:
        first, last = telling.span
        kind.days.setdefault(first, _Day()).groups.append(group)
        kind.longest = max(kind.longest, (last - first).days)
        if len(telling.own) >= COPY_WORDS:
            kind.copies[telling.own].append(group)


def _near(kind: _Kind, telling: Telling) -> Iterator[_Group]:
    """Groups whose days may be the same; some come twice."""
    if telling.span is None:
        yield from kind.undated
        return
    slack = SLACK if telling.exact else 0
    first, last = telling.span[0] - timedelta(days=slack + kind.longest), telling.span[1] + timedelta(days=slack)
    if (last - first).days < len(kind.days):
        days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    else:
        days = sorted(day for day in kind.days if first <= day <= last)
    for day in days:
        if day in kind.days:
            yield from kind.days[day].near(telling)
    if telling.exact:
        yield from kind.copies.get(telling.own, ())
    yield from kind.vague


def _best(kind: _Kind, telling: Telling) -> _Group | None:
    """The event that this is a telling of, if it is one of these."""
    best, most = None, (-1.0, 0)
    fitting = 0
    for seen, group in enumerate(_near(kind, telling)):
        if not telling.exact and seen >= _MANY:
            return None
        other = group.telling
        if group is best or not same_time(other, telling):
            continue
        points = likeness(other, telling)
        if points < 0:
            continue
        if not telling.exact and other.span == telling.span and alike(other, telling):
            return group
        fitting += 1
        if (points, -gap(other, telling)) > most:
            best, most = group, (points, -gap(other, telling))
    return best if telling.exact or fitting == 1 else None


def _one(told: Sequence[Event], first: str) -> Event:
    """One event of its tellings, the one that stands for it first; what that does not say of number and speaker from the others."""
    best = told[0]
    if len(told) == 1:
        return best
    quantity = next((e.quantity for e in told if e.quantity is not None), None)
    speaker = next((e.speaker for e in told if e.speaker), None)
    return replace(best, id=first, quantity=quantity, speaker=speaker, mentions=_joined(*(e.mentions for e in told)))


def _joined(*mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys(m for some in mentions for m in some))
