from __future__ import annotations

import numpy as np
import pytest
from tests.relations.dynamics.planted import tracks

from detente.relations.dynamics.inertia import half_life, inertia, restricted_likelihood


def noisy(seed: int, n: int, half: float, share: float) -> np.ndarray:
    rng = np.random.default_rng(seed)
    phi = 0.5 ** (1 / half)
    x = np.zeros(n)
    for t in range(1, n):
        x[t] = phi * x[t - 1] + rng.normal() * np.sqrt(1 - phi * phi)
    return np.sqrt(share) * x + np.sqrt(1 - share) * rng.normal(size=n)


def test_a_known_half_life_comes_back_with_its_interval() -> None:
    found = [half_life(noisy(s, 300, 8.0, 0.7), np.zeros(300), 1) for s in range(40)]
    assert 5 < np.median([f[0] for f in found]) < 11
    assert np.mean([low <= 8 <= high for _, low, high, _ in found]) > 0.65
    assert np.mean([gain > 4.6 for *_, gain in found]) > 0.95


def test_noise_is_no_memory() -> None:
    rng = np.random.default_rng(3)
    gains = [half_life(rng.normal(size=150), np.zeros(150), 3)[3] for _ in range(60)]
    assert np.mean(np.array(gains) > 4.6) < 0.12


def test_the_likelihood_is_that_of_the_matrix() -> None:
    y, phi, share = noisy(1, 40, 3.0, 0.6), 0.7, 0.6
    x = np.column_stack([np.ones(40), np.arange(40) / 40])
    apart = np.abs(np.subtract.outer(np.arange(40), np.arange(40)))
    v = share * phi**apart + (1 - share) * np.eye(40)
    inverse = np.linalg.inv(v)
    gram = x.T @ inverse @ x
    rest = y - x @ np.linalg.solve(gram, x.T @ inverse @ y)
    wanted = -0.5 * (38 * np.log(rest @ inverse @ rest / 38) + np.linalg.slogdet(v)[1] + np.linalg.slogdet(gram)[1])
    got = restricted_likelihood(y, x, np.array([phi]), np.array([share]))[0]
    assert got == pytest.approx(wanted)


def test_too_little_is_said_to_be_too_little() -> None:
    found = inertia(tracks(np.zeros((2, 40)), np.eye(2, 40), 7))
    assert not found.holds and found.estimate is None
    assert "too few reports (2 of 40 weeks with any; at least 8 of 30 are needed)" in found.sentence
