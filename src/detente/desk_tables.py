"""Published event tables in a desk: `detente import` puts them into DESK/tables/NAME, a Parquet file for each import.

A file is written whole under another name, moved into place, and only then noted in the record: killed anywhere, the next import does what
is left. What the record does not name is not read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from detente.config import is_table_name
from detente.errors import TableError

if TYPE_CHECKING:
    from detente.events.tables.importing import Imported
    from detente.lexicon import Lexicon
    from detente.record.tables import TableState

TABLES_FOLDER = "tables"


def parts_of(desk: Path, state: TableState) -> list[Path]:
    """The Parquet files of a table. Raises TableError where one is missing."""
    paths = [desk / state.path / str(part["part"]) for part in state.parts]
    for path in paths:
        if not path.is_file():
            raise TableError("a file of this table is gone", where=str(path), hint="restore it, or import the table under another name")
    return paths


def import_into(
    desk: Path, db: str, format: str, files: Sequence[Path], name: str, now: datetime, lexicon: Lexicon | None = None
) -> tuple[Imported | None, Path]:
    """Add published files to a table of a desk. Gives back what was done (None: nothing was new) and the list of rejected rows.

    Files whose bytes the table has, and rows of events it has, are left out. Raises TableError, RecordError."""
    from detente.events.tables.importing import IMPORTER_VERSION, import_files, rejects_beside
    from detente.events.tables.unpacking import file_hash
    from detente.record.tables import add_part, table_states

    if not is_table_name(name):
        raise TableError(f"a table cannot be called {name!r}", hint="small letters, digits and hyphens, not articles: --name icews-2018")
    state = table_states(db).get(name)
    if state is not None and state.format != format:
        raise TableError(f"the table {name!r} holds rows of {state.format}", hint=f"give this one a name of its own: --name {format}")
    before = parts_of(desk, state) if state else []
    skip = frozenset(file["sha256"] for part in (state.parts if state else ()) for file in part["files"])
    folder = desk / TABLES_FOLDER / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TableError(f"cannot be made: {error.strerror}", where=str(folder), hint="may you write there?") from error
    _sweep(folder)
    half = folder / f".import-{os.getpid()}.parquet"
    rejects = rejects_beside(half)
    try:
        done = import_files(format, files, half, rejects, before=before, skip=skip, lexicon=lexicon)
        if not done.files:
            return (done if done.failed else None), rejects
        key = sha256("\n".join(sorted(file.sha256 for file in done.files)).encode()).hexdigest()[:16]
        part, listed = folder / f"{key}.parquet", folder / f"{key}.rejected.tsv"
        digest = file_hash(half)
        if rejects.exists():
            rejects.replace(listed)
        half.replace(part)
    finally:
        half.unlink(missing_ok=True)
        rejects.unlink(missing_ok=True)
    read = done.read
    noted = {
        "part": part.name, "sha256": digest, "rows": read.events, "rejected": read.rejected, "importer": IMPORTER_VERSION,
        "files": [{"name": file.path.name, "sha256": file.sha256, "rows": file.rows} for file in done.files],
    }  # fmt: skip
    add_part(db, name, f"{TABLES_FOLDER}/{name}", format, IMPORTER_VERSION, noted, (read.first_day, read.last_day), now)
    return done, listed


def _sweep(folder: Path) -> None:
    """Remove what imports that were killed left behind: scratch files named after a process that is gone."""
    if os.name != "posix":
        return  # elsewhere there is no harmless way to ask whether a process runs
    for left in folder.glob(".import-*"):
        pid = left.name.removeprefix(".import-").split(".")[0]
        if pid.isdigit() and not _runs(int(pid)):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
