"""The outlook of relations and categories of a desk, from its observations. What backtest.py judges, for the week after ``as_of``.

What the relations teach each other (learning.py) comes from the POOL relations most is told of, so that an outlook does not depend on what
else is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.observing import Observation, Sides, relation_name, sides_of
from detente.relations.outlook.baselines import long_run, no_change
from detente.relations.outlook.counts import Group
from detente.relations.outlook.inputs import weekly_path, weeks_known, weeks_of
from detente.relations.outlook.joint import forecasts
from detente.relations.outlook.level import rolling_levels
from detente.relations.outlook.scores import interval
from detente.relations.outlook.turns import rolling_turns
from detente.relations.path import Weighted, day_number, shares_of
from detente.relations.tone import Floats
from detente.relations.weekly import weekly_of_observations
from detente.said import said, said_many
from detente.types import Outlook, Spread, StatusKind

POOL = 40
WEEKS = 156  # of history at most: three years; older weeks say little of the next one and cost time
THIN_WEEKS, THIN_EVENTS = 26, 26  # half a year, and an event a week of it: below, the outlook is the pool's more than the relation's

UNTOLD = said("nobody has ever told of it, so it has no level, and no chance of a change is given")


@dataclass(frozen=True, slots=True)
class Asked:
    """A relation ([(sides, 1.0)]) or category to give an outlook of."""

    name: str
    kind: StatusKind
    relations: Weighted


def relation_outlook(
    observations: Sequence[Observation], sides: Sides, as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> Outlook:
    """The outlook of one relation. Nothing known or dated after ``as_of`` is used."""
    return outlooks(observations, [asked_relation(sides)], as_of, period_days, c)[0]


def category_outlook(
    name: str, relations: Weighted, observations: Sequence[Observation], as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> Outlook:
    """The outlook of a category: the level as in its status, the counts summed over its relations, unweighted. Raises ConfigError for
    weights that do not sum to something positive."""
    return outlooks(observations, [Asked(name, "category", relations)], as_of, period_days, c)[0]


def asked_relation(sides: Sides) -> Asked:
    """A relation to give an outlook of."""
    return Asked(relation_name(sides_of(*sides)), "relation", [(sides_of(*sides), 1.0)])


def outlooks(
    observations: Sequence[Observation], asked: Sequence[Asked], as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> list[Outlook]:
    """The outlooks of several relations and categories at once, each as it would be alone."""
    known = [o for o in observations if o.known <= as_of and o.day <= as_of]
    told = Counter(o.sides for o in known if o.sides[0] != o.sides[1])
    pool = [sides for sides, _ in sorted(told.items(), key=lambda item: (-item[1], item[0]))[:POOL]]
    rows = [asked_relation(sides) for sides in pool] + list(asked)
    weights = [shares_of(row.relations) for row in rows]
    weeks = min(WEEKS, weeks_known(known, as_of))
    cooperation, conflict, events = _counts(known, rows, as_of, weeks)
    ends = day_number(as_of) - 7 * np.arange(weeks - 1, -1, -1, dtype=np.int64)
    mine: dict[Sides, list[Observation]] = {}
    for o in known:
        mine.setdefault(o.sides, []).append(o)
    own = [[o for sides in {sides_of(*s) for s, _ in row.relations} for o in mine.get(sides, ())] for row in rows]
    paths = [weekly_path(some, row.relations, ends, period_days, c) for some, row in zip(own, rows, strict=True)]
    levels, turns = (np.stack(part) for part in zip(*paths, strict=True))
    thresholds = np.array([c.threshold * float(np.sqrt((w**2).sum())) for w in weights])
    horizon, teachers = weeks_of(period_days), len(pool) or None
    stated = [ahead for _, ahead in rolling_levels(levels, horizon, teachers)]
    ahead = stated[-1]
    chances = [each.changes(thresholds) for each in stated]
    up, same, down = chances[-1]
    seen = (~np.isnan(levels)).astype(float)
    says = [
        rolling_turns(np.stack([each[k] for each in chances], axis=1), (turns == sign).astype(float), seen, horizon, teachers)[:, -1]
        for k, sign in ((0, 1), (2, -1))
    ]
    *_, (_, made) = forecasts(cooperation, conflict, weeks, teachers)
    spreads = {
        name: [_spreads(groups, len(rows)) for groups in (made[name], no_change(past, signed), long_run(past))]
        for name, past, signed in (
            ("cooperation", cooperation, False),
            ("conflict", conflict, False),
            ("balance", cooperation - conflict, True),
        )
    }
    out = []
    for i in range(len(pool), len(rows)):
        of = {name: (three[0][i], three[1][i], three[2][i]) for name, three in spreads.items()}
        total = float(up[i] + same[i] + down[i])
        levelled = not np.isnan(levels[i, -1])  # a level nobody ever told of cannot move
        out.append(
            Outlook(
                name=rows[i].name,
                kind=rows[i].kind,
                as_of=as_of,
                period_days=period_days,
                level=ahead.spread(i) if levelled else None,
                p_improved=float(up[i]) / total if levelled else None,
                p_unchanged=float(same[i]) / total if levelled else None,
                p_deteriorated=float(down[i]) / total if levelled else None,
                cooperation=of["cooperation"],
                conflict=of["conflict"],
                balance=of["balance"],
                thin=_thin(weeks, int(events[i].sum())) if levelled else UNTOLD,
                says_improved=float(says[0][i]) if levelled else None,
                says_deteriorated=float(says[1][i]) if levelled else None,
            )
        )
    return out


def _counts(known: Sequence[Observation], rows: Sequence[Asked], as_of: date, weeks: int) -> tuple[Floats, Floats, Floats]:
    """Rows x weeks: cooperation, conflict and all events, those of a category summed over its relations."""
    relations = list(dict.fromkeys(sides_of(*sides) for row in rows for sides, _ in row.relations))
    weekly = weekly_of_observations(known, relations, as_of)
    index = {sides: i for i, sides in enumerate(weekly.sides)}
    out = []
    for counts in (weekly.both_ways(weekly.cooperation), weekly.both_ways(weekly.conflict), weekly.events):
        recent = np.zeros((len(relations), weeks))
        part = counts[:, -weeks:]
        recent[:, weeks - part.shape[1] :] = part
        out.append(np.stack([recent[sorted({index[sides_of(*sides)] for sides, _ in row.relations})].sum(0) for row in rows]))
    return out[0], out[1], out[2]


def _spreads(groups: Sequence[Group], rows: int) -> list[Spread]:
    """The mean and central 80 % of each row."""
    out: list[Spread | None] = [None] * rows
    for group in groups:
        mean, (low, high) = group.forecast.mean(), interval(group.forecast)
        for i, row in enumerate(group.rows):
            out[int(row)] = Spread(float(mean[i]), float(low[i]), float(high[i]))
    return [spread for spread in out if spread is not None]


def _thin(weeks: int, events: int) -> str:
    """Why an outlook is weak, as a clause; empty where it is not."""
    if not events:
        return said_many("nothing was reported in {n} week", "nothing was reported in {n} weeks", weeks)
    of_weeks, of_events = said_many("{n} week", "{n} weeks", weeks), said_many("{n} event", "{n} events", events)
    if weeks < THIN_WEEKS and events < THIN_EVENTS:
        return said("it rests on only {weeks} and {events}", weeks=of_weeks, events=of_events)
    if weeks < THIN_WEEKS:
        return said("it rests on only {weeks}", weeks=of_weeks)
    return said("it rests on only {events}", events=of_events) if events < THIN_EVENTS else ""
