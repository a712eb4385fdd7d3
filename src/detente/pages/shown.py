"""Which rows stand on a relation's page: those marked on its line and, as far as there is room, the drivers of its change and of its
categories', and the newest. What has no room is linked to without its place.

A busy relation has tens of thousands of events; a page of them all would be too heavy to open. With everything it loads, a page is to
come over the line as less than 60 kB.
"""

from __future__ import annotations

from typing import TypeVar

from detente.pages.material import Material, Shown
from detente.types import Assessment, Event, Forecast

Row = TypeVar("Row", Event, Assessment, Forecast)
# What a row weighs, compressed: fitted to the pages of the example desk and of 900 lines of news on one relation, within a tenth of it.
BYTES_OF_A_ROW, BYTES_OF_A_LETTER = 60, 0.45
# Of 60 kB: 5 kB are style sheet and icon, 28 kB the busiest of those pages without rows, 5 kB are left between a fit and a page.
ROOM = 22_000
ARTICLE_TITLE = 60  # letters, beside each quote
# Assessments and forecasts may take a quarter of it each; what they leave is for events.
PART_OF_OTHERS = 0.25
MOST_MARKS = 80  # events marked on a line; more run into each other even on a wide screen, so the strongest are kept


def shown_on(material: Material, relation: str) -> Shown:
    """The rows of a relation's page, newest first."""
    if relation not in material.shown:
        material.shown[relation] = _shown(material, relation)
    return material.shown[relation]


def _shown(material: Material, relation: str) -> Shown:
    events, assessments = material.events_of_relation.get(relation, ()), material.assessments_of_relation.get(relation, ())
    forecasts = material.forecasts_of_relation.get(relation, ())
    drivers = _drivers(material, relation)
    on_line = [e for e in events if e.realis == "asserted" and (day := e.date_end or e.date_start) and day <= material.as_of]
    marked = sorted(on_line, key=lambda e: (-abs(e.intensity), -_ordinal(e), e.id))[:MOST_MARKS]
    others = ROOM * PART_OF_OTHERS
    kept_assessments = _kept(assessments, set(), drivers, others)
    kept_forecasts = _kept(forecasts, set(), set(), others)
    taken = sum(map(weight_of, kept_assessments)) + sum(map(weight_of, kept_forecasts))
    kept_events = _kept(events, {e.id for e in marked}, drivers, ROOM - taken)
    return Shown(
        events=kept_events,
        assessments=kept_assessments,
        forecasts=kept_forecasts,
        marked=tuple(sorted(marked, key=lambda e: (_ordinal(e), e.id))),
        unmarked=len(on_line) - len(marked),
        left_out=len(events) - len(kept_events),
        assessments_left_out=len(assessments) - len(kept_assessments),
        forecasts_left_out=len(forecasts) - len(kept_forecasts),
        ids=frozenset(row.id for row in kept_events) | {row.id for row in kept_assessments},
    )


def _drivers(material: Material, relation: str) -> set[str]:
    categories = {c.name for c in material.desk.config.categories if any(r.name == relation for r in c.relations)}
    statuses = material.statuses(material.as_of).values()
    return {d.id for s in statuses if s.name == relation or s.name in categories for d in s.drivers if d.id is not None}


def weight_of(row: Event | Assessment | Forecast) -> float:
    """About so many bytes a row adds to a compressed page: its own, and what is quoted."""
    return BYTES_OF_A_ROW + BYTES_OF_A_LETTER * sum(len(mention.quote) + ARTICLE_TITLE for mention in row.mentions)


def _kept(rows: tuple[Row, ...], always: set[str], first: set[str], room: float) -> tuple[Row, ...]:
    """``rows`` (newest first) that ``always`` stand there, then those of ``first``, then the others, until the room is taken."""
    left = room - sum(weight_of(row) for row in rows if row.id in always)
    kept = set(always)
    for row in sorted(rows, key=lambda row: row.id not in first):
        if row.id not in always:
            left -= weight_of(row)
            if left < 0:
                break
            kept.add(row.id)
    return tuple(row for row in rows if row.id in kept)


def _ordinal(event: Event) -> int:
    day = event.date_end or event.date_start
    return day.toordinal() if day else 0
