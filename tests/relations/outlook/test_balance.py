from __future__ import annotations

import numpy as np
import pytest

from detente.relations.outlook.balance import balances, rolling_correlation
from detente.relations.outlook.counts import Group
from detente.relations.outlook.negative_binomial import mixture
from detente.relations.outlook.scores import Discrete


def forecast(mean: float) -> list[Group]:
    return [Group(np.array([0]), Discrete(mixture(np.array([[mean]]), np.array([4.0]), np.ones((1, 1)), 80), 0))]


def test_independent_counts_are_convolved() -> None:
    made = balances(forecast(6.0), forecast(3.0), np.array([0.0]))[0].forecast
    one, other = forecast(6.0)[0].forecast.chance[0], forecast(3.0)[0].forecast.chance[0]
    exact = np.convolve(one, other[::-1])
    values = np.arange(-80, 81)
    assert made.mean()[0] == pytest.approx(3.0, abs=0.1)
    below = {int(v): f for v, f in zip(made.values(), made.below()[0], strict=True)}
    for x in (-3, 0, 3, 6, 10):
        assert below[x] == pytest.approx(exact[values <= x].sum(), abs=0.01)


def test_what_is_loud_together_differs_less() -> None:
    spread = [np.diff([b[0].forecast.quantile(q)[0] for q in (0.1, 0.9)])[0] for b in
              (balances(forecast(9.0), forecast(9.0), np.array([rho])) for rho in (-0.6, 0.0, 0.6))]  # fmt: skip
    assert spread[0] > spread[1] > spread[2]


def test_the_correlation_of_a_relation_is_found_and_held_at_the_pooled_one() -> None:
    rng = np.random.default_rng(1)
    loud = np.exp(rng.normal(0, 0.8, (20, 200)))
    one, other = rng.poisson(5 * loud).astype(float), rng.poisson(5 * loud).astype(float)
    assert rolling_correlation(one, other)[:, -1].mean() > 0.5
    assert abs(rolling_correlation(one, rng.permuted(other, axis=1))[:, -1].mean()) < 0.1
    assert np.ptp(rolling_correlation(one, other)[:, 2]) < 0.2
