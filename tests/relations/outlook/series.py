"""Made-up weekly counts for the tests of outlooks."""

from __future__ import annotations

import numpy as np

from detente.relations.levels import Floats
from detente.relations.weekly import Weekly


def counts(relations: int = 12, weeks: int = 40, seed: int = 1, wander: float = 0.3) -> Floats:
    """Counts whose rate wanders around the relation's own, bursts in them."""
    rng = np.random.default_rng(seed)
    rate = np.exp(rng.uniform(-1.5, 2.5, relations))[:, None] * np.exp(np.cumsum(rng.normal(0, wander, (relations, weeks)), axis=1))
    return rng.poisson(np.minimum(rate * rng.gamma(1.5, 1 / 1.5, rate.shape), 400)).astype(float)


def weekly(cooperation: Floats, conflict: Floats) -> Weekly:
    """As directed counts, all of one side."""
    shape = (len(cooperation), 3, cooperation.shape[1])
    first, second = np.zeros(shape), np.zeros(shape)
    first[:, 0], second[:, 0] = cooperation, conflict
    sides = tuple((f"Q{chr(65 + i // 26)}{chr(65 + i % 26)}", "XAA") for i in range(len(cooperation)))
    ends = 17000 + 7 * np.arange(cooperation.shape[1], dtype=np.int64)
    return Weekly(sides, ends, first, second, np.zeros(shape), cooperation + conflict)
