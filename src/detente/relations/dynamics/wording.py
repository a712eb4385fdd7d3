"""How findings are said: durations, intervals and chances in plain words."""

from __future__ import annotations

from detente.relations.observing import Sides


def span(days: float) -> str:
    """``9 days``, ``3 weeks``, ``5 months``: to the nearest unit a desk would use."""
    if days < 1:
        return "less than a day"
    for unit, size, until in (("day", 1.0, 14.0), ("week", 7.0, 13 * 7.0), ("month", 30.4, 24 * 30.4), ("year", 365.25, float("inf"))):
        if days < until:
            n = max(1, round(days / size))
            return f"{n} {unit}{'s' if n > 1 else ''}"
    raise AssertionError("no span is longer than for ever")


def pair(sides: Sides) -> str:
    """``BLR-RUS``, or ``inside BLR``."""
    return f"inside {sides[0]}" if sides[0] == sides[1] else "-".join(sides)


def chance_of_none(p: float) -> str:
    """What a p-value says, for those who do not know the letter: how often such a figure comes up where there is no effect."""
    if p < 0.001:
        return "chance alone would show this less than once in 1,000"
    if p > 0.5:
        return "chance alone shows this more often than not"
    return f"chance alone would show this about once in {round(1 / p):,}"


def blocks(n: int, days: int) -> str:
    """``300 days``, ``101 spans of 3 days``, ``43 weeks``."""
    return {1: f"{n} days", 7: f"{n} weeks"}.get(days, f"{n} spans of {days} days")


def block(days: int) -> str:
    """``one day``, ``one span of 3 days``, ``one week``."""
    return {1: "one day", 7: "one week"}.get(days, f"one span of {days} days")


def times(n: float) -> str:
    """``not once``, ``once``, ``12 times``."""
    whole = round(n)
    return {0: "not once", 1: "once", 2: "twice"}.get(whole, f"{whole} times")
