"""Statuses of all relations of an event table at once: `detente relations`. The same arithmetic as `path`, over arrays pairs x days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import duckdb
import numpy as np

from detente.errors import TableError
from detente.relations import RELATIONS_VERSION
from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.change import NAMES, SILENT, Classes, baselines, chances, classes, move, outlasting, still_there
from detente.relations.event_table import read_reports
from detente.relations.levels import Ints, PairDays, Reading, band, filter_states, pick, read_rows, shown
from detente.relations.path import day_number, day_of
from detente.relations.resume import Joined, join, keep, load, save
from detente.relations.tone import Floats

if TYPE_CHECKING:
    from arro3.core import Table

Every = Literal["week", "month", "day"]
CELLS = 1_500_000  # pair-days worked on at once: about 300 MB of arrays


def status_days(start: date, end: date, every: Every) -> list[date]:
    """The days a table of statuses is made for: ``start`` and each day, 7th day or same day of the month after it, up to ``end``."""
    if every not in get_args(Every):
        raise TableError(f"cannot make statuses every {every!r}", hint="one of: week, month, day")
    if start > end:
        raise TableError(f"the span from {start} to {end} is empty", hint="--from is the first day, --to the last")
    if every != "month":
        step = 7 if every == "week" else 1
        return [start + timedelta(days=i) for i in range(0, (end - start).days + 1, step)]
    out: list[date] = []
    year, month = start.year, start.month
    while (day := date(year, month, min(start.day, monthrange(year, month)[1]))) <= end:
        out.append(day)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return out


def assess_relations(
    table: str | Path | Table,
    *,
    start: date,
    end: date,
    every: Every = "week",
    period_days: int = 28,
    c: Calibration = DEFAULT,
    state: str | Path | None = None,
) -> Table:
    """Statuses of every relation of an event table: one row a pair and day from ``start`` to ``end``, sorted by pair and day.

    table: a Parquet or CSV file, or an Arrow table, with the columns date, actor, recipient, plover, cameo, intensity, count. Rows before
    ``start`` warm up; rows after a day are not used for it. Columns: side_a, side_b, as_of, level, low, high (80 % band), change,
    p_improved, p_deteriorated, events (reports in the period). level is null before the pair's first row, the chances are null where there
    is no reporting. state: a file that holds what an earlier call, with the default constants, left of the days before ``start`` (rows up
    to its last day are then not read again) and is given what this one leaves; made where it is not there. Raises TableError."""
    from arro3.core import Table

    if not 1 <= period_days <= 3660:
        raise TableError(f"a period of {period_days} days cannot be used", hint="1 to 3660 days")
    days = np.array([day_number(d) for d in status_days(start, end, every)], np.int64)
    kept = load(Path(state)) if state and Path(state).exists() else None
    if kept and kept.last >= days[0]:
        raise TableError(f"the state knows the days up to {day_of(kept.last)}", where=str(state), hint="--from must be a later day")
    counted = read_reports(table, after=None if kept is None else day_of(kept.last))
    con = counted.connection
    if kept is None and not state:
        joined = Joined(counted.sides, counted.reports, filter_states(counted.reports, c), np.zeros(counted.pairs, np.int8))
    else:
        joined = join(kept, counted.sides, counted.reports, RELATIONS_VERSION, period_days)
    names = [NAMES[k] for k in sorted(NAMES)]
    con.execute(
        "CREATE TEMP TABLE statuses (pair BIGINT, day BIGINT, level DOUBLE, low DOUBLE, high DOUBLE, change TINYINT, p_improved DOUBLE, "
        "p_deteriorated DOUBLE, events BIGINT)"
    )
    standing = [np.zeros(0, np.int8)]
    since = None if kept is None else kept.last + 1
    for chunk in _chunks(joined.reports, len(joined.sides), int(days[-1]), period_days, since):
        cells, last = _statuses(joined, chunk, days, period_days, c, since)
        standing.append(last)
        con.register("cells", cells)
        con.execute("INSERT INTO statuses SELECT pair, day, level, low, high, change, p_improved, p_deteriorated, events FROM cells")
        con.unregister("cells")
    if state:
        save(keep(joined, np.concatenate(standing), int(days[-1]), period_days, RELATIONS_VERSION), Path(state))
    sides = np.array(joined.sides, object).reshape(-1, 2)
    con.register("names", {"pair": np.arange(len(sides)), "side_a": sides[:, 0], "side_b": sides[:, 1]})
    case = " ".join(f"WHEN {k} THEN '{name}'" for k, name in zip(sorted(NAMES), names, strict=True))
    return Table.from_arrow(
        con.sql(
            f"""
            SELECT side_a, side_b, (DATE '1970-01-01' + day::INTEGER)::DATE AS as_of, level, low, high, CASE change {case} END AS change,
                p_improved, p_deteriorated, events
            FROM statuses JOIN (SELECT pair, side_a::VARCHAR AS side_a, side_b::VARCHAR AS side_b FROM names) USING (pair)
            ORDER BY pair, day
            """  # noqa: S608 -- made of constants
        )
    )


def write_statuses(statuses: Table, path: str | Path) -> None:
    """Write a table of statuses as Parquet, or as CSV where the name ends so. Raises TableError where it cannot be written."""
    con = duckdb.connect()
    con.register("statuses", statuses)
    text = str(path).replace("'", "''")
    form = "FORMAT csv, HEADER" if str(path).endswith(".csv") else "FORMAT parquet"
    try:
        con.execute(f"COPY statuses TO '{text}' ({form})")
    except duckdb.Error as e:
        raise TableError(
            f"cannot be written: {str(e).strip().splitlines()[0][:200]}", where=str(path), hint="is the folder there and open to you?"
        ) from e


def _chunks(reports: PairDays, pairs: int, last: int, period_days: int, since: int | None) -> Iterator[Ints]:
    """Runs of pairs whose daily arrays fit in memory."""
    first = since if since is not None else int(reports.day.min()) if len(reports.day) else last
    width = max(1, CELLS // max(1, last - first + 1 + period_days))
    for a in range(0, pairs, width):
        yield np.arange(a, min(pairs, a + width))


def _statuses(
    joined: Joined, pairs: Ints, days: Ints, period_days: int, c: Calibration, since: int | None
) -> tuple[dict[str, Floats | Ints | Classes], Classes]:
    """The columns of the statuses of some consecutive pairs, pair by pair, and the classes that stand on the last day. since: the first day
    to follow; default: the first with a report."""
    reports, states = joined.reports, joined.states
    last = int(days[-1])
    rows = slice(int(reports.first[pairs[0]]), int(reports.first[pairs[-1] + 1]))
    first = min(int(reports.day[rows].min()), int(days[0])) if since is None else since
    grid = np.arange(first - period_days, last + 1)
    pair = np.repeat(np.arange(len(pairs)), np.diff(reports.first[pairs[0] : pairs[-1] + 2]))
    column = reports.day[rows] - grid[0]
    inside = column < len(grid)
    pair, column, row = pair[inside], column[inside], np.arange(rows.start, rows.stop)[inside]
    at = np.full((len(pairs), len(grid)), -1, np.int64)
    at[pair, np.maximum(column, 0)] = row  # of those before the grid the last one stays
    at = np.maximum.accumulate(at, axis=1)
    pair, column, row = (x[column >= 0] for x in (pair, column, row))
    total = np.zeros(at.shape)
    total[pair, column] = reports.count[row]
    total = np.cumsum(total, axis=1)
    count = total[:, period_days:] - total[:, :-period_days]
    heard = count > 0.5  # counts are whole numbers, their running sums nearly so
    everything = read_rows(reports, states, at, np.broadcast_to(grid, at.shape), c)
    i, j = np.nonzero(heard)
    flat = _chances(everything, i, j, period_days, c)
    improved, deteriorated, held_up, held_down, moved = (np.zeros(heard.shape) for _ in flat)
    for matrix, values in zip((improved, deteriorated, held_up, held_down, moved), flat, strict=True):
        matrix[i, j] = values
    kind = classes((improved, held_up), (deteriorated, held_down), moved, heard, c, joined.before[pairs])
    wanted = days - grid[0]
    now = pick(everything, np.s_[:, wanted])
    low, high = band(now)
    wanted = wanted - period_days
    nothing = now.row < 0
    silent = ~heard[:, wanted]
    change = np.where(silent, SILENT, kind[:, wanted]).astype(np.int8)
    cells: dict[str, Floats | Ints | Classes] = {
        "pair": np.repeat(pairs, len(days)),
        "day": np.tile(days, len(pairs)),
        "level": np.where(nothing, np.nan, shown(now.z) + 0.0).ravel(),  # + 0.0: no -0.0 in a file
        "low": np.where(nothing, np.nan, low + 0.0).ravel(),
        "high": np.where(nothing, np.nan, high + 0.0).ravel(),
        "change": change.ravel(),
        "p_improved": np.where(silent, np.nan, improved[:, wanted]).ravel(),
        "p_deteriorated": np.where(silent, np.nan, deteriorated[:, wanted]).ravel(),
        "events": np.rint(count[:, wanted]).astype(np.int64).ravel(),
    }
    return cells, kind[:, -1]


def _chances(everything: Reading, i: Ints, j: Ints, period_days: int, c: Calibration) -> tuple[Floats, ...]:
    """In the cells (i, j), where j counts from the first day after the warm-up: p_improved, p_deteriorated, the chances that hold a run
    of either, and
    the change over the period."""

    def cells(columns: Ints) -> Reading:
        return pick(everything, (i, columns))

    now = then = cells(j + period_days)
    up, down, rise, fall, delta = (np.zeros(len(i)) for _ in range(5))
    for lag, share in baselines(period_days, c.baselines):
        then = cells(j + period_days - lag)
        delta, variance = move(now, then, lag, c)
        rise, fall = chances(delta, variance, c.threshold)
        up, down = up + share * rise, down + share * fall
    carried = still_there(now, then)
    return up, down, outlasting(up, rise, carried), outlasting(down, fall, carried), delta
