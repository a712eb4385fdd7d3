"""Scores of forecast distributions of whole numbers: CRPS, Brier, PIT, coverage. All proper or exact; nothing is simulated.

A distribution is a row of chances over the integers first, first + 1 ... (its last column holds all that lies beyond). For whole numbers
the CRPS is the sum over the integers k of (F(k) - 1{y <= k}) squared (Epstein 1969; Gneiting and Raftery 2007, JASA 102, sec. 4.2); the
PIT of a count is the strip between F(y - 1) and F(y) (Czado, Gneiting and Held 2009, Biometrics 65)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.relations.levels import Ints
from detente.relations.tone import Floats

CENTRAL = 0.8  # the share a shown interval is to hold


@dataclass(frozen=True, slots=True)
class Discrete:
    """Forecasts of whole numbers. chance: n x g, rows sum to 1; first: the integer of column 0."""

    chance: Floats
    first: int

    def below(self) -> Floats:
        """n x g: F at each integer."""
        return np.asarray(np.minimum(np.cumsum(self.chance, axis=1), 1.0))

    def values(self) -> Ints:
        """The integers of the columns."""
        return self.first + np.arange(self.chance.shape[1], dtype=np.int64)

    def mean(self) -> Floats:
        """n."""
        return np.asarray(self.chance @ self.values())

    def quantile(self, share: float) -> Floats:
        """n: the least integer k with F(k) >= share."""
        return np.asarray(self.first + (self.below() < share - 1e-12).sum(1).clip(max=self.chance.shape[1] - 1), float)

    def at_most(self, y: Floats) -> Floats:
        """n: F at one number each."""
        column = np.floor(y).astype(np.int64) - self.first
        inside = np.take_along_axis(self.below(), column.clip(0, self.chance.shape[1] - 1)[:, None], 1)[:, 0]
        return np.where(column < 0, 0.0, np.where(column >= self.chance.shape[1] - 1, 1.0, inside))


def crps(forecast: Discrete, y: Floats) -> Floats:
    """n: in events; 0 is a perfect forecast."""
    values = forecast.values()
    error = forecast.below() - (values[None] >= y[:, None])
    outside = np.maximum(y - 1 - values[-1], 0) + np.maximum(values[0] - y, 0)
    return np.asarray((error**2).sum(1) + outside)


def pit(forecast: Discrete, y: Floats) -> tuple[Floats, Floats]:
    """n: the two ends of the strip, F(y - 1) and F(y)."""
    return forecast.at_most(y - 1), forecast.at_most(y)


def share_within(strip: tuple[Floats, Floats], low: float, high: float) -> Floats:
    """n: the part of a PIT strip that lies between two shares; its mean over calibrated forecasts is high - low, without a random draw."""
    a, b = strip
    width = b - a
    point = width < 1e-12  # a number the forecast held impossible
    part = np.clip(np.minimum(b, high) - np.maximum(a, low), 0, None) / np.where(point, 1.0, width)
    return np.where(point, ((b > low) | (low <= 0)) & (b <= high), part)


def interval(forecast: Discrete, central: float = CENTRAL) -> tuple[Floats, Floats]:
    """n: the central interval of whole numbers, ends included. It holds at least that share by its own account, more where counts are low:
    an interval of whole numbers cannot be cut finer than the chance of its ends."""
    tail = (1 - central) / 2
    return forecast.quantile(tail), forecast.quantile(1 - tail)


@dataclass(frozen=True, slots=True)
class Bin:
    """A bin of a reliability table: how often, what was said on the mean, what came."""

    count: int
    said: float
    came: float


def brier(said: Floats, came: Floats) -> Floats:
    """n: squared error of a chance against 0 or 1 (Brier 1950)."""
    return np.asarray((said - came) ** 2)


def reliability(said: Floats, came: Floats, bins: int = 10) -> list[Bin]:
    """What came where so much was said, in equal bins of the chance; empty ones left out."""
    at = np.clip((said * bins).astype(int), 0, bins - 1)
    out = []
    for k in range(bins):
        mine = at == k
        if mine.any():
            out.append(Bin(int(mine.sum()), float(said[mine].mean()), float(came[mine].mean())))
    return out
