"""Observations, events and tables for the tests of relations, built by hand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import hypothesis.strategies as st

from detente.relations.observing import Observation
from detente.types import Assessment, Direction, Event, Mention, Realis

START = date(2015, 1, 1)
_ids = count(1)


def told_by(*articles: str) -> tuple[Mention, ...]:
    return tuple(Mention(a, "text", "words", 0, 5) for a in articles or ("a1",))


def an_event(
    actor: str,
    recipient: str,
    intensity: float,
    day: date | None,
    end: date | None = None,
    *,
    realis: Realis = "asserted",
    articles: tuple[str, ...] = ("a1",),
    plover: str = "SANCTION",
) -> Event:
    """An event; several codes of one side are separated by blanks."""
    return Event(
        id=f"e{next(_ids)}",
        actor=tuple(actor.split()),
        recipient=tuple(recipient.split()),
        plover=plover,
        mode=None,
        contexts=(),
        cameo="",
        intensity=intensity,
        realis=realis,
        content=None,
        date_start=day,
        date_end=end or day,
        date_source="stated",
        quantity=None,
        speaker=None,
        mentions=told_by(*articles),
        rule="test",
    )


def an_assessment(
    sides: str, direction: Direction, day: date, *, realis: Realis = "asserted", articles: tuple[str, ...] = ("a1",)
) -> Assessment:
    return Assessment(f"s{next(_ids)}", tuple(sides.split()), direction, realis, day, day, None, told_by(*articles), "test")


def seen(
    day: int, value: float | None, *, late: int = 0, sides: tuple[str, str] = ("AAA", "BBB"), weight: float = 2.0, id: str = ""
) -> Observation:
    """An observation on the day-th day, known so many days later."""
    on = START + timedelta(days=day)
    return Observation(sides, on, on + timedelta(days=late), value, weight, "event", id or f"o{next(_ids)}")


values = st.one_of(st.none(), st.floats(-10, 10, allow_nan=False))


@st.composite
def streams(draw: st.DrawFn, sides: tuple[tuple[str, str], ...] = (("AAA", "BBB"),), most: int = 25) -> list[Observation]:
    """Up to ``most`` observations within 200 days, some told late, ids unique."""
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(sides), st.integers(0, 200), values, st.integers(0, 60), st.floats(0.1, 8)),
            min_size=1,
            max_size=most,
        )
    )
    return [seen(day, value, late=late, sides=pair, weight=weight, id=f"o{i}") for i, (pair, day, value, late, weight) in enumerate(rows)]
