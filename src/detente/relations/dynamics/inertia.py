"""Inertia: how long a shock to a relation lasts.

The balance of cooperation and conflict is taken as a lasting part that returns to its mean and halves every h days, plus what each block
has for itself (counting noise, odd days): AR(1) plus white noise, the model `UnobservedComponents(irregular, autoregressive=1)` of
statsmodels fits, in state-space form (Harvey 1989). A plain AR(1) would take the noise for forgetting and call every relation short of
memory. Restricted likelihood (Harville 1977) on a grid of half-lives and shares: short series give likelihoods too flat to climb, and
the profile gives an honest interval, open at the top where the data cannot tell long from endless."""

from __future__ import annotations

import numpy as np

from detente.relations.dynamics.tracks import LEAST_BLOCKS, LEAST_HEARD, Tracks
from detente.relations.dynamics.wording import blocks, pair, span
from detente.relations.levels import Floats
from detente.types import Finding

HALF_LIVES = np.geomspace(0.2, 64.0, 41)  # in blocks
SHARES = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])  # of the variance that is lasting
INSIDE = 1.642  # twice the log likelihood within which 80 % of true values lie: chi-square, one degree of freedom
# Twice the gain in log likelihood over "every block for itself" from which a memory is believed: 5 % of memoryless series reach it
# (evals/dynamics.py; two parameters, one of them without meaning under the null, so that no table gives it).
BELIEVED = 4.6


def inertia(tracks: Tracks) -> Finding:
    """How long a shock to the relation's balance has until half of it is gone, in days."""
    n, heard = len(tracks.ends), int((tracks.heard > 0).sum())
    weeks, events = n * tracks.days // 7, round(float(tracks.heard.sum()))
    name = pair(tracks.sides)
    if n < LEAST_BLOCKS or heard < LEAST_HEARD:
        said = (
            f"How long a shock to {name} lasts cannot be said: too few reports ({heard} of {blocks(n, tracks.days)} with any; "
            f"at least {LEAST_HEARD} of {LEAST_BLOCKS} are needed)."
        )
        return Finding("inertia", tracks.sides, said, False, unit="days", weeks=weeks, events=events)
    best, low, high, gain = half_life(tracks.together, tracks.volume)
    if gain < BELIEVED:
        said = f"No sign that a shock to {name} lasts: the tone of one span of {tracks.days} days says nothing sure of the next."
        return Finding("inertia", tracks.sides, said, False, None, None, None, "days", None, weeks, events)
    days, shortest, longest = (x * tracks.days for x in (best, low, high))
    top = float(HALF_LIVES[-1]) * tracks.days
    if best >= HALF_LIVES[-1]:
        said = f"A shock to {name} does not visibly fade in what is recorded (80 % interval from {span(shortest)} up)."
    else:
        until = "without a bound above" if longest >= top else f"to {span(longest)}"
        said = f"A shock to {name} has halved after about {span(days)} (80 % interval {span(shortest)} {until})."
    return Finding("inertia", tracks.sides, said, True, days, shortest, longest, "days", None, weeks, events)


def half_life(y: Floats, volume: Floats) -> tuple[float, float, float, float]:
    """(best, low, high, gain) in blocks: the half-life with its 80 % profile interval, and twice the gain in restricted log likelihood
    over no memory at all. y, volume: n each."""
    n = len(y)
    design = np.column_stack([np.ones(n), volume]) if volume.std() > 1e-9 else np.ones((n, 1))
    half, share = (g.ravel() for g in np.meshgrid(HALF_LIVES, SHARES, indexing="ij"))
    likelihood = restricted_likelihood(y, design, 0.5 ** (1 / half), share)
    none = restricted_likelihood(y, design, np.array([0.0]), np.array([0.0]))[0]
    profile = likelihood.reshape(len(HALF_LIVES), len(SHARES)).max(1)
    at = int(profile.argmax())
    inside = np.flatnonzero(2 * (profile[at] - profile) <= INSIDE)
    return float(HALF_LIVES[at]), float(HALF_LIVES[inside[0]]), float(HALF_LIVES[inside[-1]]), float(2 * (profile[at] - none))


def restricted_likelihood(y: Floats, design: Floats, phi: Floats, share: Floats) -> Floats:
    """Restricted log likelihood (without constants) of y = design @ b + AR(1) of memory phi and variance share + noise of the rest.

    phi, share: g points, done at once: one filter whitens y and the columns of the design alike, and least squares does the rest."""
    columns = np.column_stack([y, design])
    n, k = columns.shape
    mean, p = np.zeros((len(phi), k)), share.copy()
    white, logs = np.empty((n, len(phi), k)), np.zeros(len(phi))
    for t in range(n):
        f = p + 1 - share
        error = columns[t] - mean
        white[t] = error / np.sqrt(f)[:, None]
        logs += np.log(f)
        mean = phi[:, None] * (mean + (p / f)[:, None] * error)
        p = phi**2 * (p - p * p / f) + share * (1 - phi**2)
    x, z = white[:, :, 1:], white[:, :, 0]
    gram = np.einsum("tgi,tgj->gij", x, x)
    cross = np.einsum("tgi,tg->gi", x, z)
    solved = np.linalg.solve(gram, cross[..., None])[..., 0]
    rest = np.maximum((z * z).sum(0) - (cross * solved).sum(1), 1e-12)
    free = n - (k - 1)
    return np.asarray(-0.5 * (free * np.log(rest / free) + logs + np.linalg.slogdet(gram)[1]))
