"""Tracks with planted dynamics, drawn directly: quick, and with nothing in the way of what a test asks."""

from __future__ import annotations

import numpy as np

from detente.relations.dynamics.tracks import Tracks

PAIR = ("AAA", "BBB")


def tracks(cooperation: np.ndarray, conflict: np.ndarray, days: int = 3, sides: tuple[str, str] = PAIR) -> Tracks:
    """Of counts, 2 x n each, without other news."""
    n = conflict.shape[1]
    together = np.log1p(cooperation.sum(0)) - np.log1p(conflict.sum(0))
    ends = 20000 + days * np.arange(1, n + 1)
    heard = (cooperation + conflict).sum(0)
    return Tracks(sides, days, ends, np.log1p(cooperation), np.log1p(conflict), together, conflict, heard, np.zeros(n))


def answering(seed: int, n: int = 200, share: float = 0.0) -> Tracks:
    """Conflict of the second side that follows ``share`` of the first side's of the block before."""
    rng = np.random.default_rng(seed)
    first = rng.poisson(3 * rng.gamma(2, 0.5, n)).astype(float)
    second = rng.poisson(1 + share * np.r_[0, first[:-1]]).astype(float)
    return tracks(rng.poisson(1, (2, n)).astype(float), np.array([first, second]))


def escalating(seed: int, n: int = 200, cross: float = 0.45, rising: bool = True) -> Tracks:
    """Each side's conflict raises the other's; at the end something sets both off."""
    rng = np.random.default_rng(seed)
    counts = np.zeros((2, n))
    for t in range(1, n):
        spark = 4.0 if rising and t >= n - 6 else 0.6
        counts[:, t] = rng.poisson(spark + 0.2 * counts[:, t - 1] + cross * counts[::-1, t - 1])
    return tracks(rng.poisson(1, (2, n)).astype(float), counts)
