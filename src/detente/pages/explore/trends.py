"""What moved most over a week, a month or a year to a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.errors import AskedError
from detente.pages.build import Edition
from detente.pages.dynamics_rows import part_rows
from detente.pages.explore.known import first_day
from detente.pages.explore.parts import Choice, TrendRow, TrendsPage
from detente.pages.explore.period import Asked, choice_of, day_of, query
from detente.pages.language import marked, say, say_as
from detente.pages.parts import Head
from detente.pages.rows import driver_rows, status_box
from detente.pages.wording import day_words
from detente.relations.roll_up import Part
from detente.relations.status import change_of
from detente.said import said
from detente.types import Status

SPANS: Mapping[str, int] = {"week": 7, "month": 30, "year": 365}
OVER_WORDS = marked("over", {"week": "The week", "month": "The month", "year": "The year"})
MOVED_WORDS = marked("moved over", {"week": "What moved most over the week", "month": "What moved most over the month",
                                    "year": "What moved most over the year"})  # fmt: skip
TOP = 10  # relations each way, as `detente trends` names
DRIVERS = 3  # of each: what moved it most the way it went; its own page has them all
PATH = "explore/trends"
Moved = Callable[[date, int], tuple[Sequence[Status], Sequence[tuple[Status, Sequence[Part]]]]]


def trends_page(edition: Edition, asked: Asked, moved: Moved) -> TrendsPage:
    """What an address asks for. moved: what moved over some days to a day: relations, and categories with their parts. Raises
    AskedError."""
    material = edition.material
    over, day = choice_of(asked, "over", tuple(SPANS)), day_of(asked, "as_of") or material.as_of
    first = first_day(material) + timedelta(days=1)  # there must be a day before it to move from
    if not first <= day <= material.as_of:
        known = said("from {start} to {end}", start=first.isoformat(), end=material.as_of.isoformat())
        raise AskedError(said("nothing is known as of {day}", day=day_words(day)), hint=known)
    days = min(SPANS[over], day.toordinal() - 1)
    relations, categories = moved(day, days)
    changed = [s for s in relations if change_of(s)]
    heading = say_as("moved over", MOVED_WORDS[over])
    words, given = say("{moved} to {day}", moved=heading, day=day_words(day)), day.isoformat() if day != material.as_of else ""
    about = say("{moved}: relations and categories, each with what moved it.", moved=words)
    return TrendsPage(
        head=Head(PATH + query({"over": over}, as_of=given), words, about),
        over=over, days=days, day=day,
        first=first, last=material.as_of,
        spans=tuple(Choice(say_as("over", OVER_WORDS[word]), query({"over": word}, as_of=given), word == over) for word in SPANS),
        up=tuple(_row(edition, s, day, days) for s in [s for s in changed if change_of(s) > 0][:TOP]),
        down=tuple(_row(edition, s, day, days) for s in [s for s in changed if change_of(s) < 0][:TOP]),
        categories=tuple(_row(edition, status, day, days, parts) for status, parts in categories),
    )  # fmt: skip


def _row(edition: Edition, status: Status, day: date, days: int, parts: Sequence[Part] = ()) -> TrendRow:
    material, box = edition.material, status_box(edition.material, status)
    href = ""
    if status.kind == "relation":
        since = max(day - timedelta(days=days), date.min)
        href = "relation" + query({"name": status.name, "from": since.isoformat(), "to": day.isoformat()})
    size = change_of(status)
    drivers = sorted(driver_rows(material, status), key=lambda row: (-row.share if size > 0 else row.share, row.what))
    return TrendRow(
        replace(box, period_days=days, ref=box.ref if box.ref in edition.paths else None), href, tuple(drivers[:DRIVERS]),
        part_rows(material, parts) if len(parts) > 1 else (),
    )  # fmt: skip
