"""Events and assessments -> observations of relations: who with whom, which day, which value, which weight.

Only what is asserted counts. Each distinct event counts once, however many articles tell of it. A date that is a span is taken at its
middle and weighs less the longer the span; what became known late weighs less the later (both by `Calibration.late_half_life`): an
event of "2008" told today says next to nothing about today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from detente.relations.calibration import DEFAULT, Calibration
from detente.types import Assessment, Event

Sides = tuple[str, str]
BOTH_WAYS = 2  # of Observation.way: a meeting, an assessment, the inside of a country


@dataclass(frozen=True, slots=True)
class Observation:
    """One report's word on one relation.

    sides: sorted; twice the same for the inside of a country. day: the middle of its dates. known: the day from which it may be used.
    value: -10 to 10, or None for a report that counts as volume only. weight: in rows of an event table, less for a span. id: the event's
    or assessment's. way: 0 sides[0] acts on sides[1], 1 the other way, 2 both or neither acts. plover: an event's class, else empty. count:
    distinct events it stands for: more than one only for rows of an event table."""

    sides: Sides
    day: date
    known: date
    value: float | None
    weight: float
    kind: Literal["event", "assessment"]
    id: str
    way: int = BOTH_WAYS
    plover: str = ""
    count: int = 1


def place_of(code: str) -> str:
    """The side of a relation a code belongs to: sectors fold into the country, ``IGOEUU`` is ``EUU``, groups (NGO, IMG) stay as they
    are.
    """
    if code.startswith("IGO") and len(code) > 3:
        return code[3:6]
    return code if code.startswith(("NGO", "IMG")) else code[:3]


def relation_name(sides: Sides) -> str:
    """``BLR-USA``."""
    return "-".join(sides)


def sides_of(first: str, second: str) -> Sides:
    """The two sides in the order every table uses."""
    return (first, second) if first <= second else (second, first)


def event_sides(actor: tuple[str, ...], recipient: tuple[str, ...]) -> list[Sides]:
    """The relations an event belongs to: each actor with each recipient; in a reciprocal event (no recipient) each pair of sides.

    A country meets itself only where nobody else takes part: two organs of one country that meet a third do not make an inner event.
    """
    actors, recipients = [place_of(c) for c in actor], [place_of(c) for c in recipient]
    if recipients:
        pairs = {sides_of(a, b) for a in actors for b in recipients}
        alone = len({*actors, *recipients}) == 1
    else:
        pairs = {sides_of(a, b) for a, b in combinations(actors, 2)}
        alone = len(set(actors)) == 1
    return sorted(p for p in pairs if alone or p[0] != p[1])


def directed(observations: Iterable[Observation], actor: str, recipient: str) -> list[Observation]:
    """What one side did to the other, for the level of a dyad: meetings and other doings of both count, assessments too."""
    sides = sides_of(actor, recipient)
    way = 0 if actor == sides[0] else 1
    return [o for o in observations if o.sides == sides and o.way in (way, BOTH_WAYS)]


def way_of(sides: Sides, actor: tuple[str, ...], recipient: tuple[str, ...]) -> int:
    """Who acts in a relation: 0 its first side, 1 its second, 2 both (a meeting, mutual blows) or where the sides are one."""
    if not recipient or sides[0] == sides[1]:
        return BOTH_WAYS
    actors, recipients = {place_of(c) for c in actor}, {place_of(c) for c in recipient}
    first, second = (a in actors and b in recipients for a, b in (sides, sides[::-1]))
    return BOTH_WAYS if first == second else 0 if first else 1


def middle(start: date, end: date) -> date:
    """The middle day of an inclusive span (the earlier of two)."""
    return start + timedelta(days=(end - start).days // 2)


def span_weight(days: int, c: Calibration = DEFAULT) -> float:
    """What an event within a span of so many days weighs: on average it lies a quarter of the span from the middle, and the level's
    memory of a day
    so far off is all that can be said. 1 day: 1; a month: 0.89; a year: 0.25."""
    return float(0.5 ** (2 * (max(days, 1) - 1) / 4 / c.late_half_life))


def known_day(mentions: Iterable[str], day: date, published: Mapping[str, date] | None) -> date:
    """The first publication among the articles that tell of it; without publication days, the day itself."""
    days = [published[m] for m in mentions if m in published] if published else []
    return min(days) if days else day


def tone_of(event: Event) -> float:
    """An event's value on the level's scale: its Goldstein intensity, except that a request is never worth more than nothing.

    Goldstein's list gives appeals (CAMEO 02) +3, as CAMEO counts them as verbal cooperation; PLOVER puts requests and demands together
    under verbal conflict. An appeal neither helps nor harms: "urges the ambassador to leave" must not count as a kindness.
    """
    return class_tone(event.plover, event.intensity)


def class_tone(plover: str, intensity: float) -> float:
    """`tone_of` for a class and an intensity."""
    value = max(-10.0, min(10.0, float(intensity)))
    return min(value, 0.0) if plover == "REQUEST" else value


def observations(
    events: Iterable[Event],
    assessments: Iterable[Assessment],
    published: Mapping[str, date] | None = None,
    c: Calibration = DEFAULT,
) -> list[Observation]:
    """All observations, ordered by the day they became known, then sides and id.

    events, assessments: merged (one each), corrections applied. published: article id -> publication day; with it, "as of then" leaves out
    what was dated before but told later. Undated ones are left out: nothing can be said about when they moved anything. A steady
    assessment counts as a report without a value."""
    out: list[Observation] = []
    for event in events:
        if event.realis != "asserted" or event.date_start is None:
            continue
        value = tone_of(event)
        told = [m.article for m in event.mentions]
        for sides in event_sides(event.actor, event.recipient):
            way = way_of(sides, event.actor, event.recipient)
            dated = _Dated(sides, event.date_start, event.date_end, told, published)
            out.append(_observe(dated, value, c.event_weight, "event", event.id, c, way, event.plover))
    worth = {"improving": c.assessment_value, "worsening": -c.assessment_value, "steady": None}
    for said in assessments:
        if said.realis != "asserted" or said.date_start is None:
            continue
        told = [m.article for m in said.mentions]
        for sides in event_sides(said.sides, ()) or ([sides_of(place_of(said.sides[0]), place_of(said.sides[0]))] if said.sides else []):
            dated = _Dated(sides, said.date_start, said.date_end, told, published)
            out.append(_observe(dated, worth[said.direction], c.assessment_weight, "assessment", said.id, c))
    return sorted(out, key=lambda o: (o.known, o.sides, o.kind, o.id))


@dataclass(frozen=True, slots=True)
class _Dated:
    """Which relation, when, and told by which articles."""

    sides: Sides
    start: date
    end: date | None
    told: list[str]
    published: Mapping[str, date] | None


def _observe(
    dated: _Dated,
    value: float | None,
    weight: float,
    kind: Literal["event", "assessment"],
    id: str,
    c: Calibration,
    way: int = BOTH_WAYS,
    plover: str = "",
) -> Observation:
    end = max(dated.start, dated.end or dated.start)
    day = middle(dated.start, end)
    known = known_day(dated.told, day, dated.published)
    weight *= span_weight((end - dated.start).days + 1, c)
    return Observation(dated.sides, min(day, known), known, value, weight, kind, id, way, plover)
