"""The filters and tags of the templates: wording, links between pages, charts and what a page says to machines.

Everything returned as safe markup is made here or in ``charts`` from escaped parts; all else is escaped by the engine.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.template import Library
from django.utils.safestring import mark_safe

from detente.pages import charts, wording
from detente.pages.badge import alternative, snippet
from detente.pages.chart_actors import actors_picture
from detente.pages.chart_flow import flow_chart
from detente.pages.chart_parts import ActorsSpec, ChartSpec, FlowSpec
from detente.pages.explore.offers import offers
from detente.pages.links import absolute, link_from, link_to_file, stem_of
from detente.pages.parts import EventRow, Ref, SiteFrame
from detente.pages.picture import Picture, picture_of
from detente.pages.piece import piece
from detente.pages.schema_org import structured

register = Library()
register.tag("piece", piece)

DESCRIPTION = 160  # characters; the rest is cut off in lists of results
# Anything that could end a script element or begin a comment in it, as JSON can say it without.
_JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def link(context: Mapping[str, Any], ref: Ref | None) -> str:
    """A relative address to another page; empty where there is none."""
    return link_from(context["page"].head.path, context["paths"], ref) if ref is not None else ""


def file_link(context: Mapping[str, Any], path: str) -> str:
    """A relative address to a file of the site."""
    return link_to_file(context["page"].head.path, path)


def canonical(context: Mapping[str, Any]) -> str:
    """The page's full address where the desk says where its site stands, else empty."""
    frame: SiteFrame = context["frame"]
    return absolute(frame.base_url, context["page"].head.path) if frame.base_url else ""


def beside(path: str, ending: str) -> str:
    """The path of a file that stands beside a page under the page's name."""
    return f"{stem_of(path)}.{ending}"


def badge_words(context: Mapping[str, Any]) -> str:
    """The page's badge in words."""
    return alternative(context["page"].status, context["frame"].title)


def embed(context: Mapping[str, Any], kind: str) -> str:
    """What to paste into another page to show the status there: "markdown" or "html"; empty where the site has no address."""
    base, path = context["frame"].base_url, context["page"].head.path
    if not base:
        return ""
    return snippet(kind, badge_words(context), absolute(base, path), absolute(base, beside(path, "svg")))


def spark(spec: ChartSpec) -> str:
    """A small chart."""
    return mark_safe(charts.sparkline(spec))  # type: ignore[no-any-return]  # noqa: S308 - charts escapes what it prints


def chart(spec: ChartSpec) -> str:
    """A level chart."""
    return mark_safe(charts.level_chart(spec))  # type: ignore[no-any-return]  # noqa: S308 - charts escapes what it prints


def picture(context: Mapping[str, Any]) -> Picture | None:
    """The picture of the page, where the site has a full address."""
    return picture_of(context["page"], context["frame"]) if context["frame"].base_url else None


def chart_with_cursor(spec: ChartSpec) -> str:
    """A level chart that a script can follow the pointer on."""
    return mark_safe(charts.level_chart(spec, cursor=True))  # type: ignore[no-any-return]  # noqa: S308 - charts escapes what it prints


def flow(spec: FlowSpec, over: ChartSpec) -> str:
    """Both directions, mirrored, under a level chart."""
    return mark_safe(flow_chart(spec, over))  # type: ignore[no-any-return]  # noqa: S308 - it escapes what it prints


def actors(spec: ActorsSpec) -> str:
    """The actors around a country."""
    return mark_safe(actors_picture(spec))  # type: ignore[no-any-return]  # noqa: S308 - it escapes what it prints


def data_island(text: str) -> str:
    """JSON as the inside of a script element that nothing in it can end."""
    return mark_safe(text.translate(_JSON_ESCAPES))  # type: ignore[no-any-return]  # noqa: S308 - no < > & is left


def span(row: Any) -> str:
    """The days from a row's start to its end."""
    return wording.span_words(row.start, row.end)


def explored(context: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a live page offers to explore: words and address of each."""
    page, paths = context["page"], context["paths"]
    at = {"explore": link_to_file(page.head.path, "explore"), "statuses": link_to_file(page.head.path, "statuses")}
    return [(words, at[root] + rest) for words, root, rest in offers(page, paths)]


def structured_data(context: Mapping[str, Any]) -> str:
    """What the page says of itself in schema.org's words: one script element, which nothing in it can end; none where there is nothing."""
    found = structured(context["page"], context["frame"], context["paths"])
    if not found:
        return ""
    text = json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, sort_keys=True).translate(_JSON_ESCAPES)
    markup = f'<script type="application/ld+json">{text}</script>\n'
    return mark_safe(markup)  # type: ignore[no-any-return]  # noqa: S308 - no < > & is left


def action(row: EventRow) -> str:
    """The class of an event in words."""
    return wording.class_words(row.plover, row.mode)


def sides(row: EventRow) -> str:
    """Who to whom."""
    return wording.sides_words(row.actor, row.recipient)


def date_reason(row: Any) -> str:
    """Why an event has its date."""
    return wording.date_reason(row.date_start, row.date_end, row.date_source)


def when(row: Any) -> str:
    """The day or days of an event or assessment."""
    return wording.span_words(row.date_start, row.date_end)


def turn_span(row: Any) -> str:
    """The days a turn may lie between."""
    return wording.span_words(row.earliest, row.latest)


def horizon(row: Any) -> str:
    """The day or days a forecast is about; empty where it names none."""
    return wording.span_words(row.horizon_start, row.horizon_end) if row.horizon_start or row.horizon_end else ""


def chance(box: Any) -> str:
    """``72 %, likely``: the machine's probability of the class that is shown; empty where an editor chose the class, or there is none."""
    if box.by != "machine":
        return ""
    value = wording.chance_of(box.change, box.p_improved, box.p_deteriorated)
    return wording.sure_words(box.change, value) if value is not None else ""


def described(text: str) -> str:
    """As much of a description as search engines show."""
    return wording.one_line(text, DESCRIPTION)


def number(value: float) -> str:
    """A quantity as people write it: ``1,200``, ``2.5``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def _word_in(table: Mapping[Any, str]) -> Callable[[Any], str]:
    """A filter that looks a word up; a word that is not in the table is printed as it is."""
    return lambda key: table.get(key, str(key))


for _name, _function in {
    "points": wording.points, "share": wording.share, "percent": wording.percent, "estimative": wording.estimative,
    "day": wording.day_words, "short_day": wording.short_day, "moment": wording.moment_words, "machine": wording.machine_moment,
    "probability": wording.probability_range, "arrow": _word_in(wording.CHANGE_ARROWS), "change_word": _word_in(wording.CHANGE_WORDS),
    "realis_word": _word_in(wording.REALIS_WORDS),
    "direction_word": _word_in(wording.DIRECTION_WORDS), "mark_word": _word_in(wording.MARK_WORDS),
    "direction_arrow": _word_in(wording.DIRECTION_ARROWS),
    "tone_arrow": _word_in(wording.TONE_ARROWS), "tone_word": _word_in(wording.TONE_WORDS),
    "action": action, "date_reason": date_reason, "when": when, "horizon": horizon, "chance": chance, "joined": wording.joined,
    "turn_span": turn_span, "span": span, "data_island": data_island, "beside": beside, "described": described,
    "sides": sides, "number": number, "count": wording.count, "bound": wording.bound, "finding_word": _word_in(wording.FINDING_WORDS),
}.items():  # fmt: skip
    register.filter(_name, _function)
for _tag in (link, file_link, canonical, picture, structured_data, explored, badge_words, embed):
    register.simple_tag(_tag, takes_context=True)
for _drawing in (spark, chart, chart_with_cursor, flow, actors):
    register.simple_tag(_drawing)
