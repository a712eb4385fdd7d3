"""The frame of a chart: its size, and where a day and a level stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

from detente.pages.chart_parts import ChartSpec
from detente.pages.wording import clean


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing's size and inner edges, in its own units; font: the size of its letters in the same units.

    ahead: the width of the outlook to the right of today, where a chart has one: it has a scale of its own, as a month would be a sliver
    beside ten years."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    font: int
    points: int
    strip: int = 0
    ahead: int = 0


# The two drawings of a level chart: one for a column of text, one for a phone, so that letters stay near 12 px on both.
# points: at most so many days are drawn, about one in three units of width; more cannot be seen and would only weigh.
WIDE = Frame(width=720, height=300, left=44, right=12, top=14, bottom=62, font=12, points=240, strip=22, ahead=84)
NARROW = Frame(width=360, height=260, left=36, right=8, top=12, bottom=60, font=12, points=120, strip=22, ahead=56)
SPARK = Frame(width=128, height=36, left=2, right=5, top=3, bottom=3, font=0, points=60)


def x_of(frame: Frame, spec: ChartSpec, day: date) -> float:
    """The place of a day of the history, ``spec.start`` to ``spec.end``."""
    days = max(1, (spec.end - spec.start).days)
    return frame.left + (today_of(frame, spec) - frame.left) * min(1.0, max(0.0, (day - spec.start).days / days))


def today_of(frame: Frame, spec: ChartSpec) -> float:
    """Where the history ends and the outlook, if there is one, begins."""
    return float(frame.width - frame.right - (frame.ahead if spec.fan else 0))


def y_of(frame: Frame, spec: ChartSpec, level: float) -> float:
    """The place of a level; what is outside the scale stands on its edge."""
    inner = frame.height - frame.top - frame.bottom
    part = (level - spec.low) / (spec.high - spec.low) if spec.high > spec.low else 0.5
    return frame.top + inner * (1.0 - min(1.0, max(0.0, part)))


def text(words: str) -> str:
    """Words of others as safe text of a drawing."""
    return escape(clean(words))
