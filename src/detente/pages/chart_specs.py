"""The data of charts: which days, which marks, which steps, and the words that stand for a chart where it cannot be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.config import ARTICLES
from detente.pages.chart_axis import level_scale
from detente.pages.chart_parts import ChartFan, ChartMark, ChartPoint, ChartSpec, ChartStep
from detente.pages.language import say, say_many
from detente.pages.links import slugify
from detente.pages.material import Material
from detente.pages.rows import anchor_of, tone_of, what_words
from detente.pages.shown import shown_on
from detente.pages.wording import change_clause, day_words, points, short_day
from detente.types import Event


def spark_spec(material: Material, name: str, where: str, days: int, source: str = "") -> ChartSpec:
    """The small line of the overview: the last ``days`` days on the scale of all relations of the desk."""
    end = material.as_of
    start = end - timedelta(days=days)
    shown = tuple(p for p in chart_points(material, name, source) if p.day >= start)
    low, high = _common_scale(material, start)
    title = say("Level over the year to {day}", day=day_words(end))
    ident = f"spark-{where}-{slugify(name)}" + (f"-{source}" if source else "")
    return ChartSpec(ident, title, line_words(shown), start, end, low, high, shown)


def _common_scale(material: Material, start: date) -> tuple[float, float]:
    """One scale for all small lines, so that they may be compared."""
    names = material.statuses(material.as_of)
    lines = [(name, source) for name in names for source in ("", *(s.source for s in material.beside(name)))]
    return level_scale([p.level for line in lines for p in material.series(*line) if p.level is not None and p.day >= start])


# How long before the first article a chart may begin: long enough to show what the first articles look back on.
LEAD = timedelta(days=365)


def relation_chart(material: Material, name: str, title: str, marks: Sequence[ChartMark], source: str = "") -> ChartSpec:
    """The whole line of a relation or category, with events and steps of status."""
    shown = chart_points(material, name, source)
    known = next((i for i, p in enumerate(shown) if p.level is not None), 0)
    first = min((a.published.date() for a in material.articles if a.published and source in ("", ARTICLES)), default=date.min)
    # an event of decades ago that an article recalls would leave most of the chart empty
    since = first - LEAD if first > date.min + LEAD else first
    shown = tuple(p for p in shown[known:] if p.day >= since)
    marks = [m for m in marks if m.day >= since]
    end = material.as_of
    start = min([end - timedelta(days=material.desk.config.period_days), *(p.day for p in shown[:1]), *(m.day for m in marks)])
    fan = None if source else fan_of(material, name)
    levels = [v for p in shown for v in (p.level, p.low, p.high) if v is not None]
    low, high = level_scale([*levels, fan.low, fan.high] if fan else levels)
    steps = steps_of(material, name, start, source)
    words = line_words(shown)
    words += " " + say("Status now: {change}.", change=change_clause(steps[-1].change)) if steps else ""
    words = f"{words} {fan.label}" if fan else words
    ident = f"chart-{slugify(name)}" + (f"-{source}" if source else "")
    return ChartSpec(ident, say("{title}: level and status", title=title), words, start, end, low, high, shown, tuple(marks), steps, fan)


def plain_chart(material: Material, name: str, title: str) -> ChartSpec:
    """The chart of a relation or category that stands alone: its events are marks without rows they could lead to."""
    category = next((c for c in material.desk.config.categories if c.name == name), None)
    relations = [r.name for r in category.relations] if category else [name]
    marks = {mark.anchor: mark for relation in relations for mark in marks_of(material, shown_on(material, relation).marked)}
    kept = sorted((replace(mark, anchor="") for mark in marks.values()), key=lambda mark: (mark.day, mark.label))
    return relation_chart(material, name, title, kept)


def fan_of(material: Material, name: str) -> ChartFan | None:
    """The outlook for a chart; None where there is none."""
    outlook = material.outlook(name)
    if outlook is None or outlook.level is None:
        return None
    ahead = outlook.level
    label = say_many(
        "Outlook: in {n} day {mean} is to be expected, with a chance of 80 % between {low} and {high}.",
        "Outlook: in {n} days {mean} is to be expected, with a chance of 80 % between {low} and {high}.",
        outlook.period_days, mean=points(ahead.mean), low=points(ahead.low), high=points(ahead.high),
    )  # fmt: skip
    return ChartFan(outlook.period_days, ahead.mean, ahead.low, ahead.high, label)


def chart_points(material: Material, name: str, source: str = "") -> tuple[ChartPoint, ...]:
    """The level line; a day counts as reported when an event fell within the period that ends on it."""
    period, last, shown = timedelta(days=material.desk.config.period_days), None, []
    for point in material.series(name, source):
        if point.events:
            last = point.day
        shown.append(ChartPoint(point.day, point.level, point.low, point.high, last is not None and point.day - last < period))
    return tuple(shown)


def line_words(shown: Sequence[ChartPoint]) -> str:
    """A line in words: where it begins and ends, its lowest and highest day."""
    known = [(p.day, p.level) for p in shown if p.level is not None]
    if not known:
        return say("Nothing was reported.")
    (first_day, first), (last_day, last) = known[0], known[-1]
    low, high = min(known, key=lambda k: k[1]), max(known, key=lambda k: k[1])
    quiet = "" if shown[-1].reported else " " + say("Nothing has been reported lately: the line is dashed.")
    line = say(
        "From {first} on {first_day} to {last} on {last_day}; lowest {low} on {low_day}, highest {high} on {high_day}.",
        first=points(first), first_day=short_day(first_day), last=points(last), last_day=short_day(last_day),
        low=points(low[1]), low_day=short_day(low[0]), high=points(high[1]), high_day=short_day(high[0]),
    )  # fmt: skip
    return line + quiet


def steps_of(material: Material, name: str, start: date, source: str = "") -> tuple[ChartStep, ...]:
    """Stretches between the steps of status, from ``start`` on."""
    steps = material.steps(name, source)
    stretches = []
    for index, (day, status) in enumerate(steps):
        end = steps[index + 1][0] - timedelta(days=1) if index + 1 < len(steps) else material.as_of
        if end >= start:
            stretches.append(ChartStep(max(day, start), max(end, day, start), status.change))
    return tuple(stretches)


def marks_of(material: Material, events: Sequence[Event]) -> tuple[ChartMark, ...]:
    """The marks of dated events on a line."""
    dated = [(day, e) for e in events if (day := e.date_end or e.date_start)]
    return tuple(ChartMark(day, tone_of(e), f"{short_day(day)}: {what_words(material, e)}", anchor_of(e.id)) for day, e in dated)
