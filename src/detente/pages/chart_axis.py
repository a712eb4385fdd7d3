"""Where the ticks of a chart stand and what they say."""

from __future__ import annotations

import math
from datetime import date

from detente.pages.language import number_words
from detente.pages.wording import axis_month, points

# Steps an eye reads easily.
_LEVEL_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_MOST_LEVELS = 6  # more lines than this across a chart are a fence


def level_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """At most six round levels between ``low`` and ``high`` with their words."""
    step = next((s for s in _LEVEL_STEPS if (high - low) / s <= _MOST_LEVELS - 1), (high - low) or 1.0)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [(n * step, points(n * step) if step < 1 else _whole(n * step)) for n in range(first, last + 1)]


def _whole(level: float) -> str:
    return points(level).removesuffix(number_words(".0")) if round(level) else "0"


def day_ticks(start: date, end: date, most: int) -> list[tuple[date, str]]:
    """At most ``most`` first days of months or years between two days with their words."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    step = next((s for s in _MONTH_STEPS if months / s <= max(1, most)), _MONTH_STEPS[-1])
    ticks = []
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        day = date(number // 12, number % 12 + 1, 1)
        if number % step == 0 and start <= day <= end:
            ticks.append((day, str(day.year) if step >= 12 else axis_month(day)))
    return ticks or [(start, axis_month(start))]


def level_scale(levels: list[float]) -> tuple[float, float]:
    """The lowest and highest level of a chart: all that is drawn, zero, and at least one point either way, rounded outwards."""
    low, high = min([-1.0, *levels]), max([1.0, *levels])
    step = next((s for s in _LEVEL_STEPS if (high - low) / s <= 2 * _MOST_LEVELS), 1.0)
    return math.floor(low / step - 1e-9) * step, math.ceil(high / step + 1e-9) * step
