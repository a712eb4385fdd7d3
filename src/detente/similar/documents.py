"""What is compared: one dated text with whatever is known of its actors and events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.errors import TableError


@dataclass(frozen=True, slots=True)
class SimilarDoc:
    """One text to compare.

    actors: codes of those it is about ("BLR", "USAGOV"). events: (actor, recipient, PLOVER class) rows of the coder; recipient may be
    empty. Both may be left empty: the lists then rest on the words alone. date: the day of publication, None if unknown.
    """

    id: str
    title: str
    text: str
    date: date | None
    actors: tuple[str, ...] = ()
    events: tuple[tuple[str, str, str], ...] = ()


def check_ids(docs: list[SimilarDoc]) -> dict[str, int]:
    """Position of each id. Raises TableError if two documents have the same one."""
    rows: dict[str, int] = {}
    for row, doc in enumerate(docs):
        if rows.setdefault(doc.id, row) != row:
            raise TableError(f"the id {doc.id!r} is there twice", where=f"document {row + 1}", hint="every document needs an id of its own")
    return rows


def days_of(docs: list[SimilarDoc]) -> list[int | None]:
    """Publication days as proleptic ordinals (days since 0001-01-01), None where unknown."""
    return [None if doc.date is None else doc.date.toordinal() for doc in docs]
