"""Turning points: the turns of a relation or category over its history, each found and dated.

Found: where the filtered status steps to improved or deteriorated, as it was said then. Dated: by a change point in the reports around that
step (Chernoff and Zacks 1964, *Annals of Mathematical Statistics* 35; Smith 1975, *Biometrika* 62): each day of the weeks before the step
is tried as the first day of the new state, and weighed by how well two states, one before it and one from it on, tell the days' tone and
the days' volume apart from noise. The weights make a distribution over days: its likeliest day is the date, its central 80 % the days the
turn may lie between. A category is dated by the relation that moved it most. Pure; uses nothing known after ``as_of``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.change import DOWN, NAMES, UP
from detente.relations.drivers import drivers_of, relation_shares
from detente.relations.levels import Ints
from detente.relations.observing import Observation, relation_name, sides_of
from detente.relations.path import Gathered, Path, Weighted, day_number, day_of, follow, gather, shares_of
from detente.relations.tone import Floats
from detente.types import TurningPoint

# How far around the step of a status is looked, in periods: reports so long before tell the old state, so long after the new one.
# On seeds 1 and 2 of the simulator BEFORE 1 loses .04 of the turns, 1.5 to 4 find and date alike; AFTER 0 loses .04, and with 1.5 the days
# given hold .71.
BEFORE, AFTER = 2.0, 0.5
# Days after the step a turn may be dated to: a slow turn is at its middle when its status has already stepped. With 0 the days given hold
# the planted turn in .70 of cases, with 7 in .78, with 14 in .82 but .02 of the turns are lost.
LATER = 7
# Variance of a day's volume, as log(1 + weight), around its state's: news comes in waves. .4 to 1.4 find and date alike on the simulator.
VOLUME_VARIANCE = 0.6
# Of a state's mean volume, on the same scale, before its days are seen: wide. 1 to 10 find and date alike.
VOLUME_PRIOR = 4.0
CENTRAL = 0.8
# Log odds of a change against none from which a turn is called clear: even. On the simulator (seeds 1 and 2) clear turns are .54 of the
# planted ones at 1.2 false a pair-year, all of them .79 at 6.3; in 2018 an expulsion between countries rarely heard of is seldom clear.
CLEAR = 0.0


@dataclass(frozen=True, slots=True)
class Dated:
    """A turn: sign (UP or DOWN), likeliest day, the days it may lie between, and the day the status stepped (days since 1970); the log odds
    that anything changed at all on these days against that nothing did, from the reports alone."""

    sign: int
    day: int
    earliest: int
    latest: int
    noticed: int
    odds: float


@dataclass(frozen=True, slots=True)
class Daily:
    """One relation's reports by day, ascending: weight of those with a value, their summed tone, weight of all."""

    day: Ints
    weight: Floats
    tone: Floats
    volume: Floats


def turning_points(
    name: str, relations: Weighted, observations: Sequence[Observation], as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> list[TurningPoint]:
    """The turns of a relation ([(sides, 1.0)], name ``A-B``) or category up to ``as_of``, oldest first; empty without reports.

    Reports stand on their own day, however late they became known: history is told as one sees it now."""
    merged: dict[tuple[str, str], float] = {}
    for sides, weight in relations:
        merged[sides_of(*sides)] = merged.get(sides_of(*sides), 0.0) + weight
    weights = shares_of(list(merged.items()))
    gathered = gather(observations, list(merged), as_of, c)
    if not gathered.observed:
        return []
    path = follow(gathered, weights, as_of, period_days, c)
    steps = steps_of(path)
    if not steps:
        return []
    own = gather([replace(o, known=o.day) for o in gathered.observed], list(merged), as_of, c)
    leading = [_leading(gathered, weights, day, sign, period_days, c) for day, sign in steps]
    found: list[tuple[int, Dated]] = []
    for pair in sorted(set(leading)):
        mine = [step for step, lead in zip(steps, leading, strict=True) if lead == pair]
        found += [(pair, turn) for turn in dated_turns(daily_of(own, pair), mine, day_number(as_of), period_days, c)]
    found.sort(key=lambda item: (item[1].day, item[1].noticed))
    return [_told(name, gathered, weights, path, pair, turn, c) for pair, turn in found]


def steps_of(path: Path) -> list[tuple[int, int]]:
    """(day, UP or DOWN) of each step of a path to improved or deteriorated."""
    before = np.r_[0, path.classes[:-1]]
    at = np.flatnonzero((path.classes != before) & ((path.classes == UP) | (path.classes == DOWN)))
    return [(int(path.days[i]), int(path.classes[i])) for i in at]


def daily_of(gathered: Gathered, pair: int) -> Daily:
    """The reports of one gathered relation."""
    r = gathered.reports
    rows = slice(int(r.first[pair]), int(r.first[pair + 1]))
    return Daily(r.day[rows], r.weight[rows], r.tone[rows], r.volume[rows])


def dated_turns(daily: Daily, steps: Sequence[tuple[int, int]], last: int, period_days: int = 28, c: Calibration = DEFAULT) -> list[Dated]:
    """One turn for each step of a status, dated; steps one way whose days overlap are one turn. last: the last day that is known."""
    out: list[Dated] = []
    for noticed, sign in steps:
        turn = _dated(daily, noticed, sign, last, period_days, c)
        if out and out[-1].sign == sign and turn.earliest <= out[-1].latest:
            continue  # the same turn, its status dropped and taken up again
        out.append(turn)
    return out


def _dated(daily: Daily, noticed: int, sign: int, last: int, period_days: int, c: Calibration) -> Dated:
    begin = max(noticed - round(BEFORE * period_days), int(daily.day[0]) if len(daily.day) else noticed)
    end = max(noticed, min(last, noticed + round(AFTER * period_days)))
    days = np.arange(begin, end + 1)
    tries = np.arange(max(begin, noticed - period_days), min(end, noticed + LATER) + 1)
    chance, odds = change_point(daily, days, tries, sign, c)
    total = np.cumsum(chance)
    tail = (1 - CENTRAL) / 2
    day = int(tries[int(np.argmax(chance))])
    earliest = int(tries[int(np.searchsorted(total, tail))])
    latest = int(tries[min(int(np.searchsorted(total, 1 - tail)), len(tries) - 1)])
    return Dated(sign, day, min(earliest, day), max(latest, day), noticed, odds)


def change_point(daily: Daily, days: Ints, tries: Ints, sign: int, c: Calibration = DEFAULT) -> tuple[Floats, float]:
    """The chance that each of ``tries`` is the first day of a new state, given the reports of ``days`` (consecutive) and that one is; and
    the log odds of a change on one of them, each as likely, against none.

    Two streams: the mean tone of the days with a valued report, its variance as in the level (event_variance / weight + day_variance), and
    the volume of every day as log(1 + weight). Each state has its own mean of both, drawn from a wide normal; both integrate out."""
    weight, tone, volume = (np.zeros(len(days)) for _ in range(3))
    inside = (daily.day >= days[0]) & (daily.day <= days[-1])
    at = daily.day[inside] - days[0]
    weight[at], tone[at], volume[at] = daily.weight[inside], daily.tone[inside], daily.volume[inside]
    heard = weight > 0
    precision = np.zeros(len(days))
    precision[heard] = 1 / (c.event_variance / weight[heard] + c.day_variance)
    value = np.divide(tone, weight, out=np.zeros(len(days)), where=heard)
    loud = np.log1p(volume)
    split = tries - days[0]
    score = _two_states(value, precision, c.tone_variance, split)
    even = np.full(len(days), 1 / VOLUME_VARIANCE)
    # falling silent is no turn: a fall of volume tells nothing of the day
    rises = _moves(loud, split) > 0
    score += np.where(rises, _two_states(loud, even, VOLUME_PRIOR, split), _two_states(0 * loud, even, VOLUME_PRIOR, split))
    right = _moves(weight * value, split) * sign > 0
    if right.any():
        score = np.where(right, score, -np.inf)
    chance = np.exp(score - score.max())
    none = np.zeros(1, np.int64)
    still = _two_states(value, precision, c.tone_variance, none) + _two_states(loud, even, VOLUME_PRIOR, none)
    odds = float(score.max() + np.log(chance.mean()) - still[0])
    return np.asarray(chance / chance.sum()), odds


def _two_states(value: Floats, precision: Floats, prior: float, split: Ints) -> Floats:
    """Log marginal likelihood, up to a constant, of two normal means, one before each split and one from it on. prior: their variance."""
    middle = float((value * precision).sum() / precision.sum()) if precision.sum() else 0.0
    n = np.r_[0.0, np.cumsum(precision)]
    s = np.r_[0.0, np.cumsum(precision * (value - middle))]

    def state(mass: Floats, total: Floats) -> Floats:
        return np.asarray((total**2 / (mass + 1 / prior) - np.log1p(prior * mass)) / 2)

    return state(n[split], s[split]) + state(n[-1] - n[split], s[-1] - s[split])


def _moves(signed: Floats, split: Ints) -> Floats:
    """The mean of a day's summed tone from each split on less the mean before it."""
    total = np.r_[0.0, np.cumsum(signed)]
    before = np.divide(total[split], split, out=np.zeros(len(split)), where=split > 0)
    return np.asarray((total[-1] - total[split]) / np.maximum(len(signed) - split, 1) - before)


def _leading(gathered: Gathered, weights: Floats, day: int, sign: int, period_days: int, c: Calibration) -> int:
    """The relation that moved a weighted mean most, the way it moved, over the period to a day."""
    if len(weights) == 1:
        return 0
    moved = []
    for pair in range(len(weights)):
        _, shares, rest = relation_shares(gathered, pair, day_of(day), period_days, c)
        moved.append(sign * float(weights[pair]) * (float(shares.sum()) + rest))
    return int(np.argmax(moved))


def _told(name: str, gathered: Gathered, weights: Floats, path: Path, pair: int, turn: Dated, c: Calibration) -> TurningPoint:
    until, since = max(turn.latest, turn.noticed), turn.earliest - 1
    drivers = drivers_of(gathered, weights, day_of(until), until - since, c)
    level = path.level[until - path.days[0]]
    after = 0.0 if np.isnan(level) else float(level)
    return TurningPoint(
        name=name,
        day=day_of(turn.day),
        earliest=day_of(turn.earliest),
        latest=day_of(turn.latest),
        noticed=day_of(turn.noticed),
        until=day_of(until),
        change=NAMES[turn.sign],
        before=after - sum(d.share for d in drivers),
        after=after,
        relation=relation_name(gathered.relations[pair]),
        clear=turn.odds >= CLEAR,
        drivers=drivers,
    )
