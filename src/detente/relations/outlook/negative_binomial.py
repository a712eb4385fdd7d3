"""Negative binomial chances of whole numbers, in numpy alone.

Mean mu and size r: variance mu + mu * mu / r. A Poisson count whose rate is itself gamma distributed (Greenwood and Yule 1920)."""

from __future__ import annotations

import numpy as np

from detente.relations.tone import Floats


def log_gamma(x: Floats) -> Floats:
    """The logarithm of the gamma function for x > 0, to 1e-10: Stirling's series after eight steps of the recurrence."""
    x = np.asarray(x, float)
    shift = np.zeros_like(x)
    for k in range(8):
        shift += np.log(x + k)
    z = x + 8
    inverse = 1 / z
    square = inverse * inverse
    series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
    return np.asarray((z - 0.5) * np.log(z) - z + 0.5 * np.log(2 * np.pi) + series - shift)


def log_chance(y: Floats, mu: Floats, size: Floats) -> Floats:
    """log P(y) for arrays that broadcast; mu and size above 0."""
    both = np.log(size + mu)
    constant = log_gamma(y + size) - log_gamma(size) - log_gamma(y + 1)
    return np.asarray(constant + size * (np.log(size) - both) + y * (np.log(mu) - both))


def mixture(mu: Floats, size: Floats, weight: Floats, last: int) -> Floats:
    """n x (last + 1): the chances of 0 .. last under mixtures of negative binomials; what lies beyond is in the last column.

    mu, weight: n x k; size: k."""
    k = np.arange(last + 1.0)
    factorial = log_gamma(k + 1)
    out = np.zeros((len(mu), last + 1))
    for j, r in enumerate(size):
        both = np.log(r + mu[:, j])
        table = log_gamma(k + r) - log_gamma(np.array([r])) - factorial
        exponent = table[None] + (r * (np.log(r) - both))[:, None] + k[None] * (np.log(mu[:, j]) - both)[:, None]
        out += weight[:, j, None] * np.exp(exponent)
    out[:, -1] += np.maximum(1 - out.sum(1), 0)
    return np.asarray(out / out.sum(1, keepdims=True))
