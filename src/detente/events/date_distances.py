"""Which days a distance in time stands for: "two weeks ago", "last month", "over the past year", "a day earlier", "25 years since".

Readers as in ``date_readings``: the match of a row of ``date_patterns`` and the day of publication give a ``Reading`` or None.
"""

from __future__ import annotations

import re
from datetime import date

from detente.events.date_readings import Reading
from detente.events.date_words import number, ordinal, shift, shift_days, unit_of

# "A few", "several": how many units a writer mostly means; they give a loose span, not a day.
_FEW = {"few": 4, "several": 6, "some": 6, "many": 10}


def _unit(word: str) -> str:
    return "century" if word.startswith("centur") else word.lower()


def near_unit(m: re.Match[str], p: date | None) -> Reading | None:
    """Last, this or next week, month, year; "earlier this month", "later this year", "so far this month"."""
    if p is None:
        return None
    unit, how, part = _unit(m["u"]), m["how"].lower(), (m["part"] or "").lower()
    if how in ("this", "the"):
        first, last = unit_of(p, unit)
        if part.startswith(("later", "before")):
            return Reading((p, last), (p, last), unit)
        if part.startswith(("earlier", "so", "already")):
            return Reading((first, p), (first, p), unit)
        return Reading((first, p), (p, last), unit)
    span = unit_of(shift(p, unit, {"last": -1, "past": -1, "next": 1, "coming": 1}[how]), unit)
    return Reading(span, span, unit)


def ago(m: re.Match[str], p: date | None) -> Reading | None:
    if p is None:
        return None
    unit, words = _unit(m["u"]), m["n"].lower()
    few = next((v for k, v in _FEW.items() if k in words.split()), None)
    half = words.startswith("half a")
    n = few or (1 if half else number(words))
    if n is None:
        return None
    if few:  # "several days ago": from that many units back to one unit back
        span = unit_of(shift(p, unit, -n), unit)[0], unit_of(shift(p, unit, -1), unit)[1]
        return Reading((span[0], min(span[1], p)), (span[0], min(span[1], p)), "span")
    if half:
        unit, n = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}.get(unit, (unit, 1))
    exact = (m["exact"] or "").lower()
    d = shift(p, unit, -n)
    coarse = "year" if unit in ("decade", "century", "quarter") else "week" if unit == "fortnight" else unit
    span = unit_of(d, exact.split()[-1].replace("today", "day") if exact else coarse)
    return Reading(span, span, {"minute": "day", "hour": "day", "night": "day"}.get(coarse, coarse))


def past_units(m: re.Match[str], p: date | None) -> Reading | None:
    """"Over the past year", "in the last three weeks", "in the coming days", "in recent weeks"."""
    if p is None:
        return None
    unit, how = _unit(m["u"]), m["how"].lower()
    words = (m["n"] or "").lower()
    few = next((v for k, v in _FEW.items() if k in words.split()), None)
    plural = m["s"] == "s" or unit == "century"
    n = few or (number(words) if words else None)
    if how == "recent" or (n is None and plural):
        # "Recent weeks" is no count: a loose month (README: recently = 30 days), a week for days, half a year for months, three years.
        days = {"day": 7, "week": 30, "month": 180, "year": 1095}.get(unit, 30)
        if how in ("recent", "past", "last"):
            return Reading((shift_days(p, -days), p), (shift_days(p, -days), p), "span", "vague")
        return Reading((p, shift_days(p, days)), (p, shift_days(p, days)), "span")
    n = n or 1
    steps = {"month": 30 * n}.get(unit) if n == 1 else None  # "the past month" is thirty days, longer ones go by the calendar
    back = how in ("past", "last", "previous", "preceding")
    sign = -1 if back else 1
    other = shift_days(p, sign * steps) if steps else shift(p, unit, sign * n)
    span = (other, p) if back else (p, other)
    return Reading(span, span, "span")


def in_units(m: re.Match[str], p: date | None) -> Reading | None:
    """"In two weeks", "within three days": only a future has them; in the past they are lengths of time."""
    n = number(m["n"])
    if p is None or n is None:
        return None
    unit = _unit(m["u"])
    d = shift(p, unit, n)
    span = (p, d) if m["how"].lower() == "within" else unit_of(d, "year" if unit in ("decade", "century") else unit)
    return Reading(None, span, "span", "duration")


def recently(m: re.Match[str], p: date | None) -> Reading | None:
    span = (shift_days(p, -30), p) if p else None
    return Reading(span, span, "span", "vague") if span else None


def step(m: re.Match[str], p: date | None) -> Reading | None:
    """"Two days later", "a week earlier", "the day before", "the previous week", "the following year"."""
    unit, way = _unit(m["u"]), m["way"].lower()
    n = number(m["n"] or "1")
    if n is None:
        return None
    back = way in ("earlier", "before", "previous", "preceding", "prior", "previously")
    zero = way in ("same", "that")
    n = 0 if zero else -n if back else n
    past = unit_of(shift(p, unit, n), unit if unit != "fortnight" else "week") if p and back else None
    return Reading(past, past, unit, "anaphoric", (unit, n))


def then(m: re.Match[str], p: date | None) -> Reading | None:
    return Reading(None, None, "day", "anaphoric", ("day", 0))


def mark(m: re.Match[str], p: date | None) -> Reading | None:
    """History: "25 years since", "on the 20th anniversary of", "two years after". shift carries the years back and whether to the day."""
    words = m.group().lower()
    n = ordinal(m["o"]) if m.groupdict().get("o") else number(m["n"]) if m.groupdict().get("n") else None
    if m.groupdict().get("u"):
        n = n and n * {"d": 10, "c": 100}.get(m["u"][0].lower(), 1)
        n = n and (n // 2 if words.startswith("half") else n)
    exact = "anniversary" in words or "since" in words or "to the day" in words
    return Reading(None, None, "day" if exact else "year", "history-marker", ("day" if exact else "year", -n) if n else None)


def length(m: re.Match[str], p: date | None) -> Reading | None:
    return Reading(None, None, "span", "duration")
