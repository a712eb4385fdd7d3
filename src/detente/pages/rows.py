"""Rows of the pages: events, assessments, forecasts, drivers, statuses and lists of articles, from what was gathered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.config import ARTICLES
from detente.pages.chart_parts import Tone
from detente.pages.language import language, say, say_as, say_many
from detente.pages.links import outside_link
from detente.pages.material import Material, relations_of_event, relations_of_sides
from detente.pages.parts import (
    ArticleLink,
    AssessmentRow,
    DirectionRow,
    DriverRow,
    EventRow,
    ForecastRow,
    QuoteRow,
    Ref,
    StatusBox,
    StepRow,
)
from detente.pages.shown import shown_on
from detente.pages.wording import DIRECTION_WORDS, class_words, context_words, one_line, sides_words
from detente.relations.observing import place_of
from detente.types import Article, Assessment, Direction, Driver, Event, Forecast, Mention, Status

# Fewer distinct events than this in a period and a page calls the evidence thin: one or two happenings, often one source.
THIN_BELOW = 3
# A quote is a sentence or two; what is longer is a parser's slip and would be an article published by the back door.
QUOTE_LENGTH = 600
# Drivers from a table that stand on a page by themselves: a month of a much reported relation has hundreds.
MOST_TABLE_DRIVERS = 40


def anchor_of(row_id: str) -> str:
    """The id of a row's element on a page; letters, digits and hyphens of the id only."""
    return "r-" + "".join(c for c in row_id if c.isalnum() and c.isascii())[:16]


def _place(material: Material, row: Event | Assessment, relation: str) -> Ref:
    """A relation's page, at the row where it stands there."""
    return Ref("relation", relation, anchor_of(row.id) if row.id in shown_on(material, relation).ids else "")


def relation_title(material: Material, name: str) -> str:
    """``Belarus – United States``, or ``Inside Belarus``."""
    one, _, other = name.partition("-")
    if not other or one == other:
        return say("Inside {country}", country=_name(material, one))
    return f"{_name(material, one)} – {_name(material, other)}"


def own_words(material: Material, text: str, length: int) -> str:
    """The desk's own words on one line, in the spoken language where its settings have them in it."""
    return one_line(material.desk.config.own_words.get(language(), {}).get(text, text), length)


def _name(material: Material, code: str) -> str:
    return one_line(material.names(code) or code, 80)


def names_of(material: Material, codes: Sequence[str]) -> tuple[str, ...]:
    """Display names of several codes."""
    return tuple(_name(material, code) for code in codes)


def tone_of(event: Event) -> Tone:
    """Cooperative or conflictual by the sign of the event's intensity."""
    return "cooperative" if event.intensity > 0 else "conflictual" if event.intensity < 0 else "neutral"


def status_box(material: Material, status: Status, *, link: bool = True) -> StatusBox:
    """A status with its display title and the size of its change."""
    if status.kind == "category":
        category = material.desk.config.category(status.name)
        ref, title = Ref("category", category.slug) if category else None, own_words(material, status.name, 120)
    else:
        ref, title = Ref("relation", status.name), relation_title(material, status.name)
    size = sum(d.share for d in status.drivers) if status.drivers else None
    return StatusBox(
        ref=ref if link else None, name=status.name, title=title, kind=status.kind, as_of=status.as_of,
        period_days=material.desk.config.period_days, level=status.level, low=status.low, high=status.high, change=status.change,
        change_size=size, p_improved=status.p_improved, p_deteriorated=status.p_deteriorated, events=status.events,
        thin=status.events < THIN_BELOW, by=one_line(status.by, 80), reason=one_line(status.reason, 600),
        moved_by=_moved_by(material, status), source=source_words(material, status),
    )  # fmt: skip


def _moved_by(material: Material, status: Status) -> str:
    """The largest driver of the change, the way it went, that this edition has the words of."""
    size = sum(d.share for d in status.drivers)
    drivers = sorted((d for d in status.drivers if d.share * size > 0), key=lambda d: -abs(d.share))
    named = (material.events.get(d.id) or material.assessments.get(d.id) for d in drivers if d.id is not None)
    row = next((row for row in named if row), None)
    return what_words(material, row) if row else ""


def source_words(material: Material, status: Status) -> str:
    """What a status rests on, where that needs saying: an imported table; the articles only beside a table."""
    if status.source != ARTICLES:
        return say("the imported table {table}", table=one_line(status.source, 60))
    return say("the desk’s articles") if material.beside(status.name) else ""


def step_rows(material: Material, name: str) -> tuple[StepRow, ...]:
    """The steps of a status, newest first."""
    rows = []
    for day, status in reversed(material.steps(name)):
        box = status_box(material, status)
        rows.append(StepRow(day, box.title, box.ref, box.change, box.level, box.low, box.high, box.events, box.by, box.reason))
    return tuple(rows)


def quote_rows(material: Material, mentions: Sequence[Mention]) -> tuple[QuoteRow, ...]:
    """The quotes of a row, oldest article first, each article's words once."""
    rows: dict[tuple[str, str], QuoteRow] = {}
    for mention in mentions:
        told = material.by_id[mention.article]
        shown = material.by_id[material.same_as[mention.article]]
        quote = one_line(mention.quote, QUOTE_LENGTH)
        rows.setdefault(
            (shown.id, quote),
            QuoteRow(
                quote, source_of(told), outside_link(told.url), Ref("article", shown.id), one_line(shown.title), told.published,
                told.language,
            ),
        )
    return tuple(sorted(rows.values(), key=lambda r: (r.published is None, r.published.date() if r.published else date.max, r.quote)))


def source_of(article: Article) -> str:
    """What to call an article's source: the name given; for an address its host is what a reader knows."""
    source = article.source or (article.sources[0] if article.sources else "")
    if source.startswith(("http://", "https://")):
        source = source.split("/")[2].removeprefix("www.")
    return one_line(source, 80)


def event_row(material: Material, event: Event, number: int, shares: Mapping[str, float]) -> EventRow:
    """An event for a page; shares: event id -> share of the change that the page shows."""
    relations = tuple((relation_title(material, name), _place(material, event, name)) for name in relations_of_event(event))
    return EventRow(
        anchor=anchor_of(event.id), id=event.id, number=number, actor=names_of(material, event.actor),
        recipient=names_of(material, event.recipient), plover=one_line(event.plover, 40), mode=one_line(event.mode or "", 40),
        contexts=tuple(context_words(one_line(c, 40)) for c in event.contexts), cameo=one_line(event.cameo, 40), intensity=event.intensity,
        tone=tone_of(event), realis=event.realis, content=one_line(event.content.quote, 200) if event.content else "",
        date_start=event.date_start, date_end=event.date_end, date_source=event.date_source, quantity=event.quantity,
        speaker=_name(material, event.speaker) if event.speaker else "", quotes=quote_rows(material, event.mentions),
        rule=one_line(event.rule, 120), share=shares.get(event.id), relations=relations,
    )  # fmt: skip


def assessment_row(material: Material, row: Assessment, number: int, shares: Mapping[str, float]) -> AssessmentRow:
    """An assessment for a page."""
    return AssessmentRow(
        anchor=anchor_of(row.id), id=row.id, number=number, sides=sides_title(material, row.sides), direction=row.direction,
        realis=row.realis, date_start=row.date_start, date_end=row.date_end,
        speaker=_name(material, row.speaker) if row.speaker else "", quotes=quote_rows(material, row.mentions),
        rule=one_line(row.rule, 120), share=shares.get(row.id),
    )  # fmt: skip


def forecast_row(material: Material, row: Forecast, number: int) -> ForecastRow:
    """A forecast for a page."""
    return ForecastRow(
        anchor=anchor_of(row.id), id=row.id, number=number, sides=sides_title(material, row.sides), probability=row.probability,
        band=one_line(row.band or "", 60), horizon_start=row.horizon_start, horizon_end=row.horizon_end,
        speaker=_name(material, row.speaker) if row.speaker else "", quotes=quote_rows(material, row.mentions),
        rule=one_line(row.rule, 120),
    )  # fmt: skip


def sides_title(material: Material, sides: Sequence[str]) -> str:
    """The sides of an assessment or forecast in words."""
    return " – ".join(dict.fromkeys(names_of(material, sides)))


def shares_of(status: Status | None) -> dict[str, float]:
    """Driver id -> share."""
    return {d.id: d.share for d in status.drivers if d.id is not None} if status else {}


def driver_rows(material: Material, status: Status, relation: str = "") -> tuple[DriverRow, ...]:
    """The drivers of a change, largest first, fading last. relation: the page they are shown on, when it is a relation's."""
    if status.source != ARTICLES:
        return table_driver_rows(material, status)
    rows = [driver_row(material, driver, relation) for driver in status.drivers]
    return tuple(sorted(rows, key=lambda r: (r.kind == "fading", -abs(r.share), r.what)))


def table_driver_rows(material: Material, status: Status) -> tuple[DriverRow, ...]:
    """The drivers of a change that rests on an imported table: the largest, with the published row each opens to, and the rest as one."""
    largest = sorted((d for d in status.drivers if d.kind != "fading"), key=lambda d: (-abs(d.share), d.id or ""))
    kept, rest = largest[:MOST_TABLE_DRIVERS], largest[MOST_TABLE_DRIVERS:]
    behind = material.desk.behind(replace(status, drivers=tuple(kept)))
    rows = []
    for driver in kept:
        found = behind.get(driver.id or "")
        if found is None:
            continue
        first = found.rows[0]
        sides = f"{_name(material, found.actor)} → {_name(material, found.recipient)}"
        what = f"{class_words(found.plover, '') if found.plover else say('Statement')}: {sides}"
        told = " " + say_many("({n} event)", "({n} events)", found.events) if found.events > 1 else ""
        row = say("row {number}", number=str(first.source_id))
        where = f"{first.actor_name} → {first.recipient_name}; {first.file}, {row}"
        rows.append(DriverRow("event", driver.share, one_line(what + told, 400), None, found.day, one_line(where, 240)))
    if rest:
        together = say_many("{n} smaller one", "{n} smaller ones together", len(rest))
        rows.append(DriverRow("event", sum(d.share for d in rest), together, None, None, ""))
    faded = [DriverRow("fading", d.share, say("fading of earlier events"), None, None, "") for d in status.drivers if d.kind == "fading"]
    return (*rows, *faded)


def driver_row(material: Material, driver: Driver, relation: str) -> DriverRow:
    """One driver; relation: the page it is shown on, when it is a relation's."""
    if driver.kind == "fading" or driver.id is None:
        return DriverRow("fading", driver.share, say("fading of earlier events"), None, None, "")
    row = material.events.get(driver.id) or material.assessments.get(driver.id)
    if row is None:
        return DriverRow(driver.kind, driver.share, say("an event told by an article outside this edition"), None, None, "")
    names = relations_of_event(row) if isinstance(row, Event) else relations_of_sides(row.sides)
    page = relation if relation in names or not names else names[0]
    quote = one_line(row.mentions[0].quote, 240) if row.mentions else ""
    spoken = material.by_id[row.mentions[0].article].language if row.mentions else ""
    ref, day = _place(material, row, page), row.date_end or row.date_start
    return DriverRow(driver.kind, driver.share, what_words(material, row), ref, day, quote, spoken)


def what_words(material: Material, row: Event | Assessment) -> str:
    """Who does what to whom in one line; for an assessment, which way it says a relation goes."""
    if isinstance(row, Assessment):
        return f"{sides_title(material, row.sides)}: {said_to_be(row.direction)}"
    sides = sides_words(names_of(material, row.actor), names_of(material, row.recipient))
    return one_line(f"{class_words(row.plover, row.mode or '')}: {sides}", 400)


def said_to_be(direction: Direction) -> str:
    """``said to be improving``."""
    return say("said to be {direction}", direction=say_as("direction", DIRECTION_WORDS[direction]))


def direction_rows(material: Material, name: str) -> tuple[DirectionRow, ...]:
    """Both directed halves of a relation (one for the inside of a country), counted from asserted events."""
    one, _, other = name.partition("-")
    pairs = [(one, other), (other, one)] if one != other else [(one, one)]
    since = material.as_of - timedelta(days=material.desk.config.period_days)
    rows = []
    for actor, recipient in pairs:
        found = [e for e in material.events_of_relation.get(name, ()) if e.realis == "asserted" and goes(e, actor, recipient)]
        tones = [tone_of(e) for e in found]
        latest = found[0] if found else None
        rows.append(
            DirectionRow(
                actor=_name(material, actor), recipient=_name(material, recipient), cooperative=tones.count("cooperative"),
                conflictual=tones.count("conflictual"), neutral=tones.count("neutral"),
                in_period=sum(1 for e in found if (day := e.date_end or e.date_start) and since < day <= material.as_of),
                latest=what_words(material, latest) if latest else "",
                latest_ref=_place(material, latest, name) if latest else None,
                latest_day=(latest.date_end or latest.date_start) if latest else None,
            )
        )
    return tuple(rows)


def goes(event: Event, actor: str, recipient: str) -> bool:
    """Whether an event is one that ``actor`` did to ``recipient``, or that all its sides did together."""
    if not event.recipient:  # reciprocal: both halves have it
        return True
    return any(place_of(a) == actor and place_of(r) == recipient for a in event.actor for r in event.recipient)


def article_link(material: Material, article: Article, category: str, why: str = "") -> ArticleLink:
    """An article in a list."""
    title = one_line(article.title) or say("Untitled")
    return ArticleLink(
        Ref("article", article.id), title, article.published, source_of(article), article.kind, category, one_line(why, 300),
        article.language,
    )  # fmt: skip
