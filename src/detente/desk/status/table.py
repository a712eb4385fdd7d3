"""The table of statuses: what the machine says and what an editor says, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from detente.types import Change, Status

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.record.decisions import Override


@dataclass(frozen=True, slots=True)
class TableRow:
    """A category or relation. chance: of the machine's class. override: the one that counts on the day, or None. others: what the machine
    says from other sources, as (source, class)."""

    kind: str
    key: str
    title: str
    machine: Change
    chance: float | None
    level: float | None
    low: float | None
    high: float | None
    events: int
    override: Override | None
    others: tuple[tuple[str, Change], ...]


def standing(overrides: Sequence[Override], kind: str, name: str, day: date) -> Override | None:
    """The override that counts for a category or relation on a day: the latest from_date wins, then the latest made."""
    found = [
        o for o in overrides
        if (o.kind, o.name) == (kind, name) and o.withdrawn is None and o.from_date <= day and (o.until_date is None or day <= o.until_date)
    ]  # fmt: skip
    return max(found, key=lambda o: (o.from_date, o.made_at, o.id), default=None)


def table_rows(desk: Desk, day: date, titles: dict[tuple[str, str], str]) -> list[TableRow]:
    """Categories first. titles: (kind, name) -> what to call it."""
    from detente.pages.wording import chance_of

    slugs = {category.name: category.slug for category in desk.config.categories}
    found: dict[tuple[str, str], list[Status]] = {}
    for status in desk.machine_statuses(day):
        found.setdefault((status.kind, status.name), []).append(status)
    rows = []
    for (kind, name), (first, *rest) in found.items():
        rows.append(
            TableRow(
                kind=kind, key=slugs.get(name, name) if kind == "category" else name, title=titles.get((kind, name), name),
                machine=first.change, chance=chance_of(first.change, first.p_improved, first.p_deteriorated), level=first.level,
                low=first.low, high=first.high, events=first.events, override=standing(desk.overrides(), kind, name, day),
                others=tuple((status.source, status.change) for status in rest),
            )
        )  # fmt: skip
    return rows
