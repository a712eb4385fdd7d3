"""Reads the lexicon's tables: tab-separated, a header row, ``#`` comments, ``|`` between the values of one cell.

A wrong row is a `LexiconError` that says file, line, column and what is allowed. A desk's file of the same name adds rows and
overrules those with the same key; ``yes`` in its column ``remove`` takes them out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from detente.errors import LexiconError

Cell = str | tuple[str, ...] | date | float | bool | None
ColumnKind = Literal["text", "list", "date", "code", "codes", "number", "flag", "choice", "choices"]

REMOVE = "remove"
_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3}){0,3}").fullmatch


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what its cells hold, whether a cell may be empty, and the values allowed for a choice.

    Kinds: ``text`` str; ``list`` values parted by ``|``; ``date`` ISO day; ``code`` actor code (three-letter groups); ``codes`` several
    of them; ``number`` float; ``flag`` ``yes`` or empty; ``choice`` one of ``choices``; ``choices`` several of them.
    """

    name: str
    kind: ColumnKind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()


class Row(NamedTuple):
    """One row, parsed: where it stands and its cells by column name. An empty cell reads as the empty value of its kind."""

    file: str
    line: int
    cells: dict[str, Cell]

    @property
    def where(self) -> str:
        """File and line, for messages."""
        return f"{self.file}, line {self.line}"

    def text(self, column: str) -> str:
        """The cell of a text, code or choice column."""
        value = self.cells.get(column)
        return value if isinstance(value, str) else ""

    def values(self, column: str) -> tuple[str, ...]:
        """The cell of a list, codes or choices column."""
        value = self.cells.get(column)
        return value if isinstance(value, tuple) else ()

    def day(self, column: str) -> date | None:
        """The cell of a date column."""
        value = self.cells.get(column)
        return value if isinstance(value, date) else None

    def number(self, column: str) -> float | None:
        """The cell of a number column."""
        value = self.cells.get(column)
        return value if isinstance(value, float) else None

    def flag(self, column: str) -> bool:
        """The cell of a flag column."""
        return self.cells.get(column) is True


def _list(cell: str) -> tuple[str, ...]:
    values = tuple(map(str.strip, cell.split("|"))) if "|" in cell else (cell,)
    if "" in values:
        raise ValueError("an empty value between two |")
    return values


def _day(cell: str) -> date:
    if len(cell) != 10:
        raise ValueError("a day as YYYY-MM-DD")
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError("a day as YYYY-MM-DD") from None


def _code(cell: str) -> str:
    if not _CODE(cell):
        raise ValueError("an actor code: a country, IGO, NGO or IMG and up to three more groups of three capitals, as BLRGOV")
    return cell


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise ValueError("a number") from None


def _flag(cell: str) -> bool:
    if cell != "yes":
        raise ValueError("yes, or nothing")
    return True


def _parser(column: Column) -> Callable[[str], Cell]:
    """The function that reads a non-empty cell of this column; it raises ValueError with what is allowed."""
    if column.kind in ("choice", "choices"):
        allowed = frozenset(column.choices)

        def choice(cell: str) -> Cell:
            values = _list(cell) if column.kind == "choices" else (cell,)
            if not allowed.issuperset(values):
                raise ValueError("one of " + ", ".join(column.choices))
            return values if column.kind == "choices" else cell

        return choice
    simple: dict[str, Callable[[str], Cell]] = {
        "text": str,
        "list": _list,
        "date": _day,
        "code": _code,
        "codes": lambda cell: tuple(map(_code, _list(cell))),
        "number": _number,
        "flag": _flag,
    }
    return simple[column.kind]


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", where=str(path), hint="check the path and its permissions") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"is not UTF-8 (byte {error.start})", where=str(path), hint="save the table as UTF-8") from error


def _read_header(line: str, columns: Sequence[Column], overlay: bool, where: str) -> list[Column]:
    """The columns in the order of the file's header."""
    known = {column.name: column for column in columns}
    if overlay:
        known[REMOVE] = Column(REMOVE, "flag")
    names = [name.strip() for name in line.rstrip("\r").split("\t")]
    allowed = f"allowed: {', '.join(known)}; between columns stands a tab"
    for name in names:
        if name not in known:
            raise LexiconError(f"unknown column {name!r}", where=where, hint=allowed)
        if names.count(name) > 1:
            raise LexiconError(f"column {name!r} stands twice", where=where, hint=allowed)
    missing = [column.name for column in columns if column.required and column.name not in names]
    if missing:
        raise LexiconError(f"column {missing[0]!r} is missing", where=where, hint=allowed)
    return [known[name] for name in names]


def _read_row(
    line: str, header: Sequence[tuple[str, Callable[[str], Cell]]], needed: Sequence[str], key: Sequence[str], where: str
) -> tuple[dict[str, Cell], list[LexiconError]]:
    """The cells of one line and what is wrong with them."""
    parts = line.split("\t")
    if len(parts) > len(header):
        hint = "put one tab between two cells and | between the values of one cell"
        return {}, [LexiconError(f"{len(parts)} cells, but the header names {len(header)} columns", where=where, hint=hint)]
    cells: dict[str, Cell] = {}
    wrong: list[LexiconError] = []
    for (name, parse), part in zip(header, parts, strict=False):
        part = part.strip()
        if part:
            try:
                cells[name] = parse(part)
            except ValueError as error:
                wrong.append(LexiconError(f"{part!r} cannot stand here", where=f"{where}, column {name}", hint=f"allowed: {error}"))
                cells[name] = None
    for name in key if cells.get(REMOVE) else needed:
        if name not in cells:
            wrong.append(LexiconError("the cell is empty", where=f"{where}, column {name}", hint="this column needs a value in every row"))
    return cells, wrong


def scan_table(
    path: Path, columns: Sequence[Column], *, key: Sequence[str] = (), overlay: bool = False
) -> tuple[list[Row], list[LexiconError]]:
    """Read a table and collect what is wrong instead of stopping at the first wrong row.

    overlay: a desk's file: the column ``remove`` is allowed, and a row with ``yes`` there needs only the key's columns.
    """
    problems: list[LexiconError] = []
    try:
        lines = _read_text(path).split("\n")
    except LexiconError as error:
        return [], [error]
    file = path.name
    header: list[tuple[str, Callable[[str], Cell]]] = []
    needed: tuple[str, ...] = ()
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        if not line or line[0] == "#" or line.isspace():
            continue
        if not header:
            try:
                found = _read_header(line, columns, overlay, f"{path}, line {number}")
            except LexiconError as error:
                return [], [error]
            header = [(column.name, _parser(column)) for column in found]
            needed = tuple(column.name for column in found if column.required)
            continue
        cells, wrong = _read_row(line, header, needed, key, f"{path}, line {number}")
        if wrong:
            problems += wrong
        else:
            rows.append(Row(file, number, cells))
    if not header and not problems:
        problems.append(LexiconError("has no header row", where=str(path), hint="name the columns: " + ", ".join(c.name for c in columns)))
    return rows, problems


def read_table(path: Path, columns: Sequence[Column], *, key: Sequence[str] = (), overlay: bool = False) -> list[Row]:
    """Read a table. Raises LexiconError for the first wrong row, saying how many more there are."""
    rows, problems = scan_table(path, columns, key=key, overlay=overlay)
    if problems:
        first = problems[0]
        more = f"; {len(problems) - 1} more wrong cells in this table" if len(problems) > 1 else ""
        raise LexiconError(first.what, where=first.where, hint=first.hint + more)
    return rows


def row_key(row: Row, key: Sequence[str]) -> tuple[Cell, ...]:
    """What a desk's row is matched by."""
    return tuple(row.cells.get(name) for name in key)


def merge_rows(base: Iterable[Row], overlay: Sequence[Row], key: Sequence[str]) -> list[Row]:
    """A desk's rows (unless marked ``remove``), then the base rows but those with the same key: where the first that fits counts, it is the
    desk's.

    Raises LexiconError where a row that is to be removed does not exist.
    """
    rows = list(base)
    if not overlay:
        return rows
    before = {row_key(row, key) for row in rows}
    for row in overlay:
        if row.flag(REMOVE) and row_key(row, key) not in before:
            raise LexiconError(f"there is no row {row_key(row, key)!r} to remove", where=f"{row.where}, column {REMOVE}",
                               hint="give " + ", ".join(key) + " as the table has it")
    overruled = {row_key(row, key) for row in overlay}
    return [row for row in overlay if not row.flag(REMOVE)] + [row for row in rows if row_key(row, key) not in overruled]
