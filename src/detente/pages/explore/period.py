"""What an address asks for, held against what there is: days, periods, pages, words of a small choice. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar
from urllib.parse import urlencode

from detente.errors import AskedError
from detente.pages.explore.parts import Choice, Period
from detente.pages.language import marked, say, say_as
from detente.pages.wording import day_words
from detente.said import said, said_list, said_many

Asked = Mapping[str, str]
Word = TypeVar("Word", bound=str)

DEFAULT_DAYS = 365  # a year: where a relation comes from can be seen, and a single event still found
# Spans offered as links; None: all there is.
PRESETS: tuple[tuple[str, int | None], ...] = (("3 months", 91), ("1 year", 365), ("3 years", 1096), ("All", None))
PRESET_WORDS = marked("span", {label: label for label, _ in PRESETS})
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def day_of(asked: Asked, key: str) -> date | None:
    """The day under a key, ``2016-05-10``; None where there is none. Raises AskedError."""
    text = asked.get(key, "").strip()
    if not text:
        return None
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise AskedError(said("“{key}” is not a day", key=key), hint=said("write a day as in 2016-05-10"))


def period_of(asked: Asked, first: date, last: date) -> Period:
    """The days from ``from`` to ``to``; by default the year to the last day there is. Raises AskedError."""
    start, end = day_of(asked, "from"), day_of(asked, "to")
    end = last if end is None else end
    if end > last:
        newest = said("its newest day is {day}", day=last.isoformat())
        raise AskedError(said("{day} is still to come for this desk", day=day_words(end)), hint=newest)
    if start is None:
        start = max(first, end - timedelta(days=min(DEFAULT_DAYS, end.toordinal() - 1)))
    if start >= end:
        wrong = said("a period from {start} to {end} has no days", start=day_words(start), end=day_words(end))
        raise AskedError(wrong, hint=said("let it begin before it ends"))
    if end <= first:
        earliest = said("the desk's first day is {day}", day=first.isoformat())
        raise AskedError(said("nothing is known up to {day}", day=day_words(end)), hint=earliest)
    note = say("Nothing is known before {day}: the period begins there.", day=day_words(first)) if start < first else ""
    return Period(max(start, first), end, first, last, note)


def choice_of(asked: Asked, key: str, words: Sequence[Word]) -> Word:
    """One of a few words; the first where nothing is asked. Raises AskedError."""
    text = asked.get(key, "").strip()
    found = next((word for word in words if word == text), None)
    if text and found is None:
        raise AskedError(said("“{key}” can only be {words}", key=key, words=said_list(words)), hint=said("follow a link of the page"))
    return found if found is not None else words[0]


def page_of(asked: Asked, pages: int) -> int:
    """The number of a page, 1 to ``pages``. Raises AskedError."""
    text = asked.get("page", "").strip() or "1"
    number = int(text) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else 0
    if not 1 <= number <= max(1, pages):
        has = said_many("the table has {n} page", "the table has {n} pages", max(1, pages))
        raise AskedError(said("there is no page {page}", page=repr(text[:10])), hint=has)
    return number


def presets(period: Period, given: Mapping[str, str]) -> tuple[Choice, ...]:
    """Spans that end with the period, as links. given: what else stays in the address."""
    made = []
    for label, days in PRESETS:
        back = period.end.toordinal() - 1 if days is None else min(days, period.end.toordinal() - 1)
        start = max(period.first, period.end - timedelta(days=back))
        href = query(given, **{"from": start.isoformat(), "to": period.end.isoformat()})
        made.append(Choice(say_as("span", label), href, start == period.start))
    return tuple(made)


def days_of(period: Period) -> dict[str, str]:
    """A period as an address has it."""
    return {"from": period.start.isoformat(), "to": period.end.isoformat()}


def query(given: Mapping[str, str], **more: str) -> str:
    """``?name=BLR-USA&from=...``; what is empty is left out."""
    return "?" + urlencode({key: value for key, value in {**given, **more}.items() if value})
