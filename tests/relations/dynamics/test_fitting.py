from __future__ import annotations

import builtins
from typing import Any

import numpy as np
import pytest

from detente.errors import DynamicsError
from detente.relations.dynamics.fitting import discoveries, fit, follows, respond


def pair(seed: int, n: int = 150, share: float = 0.0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=n), np.zeros(n)
    for t in range(1, n):
        y[t] = 0.3 * y[t - 1] + share * x[t - 1] + rng.normal()
    return np.array([x, y])


def test_a_test_is_that_of_the_vector_autoregression() -> None:
    from statsmodels.tsa.vector_ar.var_model import VAR

    series, volume = pair(1, share=0.2), np.random.default_rng(2).normal(size=150)
    fitted, effect = fit(series, volume, 2), follows(series[1], series[0], volume, 2)
    assert fitted is not None and effect is not None
    assert effect.total == pytest.approx(fitted.memory[:, 1, 0].sum())
    result = VAR(series.T, exog=volume[:, None]).fit(2, trend="c")
    assert np.asarray(result.params)[2, 1] == pytest.approx(fitted.memory[0, 1, 0])  # constant, control, then the first lags
    assert np.abs(fitted.draws.mean(0) - fitted.memory).max() < 0.05


def test_what_follows_is_found_and_what_does_not_is_not() -> None:
    led = [follows(*pair(s, share=0.4)[::-1], np.zeros(150), 2) for s in range(30)]
    none = [follows(*pair(100 + s)[::-1], np.zeros(150), 2) for s in range(100)]
    assert np.mean([e.p < 0.05 for e in led if e]) > 0.9
    assert np.mean([e.p < 0.05 for e in none if e]) < 0.11
    assert all(e.lag == 1 for e in led if e and e.p < 0.001)


def test_one_lone_burst_does_not_lead_another() -> None:
    rng = np.random.default_rng(5)
    x, y = rng.poisson(0.1, 100).astype(float), rng.poisson(0.1, 100).astype(float)
    x[50], y[51] = 20.0, 20.0
    effect = follows(np.log1p(y), np.log1p(x), np.zeros(100), 2)
    assert effect is not None and effect.p > 0.01  # the F test alone: below .000001


def test_nothing_to_tell_apart() -> None:
    flat = np.zeros(60)
    assert follows(flat, np.arange(60.0), flat, 2) is None
    assert fit(np.array([flat, np.arange(60.0)]), flat, 2) is None
    same = np.random.default_rng(1).normal(size=60)
    assert fit(np.array([same, same]), flat, 2) is None


def test_a_response_dies_down() -> None:
    memory = np.array([[[0.5, 0.0], [0.2, 0.5]]])
    out = respond(memory, np.array([1.0, 0.0]), 3)
    assert out == pytest.approx(np.array([[0.5, 0.2], [0.25, 0.2], [0.125, 0.15]]))


def test_false_discoveries_are_held_down() -> None:
    assert discoveries(np.array([0.001, 0.2, 0.04, 0.9]), 0.1).tolist() == [True, False, True, False]
    assert discoveries(np.array([0.03, 0.5]), 0.1).tolist() == [True, False]
    assert not discoveries(np.array([0.06, 0.5]), 0.1).any()


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name.startswith(("statsmodels", "scipy")):
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    series = pair(1)
    for call in (lambda: fit(series, np.zeros(150), 2), lambda: follows(series[0], series[1], np.zeros(150), 2)):
        with pytest.raises(DynamicsError, match=r"pip install 'detente\[dynamics\]'"):
            call()
