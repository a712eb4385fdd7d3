"""Tables on the terminal. Everything in a cell has gone through `safe_text`; rich is told to take it as it is, without markup."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from detente.cli.safe_text import one_line
from detente.cli.wording import (
    COLOURS,
    behind_words,
    change_words,
    days_words,
    last_told,
    level_words,
    probability_words,
    source_words,
)
from detente.config import ARTICLES
from detente.types import Event, Status

if TYPE_CHECKING:
    from rich.console import Console

    from detente.opened_desk import Desk

# Columns of a table that goes into a file or a pipe, where there is no terminal to ask.
PIPE_WIDTH = 140
QUOTE_WIDTH = 160


def console() -> Console:
    """Standard output: as wide as the terminal, or PIPE_WIDTH."""
    from rich.console import Console

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    return Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, markup=False, highlight=False, emoji=False, soft_wrap=False)


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], colours: Sequence[str] = ()) -> None:
    """A table; the last column takes the room that is left. colours: one a row, for the column "change" only."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(one_line(title, 200)), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(
            column, overflow="fold", no_wrap=column in ("change", "probability", "date"), ratio=None if number < len(columns) - 1 else 1
        )
    for nth, row in enumerate(rows):
        styles = [colours[nth] if colours and column == "change" else "" for column in columns]
        table.add_row(*(Text(one_line(cell, QUOTE_WIDTH + 40), style=style) for cell, style in zip(row, styles, strict=True)))
    console().print(table)


def print_statuses(desk: Desk, statuses: Sequence[Status], as_of: date) -> None:
    """The table of statuses: categories, then relations; as-of in the title."""
    from detente.lexicon import load_lexicon

    names = load_lexicon(desk.config.lexicon_folders).display_name
    events = desk.told(as_of).events
    rows = [_status_row(desk, status, events, names) for status in statuses]
    title = f"{desk.config.title}: as of {as_of}, change over {desk.config.period_days} days"
    columns = ("", "level (80 % band)", "change", "probability", "events", "last event")
    print_table(title, columns, rows, [COLOURS[status.change] for status in statuses])


def _status_row(desk: Desk, status: Status, events: Sequence[Event], names: object) -> list[str]:
    name = (status.name if status.kind == "category" else f"  {status.name}") + source_words(status, len(desk.sources_of(status.name)) > 1)
    if status.source != ARTICLES:
        cells = [name, level_words(status), change_words(status), probability_words(status), str(status.events)]
        return [*cells, _last_row(desk, status)]
    category = desk.category(status.name) if status.kind == "category" else None
    relations = [r.sides for r in category.relations] if category else [(status.sides[0], status.sides[-1])]
    last = last_told(events, relations)
    words = f"{days_words(last[0])} “{one_line(last[1].quote, QUOTE_WIDTH)}”" if last else "none"
    return [name, level_words(status), change_words(status), probability_words(status), str(status.events), words]


def _last_row(desk: Desk, status: Status) -> str:
    """The latest row of a table that moved a status' relations."""
    last = desk.last_behind(status)
    return f"{last.day} {behind_words(last)}" if last else "none"
