"""How findings are said: durations, intervals and chances in plain words."""

from __future__ import annotations

from detente.relations.observing import Sides
from detente.said import Said, said, said_many


def span(days: float) -> Said:
    """``9 days``, ``3 weeks``, ``5 months``: to the nearest unit a desk would use."""
    if days < 1:
        return said("less than a day")
    if days < 14:
        return said_many("{n} day", "{n} days", max(1, round(days)))
    if days < 13 * 7:
        return said_many("{n} week", "{n} weeks", max(1, round(days / 7)))
    if days < 24 * 30.4:
        return said_many("{n} month", "{n} months", max(1, round(days / 30.4)))
    return said_many("{n} year", "{n} years", max(1, round(days / 365.25)))


def pair(sides: Sides) -> str:
    """``BLR-RUS``, or ``inside BLR``."""
    return said("inside {country}", country=sides[0]) if sides[0] == sides[1] else "-".join(sides)


def chance_of_none(p: float) -> Said:
    """What a p-value says, for those who do not know the letter: how often such a figure comes up where there is no effect."""
    if p < 0.001:
        return said("chance alone would show this less than once in {times:,}", times=1000)
    if p > 0.5:
        return said("chance alone shows this more often than not")
    return said("chance alone would show this about once in {times:,}", times=round(1 / p))


def blocks(n: int, days: int) -> Said:
    """``300 days``, ``101 spans of 3 days``, ``43 weeks``."""
    if days == 1:
        return said_many("{n} day", "{n} days", n)
    if days == 7:
        return said_many("{n} week", "{n} weeks", n)
    return said_many("{n} span of {length}", "{n} spans of {length}", n, length=span_of(days))


def span_of(days: int) -> Said:
    """``3 days``."""
    return said_many("{n} day", "{n} days", days)


def block(days: int) -> Said:
    """``one day``, ``one span of 3 days``, ``one week``."""
    named = {1: said("one day"), 7: said("one week")}
    return named.get(days) or said("one span of {length}", length=span_of(days))


def times(n: float) -> Said:
    """``not once``, ``once``, ``12 times``."""
    whole = round(n)
    named = {0: said("not once"), 1: said("once"), 2: said("twice")}
    return named.get(whole) or said_many("{n} time", "{n} times", whole)
