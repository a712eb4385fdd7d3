"""Both directions of a relation as mirrored bars under a level chart, on the same days.

A bar is told apart without colour: what is cooperative is filled and stands at the middle line, what is conflictual is hatched and
stands beyond it.
"""

from __future__ import annotations

from datetime import date, timedelta
from html import escape

from detente.pages.chart_frame import Frame, text, x_of
from detente.pages.chart_parts import ChartSpec, FlowBin, FlowSpec
from detente.pages.charts import axis_of_days, days_data

# Edges and outlook as the level chart over it has them, so that a day stands under itself.
FLOW_WIDE = Frame(width=720, height=210, left=44, right=12, top=24, bottom=42, font=12, points=0, ahead=84)
FLOW_NARROW = Frame(width=360, height=210, left=36, right=8, top=24, bottom=42, font=12, points=0, ahead=56)
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000)


def flow_chart(flow: FlowSpec, spec: ChartSpec) -> str:
    """The bars, twice, for wide and narrow columns. spec: the level chart over them."""
    return _drawn(flow, spec, FLOW_WIDE, "wide") + _drawn(flow, spec, FLOW_NARROW, "narrow")


def _drawn(flow: FlowSpec, spec: ChartSpec, frame: Frame, size: str) -> str:
    ident, most = escape(f"{flow.id}-{size}"), _most(flow)
    middle, reach = _middle(flow, frame)
    base = frame.height - frame.bottom
    parts = [axis_of_days(frame, spec), *_grid(flow, frame, most, middle, reach)]
    parts += [_bin(flow, spec, frame, one, middle, reach / most) for one in flow.bins if any((*one.up, *one.down))]
    parts.append(f'<line class="middle" x1="{frame.left}" x2="{frame.width - frame.right}" y1="{middle:.1f}" y2="{middle:.1f}"/>')
    parts.append(f'<text class="way" x="{frame.left}" y="{frame.top - 9}">{text(flow.up)}</text>')
    if flow.down:
        parts.append(f'<text class="way" x="{frame.left}" y="{base + 36}">{text(flow.down)}</text>')
    hatch = (
        f'<defs><pattern id="{ident}-h" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect class="hatch-ground" width="4" height="4"/><rect class="hatch" width="2" height="4"/></pattern></defs>'
    )
    inner = "".join(parts).replace("url(#h)", f"url(#{ident}-h)")
    return (
        f'<svg class="chart flow level {size}" viewBox="0 0 {frame.width} {frame.height}" width="{frame.width}" height="{frame.height}" '
        f'font-size="{frame.font}"{days_data(frame, spec)} role="img" aria-labelledby="{ident}-t {ident}-d">'
        f'<title id="{ident}-t">{text(flow.title)}</title><desc id="{ident}-d">{text(flow.desc)}</desc>{hatch}{inner}</svg>'
    )


def _most(flow: FlowSpec) -> float:
    return max([1.0, *(sum(way) for one in flow.bins for way in (one.up, one.down))])


def _middle(flow: FlowSpec, frame: Frame) -> tuple[float, float]:
    """Where the line between the directions stands, and how far a bar can reach from it."""
    inner = frame.height - frame.top - frame.bottom
    return (frame.top + inner / 2, inner / 2 - 2) if flow.down else (frame.top + inner, inner - 2)


def _grid(flow: FlowSpec, frame: Frame, most: float, middle: float, reach: float) -> list[str]:
    """At most two round numbers either way."""
    step = next((s for s in _STEPS if most / s < 3), _STEPS[-1])
    parts = [f'<text class="tick" x="{frame.left - 6}" y="{middle + 4:.1f}" text-anchor="end">0</text>']
    for number in range(step, int(most) + 1, step):
        for way in (-1, 1) if flow.down else (-1,):
            y = middle + way * reach * number / most
            parts.append(f'<line class="grid" x1="{frame.left}" x2="{frame.width - frame.right}" y1="{y:.1f}" y2="{y:.1f}"/>')
            parts.append(f'<text class="tick" x="{frame.left - 6}" y="{y + 4:.1f}" text-anchor="end">{number}</text>')
    return parts


def _bin(flow: FlowSpec, spec: ChartSpec, frame: Frame, one: FlowBin, middle: float, unit: float) -> str:
    left, right = x_of(frame, spec, one.start), x_of(frame, spec, min(one.end + _DAY, spec.end) if one.end < spec.end else spec.end)
    width = max(2.0, (right - left) * 0.84)
    x = min(left + (right - left - width) / 2, frame.width - frame.right - width)
    shapes = []
    for way, (good, bad) in ((-1, one.up), (1, one.down)) if flow.down else ((-1, one.up),):
        edge = middle
        for value, kind, fill in ((good, "cooperative", ""), (bad, "conflictual", ' fill="url(#h)"')):
            height = value * unit
            if height:
                top = edge - height if way < 0 else edge
                shapes.append(f'<rect class="bar {kind}"{fill} x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}"/>')
                edge += way * height
    return f"<g><title>{text(one.label)}</title>{''.join(shapes)}</g>"


_DAY = timedelta(days=1)

# The longest period that gets bars of a unit: at most some sixty bars, so that one is still five units wide on a phone.
UNITS: tuple[tuple[str, int], ...] = (("day", 62), ("week", 434), ("month", 1860), ("quarter", 5580))


def unit_of(days: int) -> str:
    """What a bar stands for over a period of so many days."""
    return next((unit for unit, most in UNITS if days <= most), "year")


def begins(day: date, unit: str) -> date:
    """The first day of the day's week (a Monday), month, quarter or year."""
    if unit == "day":
        return day
    if unit == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[unit]
    return day.replace(month=month, day=1)


def next_begin(day: date, unit: str) -> date:
    """The first day of the stretch after the one that begins with ``day``."""
    if unit in ("day", "week"):
        return day + timedelta(days=1 if unit == "day" else 7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
