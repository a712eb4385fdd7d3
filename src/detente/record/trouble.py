"""What databases complain of -> RecordError that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from detente.errors import RecordError

P = ParamSpec("P")
R = TypeVar("R")

# words in the database's own message -> (what, what to do)
_COMPLAINTS = (
    ("is locked", "the database is in use by another process", "wait until the other `detente run` has ended, or end it"),
    ("is full", "the disk is full", "free some space and run again: what was stored is kept"),
    ("no space left", "the disk is full", "free some space and run again: what was stored is kept"),
    ("readonly", "the database may not be written to", "mend the permissions of the desk's folder"),
    ("read-only", "the database may not be written to", "mend the permissions of the desk's folder"),
    ("unable to open", "the database cannot be opened", "does the desk's folder exist, and may you write in it?"),
    ("not a database", "the file is not a database", "move it away: `detente run` makes a new one from the articles"),
    ("malformed", "the database is damaged", "restore a copy, or move it away and run again: corrections and overrides are in it"),
    ("no such module", "this Python's SQLite has no full-text search (FTS5)", "use a Python whose SQLite has it, as most have"),
    ("no such table", "the database lacks a table", "`detente doctor` says more; was it made by another version?"),
    ("disk i/o error", "the disk failed while reading or writing", "check the disk; is the desk on a network drive?"),
    ("could not connect", "no connection to the database server", "is it running, and is DATABASE_URL right?"),
    ("connection", "no connection to the database server", "is it running, and is DATABASE_URL right?"),
)


def as_record_error(error: Exception, where: str) -> RecordError:
    """The RecordError that says what ``error`` means."""
    said = str(error).lower()
    for words, what, hint in _COMPLAINTS:
        if words in said:
            return RecordError(what, where=where, hint=hint)
    return RecordError(f"the database refused: {error}", where=where, hint="`detente doctor` says more")


@contextmanager
def translated(db: str) -> Iterator[None]:
    """Turn what the database of alias ``db`` complains of into RecordError."""
    from django.db import DatabaseError, InterfaceError, connections

    try:
        yield
    except (DatabaseError, InterfaceError) as error:
        raise as_record_error(error, str(connections.settings.get(db, {}).get("NAME", db))) from error


def guarded(function: Callable[P, R]) -> Callable[P, R]:
    """Decorator of functions whose first argument is a record's alias: database errors become RecordError."""

    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        with translated(str(args[0])):
            return function(*args, **kwargs)

    return wrapper
