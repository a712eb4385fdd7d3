"""Rows in the order they are listed in, each with a key by which a list goes on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """keys, rows: sorted by key, upwards; newest_first: whether the list begins at the end."""

    keys: tuple[Key, ...]
    rows: tuple[Row, ...]
    newest_first: bool = False

    def after(self, key: Key | None) -> Iterator[tuple[Key, Row]]:
        """The rows that follow a key, which need not be there any more; all rows for None."""
        if self.newest_first:
            for place in range((len(self.keys) if key is None else bisect_left(self.keys, key)) - 1, -1, -1):
                yield self.keys[place], self.rows[place]
        else:
            for place in range(0 if key is None else bisect_right(self.keys, key), len(self.keys)):
                yield self.keys[place], self.rows[place]


def listing(rows: Iterable[Row], key_of: Callable[[Row], Key], newest_first: bool = False) -> Listing[Row]:
    """Sort rows by keys, which must differ."""
    keyed = sorted(((key_of(row), row) for row in rows), key=lambda pair: pair[0])
    return Listing(tuple(key for key, _ in keyed), tuple(row for _, row in keyed), newest_first)


def page_of(found: Iterable[tuple[Key, Row]], wanted: Callable[[Row], bool], limit: int) -> tuple[list[Row], Key | None]:
    """The first rows that are wanted, and the key of the last one if more are to come."""
    page, last = list[Row](), None
    for key, row in found:
        if not wanted(row):
            continue
        if len(page) == limit:
            return page, last
        page.append(row)
        last = key
    return page, None
