"""A copy of the whole database into a file while others write, and back into an empty place.

SQLite: its online backup, one consistent state. PostgreSQL: pg_dump's own format, which pg_restore reads; both must be on the PATH.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

from detente.errors import RecordError
from detente.record.django_settings import DATABASE_NAME, database_for

Kind = Literal["sqlite", "postgresql"]
FILE_OF: dict[Kind, str] = {"sqlite": DATABASE_NAME, "postgresql": "record.pgdump"}


def kind_of(desk: Path) -> Kind:
    """Where a desk's record is kept. Raises RecordError."""
    return "sqlite" if "sqlite3" in database_for(desk)["ENGINE"] else "postgresql"


def copy_out(desk: Path, target: Path) -> None:
    """Write a copy of the desk's database to the file ``target``. Raises RecordError."""
    database = database_for(desk)
    if kind_of(desk) == "postgresql":
        _postgres_tool("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", f"--file={target}"], database)
        return
    source = Path(database["NAME"])
    if not source.exists():
        raise RecordError("there is no database yet", where=str(source), hint="`detente run` makes it")
    try:
        reading = sqlite3.connect(f"file:{_uri(source)}?mode=ro", uri=True, timeout=30)
        with closing(reading) as from_, closing(sqlite3.connect(target)) as to:
            from_.backup(to)  # in one step: a read transaction, which in WAL mode keeps nobody from writing
            to.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise RecordError(f"the database cannot be copied: {error}", where=str(source), hint="is the disk full?") from error
    check_sqlite(target)


def copy_in(desk: Path, source: Path) -> None:
    """Fill the empty PostgreSQL database that DATABASE_URL names from a copy. Raises RecordError where it is not empty."""
    from django.db import connections

    from detente.record.django_settings import register, start_django
    from detente.record.trouble import translated

    database = database_for(desk)
    start_django()
    alias = register(database)
    with translated(alias):
        tables = connections[alias].introspection.table_names()
        connections[alias].close()
    if tables:
        hint = "make an empty one: createdb NAME"
        raise RecordError(f"the database has {len(tables)} tables already", where=str(database["NAME"]), hint=hint)
    options = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", f"--dbname={database['NAME']}", str(source)]
    _postgres_tool("pg_restore", options, database)


def check_sqlite(path: Path) -> None:
    """Raises RecordError unless the file is a whole SQLite database with a record in it."""
    try:
        with closing(sqlite3.connect(f"file:{_uri(path)}?mode=ro", uri=True)) as connection:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            has = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'record_article'").fetchone()[0]
    except sqlite3.Error as error:
        raise RecordError(f"this is no database: {error}", where=str(path), hint="take another copy") from error
    if said != "ok" or not has:
        what = f"the database is damaged: {said}" if has else "this database holds no record"
        raise RecordError(what, where=str(path), hint="take another copy")


def hide_from_others(path: Path) -> None:
    """Take the rights of strangers from a SQLite file: drafts are in it, and hashes of passwords. Its log files get the same rights."""
    if os.name == "posix" and path.exists() and path.stat().st_mode & 0o007:
        path.chmod(path.stat().st_mode & ~0o007)


def _uri(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path.resolve()))


def _postgres_tool(name: str, options: list[str], database: dict[str, Any]) -> None:
    """Run a program of PostgreSQL's client. What to connect to goes by the environment: other users can read a command line."""
    found = shutil.which(name)
    if found is None:
        hint = "install PostgreSQL's client, of the server's version or a later one"
        raise RecordError(f"{name} is not on this machine", where="PostgreSQL", hint=hint)
    given = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment = {**os.environ, **{name: str(database[key]) for name, key in given.items() if database[key]}}
    environment |= {f"PG{key.upper()}": str(value) for key, value in database["OPTIONS"].items() if key.startswith("ssl")}
    done = subprocess.run([found, "--no-password", *options], env=environment, capture_output=True, text=True, errors="replace")
    if done.returncode:
        said = next((line for line in done.stderr.splitlines() if line.strip()), "no reason given")
        raise RecordError(f"{name}: {said[:500]}", where=str(database["NAME"]), hint="may this user read, or write, the whole database?")
