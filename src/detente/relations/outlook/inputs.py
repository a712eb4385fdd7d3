"""What an outlook and a backtest are made of, by week: counts and levels, from a desk's observations or from an event table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from detente.errors import TableError
from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.levels import Ints
from detente.relations.observing import Observation, Sides, sides_of
from detente.relations.outlook.backtest import WARM_UP, Levels
from detente.relations.path import Weighted, day_number, day_of, follow, gather, shares_of
from detente.relations.tone import Floats
from detente.relations.weekly import Weekly, weekly_of_observations, weekly_of_table

if TYPE_CHECKING:
    from arro3.core import Table

MOST_YEARS = 60  # of a table: beyond, a date is wrong, and one wrong date would make a million empty weeks
HINT = "a backtest wants relations with events in many weeks; --least lowers how many events a relation needs"


def of_table(
    table: str | Path | Table, least: int, period_days: int = 28, last: date | None = None, c: Calibration = DEFAULT
) -> tuple[Weekly, Levels]:
    """Counts and levels of the relations of an event table with at least ``least`` events. Raises TableError."""
    import duckdb

    from detente.relations.table import assess_relations

    span_of_table(table)
    weekly = weekly_of_table(table, last, least)
    if not weekly.sides:
        raise TableError(f"no relation with {least} events", where=str(table), hint=HINT)
    first, end = day_of(weekly.ends[0]), day_of(weekly.ends[-1])
    statuses = assess_relations(table, start=first, end=end, every="week", period_days=period_days, c=c)
    con = duckdb.connect()
    con.register("statuses", statuses)
    con.execute("CREATE TABLE chosen (pair INTEGER, side_a VARCHAR, side_b VARCHAR)")
    con.executemany("INSERT INTO chosen VALUES (?, ?, ?)", [(i, a, b) for i, (a, b) in enumerate(weekly.sides)])
    got = con.execute(
        "SELECT pair, date_diff('day', DATE '1970-01-01', as_of) AS day, level, CASE change WHEN 'improved' THEN 1 WHEN 'deteriorated' "
        "THEN -1 ELSE 0 END AS turn FROM statuses JOIN chosen USING (side_a, side_b) WHERE level IS NOT NULL"
    ).fetchnumpy()
    at = np.asarray(got["pair"], np.int64), (np.asarray(got["day"], np.int64) - weekly.ends[0]) // 7
    level, change = np.full(weekly.events.shape, np.nan), np.zeros(weekly.events.shape)
    level[at], change[at] = np.asarray(got["level"], float), np.asarray(got["turn"], float)
    return weekly, Levels(level, change, weeks_of(period_days), c.threshold)


def of_observations(
    observations: Sequence[Observation], as_of: date, least: int, period_days: int = 28, c: Calibration = DEFAULT
) -> tuple[Weekly, Levels]:
    """The same from observations, from the first week in which anything was known. Raises TableError."""
    known = [o for o in observations if o.known <= as_of and o.day <= as_of and o.sides[0] != o.sides[1]]
    told = Counter(o.sides for o in known)
    relations = sorted(sides for sides, count in told.items() if count >= least)
    if not relations:
        raise TableError(f"no relation with {least} events", hint=HINT)
    weekly = weekly_of_observations(known, relations, as_of)
    weeks = min(weeks_known(known, as_of), len(weekly.ends))
    weekly = Weekly(
        weekly.sides,
        weekly.ends[-weeks:],
        weekly.cooperation[..., -weeks:],
        weekly.conflict[..., -weeks:],
        weekly.tone[..., -weeks:],
        weekly.events[..., -weeks:],
    )
    paths = [weekly_path(known, [(sides, 1.0)], weekly.ends, period_days, c) for sides in weekly.sides]
    return weekly, Levels(np.stack([p[0] for p in paths]), np.stack([p[1] for p in paths]), weeks_of(period_days), c.threshold)


def span_of_table(table: str | Path | Table) -> tuple[date, date] | None:
    """The first and last day of an event table; None of an empty one. Raises TableError for one that cannot be read or spans more years
    than any."""
    from detente.relations.event_table import check, open_table

    con, where = open_table(table)
    check(con, where)
    first, last = con.execute("SELECT min(date::DATE), max(date::DATE) FROM source").fetchall()[0]
    if first is None:
        return None
    if (last - first).days > MOST_YEARS * 366:
        raise TableError(f"spans {first} to {last}", where=where, hint=f"at most {MOST_YEARS} years of weeks: is a date wrong?")
    return first, last


def span_of_observations(observations: Sequence[Observation]) -> tuple[date, date] | None:
    """The first and last day on which anything was known; None where nothing is."""
    days = [o.known for o in observations]
    return (min(days), max(days)) if days else None


def first_week(weekly: Weekly, start: date | None) -> int:
    """The first week to forecast: the first whole one from ``start`` on, else the one after the warm-up."""
    return WARM_UP if start is None else int(np.searchsorted(weekly.ends - 6, day_number(start)))


def weeks_of(period_days: int) -> int:
    """A period in whole weeks, one at least: levels are forecast by the week."""
    return max(1, round(period_days / 7))


def weeks_known(known: Sequence[Observation], as_of: date) -> int:
    """Whole weeks since anything was known, two at least. An event of long ago told today makes no history."""
    first = min((o.known for o in known), default=as_of)
    return max(2, ((as_of - first).days + 1) // 7)


def weekly_path(
    known: Sequence[Observation], relations: Weighted, ends: Ints, period_days: int, c: Calibration = DEFAULT
) -> tuple[Floats, Floats]:
    """Level (NaN before the first report) and turn (1, 0, -1) of a relation or category at the ends of weeks, each as of then."""
    total: dict[Sides, float] = {}
    for (sides, _), share in zip(relations, shares_of(relations), strict=True):
        total[sides_of(*sides)] = total.get(sides_of(*sides), 0.0) + float(share)
    as_of = day_of(ends[-1])
    path = follow(gather(known, list(total), as_of, c), np.array(list(total.values())), as_of, period_days, c)
    at = ends - path.days[0]
    level, turn = np.full(len(ends), np.nan), np.zeros(len(ends))
    level[at >= 0] = path.level[at[at >= 0]]
    kinds = path.classes[at[at >= 0]]
    turn[at >= 0] = np.where(np.abs(kinds) == 1, kinds, 0)
    return level, turn
