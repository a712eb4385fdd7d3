"""Vector autoregressions and Granger tests: all else of the package goes through here.

The VAR is statsmodels'. A Granger test is the F test of the other series' lags in one of its equations, and beside it the same statistic
with the other series shifted in time: on the tables of 2018, F tests at .05 reject 3 to 8 % where nothing is to be found, but by
them 23 % of relations follow one among thirty others though shifted against them: a lone burst a few days before another lone burst
passes by far. The larger of the two p-values brings that to 1 %. "Robust" standard errors reject 8 to 12 %: one burst carries
both the effect and its variance."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from detente.errors import DynamicsError
from detente.relations.levels import Ints
from detente.relations.tone import Floats

DRAWS, SEED = 500, 20181001  # of parameters, for the bands of responses
SHIFTS = 400  # in time, at most, that `follows` compares with
UNSURE = 0.1  # p-value of the F test from which on no finding holds, and shifts are not tried: they take 40 times as long


@dataclass(frozen=True, slots=True)
class Effect:
    """What one series does to another: the sum of its lags' coefficients with its standard error, the p-value (the larger of the F test's
    and the shift test's), the lag (in blocks) with the surest coefficient, the degrees of freedom."""

    total: float
    error: float
    p: float
    lag: int
    free: int


@dataclass(frozen=True, slots=True)
class Fitted:
    """A VAR of k series. memory: lags x k x k, [l, i, j] of series j on series i. draws: as memory, DRAWS of them from the estimate's
    distribution."""

    memory: Floats
    draws: Floats


def fit(series: Floats, volume: Floats, lags: int) -> Fitted | None:
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
    sigma = np.asarray(result.sigma_u)
    rng = np.random.default_rng(SEED)
    noise = np.linalg.cholesky(inverse + 1e-12 * np.eye(len(inverse))) @ rng.normal(size=(DRAWS, lags * k, k))
    noise = noise @ np.linalg.cholesky(sigma + 1e-12 * np.eye(k)).T
    draws = coefs[None] + noise.reshape(DRAWS, lags, k, k).transpose(0, 1, 3, 2)
    return Fitted(coefs, draws)


def missing() -> DynamicsError:
    """What is said where the extra is not installed."""
    return DynamicsError("statsmodels is not installed", hint="pip install 'detente[dynamics]'")


def _effect(coefs: Floats, covariance: Floats, free: int) -> Effect:
    """Of one series on another, by the F test. coefs: lags; covariance: lags x lags."""
    try:
        from scipy.stats import f
    except ImportError as error:
        raise missing() from error
    lags = len(coefs)
    statistic = float(coefs @ np.linalg.solve(covariance + 1e-15 * np.eye(lags), coefs)) / lags
    surest = int(np.abs(coefs / np.sqrt(np.maximum(np.diag(covariance), 1e-15))).argmax()) + 1
    return Effect(float(coefs.sum()), float(np.sqrt(max(covariance.sum(), 0.0))), float(f.sf(statistic, lags, free)), surest, free)


def _var(series: Floats, volume: Floats, lags: int) -> Any:
    try:
        from statsmodels.tsa.vector_ar.var_model import VAR
    except ImportError as error:
        raise missing() from error
    if (series.std(axis=1) < 1e-9).any() or np.linalg.matrix_rank(series - series.mean(1, keepdims=True)) < len(series):
        return None
    controls = volume[:, None] if volume.std() > 1e-9 else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return VAR(series.T, exog=controls).fit(lags, trend="c")
        except (np.linalg.LinAlgError, ValueError):
            return None


def follows(y: Floats, x: Floats, volume: Floats, lags: int) -> Effect | None:
    """Whether y follows x, n each: the effect, as in a VAR of the two. volume: n or n x c, held constant. None where x or y
    is constant, or x is told by y's own past.

    The shift test: shifted by any number of blocks, x keeps its bursts and its memory and loses what it has to do with y; its p-value is
    the share of shifts that would show an effect as sure. Raises DynamicsError where the extra is missing."""
    n = len(y)
    if y.std() < 1e-9 or x.std() < 1e-9:
        return None
    held = np.column_stack([np.ones(n - lags), volume[lags:], *(y[lags - i : n - i] for i in range(1, lags + 1))])
    basis = np.linalg.svd(held, full_matrices=False)
    q = basis[0][:, basis[1] > 1e-9 * basis[1][0]]
    rest = y[lags:] - q @ (q.T @ y[lags:])
    free = n - lags - q.shape[1] - lags
    now = _lagged(x, np.zeros(1, np.int64), lags, q)
    if free < 5 or rest @ rest < 1e-12 or np.linalg.cond(now[0].T @ now[0]) > 1e10:
        return None
    ratio, coefs, inverse = _explained(now, rest)
    found = _effect(coefs[0], inverse[0] * float(rest @ rest) / (1 + ratio[0]) / free, free)
    if found.p >= UNSURE:
        return found
    shifts = np.arange(lags + 1, n - lags, max(1, (n - 2 * lags) // SHIFTS))
    shifted, *_ = _explained(_lagged(x, shifts, lags, q), rest)
    return replace(found, p=max(found.p, float((1 + (shifted >= ratio[0]).sum()) / (1 + len(shifts)))))


def _lagged(x: Floats, shifts: Ints, lags: int, q: Floats) -> Floats:
    """The lags of x under each shift, less what q's columns tell of them: shifts x (n - lags) x lags."""
    n = len(x)
    at = (np.arange(lags, n)[:, None] - np.arange(1, lags + 1)[None, :])[None] - shifts[:, None, None]
    own = x[at % n]
    return np.asarray(own - q @ (q.T @ own))


def _explained(own: Floats, rest: Floats) -> tuple[Floats, Floats, Floats]:
    """Of regressions of ``rest`` on each of s designs: explained over unexplained, the coefficients, the inverses of the Gram matrices."""
    inverse = np.linalg.pinv(own.transpose(0, 2, 1) @ own, hermitian=True)
    cross = np.einsum("stl,t->sl", own, rest)
    coefs = np.einsum("slk,sk->sl", inverse, cross)
    explained = (coefs * cross).sum(1)
    return np.asarray(explained / np.maximum(float(rest @ rest) - explained, 1e-12)), np.asarray(coefs), np.asarray(inverse)


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
