"""Django for the record alone: no settings module, no web. Each desk is a database alias of its own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from detente.errors import RecordError

DATABASE_NAME = "detente.db"
APP = "detente.record.apps.RecordApp"
# How long a second process waits for the first one's transaction. A batch takes well under a second to write; 30 s covers a slow disk.
BUSY_SECONDS = 30


def sqlite_database(path: Path) -> dict[str, Any]:
    """Settings of a SQLite file. WAL lets pages be read during a run; FULL keeps a committed decision through a power cut."""
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    options = {"timeout": BUSY_SECONDS, "transaction_mode": "IMMEDIATE", "init_command": pragmas}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}


def postgres_database(url: str) -> dict[str, Any]:
    """Settings from ``postgresql://user:password@host:port/name?sslmode=require``. Raises RecordError."""
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgres", "postgresql") or not name:
        raise RecordError("not the address of a database", where="DATABASE_URL", hint="as in postgresql://user:password@host:5432/name")
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise RecordError("PostgreSQL needs psycopg", where="DATABASE_URL", hint="pip install 'detente[postgres]'") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def database_for(desk: Path) -> dict[str, Any]:
    """The database of a desk: the one DATABASE_URL names (one a desk), else the file ``detente.db`` in its folder."""
    url = os.environ.get("DATABASE_URL", "")
    return postgres_database(url) if url else sqlite_database(desk / DATABASE_NAME)


def start_django() -> None:
    """Configure Django once in this process, unless a project that holds the record's app has done so."""
    from django.conf import settings

    if not settings.configured:
        # A notebook runs an event loop in the thread that calls us; each desk is used by one thread at a time all the same.
        os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        settings.configure(
            INSTALLED_APPS=[APP],
            DATABASES={"default": {"ENGINE": "django.db.backends.dummy"}},
            USE_TZ=True,
            TIME_ZONE="UTC",
            LOGGING_CONFIG=None,
            SECRET_KEY="the record signs nothing",  # noqa: S106
        )
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    if not apps.is_installed("detente.record"):
        raise RecordError("Django is set up without the record", hint=f"add {APP!r} to INSTALLED_APPS")


def register(database: dict[str, Any]) -> str:
    """Make ``database`` known to Django and give back its alias. The same database gives the same alias; the web desk's is "default"."""
    from hashlib import sha256

    from django.db import connections

    if _names_same(connections.settings.get("default", {}), database):
        return "default"  # the web desk's own: one database, one connection
    alias = "desk_" + sha256(repr(sorted((key, str(value)) for key, value in database.items())).encode()).hexdigest()[:16]
    if alias not in connections.settings:
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: dict(database)})[alias]
    return alias


def _names_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two settings name one database."""
    return all(str(one.get(key, "")) == str(other.get(key, "")) for key in ("ENGINE", "NAME", "USER", "HOST", "PORT"))
