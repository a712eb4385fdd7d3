"""Which relations of a table of statuses moved most between its first and last day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from arro3.core import Table


@dataclass(frozen=True, slots=True)
class Moved:
    """A relation on the first and the last day of a table of statuses: its levels, and change, chances and reports of the last."""

    relation: str
    before: float
    after: float
    change: str
    p_improved: float | None
    p_deteriorated: float | None
    events: int

    @property
    def moved(self) -> float:
        """Points of the level."""
        return self.after - self.before


def moved_most(statuses: Table, top: int = 10) -> tuple[list[Moved], list[Moved]]:
    """(the ``top`` that rose most, the ``top`` that fell most), largest first, of relations with a report in the period to the last day.
    statuses: as `assess_relations` makes them; a relation without a level on the first day stood at 0."""
    con = duckdb.connect()
    con.register("statuses", statuses)
    rows = con.execute(
        """
        WITH ends AS (SELECT min(as_of) AS first, max(as_of) AS last FROM statuses)
        SELECT s.side_a || '-' || s.side_b, coalesce(b.level, 0.0), s.level, s.change, s.p_improved, s.p_deteriorated, s.events
        FROM statuses s, ends JOIN statuses b ON b.side_a = s.side_a AND b.side_b = s.side_b AND b.as_of = ends.first
        WHERE s.as_of = ends.last AND s.events > 0 AND s.level IS NOT NULL
        ORDER BY abs(s.level - coalesce(b.level, 0.0)) DESC, 1
        """
    ).fetchall()
    found = [Moved(*row) for row in rows]
    return [m for m in found if m.moved > 0][:top], [m for m in found if m.moved < 0][:top]
