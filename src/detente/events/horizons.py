"""Until when a forecast reaches: the future spans a text names, relative to the day of publication.

The conventions are those of evals/gold/README.md: "by the end of" runs from the day of publication, a span of N units ends N units on.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

Span = tuple[date | None, date | None]

_MONTHS = {name: n for n, name in enumerate(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"], 1)}
_DAYS = {name: n for n, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
_NUMBERS = {name: n for n, name in enumerate((
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"))}
_NUMBERS |= {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}

_MONTH = "(" + "|".join(_MONTHS) + ")"
_NUMBER = r"(\d{1,4}|" + "|".join(_NUMBERS) + ")"
_UNITS = r"(day|week|fortnight|month|year|decade)s?"
_SPAN = re.compile(rf"\b(?:with)?in (?:the )?(?:next |coming |space of |course of the next )?{_NUMBER} {_UNITS}\b|"
                   rf"\b(?:over|during|for|in) the (?:next|coming) (?:{_NUMBER} )?{_UNITS}(?! few)\b")
_END = r"\b(?:by|before|until|till|through to) (?:the )?(?:end|close|turn) of "
_END_YEAR = re.compile(rf"{_END}(?:the |this )?(year|month|week|decade)\b"
                       r"|\bbefore the (year|month|week) is (?:out|over)\b|\b(?:by )?(year)-end\b")
_END_DATE = re.compile(rf"{_END}(?:{_MONTH}(?: (\d{{4}}))?|next (year|month|week)|(\d{{4}}))\b")
_BEFORE = re.compile(rf"\b(?:by|before|until|till) (?:the )?"
                     rf"(?:(\d{{1,2}}) {_MONTH}|{_MONTH} (\d{{1,2}})(?!\d)|{_MONTH})(?:,? (\d{{4}}))?\b")
_BY_YEAR = re.compile(r"\b(by|before|until) (20\d\d|next year|next month|next week)\b")
_NEXT = re.compile(r"\bnext (year|month|week|day|spring|summer|autumn|winter|decade)(?:'s|’s)?\b")
_THIS = re.compile(r"\b(?:later |still )?this (year|month|week|spring|summer|autumn|winter|weekend)(?:'s|’s)?\b")
_DATE = re.compile(rf"\b(?:on )?(?:(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}|{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?(?!\d))(?:,? (\d{{4}}))?\b")
_IN_MONTH = re.compile(rf"\b(?:in|this|next|of) (?:(early|mid|late)[- ])?{_MONTH}(?: (\d{{4}}))?(?:'s)?\b")
_IN_YEAR = re.compile(r"\bin (?:(early|mid|late)[- ])?(20\d\d)\b")
_WEEKDAY = re.compile(r"\b(?:on|next|this|coming|before|by) (" + "|".join(_DAYS) + r")\b")


def horizon(text: str, published: date | None, spans: Mapping[str, int] | None = None) -> Span:
    """(first, last) day of the future span the words of a forecast name; (None, None) without one or without a day of publication.

    spans: wordings without a number and their days (``Scales.horizons``); default: the shipped table.
    """
    if published is None:
        return None, None
    low = " ".join(text.lower().replace("’", "'").split())
    if spans is None:
        from detente.events.scales import load_scales
        from detente.lexicon import load_lexicon

        spans = load_scales(load_lexicon()).horizons
    for words, days in spans.items():
        if re.search(rf"\b{words}\b", low):
            return published, published + timedelta(days)
    for read in (_spans, _ends, _units, _dates):
        found = read(low, published)
        if found is not None:
            start, end = found
            return (max(start, published), end) if end >= published else (None, None)
    return None, None


def _spans(low: str, day: date) -> tuple[date, date] | None:
    found = _SPAN.search(low)
    if found is None:
        return None
    number, unit = (found[1], found[2]) if found[2] else (found[3] or "one", found[4])
    n = int(number) if number.isdigit() else _NUMBERS[number]
    return day, _later(day, n, unit)


def _later(day: date, n: int, unit: str) -> date:
    if unit in ("day", "week", "fortnight"):
        return day + timedelta(n * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = day.month - 1 + n * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _unit(unit: str, day: date, ahead: int) -> tuple[date, date]:
    """The calendar unit that holds the day (ahead 0) or the one after it (1)."""
    if unit in ("day",):
        return day + timedelta(ahead), day + timedelta(ahead)
    if unit == "week":
        monday = day - timedelta(day.weekday()) + timedelta(7 * ahead)
        return monday, monday + timedelta(6)
    if unit == "weekend":
        saturday = day + timedelta((5 - day.weekday()) % 7)
        return saturday, saturday + timedelta(1)
    if unit == "month":
        first = _later(day.replace(day=1), ahead, "month")
        return _month(first.year, first.month)
    if unit == "decade":
        first_year = day.year - day.year % 10 + 10 * ahead
        return date(first_year, 1, 1), date(first_year + 9, 12, 31)
    if unit in _SEASONS:
        a, b = _SEASONS[unit]
        year = day.year + (ahead if day.month >= a else 0)
        return date(year, a, 1), _month(year + (b > 12), (b - 1) % 12 + 1)[1]
    return date(day.year + ahead, 1, 1), date(day.year + ahead, 12, 31)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _coming_month(day: date, month: int, year: str | None) -> tuple[date, date]:
    return _month(int(year) if year else day.year + (month < day.month), month)


def _ends(low: str, day: date) -> tuple[date, date] | None:
    found = _END_YEAR.search(low)
    if found is not None:
        return day, _unit(found[1] or found[2] or found[3], day, 0)[1]
    found = _END_DATE.search(low)
    if found is not None:
        if found[1]:
            return day, _coming_month(day, _MONTHS[found[1]], found[2])[1]
        return day, _unit(found[3], day, 1)[1] if found[3] else date(int(found[4]), 12, 31)
    found = _BY_YEAR.search(low)
    if found is not None:
        named = not found[2].startswith("next")
        start, end = (date(int(found[2]), 1, 1), date(int(found[2]), 12, 31)) if named else _unit(found[2][5:], day, 1)
        return day, end if found[1] == "by" else start - timedelta(1)
    found = _BEFORE.search(low)
    if found is None:
        return None
    name, number = found[2] or found[3] or found[5], found[1] or found[4]
    start, end = _coming_month(day, _MONTHS[name], found[6])
    if number and 1 <= int(number) <= end.day:
        return day, start.replace(day=int(number))
    return day, start - timedelta(1) if found[0].startswith("before") and start > day else end


def _units(low: str, day: date) -> tuple[date, date] | None:
    found = _NEXT.search(low)
    if found is not None:
        return _unit(found[1], day, 1)
    found = _THIS.search(low)
    if found is not None:
        return day, _unit(found[1], day, 0)[1]
    if re.search(r"\btomorrow\b", low):
        return _unit("day", day, 1)
    return None


def _dates(low: str, day: date) -> tuple[date, date] | None:
    found = _DATE.search(low)
    if found is not None:
        name, number = found[2] or found[3], int(found[1] or found[4])
        start, end = _coming_month(day, _MONTHS[name], found[5])
        if not 1 <= number <= end.day:
            return None
        exact = start.replace(day=number)
        if exact < day and not found[5]:
            exact = _later(exact, 1, "year")
        return exact, exact
    found = _IN_MONTH.search(low)
    if found is not None:
        start, end = _coming_month(day, _MONTHS[found[2]], found[3])
        cut = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day)}.get(found[1] or "", (1, end.day))
        return start.replace(day=cut[0]), start.replace(day=cut[1])
    found = _IN_YEAR.search(low)
    if found is not None:
        year = int(found[2])
        a, b = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(found[1] or "", (1, 12))
        return date(year, a, 1), _month(year, b)[1]
    found = _WEEKDAY.search(low)
    if found is not None:
        ahead = (_DAYS[found[1]] - day.weekday()) % 7 or 7
        return day + timedelta(ahead), day + timedelta(ahead)
    return None
