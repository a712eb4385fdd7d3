"""The charts of exploring as data: a level over any period, both directions mirrored under it, and what stands under the cursor."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.pages.chart_axis import level_scale
from detente.pages.chart_flow import begins, next_begin, unit_of
from detente.pages.chart_parts import ChartPoint, ChartSpec, FlowBin, FlowSpec
from detente.pages.chart_specs import chart_points, fan_of, line_words, marks_of, steps_of
from detente.pages.explore.doings import Doing, doing_words, ways_of
from detente.pages.explore.parts import Period
from detente.pages.language import marked, number_words, say, say_as, say_many
from detente.pages.links import slugify
from detente.pages.material import Material
from detente.pages.rows import names_of
from detente.pages.wording import TONE_ARROWS, change_clause, points, short_day, span_words
from detente.types import Event

MOST_MARKS = 80  # as on a relation's page: the strongest; more run into each other
MOST_STOPS = 120  # places of the cursor without an event: one in six units of width, finer than a hand points
MOST_EVENT_STOPS = 200  # days with events that the cursor finds, the strongest; the table has them all
MOST_UNDER = 5  # events named for one place of the cursor
MEASURES = ("count", "intensity")


def period_chart(material: Material, name: str, title: str, events: Sequence[Event], period: Period, where: str) -> ChartSpec:
    """The level over a period, with the strongest of its events, the steps of its status, and the outlook where it ends today."""
    shown = tuple(p for p in chart_points(material, name) if period.start <= p.day <= period.end)
    asserted = [e for e in events if e.realis == "asserted"]
    strongest = sorted(asserted, key=lambda e: (-abs(e.intensity), e.id))[:MOST_MARKS]
    marks = tuple(sorted(marks_of(material, strongest), key=lambda m: (m.day, m.anchor)))
    steps = tuple(replace(s, end=min(s.end, period.end)) for s in steps_of(material, name, period.start) if s.start <= period.end)
    fan = fan_of(material, name) if period.end == material.as_of else None
    levels = [v for p in shown for v in (p.level, p.low, p.high) if v is not None]
    low, high = level_scale([*levels, fan.low, fan.high] if fan else levels)
    words = line_words(shown) if shown else say("Nothing was reported.")
    words += " " + say("Status at the end: {change}.", change=change_clause(steps[-1].change)) if steps else ""
    words = f"{words} {fan.label}" if fan else words
    days = {"start": short_day(period.start), "end": short_day(period.end)}
    heading = say("{title}: level and status, {start} to {end}", title=title, **days)
    return ChartSpec(f"{where}-{slugify(name)}", heading, words, period.start, period.end, low, high, shown, marks, steps, fan)


def on_one_scale(one: ChartSpec, other: ChartSpec) -> tuple[ChartSpec, ChartSpec]:
    """Two charts of the same days on the same levels. An outlook stays only where both have one, so that days stand under days."""
    low, high = min(one.low, other.low), max(one.high, other.high)
    both = one.fan is not None and other.fan is not None
    made = [replace(c, low=low, high=high, fan=c.fan if both else None) for c in (one, other)]
    return made[0], made[1]


def flow_of(material: Material, name: str, title: str, doings: Sequence[Doing], period: Period, measure: str) -> FlowSpec:
    """Both directions of a relation; of the inside of a country, one. measure: "count" of events, or the sum of their "intensity"."""
    ways = [names_of(material, way) for way in ways_of(name)]
    both = [say("{actor} to {recipient}", actor=actor, recipient=recipient) for actor, recipient in ways]
    words = both if len(ways) > 1 else [say("Inside {country}", country=ways[0][0])]
    unit = unit_of(period.days)
    found: dict[date, list[tuple[int, int, float]]] = defaultdict(list)  # begin -> (way, 0 cooperative or 1 conflictual, worth)
    for doing in doings:
        if doing.tone != "neutral":
            worth = float(doing.count) if measure == "count" else doing.worth
            found[begins(doing.day, unit)] += [(way, int(doing.tone == "conflictual"), worth) for way in doing.ways]
    bins = tuple(_bin(begin, unit, found[begin], words, period, measure) for begin in sorted(found))
    totals = [_told(words[way], _sum(bins, way), measure) for way in range(len(ways))]
    return FlowSpec(
        id=f"flow-{slugify(name)}", title=_heading(title, len(ways) > 1, unit),
        desc=f"{'; '.join(totals)}.", up=f"{words[0]} {'↑' if len(ways) > 1 else ''}".strip(),
        down=f"{words[1]} ↓" if len(ways) > 1 else "", unit=unit, bins=bins,
    )  # fmt: skip


UNIT_WORDS = marked("unit of time", {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"})


def _heading(title: str, both: bool, unit: str) -> str:
    by = say_as("unit of time", UNIT_WORDS.get(unit, unit))
    if both:
        return say("{title}: both directions, by {unit}", title=title, unit=by)
    return say("{title}: what was done, by {unit}", title=title, unit=by)


def _bin(begin: date, unit: str, found: Sequence[tuple[int, int, float]], words: Sequence[str], period: Period, measure: str) -> FlowBin:
    sums = [[sum(w for way, kind, w in found if (way, kind) == (at, of)) for of in (0, 1)] for at in (0, 1)]
    up, down = (sums[0][0], sums[0][1]), (sums[1][0], sums[1][1])
    start, end = max(begin, period.start), min(next_begin(begin, unit) - timedelta(days=1), period.end)
    told = "; ".join(_told(word, way, measure) for word, way in zip(words, (up, down), strict=False))
    return FlowBin(start, end, up, down, f"{span_words(start, end)}: {told}")


def _sum(bins: Sequence[FlowBin], way: int) -> tuple[float, float]:
    pairs = [one.down if way else one.up for one in bins]
    return sum(good for good, _ in pairs), sum(bad for _, bad in pairs)


def _told(words: str, pair: tuple[float, float], measure: str) -> str:
    if measure == "count":
        good, bad = (f"{value:.0f}" for value in pair)
        return say("{who}, {good} cooperative and {bad} conflictual", who=words, good=good, bad=bad)
    good, bad = (number_words(f"{value:.1f}") for value in pair)
    return say("{who}, {good} points cooperative and {bad} points conflictual", who=words, good=good, bad=bad)


def cursor_of(material: Material, name: str, chart: ChartSpec, doings: Sequence[Doing]) -> str:
    """What stands under each place of the cursor, oldest first, as JSON: ``{"days", "stops": [{"d", "w", "e": [[arrow, words]]}]}`` with
    d: days from the chart's first; w: day, level with its band, and status in words; e: the day's events."""
    by_day: dict[date, list[Doing]] = defaultdict(list)
    for doing in sorted(doings, key=lambda d: (-d.worth, d.id)):
        if doing.day in by_day or len(by_day) < MOST_EVENT_STOPS:
            by_day[doing.day].append(doing)
    every = -(-len(chart.points) // MOST_STOPS) if chart.points else 1
    days = sorted({*by_day, *(p.day for p in chart.points[::-1][::every])})
    stops = [
        {"d": (day - chart.start).days, "w": _stop_words(chart, day), "e": _under(material, name, by_day.get(day, ()))} for day in days
    ]
    return json.dumps({"days": max(1, (chart.end - chart.start).days), "stops": stops}, ensure_ascii=False, separators=(",", ":"))


def _point_on(chart: ChartSpec, day: date) -> ChartPoint | None:
    """The point a day stands at on the line: its own or the last before it."""
    at = bisect_right(chart.points, day, key=lambda p: p.day)
    return chart.points[at - 1] if at else None


def _stop_words(chart: ChartSpec, day: date) -> str:
    point = _point_on(chart, day)
    status = next((f", {change_clause(s.change)}" for s in chart.steps if s.start <= day <= s.end), "")
    if point is None or point.level is None:
        return say("{day}: no level", day=short_day(day)) + status
    level, low, high = points(point.level), points(point.low), points(point.high)
    return say("{day}: level {level} ({low} to {high})", day=short_day(day), level=level, low=low, high=high) + status


def _under(material: Material, name: str, doings: Sequence[Doing]) -> list[list[str]]:
    told = [[TONE_ARROWS[doing.tone], doing_words(material, name, doing)] for doing in doings[:MOST_UNDER]]
    left = len(doings) - MOST_UNDER
    return [*told, ["", say_many("and {n} more", "and {n} more", left)]] if left > 0 else told
