"""The chart of a relation in an event table: its level as it was said on each day, its strongest events, its steps of status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import groupby

from detente.pages.chart_axis import level_scale
from detente.pages.chart_parts import ChartMark, ChartPoint, ChartSpec, ChartStep
from detente.pages.language import say
from detente.pages.wording import class_words, points, short_day
from detente.relations.one_pair import DayOfPair, RowOfPair


def table_chart(
    name: str, days: Sequence[DayOfPair], rows: Sequence[RowOfPair], names: Callable[[str], str], period_days: int = 28
) -> ChartSpec:
    """days: at least one, consecutive."""
    period, last, shown = timedelta(days=period_days), None, []
    for day in days:
        last = day.day if day.reports else last
        shown.append(ChartPoint(day.day, day.level, day.low, day.high, last is not None and day.day - last < period))
    steps = []
    for change, stretch in groupby(days, key=lambda day: day.change):
        held = list(stretch)
        steps.append(ChartStep(held[0].day, held[-1].day, change))
    low, high = level_scale([v for p in shown for v in (p.level, p.low, p.high) if v is not None])
    first, end = days[0], days[-1]
    words = say(
        "As said on each day: from {first} on {first_day} to {last} on {last_day}.",
        first=points(first.level), first_day=short_day(first.day), last=points(end.level), last_day=short_day(end.day),
    )  # fmt: skip
    marks = tuple(_mark(row, names) for row in rows)
    return ChartSpec(f"table-{name}", name, words, first.day, end.day, low, high, tuple(shown), marks, tuple(steps))


def _mark(row: RowOfPair, names: Callable[[str], str]) -> ChartMark:
    label = f"{short_day(row.day)}: {class_words(row.plover, '')}: {names(row.actor)} → {names(row.recipient)}"
    tone = "cooperative" if row.intensity > 0 else "conflictual" if row.intensity < 0 else "neutral"
    return ChartMark(row.day, tone, label, "")  # type: ignore[arg-type]
