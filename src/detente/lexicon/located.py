"""Name entries with the row each comes from, for those who ask why a name means what it means. The coder needs none of this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from detente.lexicon.entries import ENTRY_MAKERS
from detente.lexicon.lookup import newest_first
from detente.lexicon.names import NameEntry, fold, tokenize_name
from detente.lexicon.tables import Row


class Located(NamedTuple):
    """A way of writing a name, and the table and row that give it."""

    entry: NameEntry
    table: str
    row: Row


def located_entries(tables: Mapping[str, Sequence[Row]]) -> Iterator[Located]:
    """Every entry of these tables' rows. Raises LexiconError for a row that gives none (check the rows first)."""
    for table, make in ENTRY_MAKERS.items():
        for rows in _together(table, tables.get(table, ())):
            for entry in make(rows):
                yield Located(entry, table, _row_of(entry, rows))


def _together(table: str, rows: Iterable[Row]) -> Iterable[list[Row]]:
    """Rows that make entries together: the terms of one person; each other row alone."""
    if table != "leaders":
        return ([row] for row in rows)
    people: dict[str, list[Row]] = {}
    for row in rows:
        people.setdefault(row.text("name"), []).append(row)
    return people.values()


def _row_of(entry: NameEntry, rows: Sequence[Row]) -> Row:
    """The term an entry is of; for the time out of office the last one."""
    for row in rows:
        if (row.text("code"), row.day("from"), row.day("to")) == (entry.code, entry.start, entry.end):
            return row
    return rows[-1]


def meanings(tables: Mapping[str, Sequence[Row]], phrase: str) -> list[Located]:
    """Everything that is written so, whatever the capitals and the day, best rank and newest first."""
    wanted = tuple(map(fold, tokenize_name(phrase)))
    found = [each for each in located_entries(tables) if tuple(map(fold, each.entry.tokens)) == wanted]
    return sorted(found, key=lambda each: newest_first(each.entry))
