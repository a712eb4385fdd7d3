"""A calibration plot as SVG: what came over what was said, in tenths; on the diagonal when the chances can be taken at their word."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from detente.relations.outlook.scores import Bin

SIDE, LEFT, BOTTOM, TOP, RIGHT = 200, 52, 42, 18, 22  # units
FEW_DOT = 5  # forecasts in a tenth, below which its dot is hollow: it may stand anywhere


def reliability_plot(bins: Sequence[Bin], title: str, ident: str) -> str:
    """Safe markup, without a colour of its own. A dot's area is how many; hollow: fewer than FEW_DOT. ident: unique on the page."""
    width, height = LEFT + SIDE + RIGHT, TOP + SIDE + BOTTOM
    name, key = escape(title), escape(ident)
    parts = [
        f'<svg class="chart reliability" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-size="11" role="img" '
        f'aria-labelledby="{key}-t {key}-d"><title id="{key}-t">{name}</title><desc id="{key}-d">{escape(in_words(bins))}</desc>',
        *(_tick(k) for k in (0.0, 0.5, 1.0)),
        f'<line class="zero" x1="{_x(0):.1f}" y1="{_y(0):.1f}" x2="{_x(1):.1f}" y2="{_y(1):.1f}"/>',
        f'<text class="tick" x="{_x(0.5):.1f}" y="{height - 4}" text-anchor="middle">said</text>',
        f'<text class="tick" x="10" y="{_y(0.5):.1f}" text-anchor="middle" transform="rotate(-90 10 {_y(0.5):.1f})">came</text>',
        *(_dot(b, sum(each.count for each in bins)) for b in bins),
        "</svg>",
    ]
    return "".join(parts)


def in_words(bins: Sequence[Bin]) -> str:
    """What the plot shows, for whoever cannot see it."""
    if not bins:
        return "Nothing is resolved."
    return "; ".join(f"said {b.said:.0%}, came {b.came:.0%} of {b.count}" for b in bins) + "."


def _x(share: float) -> float:
    return LEFT + share * SIDE


def _y(share: float) -> float:
    return TOP + (1 - share) * SIDE


def _tick(k: float) -> str:
    return (
        f'<line class="grid" x1="{_x(0):.1f}" x2="{_x(1):.1f}" y1="{_y(k):.1f}" y2="{_y(k):.1f}"/>'
        f'<line class="grid" x1="{_x(k):.1f}" x2="{_x(k):.1f}" y1="{_y(0):.1f}" y2="{_y(1):.1f}"/>'
        f'<text class="tick" x="{_x(k):.1f}" y="{_y(0) + 14:.1f}" text-anchor="middle">{k:.0%}</text>'
        f'<text class="tick" x="{_x(0) - 5:.1f}" y="{_y(k) + 4:.1f}" text-anchor="end">{k:.0%}</text>'
    )


def _dot(b: Bin, count: int) -> str:
    kind = "dot" if b.count >= FEW_DOT else "dot hollow"
    radius = 3 + 11 * (b.count / max(1, count)) ** 0.5
    words = f"said {b.said:.0%}, came {b.came:.0%} of {b.count}"
    return f'<circle class="{kind}" cx="{_x(b.said):.1f}" cy="{_y(b.came):.1f}" r="{radius:.1f}"><title>{words}</title></circle>'
