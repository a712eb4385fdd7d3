"""A relation over any period."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from detente.config import ARTICLES
from detente.pages.build import Edition
from detente.pages.explore.charts import MEASURES, cursor_of, flow_of, period_chart
from detente.pages.explore.doings import of_events, of_rows, rows_in
from detente.pages.explore.events import PAGE_ROWS, event_table, events_in, newest, row_table
from detente.pages.explore.known import country_choices, first_day, known_relations, names_offered, relation_asked
from detente.pages.explore.parts import Choice, ExploreRelation
from detente.pages.explore.period import Asked, choice_of, days_of, period_of, presets, query
from detente.pages.language import say
from detente.pages.parts import Head, Ref
from detente.pages.rows import relation_title, shares_of, status_box
from detente.pages.wording import day_words, one_line
from detente.relations.observing import Observation
from detente.types import Status

StatusAt = Callable[[str, date], Status]

OTHERS = 6  # relations offered to set beside this one
PATH = "explore/relation"


def relation_page(
    edition: Edition, asked: Asked, status_at: StatusAt, rows_of: Callable[[str], Sequence[Observation]] = lambda name: ()
) -> ExploreRelation:
    """What an address asks for. status_at: the status of a relation as of a day; rows_of: the rows of the imported table a relation rests
    on first, none where that is the articles. Raises AskedError, NotFoundError."""
    material = edition.material
    name = relation_asked(material, asked.get("name", ""))
    period = period_of(asked, first_day(material, [name]), material.as_of)
    measure = choice_of(asked, "measure", MEASURES)
    status, title = status_at(name, period.end), relation_title(material, name)
    events, days, sides = events_in(material, name, period), days_of(period), name.split("-")
    stay = {"name": name, **days, "measure": measure if measure != MEASURES[0] else ""}
    chart = period_chart(material, name, title, events, period, "explore")
    if status.source == ARTICLES:
        doings = of_events(name, events)
        table, told = event_table(material, name, events, shares_of(status), asked, stay), None
    else:
        rows = rows_in(rows_of(name), period)
        doings, table = of_rows(name, rows), row_table(material, name, rows, status, asked, stay)
        told = newest(material, name, events, {}, PAGE_ROWS, "") if events else None
    others = [other for other in known_relations(material) if other != name]
    others.sort(key=lambda other: not set(sides) & set(other.split("-")))  # those that share a side first
    between = {"title": title, "start": day_words(period.start), "end": day_words(period.end)}
    said = say("{title} from {start} to {end}: level, status, both directions and every event.", **between)
    return ExploreRelation(
        head=Head(PATH + query(stay), say("{title}, {start} to {end}", **between), said), title=title, name=name,
        ref=Ref("relation", name), inside=sides[0] == sides[1], period=period,
        presets=presets(period, {"name": name, "measure": stay["measure"]}), status=status_box(material, status, link=False),
        cite=f"../statuses/{name}/{period.end.isoformat()}", chart=chart, flow=flow_of(material, name, title, doings, period, measure),
        measures=tuple(Choice(word, query(stay, measure=word if word != MEASURES[0] else "") , word == measure) for word in MEASURES),
        measure=measure, cursor=cursor_of(material, name, chart, doings),
        events=table, table=one_line(status.source, 60) if status.source != ARTICLES else "", told=told,
        beside=tuple(Choice(relation_title(material, o), "compare" + query({"a": name, "b": o, **days})) for o in others[:OTHERS]),
        countries=country_choices(material, dict.fromkeys(sides), "country/", query(days)), names=names_offered(material),
    )  # fmt: skip
