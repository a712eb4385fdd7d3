"""Days, months and spans in the spoken language, by CLDR's patterns (Babel). English has the house's own, in ``wording``."""

from __future__ import annotations

from datetime import date, timedelta

from detente.pages.language import spoken_locale


def long_day(day: date) -> str:
    """``25 ліпеня 2016 г.``"""
    from babel.dates import format_date

    return str(format_date(day, "long", locale=spoken_locale()))


def middle_day(day: date) -> str:
    """``25 ліп 2016 г.``"""
    from babel.dates import format_date

    return str(format_date(day, "medium", locale=spoken_locale()))


def axis_month(day: date) -> str:
    """``ліп 2016``: as short as a label of a chart must be."""
    from babel.dates import format_date

    return str(format_date(day, "LLL y", locale=spoken_locale()))


def span(start: date, end: date) -> str:
    """As short as it can be said: a whole year or month by its name."""
    from babel.dates import format_interval, format_skeleton

    if (start.month, start.day, end.month, end.day, start.year) == (1, 1, 12, 31, end.year):
        return str(start.year)
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and (end + timedelta(days=1)).month != end.month:
        return str(format_skeleton("yMMMM", start, locale=spoken_locale()))
    return str(format_interval(start, end, "yMMMd", locale=spoken_locale()))
