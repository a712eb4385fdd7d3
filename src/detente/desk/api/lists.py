"""Pages and exports of a list: one way for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel, Field

from detente.desk.api.asking import Listed
from detente.desk.api.cursors import read_cursor, write_cursor
from detente.desk.api.exporting import export
from detente.desk.api.listing import Listing, page_of

Shape = TypeVar("Shape", bound=BaseModel)


class PageLinks(BaseModel):
    """Addresses from the root of this server."""

    self: str
    next: str | None = Field(description="The next page; null on the last.")


class Page(BaseModel, Generic[Shape]):
    """A page of a list."""

    items: list[Shape]
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    links: PageLinks


def answer(
    request: Any, name: str, asked: Listed, rows: Listing[Any], row_of: Callable[[Any], dict[str, Any]], shape: type[BaseModel],
    wanted: Callable[[Any], bool] = lambda _: True,
) -> Any:  # fmt: skip
    """The rows that are wanted: a page of them, or all of them as a file. Raises Refused."""
    if asked.format != "json":
        found: Iterable[Any] = (row for _, row in rows.after(None) if wanted(row))
        return export(name, asked.format, map(row_of, found), shape)
    filters = asked.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"limit", "cursor", "format"})
    of = repr((request.path, sorted(filters.items())))
    start = read_cursor(asked.cursor, of, len(rows.keys[0]) if rows.keys else 2) if asked.cursor else None
    page, last = page_of(rows.after(start), wanted, asked.limit)
    following = write_cursor(last, of) if last else None
    given = {key: value for key, value in request.GET.items() if key != "cursor"}
    link = f"{request.path}?{urlencode({**given, 'cursor': following})}" if following else None
    return {"items": [row_of(row) for row in page], "next": following, "links": {"self": request.get_full_path(), "next": link}}
