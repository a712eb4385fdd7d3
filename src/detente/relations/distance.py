"""How far a status is from its next steps: the chance against the chance it takes, and the level that would have to be seen today.

The same arithmetic as `path`, on one day. "By how much the level would have to stand higher" moves today's level alone and leaves what is
known about it as it is: a reading of the distance, not a forecast. What would truly move it there is in `counterfactual`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from detente.relations.calibration import DEFAULT, TOP, Calibration
from detente.relations.change import baselines, chances, move, outlasting, still_there
from detente.relations.levels import read_off
from detente.relations.observing import Observation
from detente.relations.path import Weighted, cut, day_number, gather, shares_of
from detente.relations.tone import Floats
from detente.said import said, said_word
from detente.types import Change

HALVINGS = 40  # of a span of twice the scale: to a millionth of a point


@dataclass(frozen=True, slots=True)
class Distance:
    """From a status to the next. chance: of the change that decides (of the rise or fall that is looked for, or that holds), now; needed:
    what it must reach, or fall below where ``falls``. level: signed points by which today's level would have to stand elsewhere; None
    where no level on the scale would do."""

    target: Change
    chance: float
    needed: float
    falls: bool
    level: float | None


@dataclass(frozen=True, slots=True)
class Moves:
    """What a status is decided by: differences and variances against each earlier day of the period, the nearest first, their weights, the
    threshold, and how much of the earlier level is still in today's."""

    delta: Floats
    variance: Floats
    share: Floats
    threshold: float
    carried: float

    def chance(self, way: int, shift: float = 0.0) -> float:
        """Of a rise (way 1) or a fall (-1) beyond the threshold, were today's level ``shift`` points elsewhere."""
        return float(self.share @ self._each(way, shift))

    def held(self, way: int, shift: float = 0.0) -> float:
        """The chance by which a run is held once it has begun."""
        each = self._each(way, shift)
        return float(outlasting(np.asarray(self.share @ each), each[-1:], np.asarray([self.carried]))[0])

    def _each(self, way: int, shift: float) -> Floats:
        return chances(way * (self.delta + shift), self.variance, self.threshold)[0]


def moves(
    observations: Sequence[Observation], relations: Weighted, as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> Moves:
    """The moves of a relation ([(sides, 1.0)]) or category as of a day."""
    total: dict[tuple[str, str], float] = {}
    for sides, weight in relations:
        total[sides] = total.get(sides, 0.0) + weight
    weights = shares_of(list(total.items()))
    gathered = gather(observations, list(total), as_of, c)
    last = day_number(as_of)
    days = np.arange(last - period_days, last + 1)
    all_days = read_off(gathered.reports, gathered.states, np.arange(len(total)), days, c)
    now, delta, variance, share, carried = cut(all_days, period_days, 0), [], [], [], 0.0
    for lag, part in baselines(period_days, c.baselines):
        then = cut(all_days, period_days, lag)
        each, spread = move(now, then, lag, c)
        delta.append(float((weights @ each)[-1]))
        variance.append(float((weights**2 @ spread)[-1]))
        share.append(part)
        carried = float((weights @ still_there(now, then))[-1])
    threshold = c.threshold * float(np.sqrt((weights**2).sum()))
    return Moves(np.array(delta), np.array(variance), np.array(share), threshold, carried)


def distances(now: Change, level: float | None, found: Moves, c: Calibration = DEFAULT) -> list[Distance]:
    """From a status to each of the others; none where nothing is reported, since only reports end a silence."""
    if now == "no-reporting" or level is None:
        return []
    out: list[Distance] = []
    if now != "unchanged":
        way = 1 if now == "improved" else -1
        shift = _shift(lambda s: found.held(way, s) - c.leave, -way)
        out.append(Distance("unchanged", found.held(way), c.leave, True, _on_scale(level, shift)))
    targets: list[tuple[Change, int]] = [("improved", 1), ("deteriorated", -1)]
    for target, way in targets:
        if target != now:
            shift = _shift(partial(_excess, found, way, c.enter), way)
            out.append(Distance(target, found.chance(way), c.enter, False, _on_scale(level, shift)))
    return out


def _excess(found: Moves, way: int, needed: float, shift: float) -> float:
    return found.chance(way, shift) - needed


def distance_sentences(rows: Sequence[Distance]) -> list[str]:
    """One sentence a step, for people."""
    out = list[str]()
    for row in rows:
        values = {"target": said_word("toward", row.target), "chance": row.chance, "needed": row.needed}
        if row.falls:
            what = said("To {target}: the chance that holds it is {chance:.0%} and would have to fall below {needed:.0%}", **values)
        else:
            what = said("To {target}: its chance is {chance:.0%} and would have to reach {needed:.0%}", **values)
        if row.level is None:
            out.append(said("{what}; no level on the scale would do that today.", what=what))
        elif row.level > 0:
            out.append(said("{what}; today’s level would have to stand {points:.1f} points higher.", what=what, points=row.level))
        else:
            out.append(said("{what}; today’s level would have to stand {points:.1f} points lower.", what=what, points=-row.level))
    return out


def _shift(excess: Callable[[float], float], way: int) -> float | None:
    """The least shift in the direction ``way`` that brings ``excess`` (monotone) through zero; 0 if it is through; None if none does."""
    if excess(0.0) == 0:
        return 0.0
    at_start = excess(0.0) > 0
    low, high = 0.0, way * 2 * TOP
    if (excess(high) > 0) == at_start:
        return None
    for _ in range(HALVINGS):
        half = (low + high) / 2
        low, high = (half, high) if (excess(half) > 0) == at_start else (low, half)
    return high


def _on_scale(level: float, shift: float | None) -> float | None:
    return None if shift is None or abs(level + shift) >= TOP else shift
