"""`import_table`: published files -> one Parquet file of the project's own columns, and a list of what was rejected."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from detente.errors import DetenteError, TableError
from detente.events.tables import FORMATS
from detente.events.tables.codes import make_code_tables
from detente.events.tables.reading import Read, connect, quoted, read_lines, resolve, write_rows
from detente.events.tables.unpacking import file_hash, removed, unpacked
from detente.lexicon import load_lexicon

if TYPE_CHECKING:
    from detente.lexicon import Lexicon

# What imports make of the same bytes: raise it where rows come out otherwise.
IMPORTER_VERSION = "1"
MOST_LISTED = 100_000  # rejected rows in the list; the count is exact
FIRST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class FileTaken:
    """A file that was read. path: as given."""

    path: Path
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. failed: files that could not be read at all; first: the first rejected rows (file, line, reason)."""

    read: Read
    files: tuple[FileTaken, ...]
    failed: tuple[DetenteError, ...]
    first: tuple[tuple[str, int, str], ...]

    @property
    def complete(self) -> bool:
        """Whether every file and every row of it was read."""
        return not self.failed and not self.read.rejected


def import_files(
    format: str, files: Sequence[Path], out: Path, rejects: Path, *,
    before: Iterable[Path] = (), skip: frozenset[str] = frozenset(), lexicon: Lexicon | None = None,
) -> Imported:  # fmt: skip
    """Read published files into one Parquet file.

    format: a name of FORMATS. out: appears whole or not at all. rejects: the list of rejected rows (tab-separated: file, line, reason,
    text); removed where there are none. before: Parquet files of the same table; what they hold is not written again. skip: SHA-256 of
    files to leave out. Raises TableError where no file could be read; files that cannot be read are in ``failed`` and the rest goes on."""
    form = FORMATS.get(format)
    if form is None:
        raise TableError(f"no format {format!r}", hint=f"one of: {', '.join(FORMATS)}")
    taken: list[FileTaken] = []
    failed: list[DetenteError] = []
    seen = set(skip)
    try:
        with tempfile.TemporaryDirectory(prefix=f".import-{os.getpid()}.", dir=out.parent) as scratch:
            folder = Path(scratch)
            con = connect(folder)
            try:
                part = 0
                for path in files:
                    try:
                        digest = file_hash(path)
                        if digest in seen:
                            continue
                        rows = 0
                        with removed(folder / "lines") as spool:
                            for name in unpacked(path, spool):
                                part += 1
                                rows += read_lines(con, form, spool, name, part)
                    except TableError as error:
                        failed.append(error)
                        continue
                    seen.add(digest)
                    taken.append(FileTaken(path, digest, rows))
                make_code_tables(con, lexicon or load_lexicon(), form.countries)
                unknown = resolve(con, form)
                half = folder / "out.parquet"
                read = write_rows(con, form, half, list(before), unknown, sum(t.rows for t in taken))
                first = _write_rejects(con, folder, rejects)
            finally:
                con.close()
            if failed and not taken:
                raise failed[0]
            half.replace(out)
    except OSError as error:
        raise TableError(f"cannot be written: {error.strerror}", where=str(out), hint="check the folder and its space") from error
    except duckdb.Error as error:
        raise TableError(f"cannot be imported: {str(error).splitlines()[0][:200]}", where=str(out), hint="is the disk full?") from error
    return Imported(read, tuple(taken), tuple(failed), first)


def import_table(
    format: str, files: str | Path | Sequence[str | Path], out: str | Path | None = None, lexicon: Lexicon | None = None
) -> Any:
    """Read published event files ("icews", "gdelt", "polecat", "phoenix"; plain, .gz or .zip) as the project's own event table.

    Gives back an Arrow table; with ``out`` it writes Parquet there (and the list of rejected rows, ``OUT.rejected.tsv``, beside it) and
    gives back the path: for tables that do not fit into memory. Rejected rows are left out silently: `detente import` tells.
    Raises TableError."""
    paths = [Path(files)] if isinstance(files, str | Path) else [Path(f) for f in files]
    if out is not None:
        target = Path(out)
        done = import_files(format, paths, target, rejects_beside(target), lexicon=lexicon)
        if done.failed:
            raise done.failed[0]
        return target
    from arro3.core import Table

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "events.parquet"
        done = import_files(format, paths, target, rejects_beside(target), lexicon=lexicon)
        if done.failed:
            raise done.failed[0]
        return Table.from_arrow(duckdb.connect().sql(f"SELECT * FROM read_parquet({quoted(target)})"))


def rejects_beside(out: Path) -> Path:
    """Where the list of rejected rows of a Parquet file stands."""
    return out.with_name(f"{out.stem}.rejected.tsv")


def _write_rejects(con: Any, folder: Path, rejects: Path) -> tuple[tuple[str, int, str], ...]:
    """The list of rejected rows: of cells that would run in a spreadsheet (=cmd) the first sign is taken off."""
    rows = "SELECT file, line, reason, text FROM rejected ORDER BY part, line"
    first = con.execute(f"{rows} LIMIT {FIRST_SHOWN}").fetchall()
    if not first:
        rejects.unlink(missing_ok=True)
        return ()
    cell = "regexp_replace(replace({0}::VARCHAR, chr(9), ' '), '^[=+@\\-]+', '') AS {0}"
    plain = ", ".join(cell.format(c) for c in ("file", "line", "reason", "text"))
    half = folder / f"rejected.{os.getpid()}"
    kind = "FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER"
    con.execute(f"COPY (SELECT {plain} FROM ({rows} LIMIT {MOST_LISTED})) TO {quoted(half)} ({kind})")
    half.replace(rejects)
    return tuple((str(f), int(n), str(why)) for f, n, why, _ in first)
