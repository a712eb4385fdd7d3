"""The tables that Django, Wagtail and the desk need besides the record's.

Wagtail's migrations take most of a minute on SQLite, so what they make is shipped as SQL (schema.sql, written by
``python -m detente.desk.schema``; a test holds the two together) and run at once on an empty database. What came later, or another
database, goes the usual way.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from detente.config import Config

SCHEMA = Path(__file__).with_name("schema.sql")
LIST_BEGINS = "-- migrations: "  # the schema's first line lists what it stands for: app.name app.name ...


def prepare() -> None:
    """Bring the database up to date. Raises RecordError."""
    from django.db import connection

    from detente.record.trouble import translated

    with translated("default"):
        if not missing():
            return
        if connection.vendor == "sqlite" and not _started() and shipped() and shipped() <= _on_disk():
            _run_schema()
        if missing():
            _migrate()


def tidy(config: Config) -> None:
    """What each start puts right: sessions that are over go, and Wagtail knows where the site stands. Writes only what differs."""
    from django.contrib.sessions.models import Session
    from django.utils import timezone
    from wagtail.models import Site

    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    address = urlsplit(config.web_address or "http://localhost")
    port = address.port or (443 if address.scheme == "https" else 80)
    said = {"hostname": address.hostname or "localhost", "port": port, "site_name": config.title[:255]}
    Site.objects.filter(is_default_site=True).exclude(**said).update(**said)


def shipped() -> set[tuple[str, str]]:
    """The migrations that schema.sql stands for, as (app, name); empty where the file is missing."""
    if not SCHEMA.exists():
        return set()
    with SCHEMA.open(encoding="utf-8") as file:
        line = file.readline().strip()
    return {(app, name) for app, _, name in (each.partition(".") for each in line.removeprefix(LIST_BEGINS).split())}


def missing() -> set[tuple[str, str]]:
    """The migrations of the installed apps that the database has not had."""
    from django.db.migrations.loader import MigrationLoader

    return set(MigrationLoader(None).graph.nodes) - _applied()


def _on_disk() -> set[tuple[str, str]]:
    """All migrations of the installed versions, those that others stand in for too."""
    from django.db.migrations.loader import MigrationLoader

    return set(MigrationLoader(None).disk_migrations)


def _applied() -> set[tuple[str, str]]:
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return set(MigrationRecorder(connection).applied_migrations())


def _started() -> bool:
    """Whether the database has tables of the desk already, or of a migration that was cut off."""
    from django.db import connection

    return any(not name.startswith(("record_", "django_migrations", "sqlite_")) for name in connection.introspection.table_names())


def _run_schema() -> None:
    """Everything in one transaction: a start that is killed leaves nothing half made; of two at once, one waits and finds it done."""
    from django.db import connection

    connection.ensure_connection()
    raw = connection.connection
    script = SCHEMA.read_text("utf-8")
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        raw.execute("BEGIN IMMEDIATE")
        try:
            if not _started():
                for statement in statements(script):
                    raw.execute(statement)
        except BaseException:
            raw.execute("ROLLBACK")
            raise
        raw.execute("COMMIT")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def statements(script: str) -> list[str]:
    """The statements of a script; each ends with a line that is ``;`` alone."""
    return [part.strip() for part in script.split("\n;\n") if part.strip()]


def _migrate() -> None:
    from django.core.management import call_command

    from detente.desk.analyses.tree import make_tree
    from detente.desk.people.roles import make_roles

    call_command("migrate", database="default", verbosity=0, interactive=False, skip_checks=True)
    make_roles()
    make_tree()
