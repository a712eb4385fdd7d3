"""Every error Detente raises on purpose. A message says what was wrong, where, and what to do."""

from __future__ import annotations


class DetenteError(Exception):
    """Base of all expected failures.

    what: what was wrong; where: which file, row, article or setting; hint: what to do about it.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(what, where, hint)

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.what, self.where, self.hint)  # a worker process sends its errors to the parent

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} ({self.hint})" if self.hint else text


def _again(kind: type[DetenteError], what: str, where: str, hint: str) -> DetenteError:
    return kind(what, where=where, hint=hint)


class ConfigError(DetenteError):
    """detente.toml is missing, unreadable or says something impossible."""


class LexiconError(DetenteError):
    """A lexicon table has a row that cannot be used."""


class ReadError(DetenteError):
    """One file or one article in it could not be read. The run goes on without it."""


class ParserError(DetenteError):
    """The parser or its model is missing or unusable."""


class TableError(DetenteError):
    """An event table or article table lacks a column or holds a value that cannot be read."""


class RecordError(DetenteError):
    """The desk's database is missing, locked, or of another version."""


class NotFoundError(DetenteError):
    """Nothing of that name or id."""


class ModelError(DetenteError):
    """The embedding model is missing or unusable."""


class DynamicsError(DetenteError):
    """What fits the dynamics of relations is not installed."""


class DeskError(DetenteError):
    """The web desk cannot start, or an action of it cannot be done."""


class BackupError(DetenteError):
    """A desk cannot be written into a backup, or made anew from one."""


class PagesError(DetenteError):
    """The pages cannot be written where they were asked for."""


class SearchError(DetenteError):
    """A search asks for what cannot be; ``where`` names the parameter."""


class WorkerDied(DetenteError):
    """A worker process ended while it coded one article: killed by the system for its memory, or by a fault of a library."""


class AskedError(DetenteError):
    """An address asks for what cannot be, such as a period that ends before it begins."""


class BusyError(DetenteError):
    """Too many ask at one time for what takes long to work out."""
