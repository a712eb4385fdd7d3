"""What reading a file came to: its problems, each with what to do about it, and the marker that it was read to the end."""

from __future__ import annotations

from dataclasses import dataclass

from detente.types import Article


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """Something about a file, or one row or entry of it, that its owner should know.

    file: the path as given, with ``#row`` for one row of a table or entry of a feed. what: what is wrong. hint: what to do.
    fatal: True where nothing was read from that file (or row); False for a note about something that was read all the same.
    """

    file: str
    what: str
    hint: str = ""
    fatal: bool = False

    def __str__(self) -> str:
        return f"{self.file}: {self.what}" + (f" ({self.hint})" if self.hint else "")


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file was read to its end: its path as given, the SHA-256 of its bytes, and how many articles and problems it gave.

    Comes after the last item of its file, so that whoever records it knows the file to be complete.
    """

    file: str
    sha256: str
    articles: int
    problems: int


@dataclass(frozen=True, slots=True)
class FileResult:
    """Everything one file gave, held in memory."""

    file: str
    sha256: str
    articles: tuple[Article, ...]
    problems: tuple[ReadProblem, ...]
