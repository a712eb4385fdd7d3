"""A published format as data: how its lines are cut, which columns it must have, and which SQL makes our fields of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from detente.errors import TableError


@dataclass(frozen=True, slots=True)
class Layout:
    """One way a format is laid out.

    columns: the columns by name, in the order of the file; without a header several lengths may be allowed: one tuple for each. required:
    columns a header must name. excess: names that stand in the header of some published files though their rows do not have them."""

    delimiter: Literal["\t", ","]
    header: bool
    columns: tuple[tuple[str, ...], ...] = ()
    required: tuple[str, ...] = ()
    excess: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Format:
    """A published format.

    fields: our field -> SQL over ``{Column}``, a trimmed cell or NULL; the fields are FIELDS. event: the fields that make two rows one
    event. countries: how sides name their country. several: whether a cell may name several countries, parted by ``;`` or ``|``."""

    name: str
    about: str
    layouts: tuple[Layout, ...]
    fields: Mapping[str, str]
    event: tuple[str, ...]
    countries: Literal["code", "name", "either"]
    several: bool = False
    names: Mapping[str, str] = field(default_factory=dict)


SHOWN = 300  # characters of a rejected line that are kept

# What a format's SQL has to give; what it does not give is NULL.
FIELDS = (
    *("day", "actor_country", "actor_group", "actor_sectors", "actor_name", "recipient_country", "recipient_group", "recipient_sectors"),
    *("recipient_name", "cameo", "plover", "mode", "contexts", "intensity", "mentions", "source_id", "url"),
)


@dataclass(frozen=True, slots=True)
class Cut:
    """How the lines of one file are cut: column -> place (from 1), how many there are, whether the first line is a header."""

    delimiter: str
    places: Mapping[str, int]
    width: int
    header: bool


def cells(line: str, delimiter: str) -> list[str]:
    """A line cut up, quotes taken off."""
    parts = line.split("\t") if delimiter == "\t" else [m[1] for m in re.finditer(r'("(?:[^"]|"")*"|[^,"]*),', line + ",")]
    return [p[1:-1].replace('""', '"') if len(p) > 1 and p[0] == p[-1] == '"' else p for p in parts]


def cut_of(form: Format, first_line: str, where: str) -> Cut:
    """How a file that begins with this line is cut. Raises TableError where it is no file of this format."""
    seen: list[int] = []
    lacks: list[str] = []
    for layout in form.layouts:
        found = [c.strip().lstrip("\ufeff") for c in cells(first_line, layout.delimiter)]
        if not layout.header:
            for columns in layout.columns:
                if len(columns) == len(found):
                    named = found[0].casefold() == columns[0].casefold()  # somebody put a header there
                    return Cut(layout.delimiter, {c: i for i, c in enumerate(columns, 1)}, len(columns), named)
            seen.append(len(found))
            continue
        names = [form.names.get(c, c) for c in found]
        while names and not names[-1]:
            names.pop()  # tabs too many at the end of the lines
        if not (missing := [c for c in layout.required if c not in names]):
            kept = [c for c in names if c not in layout.excess]
            return Cut(layout.delimiter, {c: i for i, c in enumerate(kept, 1)}, len(kept), True)
        if len(missing) < len(layout.required):
            lacks = missing
    what = f"no column {', '.join(lacks)}" if lacks else f"its first line has {' or '.join(map(str, seen or [len(found)]))} columns"
    raise TableError(f"not a file of {form.name}: {what}", where=where, hint=form.about)


def select_fields(form: Format, cut: Cut, lines: str) -> str:
    """SQL for FIELDS over ``lines`` (line_number, line, f: its cells), in three steps, so that each cell is looked at once: the cells
    needed, trimmed; quotes taken off and NULL put where nothing is said; our fields of them. Columns the file does not have are NULL."""
    used = sorted({cut.places[c] for sql in form.fields.values() for c in re.findall(r"{([^}]+)}", sql) if c in cut.places})
    fits = f"(len(f) = {cut.width} OR (len(f) > {cut.width} AND coalesce(array_to_string(f[{cut.width + 1}:], ''), '') = ''))"
    taken = ", ".join(f"trim(f[{place}]) AS c{place}" for place in used)
    cells = ", ".join(f"cell(c{place}) AS c{place}" for place in used)

    def cell(match: re.Match[str]) -> str:
        place = cut.places.get(match[1])
        return f"c{place}" if place else "NULL::VARCHAR"

    made = ", ".join(f"{re.sub(r'{([^}]+)}', cell, form.fields.get(name, 'NULL::VARCHAR'))} AS {name}" for name in FIELDS)
    inner = f"SELECT line_number, CASE WHEN NOT {fits} THEN line END AS wrong, len(f) AS n, {taken} FROM ({lines})"
    wrong = f"CASE WHEN wrong IS NOT NULL THEN format('{{}} columns, not {cut.width}', n) END"
    return f"SELECT line_number, {made}, {wrong}, wrong[:{SHOWN}] FROM (SELECT line_number, wrong, n, {cells} FROM ({inner}))"
