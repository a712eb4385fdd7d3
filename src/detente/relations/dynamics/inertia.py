"""Inertia: how long a shock to a relation lasts.

The balance of cooperation and conflict is taken as a lasting part that returns to its mean and halves every h days, plus what each block
has for itself (counting noise, odd days): AR(1) plus white noise, the model `UnobservedComponents(irregular, autoregressive=1)` of
statsmodels fits, in state-space form (Harvey 1989). A plain AR(1) would take the noise for forgetting and call every relation short of
memory. Restricted likelihood (Harville 1977) on a grid of half-lives and shares: short series give likelihoods too flat to climb, and
the profile gives an honest interval, open at the top where the data cannot tell long from endless."""

from __future__ import annotations

import numpy as np

from detente.relations.dynamics.tracks import LEAST_BLOCKS, LEAST_HEARD, Tracks
from detente.relations.dynamics.wording import block, blocks, pair, span
from detente.relations.tone import Floats
from detente.said import said
from detente.types import Finding

# Half-lives tried, in days, where a block is a day; longer blocks cannot see the shortest ones. Six months and more are one to a desk.
SHORTEST, LONGEST, POINTS = 0.3, 190.0, 41
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
        sentence = said(
            "How long a shock to {name} lasts cannot be said: too few reports ({heard} of {blocks} with any; at least {least} of {of} are "
            "needed).",
            name=name, heard=heard, blocks=blocks(n, tracks.days), least=LEAST_HEARD, of=LEAST_BLOCKS,
        )  # fmt: skip
        return Finding("inertia", tracks.sides, sentence, False, unit="days", weeks=weeks, events=events)
    days, shortest, longest, gain = half_life(tracks.together, tracks.volume, tracks.days)
    if gain < BELIEVED:
        sentence = said(
            "No sign that a shock to {name} lasts: the tone of {block} says nothing sure of the next.", name=name, block=block(tracks.days)
        )
        return Finding("inertia", tracks.sides, sentence, False, None, None, None, "days", None, weeks, events)
    if days >= LONGEST:
        sentence = said(
            "A shock to {name} does not visibly fade in what is recorded (80 % interval from {low} up).", name=name, low=span(shortest)
        )
    elif longest >= LONGEST:
        sentence = said(
            "A shock to {name} has halved after about {days} (80 % interval {low} without a bound above).",
            name=name, days=span(days), low=span(shortest),
        )  # fmt: skip
    else:
        sentence = said(
            "A shock to {name} has halved after about {days} (80 % interval {low} to {high}).",
            name=name, days=span(days), low=span(shortest), high=span(longest),
        )  # fmt: skip
    return Finding("inertia", tracks.sides, sentence, True, days, shortest, longest, "days", None, weeks, events)


def half_life(y: Floats, volume: Floats, days: int) -> tuple[float, float, float, float]:
    """(best, low, high, gain) in days: the half-life with its 80 % profile interval, and twice the gain in restricted log likelihood over
    no memory at all. y, volume: n each, in blocks of ``days``. An end at the edge of the grid means that nothing bounds it."""
    n = len(y)
    design = np.column_stack([np.ones(n), volume]) if volume.std() > 1e-9 else np.ones((n, 1))
    tried = np.geomspace(SHORTEST * days, LONGEST, POINTS)
    half, share = (g.ravel() for g in np.meshgrid(tried / days, SHARES, indexing="ij"))
    likelihood = restricted_likelihood(y, design, 0.5 ** (1 / half), share)
    none = restricted_likelihood(y, design, np.array([0.0]), np.array([0.0]))[0]
    profile = likelihood.reshape(POINTS, len(SHARES)).max(1)
    at = int(profile.argmax())
    inside = np.flatnonzero(2 * (profile[at] - profile) <= INSIDE)
    half_step = float(np.sqrt(tried[1] / tried[0]))  # a point of the grid stands for what is nearest to it
    low, high = float(tried[inside[0]]) / half_step, min(float(tried[inside[-1]]) * half_step, LONGEST)
    return float(tried[at]), low, high, float(2 * (profile[at] - none))


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
