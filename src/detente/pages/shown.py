"""Which rows stand on a relation's page: the newest, and those that something on the pages leads to.

A busy relation has tens of thousands of events; a page of them all would be too heavy to open.
"""

from __future__ import annotations

from typing import TypeVar

from detente.pages.material import Material, Shown
from detente.types import Assessment, Event, Forecast

Row = TypeVar("Row", Event, Assessment, Forecast)
MOST_ROWS = 300  # of each kind; half a megabyte of page, and more than anybody opens one by one
MOST_MARKS = 80  # events marked on a line; more run into each other even on a wide screen, so the strongest are kept


def shown_on(material: Material, relation: str) -> Shown:
    """The rows of a relation's page, newest first: the newest, the drivers of its and its categories' changes, those marked on its line."""
    if relation not in material.shown:
        material.shown[relation] = _shown(material, relation)
    return material.shown[relation]


def _shown(material: Material, relation: str) -> Shown:
    events, assessments = material.events_of_relation.get(relation, ()), material.assessments_of_relation.get(relation, ())
    forecasts = material.forecasts_of_relation.get(relation, ())
    drivers = _drivers(material, relation)
    on_line = [e for e in events if e.realis == "asserted" and (day := e.date_end or e.date_start) and day <= material.as_of]
    marked = sorted(on_line, key=lambda e: (-abs(e.intensity), -_ordinal(e), e.id))[:MOST_MARKS]
    kept_events = _kept(events, drivers | {e.id for e in marked})
    kept_assessments = _kept(assessments, drivers)
    return Shown(
        events=kept_events,
        assessments=kept_assessments,
        forecasts=forecasts[:MOST_ROWS],
        marked=tuple(sorted(marked, key=lambda e: (_ordinal(e), e.id))),
        unmarked=len(on_line) - len(marked),
        left_out=len(events) - len(kept_events),
        ids=frozenset(row.id for row in kept_events) | {row.id for row in kept_assessments},
    )


def _drivers(material: Material, relation: str) -> set[str]:
    categories = {c.name for c in material.desk.config.categories if any(r.name == relation for r in c.relations)}
    statuses = material.statuses(material.as_of).values()
    return {d.id for s in statuses if s.name == relation or s.name in categories for d in s.drivers if d.id is not None}


def _kept(rows: tuple[Row, ...], needed: set[str]) -> tuple[Row, ...]:
    return tuple(row for number, row in enumerate(rows) if number < MOST_ROWS or row.id in needed)


def _ordinal(event: Event) -> int:
    day = event.date_end or event.date_start
    return day.toordinal() if day else 0
