"""Everything that is wrong in the tables, row by row, and what a desk's rows add, overrule or remove.

Loading stops at the first wrong row; here a wrong row is set aside and the next one looked at. Rows carry the whole path of their file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from detente.errors import LexiconError
from detente.lexicon import schema
from detente.lexicon.entries import extra_entries, person_entries
from detente.lexicon.load import DATA, memberships, wrong_codes
from detente.lexicon.schema import Table
from detente.lexicon.tables import REMOVE, Row, row_key, scan_table


@dataclass(frozen=True, slots=True)
class Change:
    """What one row of a desk does. key: the cells it is matched by; before: the rows it takes the place of; row: itself."""

    table: str
    what: Literal["adds", "overrules", "removes"]
    key: str
    before: tuple[Row, ...]
    row: Row


@dataclass(frozen=True)
class Checked:
    """rows: of each table what is right in it, the desk's on top. Wrong rows are in ``problems`` and in no other list."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[LexiconError] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def check_lexicon(folders: Sequence[Path] = ()) -> list[LexiconError]:
    """Everything that is wrong in the tables of actors and places and in these folders' files; empty if all is well."""
    return check_actor_tables(folders).problems


def check_actor_tables(folders: Sequence[Path] = ()) -> Checked:
    """The tables of actors and places: cells, codes, members, terms, and file names that are no table's."""
    checked = check_tables(schema.TABLES, folders)
    for folder in folders:
        checked.problems.extend(_wrong_files(folder))
    single: Mapping[str, Callable[[Row], object]] = {
        "organisations": memberships,
        "leaders": lambda row: list(person_entries([row])),
        "names": lambda row: list(extra_entries([row])),
    }
    wrong = list(wrong_codes(checked.rows))
    for table, read in single.items():
        for row in checked.rows[table]:
            try:
                read(row)
            except LexiconError as error:
                wrong.append(error)
    bad = {place_of(error) for error in wrong}
    for rows in checked.rows.values():
        rows[:] = [row for row in rows if row.where not in bad]
    checked.problems.extend(wrong)
    return checked


def check_tables(tables: Sequence[Table], folders: Sequence[Path] = ()) -> Checked:
    """Scan these tables and the folders' files on top: cells, days in order, rows that stand twice, removals of nothing."""
    checked = Checked()
    for table in tables:
        rows = _scan(table, DATA, checked)
        for folder in folders:
            if (folder / f"{table.name}.tsv").is_file():
                rows = _overlay(table, rows, _scan(table, folder, checked), checked)
        checked.rows[table.name] = rows
    return checked


def _scan(table: Table, folder: Path, checked: Checked) -> list[Row]:
    path = folder / f"{table.name}.tsv"
    found, problems = scan_table(path, table.columns, key=table.key, overlay=folder != DATA)
    rows = [row._replace(file=str(path)) for row in found]
    checked.problems.extend(problems)
    seen: dict[tuple[object, ...], Row] = {}
    good = []
    for row in rows:
        start, end = row.day("from"), row.day("to")
        first = seen.setdefault(tuple(sorted((name, str(cell)) for name, cell in row.cells.items())), row)
        if start and end and start > end:
            checked.problems.append(LexiconError(f"ends ({end}) before it begins ({start})", where=f"{row.where}, column to",
                                                 hint="correct one of the two days"))
        elif first is not row:
            checked.problems.append(LexiconError(f"the same row as line {first.line}", where=row.where, hint="take one of them out"))
        else:
            good.append(row)
    return good


def _overlay(table: Table, base: list[Row], rows: Sequence[Row], checked: Checked) -> list[Row]:
    before: dict[tuple[object, ...], list[Row]] = {}
    for row in base:
        before.setdefault(row_key(row, table.key), []).append(row)
    good = []
    for row in rows:
        key = row_key(row, table.key)
        said, replaced = key_words(row, table.key), tuple(before.get(key, ()))
        if row.flag(REMOVE) and not replaced:
            names = {key_words(each, table.key): None for each in base}
            near = get_close_matches(said, names, n=1, cutoff=0.6)
            hint = f"did you mean {near[0]!r}? " if near else ""
            checked.problems.append(LexiconError(f"there is no row {said!r} to remove", where=f"{row.where}, column {REMOVE}",
                                                 hint=f"{hint}give {', '.join(table.key)} as the table has it"))
            continue
        good.append(row)
        checked.changes.append(
            Change(table.name, "removes" if row.flag(REMOVE) else "overrules" if replaced else "adds", said, replaced, row)
        )
    gone = {row_key(row, table.key) for row in good}
    return [row for row in good if not row.flag(REMOVE)] + [row for row in base if row_key(row, table.key) not in gone]


def place_of(error: LexiconError) -> str:
    """File and line of a wrong row, as `Row.where` says them."""
    return error.where.partition(", column ")[0]


def key_words(row: Row, key: Sequence[str]) -> str:
    """The cells a row is matched by, for messages: "meet + talks"."""
    cells = (row.cells.get(name) for name in key)
    return " + ".join("|".join(cell) if isinstance(cell, tuple) else str(cell) for cell in cells if cell is not None)


def _wrong_files(folder: Path) -> Iterator[LexiconError]:
    """Files that would be without effect."""
    known = sorted(path.stem for path in DATA.glob("*.tsv"))
    if not folder.is_dir():
        yield LexiconError("there is no such folder", where=str(folder), hint="make it, or take it out of the settings")
        return
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in (".tsv", ".csv", ".tab"))
    if not files:
        yield LexiconError("holds no table", where=str(folder), hint="put a file there that has a table's name, as leaders.tsv")
    for path in files:
        if path.suffix != ".tsv" or path.stem not in known:
            near = get_close_matches(path.stem, known, n=1, cutoff=0.5)
            meant = f"did you mean {near[0]}.tsv? " if near else ""
            yield LexiconError("is no table of the lexicon", where=str(path), hint=f"{meant}tables are " + ", ".join(known))
