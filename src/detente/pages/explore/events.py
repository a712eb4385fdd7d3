"""Tables of events of a relation over a period: sorted by a plain link, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from detente.pages.chart_parts import Tone
from detente.pages.explore.doings import row_sides, row_tone
from detente.pages.explore.parts import Choice, EventLine, EventTable, Period
from detente.pages.explore.period import Asked, choice_of, page_of, query
from detente.pages.language import marked, say, say_as, say_many
from detente.pages.material import Material
from detente.pages.parts import Ref
from detente.pages.rows import anchor_of, names_of, shares_of, source_of, tone_of
from detente.pages.shown import shown_on
from detente.pages.wording import class_words, one_line, sides_words, span_words
from detente.relations.observing import Observation
from detente.relations.table_observations import Behind
from detente.types import Driver, Event, Status

PAGE_ROWS = 50  # two screens or three; the next fifty are a link away
QUOTE_LENGTH = 160  # a line or two of a table; the whole stands where the quote leads
SORTS = ("-date", "date", "who", "what", "tone", "-share")
_LABELS: tuple[tuple[str, str, str], ...] = (  # column, what it is sorted by first, and by a second click
    ("Date", "-date", "date"), ("Who", "who", "who"), ("What", "what", "what"), ("Tone", "tone", "tone"), ("Share", "-share", "-share"),
)  # fmt: skip
COLUMN_WORDS = marked("column", {label: label for label, _, _ in _LABELS})
_TONES: dict[Tone, int] = {"conflictual": 0, "neutral": 1, "cooperative": 2}


def day_of_event(event: Event) -> date | None:
    """The day an event stands at on a chart: its last."""
    return event.date_end or event.date_start


def events_in(material: Material, name: str, period: Period) -> list[Event]:
    """The dated events of a relation over a period, newest first."""
    found = material.events_of_relation.get(name, ())
    return [e for e in found if (day := day_of_event(e)) is not None and period.start <= day <= period.end]


def event_line(material: Material, event: Event, name: str, shares: Mapping[str, float]) -> EventLine:
    """A row of a table. shares: event id -> share of the change."""
    day = day_of_event(event)
    assert day is not None  # events_in leaves out what has none
    told = event.mentions[0]
    on_page = event.id in shown_on(material, name).ids
    ref = Ref("relation", name, anchor_of(event.id)) if on_page else Ref("article", material.same_as[told.article])
    return EventLine(
        anchor=anchor_of(event.id), day=day, span=span_words(event.date_start, event.date_end),
        who=_who(material, event),
        what=class_words(one_line(event.plover, 40), one_line(event.mode or "", 40)), tone=tone_of(event), realis=event.realis,
        share=shares.get(event.id), quote=one_line(told.quote, QUOTE_LENGTH), ref=ref, source=source_of(material.by_id[told.article]),
        language=material.by_id[told.article].language,
    )  # fmt: skip


def event_table(
    material: Material, name: str, events: Sequence[Event], shares: Mapping[str, float], asked: Asked, stay: Mapping[str, str]
) -> EventTable:
    """One page of a table as ``sort`` and ``page`` ask for it. stay: what else the links keep in the address. Raises AskedError."""
    sort = choice_of(asked, "sort", SORTS)
    pages = max(1, -(-len(events) // PAGE_ROWS))
    page = page_of(asked, pages)
    first = (page - 1) * PAGE_ROWS
    shown = sorted(events, key=_order(material, sort, shares))[first : first + PAGE_ROWS]
    given = {**stay, "sort": sort if sort != SORTS[0] else ""}
    return EventTable(
        rows=tuple(event_line(material, e, name, shares) for e in shown), in_all=len(events), page=page, pages=pages,
        sorts=_sorts(sort, stay),
        earlier=query(given, page=str(page - 1)) + "#events" if page > 1 else "",
        later=query(given, page=str(page + 1)) + "#events" if page < pages else "",
    )  # fmt: skip


def row_table(
    material: Material, name: str, rows: Sequence[Observation], status: Status, asked: Asked, stay: Mapping[str, str]
) -> EventTable:
    """The same of the rows of an imported table that a relation rests on, each with the published rows it stands for."""
    sort, pages = choice_of(asked, "sort", SORTS), max(1, -(-len(rows) // PAGE_ROWS))
    page, shares = page_of(asked, pages), shares_of(status)
    orders: dict[str, Callable[[Observation], object]] = {
        "date": lambda r: r.day.toordinal(), "-date": lambda r: -r.day.toordinal(), "who": lambda r: r.way, "what": lambda r: r.plover,
        "tone": lambda r: _TONES[row_tone(r)], "-share": lambda r: -abs(shares.get(r.id, 0.0)),
    }  # fmt: skip
    first = (page - 1) * PAGE_ROWS
    shown = sorted(rows, key=lambda r: (orders[sort](r), -r.day.toordinal(), r.id))[first : first + PAGE_ROWS]
    behind = material.desk.behind(replace(status, drivers=tuple(Driver("event", r.id, 0.0) for r in shown)))
    given = {**stay, "sort": sort if sort != SORTS[0] else ""}
    return EventTable(
        rows=tuple(_row_line(material, name, row, behind.get(row.id), shares) for row in shown), in_all=len(rows), page=page, pages=pages,
        sorts=_sorts(sort, stay), earlier=query(given, page=str(page - 1)) + "#events" if page > 1 else "",
        later=query(given, page=str(page + 1)) + "#events" if page < pages else "",
    )  # fmt: skip


def _row_line(material: Material, name: str, row: Observation, found: Behind | None, shares: Mapping[str, float]) -> EventLine:
    told = found.rows[0] if found else None
    words = _published(told) if told else ""
    many = " " + say_many("({n} event)", "({n} events)", row.count) if row.count > 1 else ""
    return EventLine(
        anchor=anchor_of(row.id), day=row.day, span=span_words(row.day, row.day), who=row_sides(material, name, row),
        what=f"{class_words(row.plover, '')}{many}", tone=row_tone(row), realis="asserted", share=shares.get(row.id),
        quote=one_line(words, QUOTE_LENGTH), ref=None, source="",
    )  # fmt: skip


def _published(told: Any) -> str:
    return f"{told.actor_name} → {told.recipient_name}; {told.file}, {say('row {number}', number=str(told.source_id))}"


def _order(material: Material, sort: str, shares: Mapping[str, float]) -> Callable[[Event], tuple[object, ...]]:
    """The key of an order; what is equal in it stands newest first."""

    def day(event: Event) -> int:
        return (day_of_event(event) or date.min).toordinal()

    first: dict[str, Callable[[Event], object]] = {
        "date": day,
        "-date": lambda e: -day(e),
        "who": lambda e: _who(material, e),
        "what": lambda e: (e.plover, e.mode or ""),
        "tone": lambda e: _TONES[tone_of(e)],
        "-share": lambda e: -abs(shares.get(e.id, 0.0)),
    }
    return lambda e: (first[sort](e), -day(e), e.id)


def _who(material: Material, event: Event) -> str:
    return sides_words(names_of(material, event.actor), names_of(material, event.recipient))


def newest(material: Material, name: str, events: Sequence[Event], shares: Mapping[str, float], most: int, more: str) -> EventTable:
    """The newest few of a table. more: the address of all of it."""
    rows = tuple(event_line(material, e, name, shares) for e in events[:most])
    return EventTable(rows, len(events), 1, 1, more=more if len(events) > most else "")


def _sorts(sort: str, stay: Mapping[str, str]) -> tuple[Choice, ...]:
    made = []
    for label, once, twice in _LABELS:
        wanted = twice if sort == once else once
        href = query(stay, sort=wanted if wanted != SORTS[0] else "") + "#events"
        made.append(Choice(say_as("column", label), href if href != "#events" else "?#events", sort in (once, twice)))
    return tuple(made)
