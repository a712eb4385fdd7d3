"""The balance of next week, cooperation less conflict: the two forecasts put together with the correlation they have had.

Weeks that are loud in one are loud in the other. The two counts are joined by a Gaussian copula (Sklar 1959) whose correlation is that of
the past square roots around their running means, each relation's own held at the pooled one. The sum over the two distributions is taken at
POINTS points that fill the unit square evenly (the R2 sequence of Roberts 2018): no draw, the same bytes every time."""

from __future__ import annotations

import numpy as np

from detente.relations.change import normal_below
from detente.relations.outlook.baselines import counted
from detente.relations.outlook.counts import Group
from detente.relations.tone import Floats

POINTS = 1024
HELD_BY = 20.0  # weeks' worth of the pooled correlation in a relation's own


def rolling_correlation(cooperation: Floats, conflict: Floats, teachers: int | None = None) -> Floats:
    """n x w: the correlation as of each week, from the weeks up to it."""
    left, right = (np.sqrt(x) - _running_mean(np.sqrt(x)) for x in (cooperation, conflict))
    both, one, other = (np.cumsum(x, axis=1) for x in (left * right, left**2, right**2))
    pooled = both[:teachers].sum(0) / np.maximum(np.sqrt(one[:teachers].sum(0) * other[:teachers].sum(0)), 1e-9)
    own = both / np.maximum(np.sqrt(one * other), 1e-9)
    weeks = np.arange(cooperation.shape[1], dtype=float)
    return np.asarray(np.clip((HELD_BY * pooled + weeks * own) / (HELD_BY + weeks), -0.95, 0.95))


def balances(cooperation: list[Group], conflict: list[Group], correlation: Floats) -> list[Group]:
    """The distributions of the difference. correlation: n."""
    first, second = _normal_points()
    place = {int(row): (group.forecast, i) for group in conflict for i, row in enumerate(group.rows)}
    share = normal_below(first)
    out = []
    for group in cooperation:
        below = group.forecast.below()
        draws = np.zeros((len(group.rows), POINTS), np.int64)
        for i, row in enumerate(group.rows):
            rho = correlation[row]
            other, j = place[int(row)]
            joined = normal_below(rho * first + np.sqrt(1 - rho * rho) * second)
            draws[i] = _draw(below[i], group.forecast.first, share) - _draw(np.cumsum(other.chance[j]), other.first, joined)
        out.append(Group(group.rows, counted(draws)))
    return out


def _draw(below: Floats, first: int, share: Floats) -> Floats:
    return first + np.minimum(np.searchsorted(below, share, "left"), len(below) - 1)


def _normal_points() -> tuple[Floats, Floats]:
    """POINTS pairs of independent normal scores."""
    plastic = 1.32471795724474602596
    k = np.arange(1, POINTS + 1)
    return _normal_quantile((0.5 + k / plastic) % 1), _normal_quantile((0.5 + k / plastic**2) % 1)


def _normal_quantile(share: Floats) -> Floats:
    """By interpolation in the distribution function, to 1e-5."""
    x = np.linspace(-6, 6, 24001)
    return np.interp(share, normal_below(x), x)


def _running_mean(x: Floats) -> Floats:
    return np.asarray(np.cumsum(x, axis=1) / np.arange(1, x.shape[1] + 1))
