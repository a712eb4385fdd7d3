"""Vector autoregressions by statsmodels: fit, Granger tests, responses with bands. All else of the package goes through here.

The tests are the classical F tests. On the tables of 2018, with one side's series shifted against the other's, they reject 4 to 6 % at
.05 on log counts; "robust" standard errors reject 8 to 12 %, as one burst carries both the effect and its variance (docs/method.md)."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.errors import DynamicsError
from detente.relations.levels import Floats

# Blocks looked back: six days where a block has three. A third lag gains no power on the simulator and costs degrees of freedom.
LAGS = 2
DRAWS, SEED = 500, 20181001  # of parameters, for the bands of responses


@dataclass(frozen=True, slots=True)
class Effect:
    """What one series does to another: the sum of its lags' coefficients with its standard error, the p-value of the F test of all of
    them, the lag (in blocks) with the surest coefficient, the degrees of freedom."""

    total: float
    error: float
    p: float
    lag: int
    free: int


@dataclass(frozen=True, slots=True)
class Fitted:
    """A VAR of k series. effects[i][j]: of series j on series i. memory: lags x k x k. draws: as memory, DRAWS of them from the estimate's
    distribution. used: blocks."""

    effects: tuple[tuple[Effect, ...], ...]
    memory: Floats
    draws: Floats
    used: int


def fit(series: Floats, volume: Floats, lags: int = LAGS) -> Fitted | None:
    """Fit k x n series with the volume of other news held constant; None where they cannot be told apart (one is constant, or they are
    the same). Raises DynamicsError where statsmodels is missing."""
    result = _var(series, volume, lags)
    if result is None:
        return None
    k = len(series)
    ahead = np.asarray(result.params).shape[0] - lags * k  # constant and volume stand first
    coefs = np.asarray(result.params)[ahead:].reshape(lags, k, k).transpose(0, 2, 1)
    z = np.asarray(result.endog_lagged)
    inverse = np.linalg.pinv(z.T @ z)[ahead:, ahead:]
    sigma, free = np.asarray(result.sigma_u), int(result.df_resid)
    effects = tuple(tuple(_effect(coefs[:, i, j], inverse[j::k, j::k] * sigma[i, i], free) for j in range(k)) for i in range(k))
    rng = np.random.default_rng(SEED)
    noise = np.linalg.cholesky(inverse + 1e-12 * np.eye(len(inverse))) @ rng.normal(size=(DRAWS, lags * k, k))
    noise = noise @ np.linalg.cholesky(sigma + 1e-12 * np.eye(k)).T
    draws = coefs[None] + noise.reshape(DRAWS, lags, k, k).transpose(0, 1, 3, 2)
    return Fitted(effects, coefs, draws, len(z))


def _effect(coefs: Floats, covariance: Floats, free: int) -> Effect:
    """Of one series on another: coefs: lags; covariance: lags x lags."""
    from scipy.stats import f

    lags = len(coefs)
    statistic = float(coefs @ np.linalg.solve(covariance + 1e-15 * np.eye(lags), coefs)) / lags
    surest = int(np.abs(coefs / np.sqrt(np.maximum(np.diag(covariance), 1e-15))).argmax()) + 1
    return Effect(float(coefs.sum()), float(np.sqrt(max(covariance.sum(), 0.0))), float(f.sf(statistic, lags, free)), surest, free)


def _var(series: Floats, volume: Floats, lags: int) -> Any:
    try:
        from statsmodels.tsa.vector_ar.var_model import VAR
    except ImportError as error:
        raise DynamicsError("statsmodels is not installed", hint="pip install 'detente[dynamics]'") from error
    if (series.std(axis=1) < 1e-9).any() or np.linalg.matrix_rank(series - series.mean(1, keepdims=True)) < len(series):
        return None
    controls = volume[:, None] if volume.std() > 1e-9 else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return VAR(series.T, exog=controls).fit(lags, trend="c")
        except (np.linalg.LinAlgError, ValueError):
            return None


def respond(memory: Floats, shock: Floats, steps: int) -> Floats:
    """What follows a shock in each of the next ``steps`` blocks: steps x k. memory: lags x k x k; shock: k."""
    lags = len(memory)
    past = [shock, *(np.zeros_like(shock) for _ in range(lags - 1))]
    out = []
    for _ in range(steps):
        now = sum((memory[i] @ past[i] for i in range(lags)), np.zeros_like(shock))
        out.append(now)
        past = [now, *past[:-1]]
    return np.array(out)


def discoveries(p: Floats, share: float) -> Floats:
    """Which of many tests hold if at most ``share`` of those that hold may be false (Benjamini and Hochberg 1995). Booleans, as p."""
    order = np.argsort(p)
    passed = np.flatnonzero(p[order] <= share * np.arange(1, len(p) + 1) / len(p))
    out = np.zeros(len(p), bool)
    if len(passed):
        out[order[: passed[-1] + 1]] = True
    return out
