"""The series of a category: the weighted mean of its relations' series. Pure; numbers in, numbers out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from math import sqrt

import numpy as np

from detente.relations.calibration import BAND_Z, DEFAULT
from detente.relations.levels import shown
from detente.relations.observing import Observation, Sides
from detente.relations.series import DAILY_UP_TO, relation_series
from detente.types import LevelPoint

Weighted = Sequence[tuple[Sides, float]]


def category_series(relations: Weighted, observations: Sequence[Observation], as_of: date) -> list[LevelPoint]:
    """The smoothed level of a category from its first report to ``as_of``, oldest first; empty without reports.

    As in a category's status, a relation not yet reported on stands at 0 with the band of one nothing is known of, and the errors of
    the relations are taken as independent.
    """
    wanted = {sides for sides, _ in relations}
    days = [o.day for o in observations if o.sides in wanted and o.known <= as_of and o.day <= as_of]
    if not days:
        return []
    step = 1 if (as_of - min(days)).days <= DAILY_UP_TO else 7
    series = [(relation_series(observations, sides, as_of, step_days=step), weight) for sides, weight in relations]
    grid = sorted({point.day for points, _ in series for point in points})
    total = sum(weight for _, weight in relations)
    return [_mean(day, [(_at(points, day), weight / total) for points, weight in series]) for day in grid]


def _at(points: Sequence[LevelPoint], day: date) -> LevelPoint:
    """The point of a day; between points the one before (without its events), before the first the band of ignorance."""
    found = bisect_right(points, day, key=lambda point: point.day) - 1
    if found < 0:
        wide = float(shown(np.array([BAND_Z * sqrt(DEFAULT.tone_variance)]))[0])
        return LevelPoint(day, 0.0, -wide, wide, 0)
    point = points[found]
    return point if point.day == day else LevelPoint(day, point.level, point.low, point.high, 0)


def _mean(day: date, parts: Sequence[tuple[LevelPoint, float]]) -> LevelPoint:
    level = sum(weight * (point.level or 0.0) for point, weight in parts)
    below = sqrt(sum((weight * ((point.level or 0.0) - (point.low or 0.0))) ** 2 for point, weight in parts))
    above = sqrt(sum((weight * ((point.high or 0.0) - (point.level or 0.0))) ** 2 for point, weight in parts))
    return LevelPoint(day, level, level - below, level + above, sum(point.events for point, _ in parts))
