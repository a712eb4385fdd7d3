"""Skill: by what share a forecast's loss is smaller than a plain one's, with an interval by bootstrap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.relations.tone import Floats

REPLICATES, SEED, BLOCK = 1000, 20181031, 4  # weeks a block: neighbouring weeks are not independent


@dataclass(frozen=True, slots=True)
class Skill:
    """1 - loss / loss of the plain forecast: 0 is no better, 1 perfect. low, high: the central 90 % of the bootstrap. relations: the
    share of relations in which it is above 0."""

    value: float
    low: float
    high: float
    relations: float

    @property
    def shown(self) -> bool:
        """Whether there is skill: the whole interval above 0."""
        return self.low > 0


def skill(loss: Floats, plain: Floats) -> Skill:
    """loss, plain: n x weeks, of the same forecasts. Relations and blocks of BLOCK weeks are drawn again with replacement (a two-way block
    bootstrap; Efron and Tibshirani 1993, ch. 8; blocks by Kuensch 1989), with a fixed seed. The loss is summed over all of them, in
    events: relations much is told of weigh more."""
    rng = np.random.default_rng(SEED)
    n, w = loss.shape
    relations = rng.multinomial(n, np.full(n, 1 / n), REPLICATES).astype(float)
    starts = rng.integers(0, w, (REPLICATES, -(-w // BLOCK)))
    weeks = np.zeros((REPLICATES, w))
    for shift in range(BLOCK):
        np.add.at(weeks, (np.arange(REPLICATES)[:, None], (starts + shift) % w), 1.0)
    ours, theirs = (((relations @ x) * weeks).sum(1) for x in (loss, plain))
    ratios = 1 - np.divide(ours, theirs, out=np.ones(REPLICATES), where=theirs > 0)
    total = float(plain.sum())
    low, high = np.quantile(ratios, [0.05, 0.95])
    better = float((loss.sum(1) < plain.sum(1)).mean())
    return Skill(1 - float(loss.sum()) / total if total else 0.0, float(low), float(high), better)
