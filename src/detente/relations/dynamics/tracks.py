"""The tracks dynamics are fitted on: what each side of a relation did, block by block, and how much news there was of all others.

Counts are taken as log(1 + count): days with ten times the reports are not ten times the behaviour, and on raw counts one burst decides
every test. What is left of news cycles, weekdays and holidays is the volume of all other relations, which every fit holds constant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from detente.relations.levels import Ints
from detente.relations.observing import Observation, Sides, sides_of
from detente.relations.tone import Floats
from detente.relations.weekly import Weekly, weekly_of_observations

# Days of a block, the finest first, and how many blocks a fit looks back. Answers come within days (Canada and Saudi Arabia, August 2018:
# two), so blocks are as short as the reports allow: at days, both cross effects of a planted spiral show in .97 of 60 runs, at three days
# in .65, and in 2018 one side's conflict follows the other's in .30 against .13 of tests, with tests of the same size on shifted series.
BLOCKS: dict[int, int] = {1: 6, 3: 2, 7: 2, 28: 1}
# Share of blocks with a report that makes a block length usable.
HEARD_SHARE = 0.15
# A relation of ten years ago was another one: of longer series the newest blocks are used (of days, a good three years).
MOST_BLOCKS = 1200
# Below these a fit says nothing: blocks in all, and blocks in which a side was heard. The size of the tests holds down to them (evals).
LEAST_BLOCKS, LEAST_HEARD = 30, 8


@dataclass(frozen=True, slots=True)
class Tracks:
    """One relation, block by block. sides: sorted. days: of a block. ends: last days of the blocks (since 1970), n of them.

    cooperation, conflict: 2 x n, log(1 + what sides[0] did to sides[1], and the other way); a meeting counts for both. together: n, the
    balance of both ways, log(1 + cooperation) - log(1 + conflict), each event once. counts: 2 x n, the plain counts of conflict. heard: n,
    reports of the relation. volume: n, log(1 + reports of all other relations), centred."""

    sides: Sides
    days: int
    ends: Ints
    cooperation: Floats
    conflict: Floats
    together: Floats
    counts: Floats
    heard: Floats
    volume: Floats

    @property
    def lags(self) -> int:
        """Blocks a fit looks back."""
        return BLOCKS.get(self.days, 2)

    @property
    def balance(self) -> Floats:
        """2 x n: how each side behaved to the other, cooperation less conflict, on the log scale."""
        return self.cooperation - self.conflict


def tracks_of(weekly: Weekly, sides: Sides, days: int) -> Tracks:
    """The tracks of one relation of a table of counts in blocks of ``days``. Blocks before its first report are left out, except that at
    least LEAST_BLOCKS are kept where the table has them."""
    if sides_of(*sides) not in weekly.sides:
        return silent(sides_of(*sides), days, weekly)
    i = weekly.sides.index(sides_of(*sides))
    heard = weekly.events[i]
    first = int(np.flatnonzero(heard)[0]) if heard.any() else len(heard)
    first = max(0, len(heard) - MOST_BLOCKS, min(first, len(heard) - LEAST_BLOCKS))
    cut = np.s_[..., first:]
    cooperation, conflict = weekly.directed(weekly.cooperation)[i][cut], weekly.directed(weekly.conflict)[i][cut]
    once = np.log1p(weekly.both_ways(weekly.cooperation)[i][cut]) - np.log1p(weekly.both_ways(weekly.conflict)[i][cut])
    volume = np.log1p(np.maximum(weekly.events.sum(0) - heard, 0.0)[cut])
    return Tracks(
        weekly.sides[i],
        days,
        weekly.ends[cut],
        np.log1p(cooperation),
        np.log1p(conflict),
        once,
        conflict,
        heard[cut],
        volume - volume.mean(),
    )


def silent(sides: Sides, days: int, weekly: Weekly) -> Tracks:
    """The tracks of a relation a table does not hold."""
    n = len(weekly.ends)
    return Tracks(sides, days, weekly.ends, np.zeros((2, n)), np.zeros((2, n)), np.zeros(n), np.zeros((2, n)), np.zeros(n), np.zeros(n))


def block_days(observations: Sequence[Observation], sides: Sides, as_of: date) -> int:
    """The shortest block length at which HEARD_SHARE of the relation's blocks hold a report; else a week."""
    for days in BLOCKS:
        weekly = weekly_of_observations([o for o in observations if o.sides == sides], [sides], as_of, days)
        heard = weekly.events[0][-MOST_BLOCKS:]
        if len(heard) >= LEAST_BLOCKS and (heard > 0).mean() >= HEARD_SHARE:
            return days
    return 7


def tracks_from_observations(observations: Sequence[Observation], sides: Sides, as_of: date, others: Sequence[Sides] = ()) -> list[Tracks]:
    """The tracks of a relation and of ``others``, in blocks that fit the relation, over the same days. Everything observed counts for the
    volume, whatever relation it is of."""
    mine = sides_of(*sides)
    days = block_days(observations, mine, as_of)
    every = [mine, *(sides_of(*o) for o in others if sides_of(*o) != mine)]
    weekly = weekly_of_observations(observations, list(dict.fromkeys([*every, *(o.sides for o in observations)])), as_of, days)
    first = tracks_of(weekly, mine, days)
    return [first, *(aligned(tracks_of(weekly, other, days), first) for other in every[1:])]


def aligned(other: Tracks, first: Tracks) -> Tracks:
    """A track cut or filled up with silence to the blocks of another one of the same table."""
    n, have = len(first.ends), len(other.ends)

    def fit(x: Floats) -> Floats:
        cut = x[..., max(0, have - n) :]
        return np.concatenate([np.zeros((*x.shape[:-1], max(0, n - have))), cut], axis=-1)

    return Tracks(
        other.sides, other.days, first.ends, fit(other.cooperation), fit(other.conflict), fit(other.together), fit(other.counts),
        fit(other.heard), first.volume,
    )  # fmt: skip
