"""The lines ``detente code`` and ``detente actors`` take: {"id", "text", "date"?, "title"?}."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from detente.cli.json_lines import parse_lines, read_from
from detente.errors import TableError
from detente.types import Article


def text_articles(place: str, problem: Callable[[TableError], None]) -> Iterator[Article]:
    """An article for each good line, in order; the others go to ``problem``. Raises TableError if there is no file."""
    name = "standard input" if place == "-" else place
    with read_from(place) as stream:
        for number, row in parse_lines(stream, name):
            try:
                if isinstance(row, TableError):
                    raise row
                yield _article(row, f"{name}, line {number}")
            except TableError as error:
                problem(error)


def _article(row: dict[str, Any], where: str) -> Article:
    for key in ("id", "text"):
        if not isinstance(row.get(key), str):
            raise TableError(f"{key} is missing or no text", where=where, hint='as in {"id": "1", "text": "…"}')
    title = row.get("title") or ""
    if not isinstance(title, str):
        raise TableError("title is no text", where=where)
    return Article(id=row["id"], title=title, text=row["text"], published=_published(row.get("date"), where))


def _published(value: object, where: str) -> datetime | None:
    if value is None or value == "":
        return None
    try:
        if isinstance(value, str) and len(value) == len("2016-05-31"):
            day = date.fromisoformat(value)
            return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day has no zone
        if isinstance(value, str):
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise TableError(f"date {value!r} is no day", where=where, hint="as in 2016-05-31")
