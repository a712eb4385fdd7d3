"""What the status will be called a period ahead, from the chance that its level will have moved.

A status turns only when a change is beyond doubt, so later and less often than the level; how much less is a matter of the status's
method, not of this module. It is learned: of the past weeks in which such a chance was stated, in how many did the status then say so, in
ten bins of the chance, all relations together, read off in between (Dawid 1982, JASA 77: calibration)."""

from __future__ import annotations

import numpy as np

from detente.relations.tone import Floats

BINS = 10
HELD_BY = 20.0  # outcomes' worth of "in proportion to the chance" in each bin
# The proportion before anything is known, and what it is worth in stated chances: turns of the status over chances of the level, .49 of
# improvements and .30 of deteriorations in 2018.
PROPORTION, SURE = 0.4, 25.0


def rolling_turns(chance: Floats, turned: Floats, seen: Floats, horizon: int, teachers: int | None = None) -> Floats:
    """n x w: the chance, stated in each week, that the status says so ``horizon`` weeks later, from the weeks up to it.

    chance: n x w, of the level, as stated in each week. turned: n x w, 1 where the status of a week said so. seen: n x w, 1 where there was
    a level. teachers: see learning.learn."""
    middle = (np.arange(BINS) + 0.5) / BINS
    times, hits, total = np.zeros(BINS), np.zeros(BINS), 0.0
    out = np.zeros(chance.shape)
    for t in range(chance.shape[1]):
        if t >= horizon:
            mine = seen[:teachers, t - horizon] > 0
            said, came = chance[:teachers, t - horizon][mine], turned[:teachers, t][mine]
            at = np.clip((said * BINS).astype(int), 0, BINS - 1)
            times, hits, total = times + np.bincount(at, minlength=BINS), hits + np.bincount(at, came, BINS), total + float(said.sum())
        proportion = (hits.sum() + PROPORTION * SURE) / (total + SURE)
        share = (hits + HELD_BY * np.minimum(proportion * middle, 1)) / (times + HELD_BY)
        out[:, t] = np.interp(chance[:, t], middle, share)
    return out
