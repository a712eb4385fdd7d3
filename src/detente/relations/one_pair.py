"""One relation out of an event table: its rows, its daily path as it was said then, and its strongest events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import NotFoundError
from detente.relations.event_table import COLUMNS, check, open_table, place
from detente.relations.observing import Sides, relation_name, sides_of
from detente.relations.table import assess_relations
from detente.types import Change

if TYPE_CHECKING:
    from arro3.core import Table

STRONGEST = 20  # events of a relation that are named, of each sign: more run into each other on a line


@dataclass(frozen=True, slots=True)
class DayOfPair:
    """A relation on one day, as of that day: level with 80 % band (None before its first row), change, and the day's reports."""

    day: date
    level: float | None
    low: float | None
    high: float | None
    change: Change
    reports: float


@dataclass(frozen=True, slots=True)
class RowOfPair:
    """A row of the table: who did what to whom, Goldstein intensity, and how many events it stands for."""

    day: date
    actor: str
    recipient: str
    plover: str
    intensity: float
    count: float


def follow_pair(
    table: str | Path | Table, sides: Sides, as_of: date | None = None, period_days: int = 28
) -> tuple[list[DayOfPair], list[RowOfPair]]:
    """(every day from the relation's first row to ``as_of``, by default the table's last day; its strongest rows, oldest first). Raises
    TableError, and NotFoundError where the table tells nothing of the relation."""
    con, where = open_table(table)
    check(con, where)
    a, b = sides_of(*sides)
    wanted = f"least({place('actor')}, {place('recipient')}) = $a AND greatest({place('actor')}, {place('recipient')}) = $b"
    inner = f"SELECT {', '.join(COLUMNS)} FROM source WHERE coalesce(actor, '') <> '' AND coalesce(recipient, '') <> ''"  # noqa: S608
    last = as_of or con.execute("SELECT max(date::DATE) FROM source").fetchall()[0][0]
    sql = f"CREATE TEMP TABLE mine AS SELECT * FROM ({inner}) WHERE {wanted} AND date::DATE <= $last"  # noqa: S608 -- names are constants
    con.execute(sql, {"a": a, "b": b, "last": last})
    first = con.execute("SELECT min(date::DATE) FROM mine").fetchall()[0][0]
    if first is None:
        raise NotFoundError(f"no row on {relation_name((a, b))} up to {last}", where=where, hint="codes as in the table: BLR-USA")
    from arro3.core import Table as ArrowTable

    statuses = assess_relations(
        ArrowTable.from_arrow(con.sql("SELECT * FROM mine")), start=first, end=last, every="day", period_days=period_days
    )
    as_of_days, level, low, high, change = (statuses.column(name).to_pylist() for name in ("as_of", "level", "low", "high", "change"))
    told = dict(con.execute("SELECT date::DATE, sum(count::DOUBLE) FROM mine GROUP BY ALL").fetchall())
    days = [DayOfPair(day, level[i], low[i], high[i], change[i], told.get(day, 0.0)) for i, day in enumerate(as_of_days)]
    strongest = (
        "SELECT date::DATE AS day, actor::VARCHAR AS actor, recipient::VARCHAR AS recipient, plover::VARCHAR AS plover, "
        "intensity::DOUBLE AS intensity, count::DOUBLE AS n FROM mine WHERE coalesce(trim(plover::VARCHAR), '') <> ''"
    )
    rows = con.execute(
        f"SELECT day, actor, recipient, plover, intensity, sum(n) AS n FROM ({strongest}) "  # noqa: S608 -- made of constants
        "GROUP BY day, actor, recipient, plover, intensity "
        "QUALIFY row_number() OVER (PARTITION BY intensity > 0 ORDER BY abs(intensity) * sqrt(sum(n)) DESC, day, actor, recipient, plover) "
        "<= $most ORDER BY day, actor, recipient, plover",
        {"most": STRONGEST},
    ).fetchall()
    return days, [RowOfPair(*row) for row in rows]
