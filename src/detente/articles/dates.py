"""Reads the date lines of pages: strict, so that a sentence with a date in it is never taken for one.

Day, month and year must all be stated and the whole string must be the date. ``07/08/2016`` could be July or August and is
refused; with dots it is day first, as everywhere such dates are written.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import cache

from detente.articles.tables import rows

# Years a published text may bear: no newspaper archive in this field goes further back, and a typing error often does.
FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_DATE = 90  # characters; "Wednesday, 25 September 2016 at 11:33:00 p.m. (Moscow time)" has 60

_WORD = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?"
_YEAR_END = r"(?:\s*(?:г\.?(?:ода)?|года|р\.|року|года|r\.))?"
_DATES = [
    re.compile(p, re.IGNORECASE)
    for p in (
        r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})" + _YEAR_END,
        rf"(?P<name>{_WORD})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y>\d{{4}})",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?[\s-]*(?:of\s+|de\s+)?(?P<name>{_WORD})\.?(?:\s*,\s*|[\s-]+)(?:de\s+)?"
        rf"(?P<y>\d{{4}}){_YEAR_END}",
        rf"(?P<y>\d{{4}}),?[\s-]+(?P<name>{_WORD})\.?[\s-]+(?P<d>\d{{1,2}})",
    )
]
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:[:.h](?P<mi>\d{2})(?::(?P<s>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\.?(?![^\W\d_]))?(?P<unit>\s*(?:hrs|hours|h|uhr)\.?(?![^\W\d_]))?",
    re.IGNORECASE,
)
_COMPACT_CLOCK = re.compile(r"T(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?(?P<half>)(?P<unit>)")
_OFFSET = re.compile(r"(?:(?:utc|gmt)\s*)?(?P<sign>[+\-−])(?P<h>\d{1,2})(?::?(?P<mi>\d{2}))?", re.IGNORECASE)
_GLUE = re.compile(r"[\s,;|·•–—-]*(?:\b(?:at|um|o|à|a las)\b|(?<!\w)[вуo](?!\w))?[\s,|·•–—-]*", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?P<name>{_WORD})(?:\.,|[.,])?\s+", re.IGNORECASE)


@cache
def _calendar() -> dict[tuple[str, str], int]:
    return {(row["name"], row["kind"]): int(row["number"]) for row in rows("calendar")}


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month in any form of the calendar table, else None."""
    return _calendar().get((name.lower().replace("’", "'"), "month"))


def is_day_or_month(word: str) -> bool:
    """Whether the word names a month or a weekday."""
    lower = word.lower().replace("’", "'")
    return (lower, "month") in _calendar() or (lower, "weekday") in _calendar()


def parse_published(value: object) -> datetime | None:
    """The moment of publication that a whole string (or a date of YAML) states; None where it is anything else.

    Aware where a zone is stated, else naive. A day without a time becomes midnight. Never raises.
    """
    if isinstance(value, datetime):
        return value if FIRST_YEAR <= value.year <= LAST_YEAR else None
    if isinstance(value, date):
        return datetime.combine(value, time()) if FIRST_YEAR <= value.year <= LAST_YEAR else None
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    text = " ".join(value.split()).strip(" .,|–—-")
    if not 6 <= len(text) <= LONGEST_DATE or not any(c.isdigit() for c in text):
        return None
    weekday = _WEEKDAY.match(text)
    if weekday and (weekday["name"].lower(), "weekday") in _calendar():
        text = text[weekday.end() :]
    return _date_first(text) or _clock_first(text)


def _date_first(text: str) -> datetime | None:
    for pattern in _DATES:
        found = pattern.match(text)
        day = _day(found) if found else None
        if found and day:
            rest = text[found.end() :]
            if not rest.strip():
                return datetime.combine(day, time())
            stamp = _with_clock(day, rest)
            if stamp:
                return stamp
    return None


def _clock_first(text: str) -> datetime | None:
    """``23:33, 25 July 2016`` and ``23:33 MSK 25.07.2016``."""
    clock = re.match(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{3,4})?(?:\s*[,|–—-]\s*|\s+)", text, re.IGNORECASE)
    if not clock:
        return None
    rest = text[clock.end() :]
    weekday = _WEEKDAY.match(rest)
    if weekday and (weekday["name"].lower(), "weekday") in _calendar():
        rest = rest[weekday.end() :]
    for pattern in _DATES:
        found = pattern.fullmatch(rest)
        day = _day(found) if found else None
        if day:
            return _with_clock(day, " " + clock.group().rstrip(" ,|–—-"))
    return None


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        if parts["sep"] == "/" and first != second and first <= 12 and second <= 12:
            return None  # July or August? Nobody can tell
        month_first = second > 12 and parts["sep"] != "."
        day, month = (second, first) if month_first else (first, second)
    else:
        day = int(parts["d"])
        named = month_number(parts["name"]) if "name" in parts else int(parts["m"])
        if named is None:
            return None
        month = named
    try:
        made = date(int(parts["y"]), month, day)
    except ValueError:
        return None
    return made if FIRST_YEAR <= made.year <= LAST_YEAR else None


def _with_clock(day: date, rest: str) -> datetime | None:
    if rest[:1].isalnum() and rest[:1] not in "Tt":
        return None
    compact = _COMPACT_CLOCK.match(rest)
    body = rest[1:] if rest[:1] in "Tt" and rest[1:2].isdigit() else rest[_GLUE.match(rest).end() :]  # type: ignore[union-attr]
    bracketed = re.fullmatch(r"\(([^()]+)\)", body)
    clock = compact or _CLOCK.match(bracketed[1] if bracketed else body)
    if not clock or (clock["mi"] is None and not clock["half"]):
        return None
    hour, minute, second = int(clock["h"]), int(clock["mi"] or 0), int(clock["s"] or 0)
    if clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    try:
        naive = datetime.combine(day, time(hour, minute, second))
    except ValueError:
        return None
    source = rest if compact else (bracketed[1] if bracketed else body)
    return _in_zone(naive, source[clock.end() :])


def _in_zone(naive: datetime, tail: str) -> datetime | None:
    name = tail.strip(" .,|").strip("()[] ").lower().rstrip(".")
    if not name:
        return naive
    offset = _OFFSET.fullmatch(name)
    if offset:
        minutes = int(offset["h"]) * 60 + int(offset["mi"] or 0)
        if minutes > 14 * 60:  # the easternmost zone is +14
            return None
        return naive.replace(tzinfo=timezone(timedelta(minutes=minutes if offset["sign"] == "+" else -minutes)))
    paired = re.fullmatch(r"([a-zа-я]{1,4}|moscow time)\s*[(/,]\s*((?:utc|gmt)?\s*[+\-−]\d[\d:]*)\)?", name)
    if paired:  # "MSK (UTC+3)": the figure decides
        return _in_zone(naive, paired[2])
    for row in rows("zones"):
        if row["name"] == name and (row["from"] or "0") <= naive.date().isoformat() < (row["until"] or "9"):
            return naive if not row["minutes"] else naive.replace(tzinfo=timezone(timedelta(minutes=int(row["minutes"]))))
    return None
