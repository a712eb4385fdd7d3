"""Reading an event table (Parquet, CSV or Arrow) into reports per pair of sides and day. DuckDB checks and adds up; nothing is kept per
row.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np

from detente.errors import TableError
from detente.relations.levels import PairDays
from detente.relations.observing import Sides

if TYPE_CHECKING:
    from arro3.core import Table

COLUMNS = ("date", "actor", "recipient", "plover", "cameo", "intensity", "count")
HINT = f"an event table has the columns {', '.join(COLUMNS)}"

# what may be wrong with a row: the column to name, the test that finds it, what to do
CLASSED = "coalesce(trim(plover::VARCHAR), '') <> ''"
TONE = "CASE plover::VARCHAR WHEN 'REQUEST' THEN least(intensity::DOUBLE, 0) ELSE intensity::DOUBLE END"  # as observing.tone_of
CODE = "'[A-Z]{3}[A-Z0-9]*'"
CHECKS: tuple[tuple[str, str, str], ...] = (
    ("date", "try_cast(date AS DATE) IS NULL", "write days as 2018-03-26"),
    (
        "actor",
        f"coalesce(actor::VARCHAR, '') <> '' AND NOT regexp_full_match(actor::VARCHAR, {CODE})",
        "codes are capitals, country first: BLRGOV",
    ),
    (
        "recipient",
        f"coalesce(recipient::VARCHAR, '') <> '' AND NOT regexp_full_match(recipient::VARCHAR, {CODE})",
        "codes are capitals: USA",
    ),
    (
        "intensity",
        f"{CLASSED} AND NOT coalesce(try_cast(intensity AS DOUBLE) BETWEEN -10 AND 10, false)",
        "a row with a class needs a Goldstein value from -10 to 10",
    ),
    (
        "count",
        "NOT coalesce(try_cast(count AS DOUBLE) >= 0 AND isfinite(try_cast(count AS DOUBLE)), false)",
        "count is how many distinct events the row stands for: 1 or more",
    ),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Reports per pair-day, the pairs they are of, sorted, and the connection they were read by."""

    connection: Any
    reports: PairDays
    sides: tuple[Sides, ...]

    @property
    def pairs(self) -> int:
        """How many."""
        return len(self.sides)


def place(column: str) -> str:
    """SQL for observing.place_of: sectors fold into the country, IGO + code is the bare code, groups stay."""
    return (
        f"CASE WHEN starts_with({column}, 'IGO') AND length({column}) > 3 THEN substr({column}, 4, 3) "
        f"WHEN starts_with({column}, 'NGO') OR starts_with({column}, 'IMG') THEN {column} ELSE substr({column}, 1, 3) END"
    )


def open_table(table: str | Path | Table) -> tuple[Any, str]:
    """A DuckDB connection with the table as the view ``source``, and its name for messages. Raises TableError where it cannot be read."""
    con = duckdb.connect()
    if not isinstance(table, str | Path):
        con.register("source", table)
        return con, "the table"
    path, where = Path(table), str(table)
    if not path.is_file():
        raise TableError("no such file", where=where, hint="give a Parquet or CSV file of events")
    with path.open("rb") as file:
        parquet = file.read(4) == b"PAR1"
    text = where.replace("'", "''")
    reader = f"read_parquet('{text}')" if parquet else f"read_csv('{text}', all_varchar = true, header = true)"
    try:
        con.execute(f"CREATE VIEW file AS SELECT * FROM {reader}")  # noqa: S608 -- the path is quoted above
        if not parquet:
            # nullif keeps DuckDB from moving our casts into its reader, where a bad value would end the query and not be named
            have = [row[0] for row in con.execute("SELECT column_name FROM (DESCRIBE file)").fetchall() if row[0] in COLUMNS]
            chosen = ", ".join(f"nullif({c}, '') AS {c}" for c in have) or "1 AS nothing"
            con.execute(f"CREATE VIEW source AS SELECT {chosen} FROM file")  # noqa: S608 -- names of COLUMNS only
        else:
            con.execute("CREATE VIEW source AS SELECT * FROM file")
    except duckdb.Error as e:
        raise TableError(f"not a readable {'Parquet' if parquet else 'CSV'} file: {_first_line(e)}", where=where, hint=HINT) from e
    return con, where


def check(con: Any, where: str) -> None:
    """Raise TableError, naming the first column and row that cannot be used."""
    have = {row[0] for row in con.execute("SELECT column_name FROM (DESCRIBE source)").fetchall()}
    missing = [c for c in COLUMNS if c not in have]
    if missing:
        raise TableError(f"no column {', '.join(missing)}", where=where, hint=HINT)
    try:
        counts = ", ".join(f"count_if({test})" for _, test, _ in CHECKS)
        bad = con.execute(f"SELECT {counts} FROM source").fetchall()[0]  # noqa: S608 -- made of constants
    except duckdb.Error as e:
        raise TableError(f"cannot be read: {_first_line(e)}", where=where, hint=HINT) from e
    for (column, test, hint), rows in zip(CHECKS, bad, strict=True):
        if rows:
            numbered = f"SELECT row_number() OVER () AS n, {column} AS v, ({test}) AS bad FROM source"  # noqa: S608 -- made of constants
            query = f"SELECT n, v FROM ({numbered}) WHERE bad ORDER BY n LIMIT 1"  # noqa: S608
            number, value = con.execute(query).fetchall()[0]
            shown = "empty" if value is None or value == "" else repr(str(value)[:40])
            more = f" (and {rows - 1} rows more)" if rows > 1 else ""
            raise TableError(f"column {column}, row {number}: {shown} cannot be used{more}", where=where, hint=hint)


def read_reports(table: str | Path | Table, after: date | None = None) -> Counted:
    """Check the table and add it up per pair of sides and day.

    A row with one side only belongs to no relation and is left out; a row without a class counts as volume. after: leave out the rows up to
    that day. Raises TableError.
    """
    later = "" if after is None else f"AND date::DATE > DATE '{after.isoformat()}'"
    con, where = open_table(table)
    check(con, where)
    con.execute(
        f"""
        CREATE TEMP TABLE daily AS
        WITH summed AS (
            SELECT actor::VARCHAR AS actor, recipient::VARCHAR AS recipient, date_diff('day', DATE '1970-01-01', date::DATE) AS day,
                sum(CASE WHEN {CLASSED} THEN count::DOUBLE ELSE 0 END) AS weight,
                sum(CASE WHEN {CLASSED} THEN count::DOUBLE * {TONE} ELSE 0 END) AS tone,
                sum(count::DOUBLE) AS volume
            FROM source
            WHERE coalesce(actor::VARCHAR, '') <> '' AND coalesce(recipient::VARCHAR, '') <> '' AND count::DOUBLE > 0 {later}
            GROUP BY ALL
        ), folded AS (SELECT {place("actor")} AS a, {place("recipient")} AS b, day, weight, tone, volume FROM summed)
        SELECT least(a, b) AS side_a, greatest(a, b) AS side_b, day, sum(weight) AS weight, sum(tone) AS tone, sum(volume) AS volume
        FROM folded GROUP BY ALL
        """  # noqa: S608 -- made of constants
    )
    con.execute(
        "CREATE TEMP TABLE pairs AS SELECT (row_number() OVER (ORDER BY side_a, side_b) - 1)::BIGINT AS pair, side_a, side_b "
        "FROM (SELECT DISTINCT side_a, side_b FROM daily)"
    )
    got = con.execute(
        "SELECT pair, day::BIGINT AS day, weight, tone, volume FROM daily JOIN pairs USING (side_a, side_b) ORDER BY pair, day"
    ).fetchnumpy()
    pair = np.asarray(got["pair"], np.int64)
    sides = tuple(con.execute("SELECT side_a, side_b FROM pairs ORDER BY pair").fetchall())
    weight, tone, volume = (np.asarray(got[k], float) for k in ("weight", "tone", "volume"))
    first = np.searchsorted(pair, np.arange(len(sides) + 1)).astype(np.int64)
    return Counted(con, PairDays(first, np.asarray(got["day"], np.int64), weight, tone, volume, volume), sides)


def _first_line(e: Exception) -> str:
    return str(e).strip().splitlines()[0][:200]
