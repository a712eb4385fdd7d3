"""Opening a record: the database is made or brought up to date, or a RecordError says why not."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from detente.errors import RecordError
from detente.record.django_settings import database_for, register, sqlite_database, start_django
from detente.record.trouble import translated


@dataclass(frozen=True, slots=True)
class RecordState:
    """What `detente doctor` shows: kind ("SQLite", "PostgreSQL"), place, migrations applied, missing and unknown here."""

    kind: str
    place: str
    applied: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


def open_record(desk: Path) -> str:
    """The alias of the desk's record, made or migrated if need be. Raises RecordError."""
    start_django()
    if not desk.is_dir():
        raise RecordError("there is no such folder", where=str(desk), hint="make a desk with: detente init DIR")
    database = database_for(desk)
    if "sqlite3" in database["ENGINE"] and not Path(database["NAME"]).exists():
        _make_sqlite(Path(database["NAME"]))
    alias = register(database)
    state = record_state(alias)
    if state.unknown:
        raise RecordError(
            f"the database was made by a newer Detente (it has {', '.join(state.unknown)})",
            where=state.place,
            hint="install that version or a later one",
        )
    if state.missing:
        _migrate(alias)
    return alias


def peek(desk: Path) -> RecordState:
    """The state of a desk's database without changing it (a missing SQLite file stays missing). Raises RecordError."""
    start_django()
    database = database_for(desk)
    if "sqlite3" in database["ENGINE"] and not Path(database["NAME"]).exists():
        return RecordState("SQLite", database["NAME"], (), tuple(sorted(known_migrations())), ())
    return record_state(register(database))


def close_record(alias: str) -> None:
    """Close the connection; the next use opens it again."""
    from django.db import connections

    connections[alias].close()


def record_state(alias: str) -> RecordState:
    """Which migrations the database has had, against those this version knows."""
    from django.db import connections
    from django.db.migrations.recorder import MigrationRecorder

    connection = connections[alias]
    with translated(alias):
        rows = MigrationRecorder(connection).applied_migrations()
    applied = {name for app, name in rows if app == "record"}
    known = known_migrations()
    kind = "SQLite" if connection.vendor == "sqlite" else "PostgreSQL"
    place = str(connection.settings_dict["NAME"])
    return RecordState(kind, place, tuple(sorted(applied)), tuple(sorted(known - applied)), tuple(sorted(applied - known)))


def known_migrations() -> set[str]:
    """The names of the migrations that come with this version."""
    return {path.stem for path in (Path(__file__).parent / "migrations").glob("[0-9]*.py")}


def _make_sqlite(path: Path) -> None:
    """Make a database beside ``path`` and put it there in one step, so that whoever is killed half-way leaves none half made."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.unlink(missing_ok=True)
        alias = register(sqlite_database(fresh))
        _migrate(alias)
        close_record(alias)  # the last connection to close writes the log back into the file
        try:
            os.link(fresh, path)
        except FileExistsError:  # another process was quicker: its database is as good
            pass
        except OSError:  # a file system without links
            fresh.rename(path)
        fresh.unlink(missing_ok=True)
    except OSError as error:
        raise RecordError(f"cannot make the database: {error.strerror}", where=str(path), hint="may you write there?") from error


def _migrate(alias: str) -> None:
    from django.core.management import call_command

    with translated(alias):
        call_command("migrate", "record", database=alias, verbosity=0, interactive=False, skip_checks=True)
