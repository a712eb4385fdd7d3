"""What was done between two sides, of whatever source: events of articles, or rows of an imported table, for bars and for the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.pages.chart_parts import Tone
from detente.pages.explore.parts import Period
from detente.pages.language import say_many
from detente.pages.material import Material
from detente.pages.rows import goes, names_of, tone_of, what_words
from detente.pages.wording import class_words
from detente.relations.observing import BOTH_WAYS, Observation
from detente.types import Event


@dataclass(frozen=True, slots=True)
class Doing:
    """Something done on a day. ways: 0 the first side to the second, 1 the other way, both for what they did together; of the inside of
    a country 0. count: distinct events it stands for; worth: their intensity added up, without the sign; of: what it was
    made from."""

    id: str
    day: date
    ways: tuple[int, ...]
    tone: Tone
    count: int
    worth: float
    of: Event | Observation


def ways_of(name: str) -> list[tuple[str, str]]:
    """The directions of a relation, (actor, recipient); of the inside of a country, one."""
    one, _, other = name.partition("-")
    return [(one, other), (other, one)] if one != other else [(one, one)]


def of_events(name: str, events: Iterable[Event]) -> list[Doing]:
    """What articles tell of as a fact."""
    made = []
    for event in events:
        day = event.date_end or event.date_start
        if event.realis != "asserted" or day is None:
            continue
        ways = tuple(n for n, (actor, recipient) in enumerate(ways_of(name)) if goes(event, actor, recipient))
        made.append(Doing(event.id, day, ways, tone_of(event), 1, abs(event.intensity), event))
    return made


def rows_in(rows: Sequence[Observation], period: Period) -> list[Observation]:
    """The rows of a table over a period that have a class, newest first."""
    found = [row for row in rows if period.start <= row.day <= period.end and row.plover]
    return sorted(found, key=lambda row: (-row.day.toordinal(), row.id))


def of_rows(name: str, rows: Iterable[Observation]) -> list[Doing]:
    """What an imported table tells of."""
    made = []
    for row in rows:
        ways = tuple(range(len(ways_of(name)))) if row.way == BOTH_WAYS else (row.way,)
        made.append(Doing(row.id, row.day, ways, row_tone(row), row.count, abs(row.value or 0.0) * row.count, row))
    return made


def doing_words(material: Material, name: str, doing: Doing) -> str:
    """Who does what to whom, in a line."""
    if isinstance(doing.of, Event):
        return what_words(material, doing.of)
    told = " " + say_many("({n} event)", "({n} events)", doing.count) if doing.count > 1 else ""
    return f"{class_words(doing.of.plover, '')}: {row_sides(material, name, doing.of)}{told}"


def row_sides(material: Material, name: str, row: Observation) -> str:
    """Who to whom, of a row of a table."""
    ways = ways_of(name)
    actor, recipient = ways[row.way if row.way < len(ways) else 0]
    return " → ".join(dict.fromkeys(names_of(material, (actor, recipient))))


def row_tone(row: Observation) -> Tone:
    """By the sign of a row's value."""
    return "cooperative" if (row.value or 0) > 0 else "conflictual" if (row.value or 0) < 0 else "neutral"
