"""The coder's tables (events_*, scales_*) checked row by row, with a desk's rows on top.

Their columns and what may refer to what stand with their readers, `rules.load_rules` and `scales.load_scales`; here the readers are run
on the rows until none is refused any more, so that a new column or table needs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import cast

from detente.errors import LexiconError
from detente.events.rules import load_rules
from detente.events.scales import load_scales
from detente.lexicon import Column, Lexicon, Row
from detente.lexicon.checking import Checked, check_tables, place_of
from detente.lexicon.schema import Table

_Reader = Callable[[Lexicon], object]
READERS: tuple[_Reader, ...] = (load_rules.__wrapped__, load_scales.__wrapped__)
# Tables other tables refer to: while one of them has a wrong row, "unknown topic" may only be its echo.
REFERRED_TO = ("events_codes", "events_topics", "events_verbs")


class _Asked:
    """Stands in for a lexicon: notes which tables a reader asks for, and gives the rows it was made with."""

    def __init__(self, rows: Mapping[str, Sequence[Row]]) -> None:
        self.rows, self.tables = rows, dict[str, Table]()

    def table(self, name: str, columns: Sequence[Column] = (), key: Sequence[str] = ()) -> list[Row]:
        """As `Lexicon.table`."""
        self.tables[name] = Table(name, tuple(columns), tuple(key))
        return list(self.rows.get(name, ()))


def coder_tables() -> tuple[Table, ...]:
    """Name, columns and key of every table the coder reads."""
    asked = _Asked({})
    for read in READERS:
        read(cast(Lexicon, asked))
    return tuple(asked.tables.values())


def check_coder_tables(folders: Sequence[Path] = ()) -> Checked:
    """Every wrong row of the coder's tables and of these folders' files of the same names; what the desk's rows change."""
    checked = check_tables(coder_tables(), folders)
    if not any(f"{table}.tsv" in problem.where for table in REFERRED_TO for problem in checked.problems):
        for read in READERS:
            _set_wrong_aside(read, checked)
    return checked


def _set_wrong_aside(read: _Reader, checked: Checked) -> None:
    """Run a reader; take out the row it refuses; again, until it refuses none."""
    while True:
        try:
            read(cast(Lexicon, _Asked(checked.rows)))
        except LexiconError as error:
            checked.problems.append(error)
            rows, row = next(((rows, row) for rows in checked.rows.values() for row in rows if row.where == place_of(error)), (None, None))
            if rows is None or row is None:
                return
            rows.remove(row)
        else:
            return
