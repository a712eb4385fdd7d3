"""The actors around one country, as a drawing: the more events, the thicker the line; most of them cooperative: a solid line, most
conflictual: a dashed one, neither: dots. The table beside it says the same in numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

from detente.pages.chart_frame import text
from detente.pages.chart_parts import ActorLine, ActorsSpec
from detente.pages.wording import one_line


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A drawing's size; rx, ry: half axes of the ellipse the partners stand on; most: partners there is room for; thick: the
    widest line, as wide as lines can be that begin side by side. Where rx is 0, the country stands at the left edge and its partners in a
    column, as a phone is too narrow for names on both sides."""

    size: str
    width: int
    height: int
    rx: int
    ry: int
    most: int
    thick: float


_SHEETS = (_Sheet("wide", 720, 420, 200, 160, 14, 12.0), _Sheet("narrow", 360, 400, 0, 180, 12, 7.0))
_COLUMN = 208  # where the column's names begin
_THIN = 1.5  # units of width: a line that is still seen
_NAME = 22  # letters of a name there is room for at either side; the table has it whole


def actors_picture(spec: ActorsSpec) -> str:
    """The drawing, twice, for wide and narrow columns."""
    return "".join(_drawn(spec, sheet) for sheet in _SHEETS)


def _drawn(spec: ActorsSpec, sheet: _Sheet) -> str:
    ident, shown = escape(f"{spec.id}-{sheet.size}"), spec.lines[: sheet.most]
    half = 8 + 3.7 * len(spec.centre)
    cx, cy, most = sheet.width / 2 if sheet.rx else half + 2, sheet.height / 2, max([1, *(line.events for line in shown)])
    rays, labels = [], []
    for number, line in enumerate(shown):
        x, y, side = _place(sheet, number, len(shown))
        rays.append(_ray(line, (cx, cy), (x, y), max(_THIN, sheet.thick * math.sqrt(line.events / most))))
        labels.append(_label(line, x, y, side))
    middle = (
        f'<rect class="centre" x="{cx - half:.1f}" y="{cy - 16:.1f}" width="{2 * half:.1f}" height="32" rx="4"/>'
        f'<text class="centre-name" x="{cx:.1f}" y="{cy + 5:.1f}" text-anchor="middle">{text(spec.centre)}</text>'
    )
    return (
        f'<svg class="chart actors level {sheet.size}" viewBox="0 0 {sheet.width} {sheet.height}" width="{sheet.width}" '
        f'height="{sheet.height}" font-size="12.5" role="img" aria-labelledby="{ident}-t {ident}-d">'
        f'<title id="{ident}-t">{text(spec.title)}</title><desc id="{ident}-d">{text(spec.desc)}</desc>'
        f'{"".join(rays)}{middle}{"".join(labels)}</svg>'
    )


def _ray(line: ActorLine, start: tuple[float, float], end: tuple[float, float], width: float) -> str:
    dashes = {"cooperative": "", "conflictual": f"{2 * width + 4:.1f} {width + 3:.1f}", "neutral": f"0 {1.7 * width + 1.5:.1f}"}
    dash = f' stroke-dasharray="{dashes[line.tone]}"' if dashes[line.tone] else ""
    return (
        f'<g><title>{text(line.label)}</title><line class="ray {line.tone}" x1="{start[0]:.1f}" y1="{start[1]:.1f}" '
        f'x2="{end[0]:.1f}" y2="{end[1]:.1f}" stroke-width="{width:.1f}"{dash}/></g>'
    )


def _place(sheet: _Sheet, number: int, of: int) -> tuple[float, float, tuple[float, float]]:
    """Where a partner's line ends, and which way from there its name stands."""
    if not sheet.rx:
        return _COLUMN, sheet.height / 2 + sheet.ry * ((2 * number + 1) / of - 1), (1.0, 0.0)
    angle = -math.pi / 2 + 2 * math.pi * number / of
    cos, sin = math.cos(angle), math.sin(angle)
    return sheet.width / 2 + sheet.rx * cos, sheet.height / 2 + sheet.ry * sin, (cos, sin)


def _label(line: ActorLine, x: float, y: float, side: tuple[float, float]) -> str:
    cos, sin = side
    anchor = "middle" if abs(cos) < 0.2 else "start" if cos > 0 else "end"
    x += 8 * (cos > 0.2) - 8 * (cos < -0.2)
    y += 4 + 14 * sin
    return (
        f'<text class="actor" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text(one_line(line.name, _NAME))} '
        f'<tspan class="tick">{line.events}</tspan></text>'
    )
