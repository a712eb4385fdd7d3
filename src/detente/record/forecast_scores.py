"""The ledger judged: of all forecasts, of each category, of each author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.record.forecast_ledger import LedgerForecast, State
from detente.relations.outlook.ledger import Judged, Score, score

ScoreOf = Literal["all", "category", "author"]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """of, name: whose forecasts. states: how many are open, due, yes, no and void."""

    of: ScoreOf
    name: str
    states: dict[State, int]
    score: Score


def judged(rows: Sequence[LedgerForecast]) -> list[Judged]:
    """The forecasts that came out yes or no; void ones and those that are not resolved are no evidence."""
    return [
        Judged(row.probability, row.resolution.outcome == "yes", row.unchanged == "yes")
        for row in rows if row.resolution is not None and row.resolution.outcome != "void"
    ]  # fmt: skip


def score_rows(rows: Sequence[LedgerForecast], today: date) -> list[ScoreRow]:
    """All together, then by category, then by author, each in the order of their names."""
    groups: list[tuple[ScoreOf, str, list[LedgerForecast]]] = [("all", "all forecasts", list(rows))]
    groups += [("category", name, [r for r in rows if r.category == name]) for name in sorted({r.category for r in rows})]
    groups += [("author", name, [r for r in rows if r.author == name]) for name in sorted({r.author for r in rows})]
    return [ScoreRow(of, name, dict(Counter(r.state(today) for r in mine)), score(judged(mine))) for of, name, mine in groups]
