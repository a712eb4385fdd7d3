"""Charts as SVG, drawn when the site is built: pure functions from a ``ChartSpec`` to markup that is safe to print.

Nothing here has a colour of its own: the style sheet gives it by class, so that light, dark and paper each get theirs. A
class is never told by colour alone: improvement points up, deterioration down, and a day without reporting is dashed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from html import escape

from detente.pages.chart_axis import day_ticks, level_ticks
from detente.pages.chart_fan import fan
from detente.pages.chart_frame import NARROW, SPARK, WIDE, Frame, text, today_of, x_of, y_of
from detente.pages.chart_parts import ChartMark, ChartPoint, ChartSpec, ChartStep
from detente.pages.language import say
from detente.pages.wording import axis_month, change_words, short_day


def sparkline(spec: ChartSpec) -> str:
    """A line without axes, to stand beside the words in a table."""
    frame, points = SPARK, _thinned(spec.points, SPARK.points)
    parts = [_band(frame, spec, points), _zero(frame, spec), *_lines(frame, spec, points)]
    last = next((p for p in reversed(points) if p.level is not None), None)
    if last is not None and last.level is not None:
        kind = "dot" if last.reported else "dot hollow"
        parts.append(f'<circle class="{kind}" cx="{x_of(frame, spec, last.day):.1f}" cy="{y_of(frame, spec, last.level):.1f}" r="2.6"/>')
    return _svg(spec, frame, "spark", "", "".join(parts))


def level_chart(spec: ChartSpec, *, cursor: bool = False) -> str:
    """The level with its band, the events on the line, and the steps of status under it; twice, for wide and narrow columns.

    cursor: say where the days begin and end, for a script that follows the pointer."""
    return _level_chart(spec, WIDE, "wide", cursor) + _level_chart(spec, NARROW, "narrow", cursor)


def _level_chart(spec: ChartSpec, frame: Frame, size: str, cursor: bool) -> str:
    extra = f' font-size="{frame.font}"' + (days_data(frame, spec) if cursor else "")
    return _svg(replace(spec, id=f"{spec.id}-{size}"), frame, f"level {size}", extra, drawn(spec, frame))


def days_data(frame: Frame, spec: ChartSpec) -> str:
    """Attributes that say where the first and the last day stand, and how high a line through all of it reaches."""
    return f' data-left="{frame.left}" data-right="{today_of(frame, spec):.0f}" data-base="{frame.height - frame.bottom}"'


def drawn(spec: ChartSpec, frame: Frame) -> str:
    """What stands inside a level chart: axes, band, line, events, steps and outlook."""
    points = _thinned(spec.points, frame.points)
    parts = [_axis_of_levels(frame, spec), axis_of_days(frame, spec), _band(frame, spec, points), _zero(frame, spec)]
    parts += [fan(frame, spec), *_lines(frame, spec, points)]
    parts += [_mark(frame, spec, mark) for mark in spec.marks]
    parts += [_step(frame, spec, step) for step in spec.steps]
    return "".join(parts)


def _svg(spec: ChartSpec, frame: Frame, kind: str, extra: str, inner: str) -> str:
    ident = escape(spec.id)
    # what holds links is no image to who hears the page
    role = "group" if any(mark.anchor for mark in spec.marks) else "img"
    return (
        f'<svg class="chart {kind}" viewBox="0 0 {frame.width} {frame.height}" width="{frame.width}" height="{frame.height}"'
        f'{extra} role="{role}" aria-labelledby="{ident}-t {ident}-d">'
        f'<title id="{ident}-t">{text(spec.title)}</title><desc id="{ident}-d">{text(spec.desc)}</desc>{inner}</svg>'
    )


_LETTER = 7.25  # units a letter of a label takes, air included, at the font of the frames above: "Jan 2016" needs 58


def _thinned(points: tuple[ChartPoint, ...], most: int) -> tuple[ChartPoint, ...]:
    """At most about ``most`` of the points, evenly, the last one always."""
    step = -(-len(points) // most) if points else 1
    return tuple(reversed(points[::-1][::step])) if step > 1 else points


def _runs(points: tuple[ChartPoint, ...]) -> list[tuple[bool, list[ChartPoint]]]:
    """Stretches that have a level, cut where reporting stops or begins; each begins with the last point of the one before."""
    runs: list[tuple[bool, list[ChartPoint]]] = []
    last: ChartPoint | None = None
    for point in points:
        if point.level is None:
            last = None
            continue
        if last is None:
            runs.append((point.reported, [point]))
        elif runs[-1][0] != point.reported:
            runs.append((point.reported, [last, point]))
        else:
            runs[-1][1].append(point)
        last = point
    return runs


def _lines(frame: Frame, spec: ChartSpec, points: tuple[ChartPoint, ...]) -> list[str]:
    parts = []
    for reported, run in _runs(points):
        path = " ".join(f"{x_of(frame, spec, p.day):.1f},{y_of(frame, spec, p.level or 0.0):.1f}" for p in run)
        parts.append(f'<polyline class="line{"" if reported else " quiet"}" points="{path}"/>')
    return parts


def _band(frame: Frame, spec: ChartSpec, points: tuple[ChartPoint, ...]) -> str:
    parts, run = [], list[tuple[float, float, float]]()

    def close() -> None:
        if len(run) > 1:
            edge = [f"{x:.1f},{high:.1f}" for x, _, high in run] + [f"{x:.1f},{low:.1f}" for x, low, _ in reversed(run)]
            parts.append(f'<polygon class="band" points="{" ".join(edge)}"/>')
        run.clear()

    for point in points:
        if point.low is None or point.high is None:
            close()
        else:
            run.append((x_of(frame, spec, point.day), y_of(frame, spec, point.low), y_of(frame, spec, point.high)))
    close()
    return "".join(parts)


def _zero(frame: Frame, spec: ChartSpec) -> str:
    if not spec.low <= 0.0 <= spec.high:
        return ""
    y = y_of(frame, spec, 0.0)
    return f'<line class="zero" x1="{frame.left}" x2="{frame.width - frame.right}" y1="{y:.1f}" y2="{y:.1f}"/>'


def _axis_of_levels(frame: Frame, spec: ChartSpec) -> str:
    parts = []
    for level, words in level_ticks(spec.low, spec.high):
        y = y_of(frame, spec, level)
        parts.append(f'<line class="grid" x1="{frame.left}" x2="{frame.width - frame.right}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text class="tick" x="{frame.left - 6}" y="{y + 4:.1f}" text-anchor="end">{words}</text>')
    return "".join(parts)


def axis_of_days(frame: Frame, spec: ChartSpec) -> str:
    """Ticks and words of the days along the foot of a frame."""
    parts, base = [], frame.height - frame.bottom
    label = _LETTER * max(len(axis_month(date(2000, month, 1))) for month in range(1, 13))
    most = int(round(today_of(frame, spec) - frame.left) // label)
    for day, words in day_ticks(spec.start, spec.end, most):
        x = x_of(frame, spec, day)
        parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{base}" y2="{base + 5}"/>')
        room = frame.width if not spec.fan else today_of(frame, spec) + 4
        if x + label / 2 <= room:  # a label that would be cut off is left out; its tick stays
            parts.append(f'<text class="tick" x="{x:.1f}" y="{base + 17}" text-anchor="middle">{words}</text>')
    return "".join(parts)


def _level_on(spec: ChartSpec, day: date) -> float:
    known = [p for p in spec.points if p.level is not None]
    before = next((p.level for p in reversed(known) if p.day <= day), None)
    return before if before is not None else next((p.level for p in known if p.level is not None), 0.0)


# Shapes of the marks around (0, 0): what helps points up, what hurts points down, the rest is round.
_SHAPES = {
    "cooperative": '<path d="M0-5.2 5 3.8H-5Z"/>',
    "conflictual": '<path d="M0 5.2 5-3.8H-5Z"/>',
    "neutral": '<circle r="3.8"/>',
}


def _mark(frame: Frame, spec: ChartSpec, mark: ChartMark) -> str:
    x, y = x_of(frame, spec, mark.day), y_of(frame, spec, _level_on(spec, mark.day))
    if not mark.anchor:  # a chart without a list beside it
        inner = f"<title>{text(mark.label)}</title>{_SHAPES[mark.tone]}"
        return f'<g class="mark {mark.tone}" transform="translate({x:.1f} {y:.1f})">{inner}</g>'
    # Out of the order of the tab key: the list under the chart has the same events and is the way for a keyboard.
    return (
        f'<a class="mark {mark.tone}" href="#{escape(mark.anchor)}" tabindex="-1" transform="translate({x:.1f} {y:.1f})">'
        f"<title>{text(mark.label)}</title>{_SHAPES[mark.tone]}</a>"
    )


# The strip of steps: a block above its middle line for improved, below it for deteriorated, on it for unchanged; (top, height).
_BLOCKS = {"improved": (0.0, 0.5), "deteriorated": (0.5, 0.5), "unchanged": (0.42, 0.16)}


def _step(frame: Frame, spec: ChartSpec, step: ChartStep) -> str:
    left, right = x_of(frame, spec, step.start), x_of(frame, spec, step.end + timedelta(days=1))
    top, height = frame.height - frame.strip - 10, frame.strip
    days = {"start": short_day(step.start), "end": short_day(step.end)}
    words = say("{change}, {start} to {end}", change=change_words(step.change), **days)
    if step.change == "no-reporting":
        middle = top + height / 2
        shape = f'<line class="none" x1="{left:.1f}" x2="{right:.1f}" y1="{middle:.1f}" y2="{middle:.1f}"/>'
    else:
        offset, part = _BLOCKS[step.change]
        shape = (
            f'<rect class="{step.change}" x="{left:.1f}" y="{top + offset * height:.1f}" '
            f'width="{max(1.0, right - left):.1f}" height="{part * height:.1f}"/>'
        )
    return f'<g class="step"><title>{text(words)}</title>{shape}</g>'
