"""The number of a document in the index: its day, then its place within the day. So "newest first" is the order of the numbers, a span of
days a span of numbers, and neither costs the database a sort or a second look."""

from __future__ import annotations

from datetime import date

BITS = 20  # a million documents a day; few, since databases keep the gaps between numbers: three bytes from one day to the next
UNDATED = 0


def first_of(day: date | None) -> int:
    """The least number of a day."""
    return day.toordinal() << BITS if day else UNDATED


def last_of(day: date | None) -> int:
    """The greatest number of a day. Undated ones have room up to the year 1."""
    return (((day.toordinal() if day else UNDATED) + 1) << BITS) - 1


def day_of(number: int) -> date | None:
    """The day of a number."""
    return date.fromordinal(number >> BITS) if number >> BITS else None


def span(since: date | None, until: date | None) -> tuple[int, int]:
    """The numbers of a span of days; undated documents are in none that has a beginning or an end."""
    low = first_of(since) if since else first_of(date.min) if until else 0
    return low, last_of(until) if until else 2**62
