"""Which days a date phrase stands for, read in the past and in the future.

A reader gets the match of its row of ``date_patterns`` and the day of publication; it gives a ``Reading`` or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from detente.events.date_words import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Span,
    day,
    month_of,
    number,
    ordinal,
    shift,
    shift_days,
    week_of,
    year_of,
)
from detente.events.date_words import holiday as holiday_day


class Reading(NamedTuple):
    """Days meant when the event is past, and when it is to come; shift: steps from another date (anaphoric, history)."""

    past: Span | None
    future: Span | None
    precision: str
    kind: str = "relative"
    shift: tuple[str, int] | None = None



def _pick_year(m: re.Match[str], p: date | None, span_in: Callable[[int], Span | None], precision: str) -> Reading | None:
    """A day or month with its year, with "last year", or without: then the latest for the past, the next for the future."""
    groups = m.groupdict()
    if groups.get("y"):
        span = span_in(int(groups["y"][:4]))
        return Reading(span, span, precision, "absolute") if span else None
    rel = groups.get("ry")
    if rel in ("last", "this", "next"):
        near = span_in(p.year + {"last": -1, "this": 0, "next": 1}[rel]) if p else None
        return Reading(near, near, precision) if near else None
    if rel:  # that year, the same year
        return Reading(None, None, precision, "anaphoric", None)
    if p is None:
        return None
    # Eight years: 29 February of the last leap year is never further (1900 and 2100 aside).
    spans = [s for y in range(max(p.year - 8, 1), min(p.year + 9, 9999)) if (s := span_in(y))]
    past = max((s for s in spans if s[0] <= p), default=None)
    future = min((s for s in spans if s[1] >= p), default=None)
    return Reading(past, future, precision) if past or future else None


def _month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def day_month(m: re.Match[str], p: date | None) -> Reading | None:
    month = _month_number(m["m"])
    first = ordinal(m["d"]) or int(re.sub(r"\D", "", m["d"]) or 0)
    last = int(re.sub(r"\D", "", m["d2"])) if m.groupdict().get("d2") else first

    def span(y: int) -> Span | None:
        a, b = day(y, month, first), day(y, month, last)
        return (a, b) if a and b and a <= b else None

    return _pick_year(m, p, span, "day" if first == last else "span")


def two_months(m: re.Match[str], p: date | None) -> Reading | None:
    a, b = _month_number(m["m"]), _month_number(m["m2"])
    return _pick_year(m, p, lambda y: month_of(y, a, (b - a) % 12 + 1), "span")


def month(m: re.Match[str], p: date | None) -> Reading | None:
    k = _month_number(m["m"])
    how = (m.groupdict().get("how") or "").lower()
    if how and p:
        this = month_of(p.year, k)
        if how == "last":
            back = this if p.month > k else month_of(p.year - 1, k)
            return Reading(back, back, "month")
        if how == "next":
            on = this if p.month < k else month_of(p.year + 1, k)
            return Reading(on, on, "month")
        return Reading(this, this, "month")
    return None if how else _pick_year(m, p, lambda y: month_of(y, k), "month")


def edge_of_month(m: re.Match[str], p: date | None) -> Reading | None:
    """The last day, first week, last two weeks of a month."""
    k = _month_number(m["m"])
    n = 1 if m["u"] == "day" else 7 * (number(m["n"]) or 1 if m["n"] else 1) if m["u"].startswith("week") else number(m["n"] or "1") or 1

    def span(y: int) -> Span:
        first, last = month_of(y, k)
        if m["o"].lower() in ("last", "final", "closing"):
            return shift_days(last, 1 - n), last
        skip = n * ((ordinal(m["o"]) or 1) - 1)
        return min(shift_days(first, skip), last), min(shift_days(first, skip + n - 1), last)

    return _pick_year(m, p, span, "day" if n == 1 else "week")


def iso(m: re.Match[str], p: date | None) -> Reading | None:
    d = day(int(m["y"]), int(m["mo"]), int(m["d"]))
    return Reading((d, d), (d, d), "day", "absolute") if d else None


def year_range(m: re.Match[str], p: date | None) -> Reading | None:
    a, b = int(m["y"]), int(m["y2"] if len(m["y2"]) == 4 else m["y"][:2] + m["y2"])
    span = (date(a, 1, 1), date(b, 12, 31)) if a < b else None
    return Reading(span, span, "span", "absolute") if span else None


def year(m: re.Match[str], p: date | None) -> Reading | None:
    span = year_of(int(m["y"]))
    return Reading(span, span, "year", "absolute")


def season(m: re.Match[str], p: date | None) -> Reading | None:
    k = SEASONS[m["s"].lower()]
    how = (m["how"] or "").lower()
    if m["y"] is None and m["ry"] is None and not how and not m["the"]:
        return None
    reading = _pick_year(m, p, lambda y: month_of(y, k, 3), "season")
    if how and p and reading:
        if how == "last" and reading.past and reading.past[1] >= p:
            back = month_of(reading.past[0].year - 1, k, 3)
            return Reading(back, back, "season")
        if how == "next":
            on = month_of(p.year if month_of(p.year, k, 3)[0] > p else p.year + 1, k, 3)
            return Reading(on, on, "season")
        if how == "last":
            return Reading(reading.past, reading.past, "season")
    return reading


def share_of_year(m: re.Match[str], p: date | None) -> Reading | None:
    """First quarter, second half, first three months, the third quarter (of a year)."""
    unit = {"quarter": 3, "half": 6, "month": 1, "week": 0}[m["u"]]
    o = ordinal(m["o"]) if m["o"] != "final" else -1
    n = number(m["n"]) if m["n"] else 1
    if not o or not n or (n * unit > 12):
        return None
    if unit == 0:
        return _pick_year(m, p, lambda y: (date(y, 1, 1), shift_days(date(y, 1, 1), 7 * n - 1)), "span") if o == 1 else None
    months = unit * n
    first = 13 - months if o < 0 else 1 + (o - 1) * months
    return _pick_year(m, p, lambda y: month_of(y, first, months), "span") if 1 <= first <= 12 else None


def decade(m: re.Match[str], p: date | None) -> Reading | None:
    digits = m["y"]
    y = int(digits) if len(digits) == 4 else 1900 + int(digits)
    span = year_of(y, 10)
    return Reading(span, span, "decade", "absolute")


def century(m: re.Match[str], p: date | None) -> Reading | None:
    o = ordinal(m["o"])
    if not o or not 15 <= o <= 21:
        return None
    span = year_of((o - 1) * 100 + 1, 100)
    return Reading(span, span, "span", "absolute")


def holiday(m: re.Match[str], p: date | None) -> Reading | None:
    name = " ".join(m["h"].split())

    def span(y: int) -> Span | None:
        d = holiday_day(name, y)
        return (d, d) if d else None

    return _pick_year(m, p, span, "day")


def weekday(m: re.Match[str], p: date | None) -> Reading | None:
    if p is None:
        return None
    k, how = WEEKDAYS[m["wd"].lower()], " ".join((m["how"] or "").lower().split())
    week = (m.groupdict().get("rw") or "").lower()
    if week:
        d = shift_days(week_of(p)[0], k + {"last": -7, "this": 0, "next": 7}[week])
        return Reading((d, d), (d, d), "day")
    back = shift_days(p, -((p.weekday() - k) % 7))
    on = shift_days(p, (k - p.weekday() - 1) % 7 + 1)
    if how in ("last", "this past", "past", "the previous") and back == p:
        back = shift_days(p, -7)
    if how in ("last", "this past", "past", "the previous"):
        return Reading((back, back), (back, back), "day")
    if how in ("next", "this coming", "coming", "the coming"):
        return Reading((on, on), (on, on), "day")
    return Reading((back, back), (on, on), "day")


def day_of_near_month(m: re.Match[str], p: date | None) -> Reading | None:
    """"The 29th of last month", "the first of this month"."""
    n = ordinal(m["d"])
    if p is None or not n or n < 1:
        return None
    other = shift(p, "month", {"last": -1, "this": 0, "next": 1}[m["how"].lower()])
    d = day(other.year, other.month, n)
    return Reading((d, d), (d, d), "day") if d else None


def ending_week(m: re.Match[str], p: date | None) -> Reading | None:
    """"The week that ended on Sunday", "the three days to Friday": the seven days up to the latest such day."""
    if p is None:
        return None
    last = shift_days(p, -((p.weekday() - WEEKDAYS[m["wd"].lower()]) % 7))
    return Reading((shift_days(last, -6), last), (shift_days(last, -6), last), "week")


def weekend(m: re.Match[str], p: date | None) -> Reading | None:
    if p is None:
        return None
    saturday = shift_days(p, -((p.weekday() - 5) % 7))
    back = saturday, shift_days(saturday, 1)
    ahead = shift_days(saturday, 7) if p.weekday() != 5 else saturday
    on = ahead, shift_days(ahead, 1)
    how = (m["how"] or "").lower()
    if how.startswith(("last", "previous")) and p.weekday() >= 5:
        back = shift_days(back[0], -7), shift_days(back[1], -7)
    return Reading(on if how == "next" else back, back if how.startswith(("last", "previous")) else on, "span")


_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}


def near_day(m: re.Match[str], p: date | None) -> Reading | None:
    if p is None:
        return None
    w = " ".join(m.group().lower().split())
    near = next(v for k, v in _DAYS.items() if k in w)
    n = 2 * near if "before yesterday" in w or "after tomorrow" in w else near
    d = shift_days(p, n)
    return Reading((d, d), (d, d), "day")


def overnight(m: re.Match[str], p: date | None) -> Reading | None:
    return Reading((shift_days(p, -1), p), (p, shift_days(p, 1)), "span") if p else None


