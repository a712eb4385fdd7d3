"""The outlook of a chart: from today's level and band to those of the period's end, drawn to the right of today."""

from __future__ import annotations

from detente.pages.chart_frame import Frame, text, today_of, y_of
from detente.pages.chart_parts import ChartSpec
from detente.pages.language import say_many


def fan(frame: Frame, spec: ChartSpec) -> str:
    """A wedge for the 80 % band, a dashed line for the mean and a line for today; empty where there is no outlook."""
    ahead, last = spec.fan, next((p for p in reversed(spec.points) if p.level is not None), None)
    if ahead is None or last is None or last.level is None:
        return ""
    today, end, base = today_of(frame, spec), frame.width - frame.right, frame.height - frame.bottom
    now, low, high = (y_of(frame, spec, v) for v in (last.level, _or(last.low, last.level), _or(last.high, last.level)))
    then, then_low, then_high = (y_of(frame, spec, v) for v in (ahead.mean, ahead.low, ahead.high))
    wedge = f"{today:.1f},{high:.1f} {end},{then_high:.1f} {end},{then_low:.1f} {today:.1f},{low:.1f}"
    days = say_many("+{n} day", "+{n} days", ahead.days)
    return (
        f'<g class="outlook"><title>{text(ahead.label)}</title><polygon class="fan" points="{wedge}"/>'
        f'<line class="fan-mean" x1="{today:.1f}" x2="{end}" y1="{now:.1f}" y2="{then:.1f}"/>'
        f'<line class="today" x1="{today:.1f}" x2="{today:.1f}" y1="{frame.top}" y2="{base + 5}"/>'
        f'<text class="tick" x="{end}" y="{base + 17}" text-anchor="end">{text(days)}</text></g>'
    )


def _or(value: float | None, level: float) -> float:
    return level if value is None else value
