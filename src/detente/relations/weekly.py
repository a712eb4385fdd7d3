"""Weekly counts of cooperation and conflict per relation and direction: what dynamics and outlooks are fitted to and judged by.

Weeks are blocks of seven days counted back from the last day, so that the newest one is never half full. Where a week is too coarse (blows
are returned within days) the blocks may be shorter: ``days``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from detente.relations.levels import Ints
from detente.relations.observing import Observation, Sides, sides_of
from detente.relations.path import day_number
from detente.relations.quads import CONFLICT, COOPERATION, quad_sign
from detente.relations.tone import Floats

if TYPE_CHECKING:
    from arro3.core import Table

FIRST_ACTS, SECOND_ACTS, BOTH_ACT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Weekly:
    """Distinct events per relation, direction and week.

    sides: the relations, n of them. ends: the last day of each block (days since 1970), ascending, 7 (or ``days``) apart, w of them.
    cooperation, conflict: n x 3 x w; the middle axis is FIRST_ACTS (sides[0] on sides[1]), SECOND_ACTS, BOTH_ACT (reciprocal: a
    meeting). tone: n x 3 x w, the sum of count times Goldstein intensity. events: n x w, all reports, those without a class too."""

    sides: tuple[Sides, ...]
    ends: Ints
    cooperation: Floats
    conflict: Floats
    tone: Floats
    events: Floats

    def directed(self, counts: Floats) -> Floats:
        """n x 2 x w: what each side did to the other; a reciprocal event counts for both."""
        return np.asarray(counts[:, :2] + counts[:, 2:])

    def both_ways(self, counts: Floats) -> Floats:
        """n x w: each event of the relation once."""
        return np.asarray(counts.sum(1))


def week_ends(first: int, last: int, days: int = 7) -> Ints:
    """The last days of the whole blocks that end on ``last`` and hold no day before ``first`` (days since 1970); one block at least."""
    weeks = max(1, (last - first + 1) // days)
    return last - days * np.arange(weeks - 1, -1, -1, dtype=np.int64)


def weekly_of_observations(observations: Sequence[Observation], relations: Sequence[Sides], as_of: date, days: int = 7) -> Weekly:
    """Counts from what is known by ``as_of``, each observation in the block of ``days`` of its own day."""
    names = tuple(dict.fromkeys(sides_of(*s) for s in relations))
    index = {s: i for i, s in enumerate(names)}
    mine = [o for o in observations if o.sides in index and o.known <= as_of and o.day <= as_of]
    last = day_number(as_of)
    ends = week_ends(min((day_number(o.day) for o in mine), default=last), last, days)
    shape = (len(names), 3, len(ends))
    cooperation, conflict, tone = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    events = np.zeros((len(names), len(ends)))
    for o in mine:
        week = len(ends) - 1 - (last - day_number(o.day)) // days
        if week < 0:
            continue
        pair, sign = index[o.sides], quad_sign(o.plover)
        events[pair, week] += 1
        cooperation[pair, o.way, week] += sign > 0
        conflict[pair, o.way, week] += sign < 0
        tone[pair, o.way, week] += o.value or 0.0
    return Weekly(names, ends, cooperation, conflict, tone, events)


def weekly_of_table(table: str | Path | Table, last: date | None = None, least: int = 1, days: int = 7) -> Weekly:
    """Counts from an event table (see `detente relations`), up to ``last`` (default: its newest day), of relations between two different
    sides with at least ``least`` events. Raises TableError."""
    from detente.relations.event_table import CLASSED, check, open_table, place

    con, where = open_table(table)
    check(con, where)
    quoted = {name: ", ".join(f"'{c}'" for c in sorted(kind)) for name, kind in (("coop", COOPERATION), ("conf", CONFLICT))}
    until = f"AND date::DATE <= DATE '{last.isoformat()}'" if last else ""
    con.execute(
        f"""
        CREATE TEMP TABLE dyads AS
        WITH summed AS (
            SELECT actor::VARCHAR AS actor, recipient::VARCHAR AS recipient, date_diff('day', DATE '1970-01-01', date::DATE) AS day,
                sum(CASE WHEN plover IN ({quoted["coop"]}) THEN count::DOUBLE ELSE 0 END) AS coop,
                sum(CASE WHEN plover IN ({quoted["conf"]}) THEN count::DOUBLE ELSE 0 END) AS conf,
                sum(CASE WHEN {CLASSED} THEN count::DOUBLE * intensity::DOUBLE ELSE 0 END) AS tone, sum(count::DOUBLE) AS n
            FROM source
            WHERE coalesce(actor::VARCHAR, '') <> '' AND coalesce(recipient::VARCHAR, '') <> '' AND count::DOUBLE > 0 {until}
            GROUP BY ALL
        )
        SELECT {place("actor")} AS a, {place("recipient")} AS b, day, sum(coop) AS coop, sum(conf) AS conf, sum(tone) AS tone, sum(n) AS n
        FROM summed GROUP BY ALL HAVING a <> b
        """  # noqa: S608 -- made of constants and a date
    )
    con.execute(
        "CREATE TEMP TABLE chosen AS SELECT (row_number() OVER (ORDER BY side_a, side_b) - 1)::BIGINT AS pair, side_a, side_b FROM "
        "(SELECT least(a, b) AS side_a, greatest(a, b) AS side_b FROM dyads GROUP BY ALL HAVING sum(n) >= ?)",
        [least],
    )
    got = con.execute(
        "SELECT pair, (a > b)::INTEGER AS way, day::BIGINT AS day, coop, conf, tone, n FROM dyads "
        "JOIN chosen ON side_a = least(a, b) AND side_b = greatest(a, b)"
    ).fetchnumpy()
    names = tuple((a, b) for a, b in con.execute("SELECT side_a, side_b FROM chosen ORDER BY pair").fetchall())
    day = np.asarray(got["day"], np.int64)
    newest = day_number(last) if last else int(day.max()) if len(day) else 0
    ends = week_ends(int(day.min()) if len(day) else newest, newest, days)
    week = len(ends) - 1 - (newest - day) // days
    inside = week >= 0
    pair, way = np.asarray(got["pair"], np.int64), np.asarray(got["way"], np.int64)
    shape = (len(names), 3, len(ends))
    cooperation, conflict, tone, events = (np.zeros(shape) for _ in range(4))
    for out, name in ((cooperation, "coop"), (conflict, "conf"), (tone, "tone"), (events, "n")):
        np.add.at(out, (pair[inside], way[inside], week[inside]), np.asarray(got[name], float)[inside])
    return Weekly(names, ends, cooperation, conflict, tone, events.sum(1))
