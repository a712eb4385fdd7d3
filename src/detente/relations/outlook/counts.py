"""Next week's counts of many relations: a mixture of negative binomials whose weights are learned as the weeks come.

Components. The mean is the relation's usual count with more or less of the last weeks in it: discounted sums in the manner of the
gamma-Poisson filter (Harvey and Fernandes 1989, JBES 7; West and Harrison 1997, ch. 10), each held at the long-run mean, and that one at
the mean of all relations, by a small weight. Beside them stands a mean lifted above the usual: news comes in bursts, and without it the
upper tail is too thin. Each mean comes with every size (dispersion) of SIZES. Which of these a relation follows is learned (learning.py):
no constant is fitted to a table or a country, but those below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from detente.relations.levels import Ints
from detente.relations.outlook.learning import MEMORY, Weights, begin, learn, scaled
from detente.relations.outlook.negative_binomial import log_chance, mixture
from detente.relations.outlook.scores import Discrete
from detente.relations.tone import Floats

# What a week keeps of its weight in the next one: last week alone, about two weeks, all weeks. A fourth between the last two changes
# no score. Last: discount and factor of the lifted mean. Without it 80 % intervals of cooperation hold 75 % in 2014 and 78 % in 2018,
# with it 77 and 80; a factor of 2.5 costs 3 % of CRPS, 1.5 costs 1 %.
DISCOUNTS = (0.0, 0.6, 1.0)
LIFTED = (0.95, 1.5)
SIZES = (0.15, 0.5, 2.0, 8.0, 30.0)
HELD_BY = 0.2  # weeks' worth of the long-run mean in a discounted one: .05 to .2 score alike, 2 loses 4 % of CRPS
POOLED_BY = 1.0  # weeks' worth of the mean of all relations in a long-run mean
LEAST_MEAN = 1e-3
# Pooled weights to begin with (means x SIZES): learned on the sister table of 2005-15, mid-2009 to 2013, cooperation and conflict averaged.
PRIOR = (
    (0.255, 0.010, 0.028, 0.017, 0.031),
    (0.063, 0.007, 0.021, 0.017, 0.027),
    (0.260, 0.018, 0.029, 0.026, 0.035),
    (0.112, 0.006, 0.011, 0.010, 0.016),
)
GROUP = 24  # relations whose distributions are laid out together, those of like size


@dataclass(frozen=True, slots=True)
class Group:
    """Forecasts of the relations ``rows``, on integers of their own."""

    rows: Ints
    forecast: Discrete


def rolling_means(counts: Floats, teachers: int | None = None) -> Floats:
    """n x w x m: the means of the week after each week, from the weeks up to it. counts: n x w. teachers: see learning.learn."""
    discount = np.array([*DISCOUNTS, LIFTED[0], 1.0])
    total, weeks = np.zeros((len(counts), len(discount))), np.zeros(len(discount))
    running = np.cumsum(counts, axis=1) / np.arange(1, counts.shape[1] + 1)
    out = np.zeros((*counts.shape, len(discount) - 1))
    for t in range(counts.shape[1]):
        total, weeks = total * discount + counts[:, t, None], weeks * discount + 1
        typical = np.exp(np.log(running[:teachers, t] + 0.05).mean())  # of the middle relation: a few great powers are not the rule
        usual = (total[:, -1] + POOLED_BY * typical) / (weeks[-1] + POOLED_BY)
        out[:, t] = (total[:, :-1] + HELD_BY * usual[:, None]) / (weeks[:-1] + HELD_BY)
    out[:, :, -1] *= LIFTED[1]
    return np.maximum(out, LEAST_MEAN)


def components(means: Floats) -> tuple[Floats, Floats]:
    """Means and sizes of all components: (... x k, k) for means ... x m."""
    return np.repeat(means, len(SIZES), axis=-1), np.tile(np.array(SIZES), means.shape[-1])


def prior() -> Floats:
    """k: PRIOR as weights."""
    flat = np.array(PRIOR).ravel()
    return np.asarray(flat / flat.sum())


def rolling_weights(counts: Floats, means: Floats, teachers: int | None = None) -> Iterator[Weights]:
    """The weights as of each week, from the weeks up to it."""
    weights = begin(prior(), len(counts))
    known = np.zeros((len(counts), 0, means.shape[2] * len(SIZES)))
    for t in range(counts.shape[1]):
        if t > 0:
            mu, size = components(means[:, t - 1])
            came = scaled(log_chance(counts[:, t, None], mu, size))
            known = np.concatenate([known, came[:, None]], axis=1)[:, -MEMORY:]
            weights = learn(known, weights, prior(), teachers=teachers)
        yield weights


def distributions(means: Floats, weights: Weights, most: Floats) -> list[Group]:
    """The forecasts of one week. means: n x m; most: n, the greatest count so far."""
    mu, size = components(means)
    top = np.maximum(10, 8 * np.maximum(mu.max(1), most)).astype(np.int64)
    order = np.argsort(top, kind="stable")
    return [
        Group(rows, Discrete(mixture(mu[rows], size, weights.own[rows], int(top[rows].max())), 0))
        for rows in (order[i : i + GROUP] for i in range(0, len(order), GROUP))
    ]


def rolling_forecasts(counts: Floats, first: int, teachers: int | None = None) -> Iterator[tuple[int, list[Group]]]:
    """(t, the forecasts of week t from the weeks before it) for t from ``first`` to the week after the last. counts: n x w."""
    means, most = rolling_means(counts, teachers), np.maximum.accumulate(counts, axis=1)
    for t, weights in enumerate(rolling_weights(counts, means, teachers)):
        if t + 1 >= first:
            yield t + 1, distributions(means[:, t], weights, most[:, t])
