from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.relations.outlook.negative_binomial import log_chance, log_gamma, mixture


@settings(deadline=None)
@given(st.floats(1e-3, 1e5))
def test_log_gamma(x: float) -> None:
    assert log_gamma(np.array([x]))[0] == pytest.approx(math.lgamma(x), abs=1e-9, rel=1e-10)


@settings(deadline=None)
@given(st.floats(0.01, 50), st.floats(0.1, 50))
def test_moments(mu: float, size: float) -> None:
    last = int(60 + 60 * (mu + mu * mu / size) ** 0.5)
    chance = mixture(np.array([[mu]]), np.array([size]), np.ones((1, 1)), last)[0]
    k = np.arange(last + 1)
    assert chance.sum() == pytest.approx(1) and chance @ k == pytest.approx(mu, rel=1e-3)
    assert np.exp(log_chance(np.array([3.0]), np.array([mu]), np.array([size])))[0] == pytest.approx(chance[3], abs=1e-9)


def test_what_lies_beyond_is_in_the_last_column() -> None:
    chance = mixture(np.array([[50.0, 2.0]]), np.array([2.0, 5.0]), np.array([[0.5, 0.5]]), 10)[0]
    assert chance.sum() == pytest.approx(1) and chance[-1] > 0.4
