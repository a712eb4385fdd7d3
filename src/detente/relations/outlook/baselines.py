"""The plain forecasts an outlook has to beat, each with the spread its own past errors had: no change, and the long-run mean.

no_change: last week's count plus the relation's own past week-to-week differences. no_change_pooled: the same with the differences of all
relations that stood at a like count; harder to beat, since falling back to the usual is in those differences. long_run: the relation's
own past counts. All as of a week: nothing after it is looked at."""

from __future__ import annotations

import numpy as np

from detente.relations.levels import Ints
from detente.relations.outlook.counts import GROUP, Group
from detente.relations.outlook.scores import Discrete
from detente.relations.tone import Floats

FEW = 20  # errors of like counts, fewer of which are no distribution: the neighbouring sizes join in
SHARES = 200  # quantiles of pooled errors


def no_change(past: Floats, signed: bool = False) -> list[Group]:
    """past: n x weeks. signed: whether the numbers may fall below 0 (a balance)."""
    differences = np.diff(past, axis=1) if past.shape[1] > 1 else np.zeros((len(past), 1))
    draws = past[:, -1:] + differences
    return _as_groups(draws if signed else np.maximum(draws, 0))


def no_change_pooled(past: Floats, signed: bool = False) -> list[Group]:
    """As no_change, with the errors of relations whose last number was about as large (half an octave), whatever relation they are."""
    if past.shape[1] < 2:
        return no_change(past, signed)
    size, error = _size(past[:, :-1]).ravel(), np.diff(past, axis=1).ravel()
    now = _size(past[:, -1])
    share = (np.arange(SHARES) + 0.5) / SHARES
    draws = np.zeros((len(past), SHARES))
    for k in np.unique(now):
        like = error[size == k]
        if len(like) < FEW:
            like = error[np.abs(size - k) <= 2]
        mine = now == k
        draws[mine] = past[mine, -1:] + np.quantile(like, share, method="inverted_cdf") if len(like) else past[mine, -1:]
    return _as_groups(draws if signed else np.maximum(draws, 0))


def long_run(past: Floats, signed: bool = False) -> list[Group]:
    """The relation's own past numbers, each as likely as the next."""
    return _as_groups(past)


def _size(numbers: Floats) -> Ints:
    return np.asarray(np.sign(numbers) * np.floor(2 * np.log2(np.abs(numbers) + 1)), np.int64)


def _as_groups(draws: Floats) -> list[Group]:
    """Draws (n x s) of whole numbers as distributions, relations of like size together."""
    whole: Ints = np.rint(draws).astype(np.int64)
    order = np.argsort(np.abs(whole).max(1), kind="stable")
    return [Group(rows, counted(whole[rows])) for rows in (order[i : i + GROUP] for i in range(0, len(order), GROUP))]


def counted(draws: Ints) -> Discrete:
    """n x s whole numbers as n distributions."""
    low, high = int(draws.min()), int(draws.max())
    width = high - low + 2  # the last column holds nothing: there is no tail to lump
    cell = (draws - low) + width * np.arange(len(draws))[:, None]
    times = np.bincount(cell.ravel(), minlength=width * len(draws)).reshape(len(draws), width)
    return Discrete(times / draws.shape[1], low)
