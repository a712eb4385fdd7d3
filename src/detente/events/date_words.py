"""Words and arithmetic of the calendar: months, weekdays, numbers, holidays, and the day intervals they stand for.

Conventions are those of ``evals/gold/README.md`` ("Conventions: dates"). All intervals are inclusive (first day, last day).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"), ("july", "jul"),
            ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
WEEKDAYS = {n: i for i, n in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))}
# First month and number of months; winter runs into the next year.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
CARDINALS = {w: n for n, w in enumerate(_SMALL)} | _TENS | {f"{t}-{_SMALL[u]}": v + u for t, v in _TENS.items() for u in range(1, 10)}
ORDINALS = {w: n for n, w in enumerate(_ORDINALS, 1)}
ORDINALS |= {t[:-1] + "ieth": v for t, v in _TENS.items()} | {
    f"{t}-{_ORDINALS[u - 1]}": v + u for t, v in _TENS.items() for u in range(1, 10)
}
ORDINALS |= {"hundredth": 100, "centenary": 100, "last": -1}

# Holidays on the same day every year: (month, day). Independence days are left out: they differ by country.
HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "epiphany": (1, 6), "orthodox christmas": (1, 7),
    "orthodox christmas eve": (1, 6), "valentine's day": (2, 14), "women's day": (3, 8), "st patrick's day": (3, 17), "nowruz": (3, 21),
    "april fools' day": (4, 1), "may day": (5, 1), "victory day": (5, 9), "europe day": (5, 9), "africa day": (5, 25),
    "bastille day": (7, 14), "halloween": (10, 31), "all saints' day": (11, 1), "armistice day": (11, 11), "remembrance day": (11, 11),
    "human rights day": (12, 10),
}  # fmt: skip
# Days that move with Easter: offset from Easter Sunday (Western), and Orthodox Easter by the Julian reckoning.
EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0,
    "ascension day": 39, "pentecost": 49, "whit sunday": 49, "whit monday": 50, "orthodox easter": 0, "orthodox easter sunday": 0,
}  # fmt: skip


def number(words: str) -> int | None:
    """``"3"``, ``"three"``, ``"a"``, ``"a couple of"``, ``"twenty-five"`` -> int; None for anything else."""
    w = " ".join(words.lower().split()).replace(",", "")
    if w.isdigit():
        return int(w)
    if w in ("a", "an", "one", "the"):
        return 1
    if w.startswith(("a couple", "couple")):
        return 2
    if w == "a dozen":
        return 12
    if w in ("a hundred", "one hundred"):
        return 100
    return CARDINALS.get(w) or CARDINALS.get(w.replace(" ", "-"))


def ordinal(words: str) -> int | None:
    """``"3rd"``, ``"third"``, ``"twenty-first"`` -> int; ``"last"`` -> -1; None for anything else."""
    w = words.lower().strip()
    if w[:-2].isdigit() and w[-2:] in ("st", "nd", "rd", "th"):
        return int(w[:-2])
    return ORDINALS.get(w) or ORDINALS.get(w.replace(" ", "-"))


def day(y: int, m: int, d: int) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(y, m, d)
    except ValueError:
        return None


def shift_months(d: date, n: int) -> date:
    """The same day n months on (clamped to the month's last day, and to years 1-9999)."""
    months = d.year * 12 + d.month - 1 + n
    y, m = min(max(months // 12, 1), 9999), months % 12 + 1
    return date(y, m, min(d.day, monthrange(y, m)[1]))


def shift_days(d: date, n: int) -> date:
    """The day n days on; stays within the calendar."""
    return date.fromordinal(min(max(d.toordinal() + n, 1), date.max.toordinal()))


def week_of(d: date) -> Span:
    """Monday to Sunday around a day."""
    first = shift_days(d, -d.weekday())
    return first, shift_days(first, 6)


def month_of(y: int, m: int, months: int = 1) -> Span:
    """Whole months from month m of year y (m may run over 12)."""
    first = shift_months(date(y, 1, 1), m - 1)
    return first, shift_days(shift_months(first, months), -1)


def year_of(y: int, years: int = 1) -> Span:
    """Whole calendar years."""
    return date(y, 1, 1), date(y + years - 1, 12, 31)


def unit_of(d: date, unit: str) -> Span:
    """The calendar day, week, month, year, decade or century a day lies in."""
    if unit in ("day", "night", "hour", "minute"):
        return d, d
    if unit == "week":
        return week_of(d)
    if unit == "month":
        return month_of(d.year, d.month)
    if unit == "decade":
        return year_of(d.year // 10 * 10 or 1, 10)
    return year_of(d.year)


def shift(d: date, unit: str, n: int) -> date:
    """The day n units on (n below 0: back). unit: hour, day, week, fortnight, month, quarter, year, decade, century."""
    if unit in ("minute", "hour"):
        return d
    if unit in ("day", "night"):
        return shift_days(d, n)
    if unit in ("week", "fortnight", "weekend"):
        return shift_days(d, n * (14 if unit == "fortnight" else 7))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    return shift_months(d, n * months)


def easter(year: int, *, orthodox: bool = False) -> date:
    """Easter Sunday of a year (Western: the anonymous Gregorian computus; Orthodox: Meeus' Julian one, 13 days added, 1900-2099)."""
    if orthodox:
        a, b, c = year % 4, year % 7, year % 19
        d = (19 * c + 15) % 30
        e = (2 * a + 4 * b - d + 34) % 7
        month, dom = divmod(d + e + 114, 31)
        return date(year, month, dom + 1) + timedelta(days=13)
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, dom = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, dom + 1)


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday of the tables in a year."""
    key = name.lower().replace("’", "'").replace("saint ", "st ").replace("st. ", "st ").removeprefix("international ")
    if key in EASTER:
        return shift_days(easter(year, orthodox=key.startswith("orthodox")), EASTER[key])
    return day(year, *HOLIDAYS[key]) if key in HOLIDAYS else None


def latest(days: list[date], by: date) -> date | None:
    """The latest of some days that is not after ``by``."""
    return max((d for d in days if d <= by), default=None)


def part_of(span: Span, part: str, precision: str) -> Span:
    """Early, mid or late in a month (days 1-10, 11-20, 21-end), a year (thirds), a decade (years 0-3, 4-6, 7-9); others stay whole."""
    first = span[0]
    k = {"early": 0, "mid": 1, "late": 2}[part]
    if precision == "month":
        return (shift_days(first, 10 * k), shift_days(first, 10 * k + 9) if k < 2 else month_of(first.year, first.month)[1])
    if precision == "year":
        return month_of(first.year, 1 + 4 * k, 4)
    if precision == "decade":
        y = first.year
        return ((date(y, 1, 1), date(y + 3, 12, 31)), (date(y + 4, 1, 1), date(y + 6, 12, 31)), (date(y + 7, 1, 1), date(y + 9, 12, 31)))[k]
    return span
