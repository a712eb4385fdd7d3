"""Imported event tables -> observations of the relations a desk watches, and back from an observation to the rows behind it.

DuckDB reads only the rows of the relation asked for. Rows of one day, actor, recipient, class and CAMEO code become one observation whose
weight is how many distinct events they stand for: a much reported relation has a million rows in ten years and a tenth of that in
observations, and since they are of one value, the level and its shares are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from detente.errors import TableError
from detente.relations.observing import BOTH_WAYS, Observation, Sides, place_of, sides_of

MOST_ROWS = 20  # published rows named behind one observation


@dataclass(frozen=True, slots=True)
class TableRow:
    """A published row: who did what to whom, as codes and as named, and where it stands (file, the row's own id, address)."""

    day: date
    actor: str
    recipient: str
    plover: str
    cameo: str
    intensity: float
    count: int
    actor_name: str
    recipient_name: str
    source: str
    source_id: str
    url: str
    file: str


@dataclass(frozen=True, slots=True)
class Behind:
    """What an observation stands for. events: how many; rows: the first of them."""

    id: str
    day: date
    actor: str
    recipient: str
    plover: str
    cameo: str
    intensity: float
    events: int
    rows: tuple[TableRow, ...]


def table_observations(parts: Sequence[Path], sides: Sides) -> list[Observation]:
    """The observations of one relation in an imported table, ordered by day and id. Raises TableError.

    parts: the table's Parquet files. A row is known on its own day: published tables do not say when they learned of an event. A request
    counts for nothing at best, and a row without a class as volume only (`observing.tone_of`)."""
    rows = _read(
        parts,
        sides,
        "date, actor, recipient, plover, cameo, sum(count * intensity) / sum(count) AS intensity, sum(count)::BIGINT AS n",
        "AND count > 0 GROUP BY date, actor, recipient, plover, cameo ORDER BY ALL",
    )
    found = []
    for day, actor, recipient, plover, cameo, intensity, n in rows:
        value = None if not plover else min(float(intensity), 0.0) if plover == "REQUEST" else float(intensity)
        way = BOTH_WAYS if sides[0] == sides[1] else 0 if place_of(actor) == sides[0] else 1
        id = observation_id(day, actor, recipient, plover, cameo)
        found.append(Observation(sides, day, day, value, float(n), "event", id, way, plover, int(n)))
    return found


def observation_id(day: date, actor: str, recipient: str, plover: str, cameo: str) -> str:
    """The id of an observation of a table: a hash of what its rows have in common."""
    return sha256("\x1f".join((day.isoformat(), actor, recipient, plover, cameo)).encode()).hexdigest()[:16]


def behind(parts: Sequence[Path], sides: Sides, wanted: Sequence[tuple[str, date]]) -> dict[str, Behind]:
    """What stands behind observations of a relation (id and day): id -> Behind. Ids that are not in the table are left out."""
    ids = {id for id, _ in wanted}
    days = sorted({day for _, day in wanted})
    if not days:
        return {}
    columns = "date, actor, recipient, plover, cameo, intensity, count, actor_name, recipient_name, source, source_id, url, file"
    listed = ", ".join(f"DATE '{day.isoformat()}'" for day in days)
    found: dict[str, list[TableRow]] = {}
    for row in _read(parts, sides, columns, f"AND date IN ({listed}) ORDER BY date, id"):
        id = observation_id(*row[:5])
        if id in ids:
            found.setdefault(id, []).append(TableRow(*row))
    return {id: _behind(id, rows) for id, rows in found.items()}


def days_of(observations: Sequence[Observation]) -> dict[str, date]:
    """Observation id -> day."""
    return {o.id: o.day for o in observations}


def _behind(id: str, rows: list[TableRow]) -> Behind:
    one, events = rows[0], sum(row.count for row in rows)
    intensity = sum(row.intensity * row.count for row in rows) / max(events, 1)
    return Behind(id, one.day, one.actor, one.recipient, one.plover, one.cameo, intensity, events, tuple(rows[:MOST_ROWS]))


def _read(parts: Sequence[Path], sides: Sides, columns: str, rest: str) -> list[Any]:
    import duckdb

    from detente.relations.event_table import place

    one, other = sides_of(*sides)
    files = ", ".join("'" + str(p).replace("'", "''") + "'" for p in parts)
    actor, recipient = place("actor"), place("recipient")
    between = f"(({actor}) = $one AND ({recipient}) = $other OR ({actor}) = $other AND ({recipient}) = $one)"
    if not files:
        return []
    try:
        con = duckdb.connect()
        query = f"SELECT {columns} FROM read_parquet([{files}], union_by_name = true) WHERE {between} {rest}"  # noqa: S608 -- quoted above
        found: list[Any] = con.execute(query, {"one": one, "other": other}).fetchall()
    except duckdb.Error as error:
        raise TableError(
            f"an imported table cannot be read: {str(error).splitlines()[0][:200]}", where=str(parts[0].parent), hint="import it again"
        ) from error
    return found
