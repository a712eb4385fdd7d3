"""What exploring asks of the desk. Statuses of past days as the pages tell them now are cheap, for one pass over what is observed gives
them; what a day's status is *as of that day*, by that day's articles alone, takes a merge and is done one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Any

from detente.errors import BusyError
from detente.said import said

if TYPE_CHECKING:
    from detente.desk.site.edition import LiveEdition
    from detente.opened_desk import Desk
    from detente.pages.explore.cited import Answer
    from detente.relations.observing import Observation
    from detente.relations.roll_up import Part
    from detente.types import Status

_thinking = Lock()
# Readers who wait for what is not kept yet, the one it is worked out for included: under half of the server's threads. Else whoever asks
# for one past day after another, a robot for example, would hold them all, and nobody could read the front page.
MOST_WAITING = 3
_places = BoundedSemaphore(MOST_WAITING)
MOST_KEPT = 256  # answers kept for the next reader; some 10 to 100 kB each


def status_at(desk: Desk, name: str, day: date) -> Status:
    """The status of a relation on a day, by all that is known by now of what was told up to then: as the steps on its page have it."""
    from detente.desk_statuses import relation_sides
    from detente.record.decisions import apply_overrides
    from detente.relations.status import relation_status

    newest = desk.as_of()
    if day == newest:
        return desk.status(name, day)
    machine = relation_status(desk.observed_of(name, newest), relation_sides(name), day, desk.config.period_days)
    return apply_overrides([replace(machine, source=first_source(desk, name))], desk.overrides(), day)[0]


def first_source(desk: Desk, name: str) -> str:
    """The first source of a relation that is there."""
    from detente.config import ARTICLES

    return next((s for s in desk.sources_of(name) if s in desk.sources()), ARTICLES)


def table_rows(desk: Desk, name: str) -> Sequence[Observation]:
    """The rows of the imported table a relation rests on first; none where that is the articles."""
    from detente.config import ARTICLES

    return desk.observed_of(name, desk.as_of()) if first_source(desk, name) != ARTICLES else []


Movers = tuple["Sequence[Status]", "Sequence[tuple[Status, Sequence[Part]]]"]


def moved(edition: LiveEdition, day: date, days: int) -> Movers:
    """What moved over some days to a day: relations, most first, and categories with the parts of their relations."""
    made: Movers = _once(edition, ("moved", day, days), lambda: _moved(edition.desk, day, days))
    return made


def _moved(desk: Desk, day: date, days: int) -> Movers:
    from detente.config import ARTICLES
    from detente.desk_statuses import category_weights
    from detente.relations.roll_up import parts_of
    from detente.relations.status import category_status, change_of, trends

    newest = desk.as_of()
    if day == newest:
        return desk.trends(day, days), desk.category_trends(day, days)
    source = next((s for s in desk.config.source if s in desk.sources()), ARTICLES)
    relations = [replace(s, source=source) for s in trends(desk.observations(newest, source), None, day, days)]
    categories = []
    for category in desk.config.categories:
        weights, observed = category_weights(category), desk.observed_of(category.name, newest)
        made = category_status(category.name, weights, observed, day, days)
        categories.append((made, parts_of(weights, observed, day, days)))
    return relations, sorted(categories, key=lambda row: (-abs(change_of(row[0])), row[0].name))


def answer_of(edition: LiveEdition, name: str, day: date) -> Answer:
    """What the desk says of a day, as of that day: a relation by its name, a category by name or slug. Raises NotFoundError."""
    made: Answer = _once(edition, ("answer", name, day), lambda: _answer(edition, name, day))
    return made


def _once(edition: LiveEdition, key: Any, make: Callable[[], Any]) -> Any:
    """What was worked out before, or is now, one at a time. Raises BusyError."""
    made = edition.kept.get(key)
    if made is not None:
        return made
    if not _places.acquire(blocking=False):
        raise BusyError(said("many ask for past days just now"), hint=said("try again in some seconds"))
    try:
        with _thinking:
            made = edition.kept.get(key)
            if made is None:
                made = make()
                if len(edition.kept) >= MOST_KEPT:
                    edition.kept.clear()
                edition.kept[key] = made
    finally:
        _places.release()
    return made


def _answer(edition: LiveEdition, name: str, day: date) -> Answer:
    from detente.pages.explore.cited import Answer, said_drivers

    desk = edition.desk if day == edition.desk.as_of() else edition.desk.passing()
    shown = desk.status(name, day)
    machine = shown
    if shown.by != "machine":
        machine = next(
            (s for s in desk.machine_statuses(day) if (s.kind, s.name, s.source) == (shown.kind, shown.name, shown.source)), shown
        )
    return Answer(shown, machine, desk.config.period_days, desk.day_version(day), said_drivers(edition.plan, shown))
