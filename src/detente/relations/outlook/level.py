"""The level a period ahead: how the levels of this desk or table have moved before, from where they stood.

Nothing here knows how a level is made: it is fed the filtered levels of the past, week by week, and forecasts the same number a period
later. Components: the level stays, or goes a part of the way or all the way back to the relation's own mean, each with several scales in
units of what the relation's level has moved over a period so far (held at what all of them have moved). Weights are learned as for the
counts (learning.py), from outcomes that are known by the week; they overlap, so each counts for 1 / period weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from detente.relations.change import normal_below
from detente.relations.outlook.learning import MEMORY, Weights, begin, learn, scaled
from detente.relations.tone import Floats
from detente.types import Spread

BACK = (0.0, 0.3, 0.6, 1.0)  # parts of the way back to the relation's mean
SCALES = (0.2, 0.5, 1.0, 2.0)
HELD_BY = 4.0  # outcomes' worth of the pooled scale in a relation's own, and of neutral in a relation's mean
LEAST_SCALE = 0.2  # points of level: a relation that never moved may
TOP = 10.0


@dataclass(frozen=True, slots=True)
class Ahead:
    """Levels a period after one day: mixtures of normals. now: n; location, scale, weight: n x k."""

    now: Floats
    location: Floats
    scale: Floats
    weight: Floats

    def below(self, x: Floats) -> Floats:
        """n: the chance of a level below one number each."""
        return np.asarray((self.weight * normal_below((x[:, None] - self.location) / self.scale)).sum(1))

    def changes(self, threshold: Floats) -> tuple[Floats, Floats, Floats]:
        """n each: the chances of improved, unchanged, deteriorated: more than the threshold above or below today's level."""
        down = self.below(self.now - threshold)
        up = 1 - self.below(self.now + threshold)
        return up, np.maximum(1 - up - down, 0), down

    def spread(self, row: int) -> Spread:
        """Mean and central 80 % on the scale of levels."""
        grid = np.linspace(-TOP, TOP, 801)
        below = (self.weight[row, None] * normal_below((grid[:, None] - self.location[row]) / self.scale[row])).sum(1)
        low, high = np.interp([0.1, 0.9], np.maximum.accumulate(below), grid)
        mean = TOP - float(np.sum((below[1:] + below[:-1]) / 2) * (grid[1] - grid[0]))
        return Spread(mean, float(low), float(high))


def level_ahead(levels: Floats, horizon: int, teachers: int | None = None) -> Ahead:
    """The forecast from the last week of ``levels`` (n x w, a week apart, NaN before the first report), ``horizon`` weeks ahead."""
    *_, (_, ahead) = rolling_levels(levels, horizon, teachers)
    return ahead


def rolling_levels(levels: Floats, horizon: int, teachers: int | None = None) -> Iterator[tuple[int, Ahead]]:
    """(t, the forecast made in week t from the weeks up to it), for every week."""
    seen = ~np.isnan(levels)
    x = np.where(seen, levels, 0.0)
    heard = np.cumsum(seen, axis=1)
    mean = np.cumsum(x, axis=1) / (heard + HELD_BY)
    flat = np.full(len(BACK) * len(SCALES), 1 / (len(BACK) * len(SCALES)))
    weights, known = begin(flat, len(x)), np.zeros((len(x), 0, len(flat)))
    squares, outcomes = np.zeros(len(x)), np.zeros(len(x))
    made: list[Ahead] = []
    for t in range(x.shape[1]):
        if t >= horizon:
            then = made[t - horizon]
            valid = seen[:, t - horizon]
            squares, outcomes = squares + valid * (x[:, t] - then.now) ** 2, outcomes + valid
            z = (x[:, t, None] - then.location) / then.scale
            came = scaled(-0.5 * z * z - np.log(then.scale)) * valid[:, None]
            known = np.concatenate([known, came[:, None]], axis=1)[:, -MEMORY:]
            weights = learn(known, weights, flat, each=1 / horizon, teachers=teachers)
        made.append(_ahead(x[:, t], mean[:, t], _scale(squares, outcomes, teachers), weights))
        yield t, made[-1]


def _scale(squares: Floats, outcomes: Floats, teachers: int | None) -> Floats:
    """n: the usual size of a change over a period."""
    pooled = (squares[:teachers].sum() + HELD_BY) / (outcomes[:teachers].sum() + HELD_BY)
    return np.asarray(np.maximum(np.sqrt((squares + HELD_BY * pooled) / (outcomes + HELD_BY)), LEAST_SCALE))


def _ahead(now: Floats, mean: Floats, scale: Floats, weights: Weights) -> Ahead:
    back, factor = np.repeat(BACK, len(SCALES)), np.tile(SCALES, len(BACK))
    return Ahead(now, now[:, None] + back * (mean - now)[:, None], scale[:, None] * factor, weights.own)
