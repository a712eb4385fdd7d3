"""Status: level, change and drivers of relations and categories as of a day; the days a status stepped; what moved most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.change import NAMES, SILENT
from detente.relations.drivers import drivers_of
from detente.relations.observing import Observation, Sides, relation_name, sides_of
from detente.relations.path import Gathered, Path, Weighted, day_number, day_of, follow, gather, late_weight, shares_of
from detente.relations.tone import Floats
from detente.types import Status, StatusKind


def relation_status(
    observations: Sequence[Observation], sides: Sides, as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> Status:
    """The status of one relation. Nothing known or dated after ``as_of`` is used. Its drivers sum to level(as_of) - level(as_of -
    period), where a
    relation not yet reported on stands at 0 (and its level is None)."""
    return _status(relation_name(sides_of(*sides)), "relation", [(sides_of(*sides), 1.0)], observations, as_of, period_days, c)


def relation_statuses(
    observations: Sequence[Observation], relations: Sequence[Sides], as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> list[Status]:
    """relation_status of several relations, in their order."""
    mine: dict[Sides, list[Observation]] = {sides_of(*s): [] for s in relations}
    for o in observations:
        if o.sides in mine:
            mine[o.sides].append(o)
    return [relation_status(mine[sides_of(*s)], s, as_of, period_days, c) for s in relations]


def category_status(
    name: str, relations: Weighted, observations: Sequence[Observation], as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> Status:
    """The status of a category: the weighted mean of its relations, with the weighted shares of their drivers. Raises ConfigError for
    weights that do
    not sum to something positive."""
    return _status(name, "category", relations, observations, as_of, period_days, c)


def status_steps(
    name: str, relations: Weighted, observations: Sequence[Observation], as_of: date, period_days: int = 28, c: Calibration = DEFAULT
) -> list[tuple[date, Status]]:
    """The days on which the change class of a relation ([(sides, 1.0)], name ``A-B``) or category stepped, oldest first, with the status
    of that day.

    The first step is the first day with a report. Each day's class is as of that day.
    """
    merged, weights = _merged(relations)
    gathered = gather(observations, merged, as_of, c)
    if not gathered.observed:
        return []
    path = follow(gathered, weights, as_of, period_days, c)
    kind: StatusKind = "relation" if len(merged) == 1 and name == relation_name(merged[0]) else "category"
    at = np.flatnonzero(np.r_[True, np.diff(path.classes) != 0])
    return [(day_of(path.days[i]), _at(name, kind, gathered, weights, path, int(i), period_days, c)) for i in at]


def trends(
    observations: Sequence[Observation],
    relations: Sequence[Sides] | None,
    as_of: date,
    days: int = 28,
    c: Calibration = DEFAULT,
) -> list[Status]:
    """What moved most over the last ``days``: the statuses of relations with a report in that span, largest absolute change of level first.

    relations: those to look at, or None for all that were observed.
    """
    wanted = sorted({o.sides for o in observations}) if relations is None else [sides_of(*s) for s in dict.fromkeys(relations)]
    since = as_of - timedelta(days=days)
    heard = {o.sides for o in observations if since < o.known <= as_of}
    moved = relation_statuses(observations, [s for s in wanted if s in heard], as_of, days, c)
    return sorted((s for s in moved if s.events), key=lambda s: (-abs(change_of(s)), s.name))


def change_of(status: Status) -> float:
    """level(as_of) - level(as_of - period), in points: the sum of the drivers."""
    return sum(d.share for d in status.drivers)


def _merged(relations: Weighted) -> tuple[list[Sides], Floats]:
    """Relations named once each, the weights of repeated ones added, all made to sum to 1."""
    total: dict[Sides, float] = {}
    for sides, weight in relations:
        total[sides_of(*sides)] = total.get(sides_of(*sides), 0.0) + weight
    return list(total), shares_of(list(total.items()))


def _status(
    name: str, kind: StatusKind, relations: Weighted, observations: Sequence[Observation], as_of: date, period_days: int, c: Calibration
) -> Status:
    merged, weights = _merged(relations)
    gathered = gather(observations, merged, as_of, c)
    path = follow(gathered, weights, as_of, period_days, c)
    return _at(name, kind, gathered, weights, path, len(path.days) - 1, period_days, c)


def _at(name: str, kind: StatusKind, gathered: Gathered, weights: Floats, path: Path, i: int, period_days: int, c: Calibration) -> Status:
    """The status on the i-th day of a path."""
    as_of = day_of(path.days[i])
    level, low, high = (None if np.isnan(x[i]) else float(x[i]) for x in (path.level, path.low, path.high))
    silent = int(path.classes[i]) == SILENT
    since = day_number(as_of) - period_days
    recent = {
        (o.kind, o.id): o.count
        for o in gathered.observed
        if since < day_number(o.known) <= day_number(as_of) and late_weight(o, c) >= c.late_share
    }
    sides = tuple(dict.fromkeys(code for pair in gathered.relations for code in pair))
    return Status(
        name=name,
        kind=kind,
        sides=gathered.relations[0] if kind == "relation" else sides,
        as_of=as_of,
        level=level,
        low=low,
        high=high,
        change=NAMES[int(path.classes[i])],
        p_improved=None if silent else float(path.improved[i]),
        p_deteriorated=None if silent else float(path.deteriorated[i]),
        events=sum(recent.values()),
        drivers=drivers_of(gathered, weights, as_of, period_days, c) if level is not None else (),
    )
