"""Writes schema.sql: what all migrations but the record's make of an empty SQLite database. ``python -m detente.desk.schema``"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from detente.desk.tables import LIST_BEGINS, SCHEMA

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?")
_RANDOM = re.compile(r"'[0-9a-f]{32}'")  # keys of translations: counted here instead
STILL = "2026-01-01 00:00:00"  # moments in rows the migrations make, such as that of the root page: the same in each build


def migrated(folder: Path) -> Path:
    """An empty desk in ``folder`` whose database the real migrations made. Starts Django: once a process."""
    from detente.config import CONFIG_NAME, default_toml
    from detente.desk import tables
    from detente.desk.start import start_desk

    (folder / CONFIG_NAME).write_text(default_toml("Schema"), "utf-8")
    shipped, tables.SCHEMA = tables.SCHEMA, folder / "none.sql"
    try:
        start_desk(folder)
    finally:
        tables.SCHEMA = shipped
    from django.db import connection
    from wagtail.models import Site

    Site.objects.update(site_name="")  # each desk gets its own at its start
    connection.close()
    return folder / "detente.db"


def dump(database: Path) -> str:
    """The script that makes the same of a database that holds the record alone."""
    connection = sqlite3.connect(database)
    applied = connection.execute("SELECT app, name FROM django_migrations WHERE app <> 'record' ORDER BY app, name").fetchall()
    names = " ".join(f"{app}.{name}" for app, name in applied)
    parts = [f"{LIST_BEGINS}{names}\n-- written by: python -m detente.desk.schema\nSELECT 1", *_tables(connection)]
    connection.close()
    return "\n;\n".join(parts) + "\n;\n"


def _tables(connection: sqlite3.Connection) -> Iterator[str]:
    """Tables with their rows, then indexes and triggers. Tables behind a full-text index come with it and are left out."""
    kept = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'record\\_%' ESCAPE '\\'"
    entries = connection.execute(f"{kept} AND tbl_name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid").fetchall()
    virtual = [name for _, name, _, sql in entries if sql.startswith("CREATE VIRTUAL")]
    entries = [entry for entry in entries if not any(entry[2].startswith(f"{name}_") for name in virtual)]
    for kind, name, _, sql in entries:
        if kind == "table" and name == "django_migrations":
            yield sql.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1)
        elif kind == "table":
            yield sql
    for kind, name, _, _ in entries:
        if kind == "table" and name not in virtual:
            yield from _rows(connection, name)
    yield from (sql for kind, _, _, sql in entries if kind != "table")


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """INSERT statements for a table's rows, in the order of its key. Rows of django_migrations get numbers of their own."""
    own_key = table == "django_migrations"
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if not (own_key and row[1] == "id")]
    listed = ", ".join(f'"{column}"' for column in columns)
    where = "WHERE app <> 'record' ORDER BY app, name" if own_key else f'ORDER BY "{columns[0]}"'
    quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    numbers = count(1)
    for (values,) in connection.execute(f'SELECT {quoted} FROM "{table}" {where}'):  # noqa: S608
        still = _RANDOM.sub(lambda _: f"'{next(numbers):032x}'", _DATE_TIME.sub(STILL, values))
        yield f'INSERT INTO "{table}" ({listed}) VALUES ({still})'  # noqa: S608


def main() -> None:
    """Write schema.sql anew."""
    with tempfile.TemporaryDirectory() as folder:
        script = dump(migrated(Path(folder)))
    SCHEMA.write_text(script, "utf-8")
    sys.stderr.write(f"{SCHEMA.name}: {len(script) // 1000} kB\n")


if __name__ == "__main__":
    main()
