"""Statuses and events in the words and rows the commands print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from detente.config import ARTICLES
from detente.relations.signed import signed
from detente.types import Assessment, Event, Forecast, Mention, Status

if TYPE_CHECKING:
    from detente.relations.table_observations import Behind, TableRow

ARROWS = {"improved": "↑", "unchanged": "→", "deteriorated": "↓", "no-reporting": "·"}
COLOURS = {"improved": "green", "unchanged": "default", "deteriorated": "red", "no-reporting": "dim"}


def change_words(status: Status) -> str:
    """Arrow and word, and the editor's name where it is the editor's word."""
    by = "" if status.by == "machine" else f" (by {status.by})"
    return f"{ARROWS[status.change]} {status.change.replace('-', ' ')}{by}"


def probability_words(status: Status) -> str:
    """The chance of the change that is shown; a turn that is less than even by now is held, not new (see docs/method.md)."""
    up, down = status.p_improved, status.p_deteriorated
    if up is None or down is None or status.change == "no-reporting":
        return "–"
    chance = {"improved": up, "deteriorated": down}.get(status.change, max(0.0, 1 - up - down))
    return f"{chance:.0%}" + (" (held)" if chance < 0.5 and status.change != "unchanged" else "")


def level_words(status: Status) -> str:
    """The level and its 80 % band."""
    if status.level is None or status.low is None or status.high is None:
        return "–"
    return f"{signed(status.level)} ({signed(status.low)} … {signed(status.high)})"


def counted(n: int, one: str, many: str = "") -> str:
    """``1 file``, ``2 files``; ``many`` where the plural is not ``one`` with an s."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def source_words(status: Status, beside_others: bool) -> str:
    """Where a status comes from, where that needs saying: " (table icews)"; the articles only beside others."""
    if status.source == ARTICLES:
        return " (articles)" if beside_others else ""
    return f" (table {status.source})"


def behind_words(row: Behind) -> str:
    """What an observation of an imported table stands for, in codes."""
    what = f"{row.plover or 'no class'}" + (f" (CAMEO {row.cameo})" if row.cameo else "")
    told = f", {row.events} events" if row.events > 1 else ""
    return f"{row.actor or '?'} → {row.recipient or '?'}: {what}, intensity {signed(row.intensity)}{told}"


def table_row_words(row: TableRow) -> str:
    """A published row: the names in it and where it stands."""
    names = f"{row.actor_name or row.actor} → {row.recipient_name or row.recipient}"
    return f"{names}  {row.file}, row {row.source_id or '?'}" + (f", {row.url}" if row.url else "")


def days_words(row: Event | Assessment | Forecast) -> str:
    """The days of an event or the horizon of a forecast."""
    start, end = (row.horizon_start, row.horizon_end) if isinstance(row, Forecast) else (row.date_start, row.date_end)
    if start is None and end is None:
        return "undated"
    if start == end or end is None:
        return str(start)
    return f"{start or '…'} to {end}"


def what_words(row: Event | Assessment | Forecast) -> str:
    """Who does what to whom, in codes."""
    if isinstance(row, Event):
        arrow = f" → {', '.join(row.recipient)}" if row.recipient else ""
        realis = "" if row.realis == "asserted" else f", {row.realis}"
        return f"{', '.join(row.actor) or '?'}{arrow}: {row.plover} (CAMEO {row.cameo}{realis})"
    if isinstance(row, Assessment):
        return f"{' – '.join(row.sides)}: {row.direction}"
    return f"{' – '.join(row.sides)}: {row.band or 'no words of probability'}"


def last_told(rows: Iterable[Event], sides: Sequence[tuple[str, str]]) -> tuple[Event, Mention] | None:
    """The latest asserted event of these relations, with its first mention. A span counts by its middle, as it does in the level."""
    from detente.relations.observing import event_sides, middle

    wanted = set(sides)
    mine = [
        (middle(e.date_start, max(e.date_start, e.date_end or e.date_start)), e.id, e)
        for e in rows
        if e.realis == "asserted" and e.date_start and e.mentions and wanted & set(event_sides(e.actor, e.recipient))
    ]
    if not mine:
        return None
    event = max(mine, key=lambda row: row[:2])[2]
    return event, event.mentions[0]
