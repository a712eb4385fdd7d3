"""Scores against brute force and against what others have computed."""

from __future__ import annotations

import hypothesis.extra.numpy as hnp
import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from detente.relations.outlook.negative_binomial import mixture
from detente.relations.outlook.scores import Discrete, brier, crps, interval, pit, reliability, share_within

chances = hnp.arrays(float, st.tuples(st.integers(1, 4), st.integers(1, 9)), elements=st.floats(0.0, 1.0)).map(
    lambda x: (x + 1e-6) / (x + 1e-6).sum(1, keepdims=True)
)
forecasts = st.builds(Discrete, chances, st.integers(-6, 6))


def kernel_crps(row: np.ndarray, values: np.ndarray, y: float) -> float:
    """E|X - y| - E|X - X'| / 2: the other form of the CRPS."""
    return float(row @ np.abs(values - y) - 0.5 * row @ np.abs(values[:, None] - values[None]) @ row)


@settings(deadline=None)
@given(forecasts, st.integers(-15, 20))
def test_crps_is_exact(forecast: Discrete, y: int) -> None:
    got = crps(forecast, np.full(len(forecast.chance), float(y)))
    want = [kernel_crps(row, forecast.values(), y) for row in forecast.chance]
    assert got == pytest.approx(want, abs=1e-9)


@pytest.mark.parametrize(("y", "size", "share", "want"), [(5, 100.0, 0.95, 0.53215257681), (44, 200.1, 0.82, 1.70859687251)])
def test_crps_of_a_negative_binomial_as_scoringrules_has_it(y: int, size: float, share: float, want: float) -> None:
    """Values of the tests of the R package scoringRules."""
    forecast = Discrete(mixture(np.array([[size * (1 - share) / share]]), np.array([size]), np.ones((1, 1)), 400), 0)
    assert crps(forecast, np.array([float(y)]))[0] == pytest.approx(want, abs=1e-8)


@settings(deadline=None)
@given(forecasts, st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_quantiles_are_monotone_and_hold_their_share(forecast: Discrete, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert (forecast.quantile(low) <= forecast.quantile(high)).all()
    assert (forecast.at_most(forecast.quantile(high)) >= high - 1e-9).all()
    assert (forecast.at_most(forecast.quantile(high) - 1) < high + 1e-9).all()


@settings(deadline=None)
@given(forecasts)
def test_an_interval_holds_at_least_its_share_by_its_own_account(forecast: Discrete) -> None:
    low, high = interval(forecast)
    assert (forecast.at_most(high) - forecast.at_most(low - 1) >= 0.8 - 1e-9).all()


@settings(deadline=None)
@given(forecasts)
def test_the_pit_of_what_a_forecast_itself_says_is_flat(forecast: Discrete) -> None:
    for i, row in enumerate(forecast.chance):
        one = Discrete(forecast.chance[i : i + 1], forecast.first)
        held = sum(p * share_within(pit(one, np.array([float(v)])), 0.1, 0.9)[0] for p, v in zip(row, one.values(), strict=True))
        assert held == pytest.approx(0.8, abs=1e-6)


def test_brier_and_reliability() -> None:
    said, came = np.array([0.0, 0.1, 0.95, 1.0]), np.array([0.0, 1.0, 1.0, 1.0])
    assert brier(said, came) == pytest.approx([0, 0.81, 0.0025, 0])
    bins = reliability(said, came)
    assert [(b.count, b.came) for b in bins] == [(1, 0.0), (1, 1.0), (2, 1.0)] and bins[-1].said == pytest.approx(0.975)
