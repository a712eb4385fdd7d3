"""The filters and tags of the templates: wording, links between pages, charts and what a page says to machines.

Everything returned as safe markup is made here or in ``charts`` from escaped parts; all else is escaped by the engine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.template import Library
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

from detente.pages import charts, wording
from detente.pages.badge import alternative, snippet
from detente.pages.chart_actors import actors_picture
from detente.pages.chart_flow import flow_chart
from detente.pages.chart_parts import ActorsSpec, ChartSpec, FlowSpec
from detente.pages.explore.charts import UNIT_WORDS
from detente.pages.explore.country import MOSTLY
from detente.pages.explore.offers import offers
from detente.pages.explore.trends import MOVED_WORDS
from detente.pages.language import decimal_mark, group_mark, own_name, say_as
from detente.pages.links import absolute, alternates, link_from, link_to_file, stem_of
from detente.pages.parts import EventRow, Ref, SiteFrame
from detente.pages.picture import Picture, picture_of
from detente.pages.piece import piece
from detente.pages.rows import said_to_be
from detente.pages.schema_org import structured

register = Library()
register.tag("piece", piece)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47, as far as an article may say it
DESCRIPTION = 160  # characters; the rest is cut off in lists of results
# Anything that could end a script element or begin a comment in it, as JSON can say it without.
_JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def link(context: Mapping[str, Any], ref: Ref | None) -> str:
    """A relative address to another page; empty where there is none."""
    return link_from(context["page"].head.path, context["paths"], ref) if ref is not None else ""


def file_link(context: Mapping[str, Any], path: str) -> str:
    """A relative address to a file of the site."""
    return link_to_file(context["page"].head.path, path)


def page_link(context: Mapping[str, Any], kind: Any) -> str:
    """A relative address to a page there is one of (front, changes, about), in the language of this one."""
    return link(context, Ref(kind))


def home_link(context: Mapping[str, Any], path: str) -> str:
    """A relative address to a file of the language's own folder: a feed."""
    return link_to_file(context["page"].head.path, context["frame"].prefix + path)


def lang(context: Mapping[str, Any], code: str) -> str:
    """`` lang="be"`` for words in another language than the page's; nothing where they are in it, or nobody knows."""
    known = code and code != context["frame"].language and _LANGUAGE.fullmatch(code)
    return str(format_html(' lang="{}"', code)) if known else ""


def page_lang(context: Mapping[str, Any]) -> str:
    """`lang` of words of the page among the desk's own."""
    frame: SiteFrame = context["frame"]
    return "" if frame.own == frame.language else str(format_html(' lang="{}"', frame.language))


def text_lang(context: Mapping[str, Any], code: str) -> str:
    """`lang` of words of an article among the desk's own."""
    frame: SiteFrame = context["frame"]
    known = code and _LANGUAGE.fullmatch(code) and (code != frame.own or frame.own != frame.language)
    return str(format_html(' lang="{}"', code)) if known else ""


def in_english(context: Mapping[str, Any], text: str) -> str:
    """Words that the program has in English only."""
    attribute = lang(context, "en")
    return str(format_html("<span{}>{}</span>", mark_safe(attribute), text)) if attribute else str(conditional_escape(text))  # noqa: S308


def own(context: Mapping[str, Any], text: str) -> str:
    """Words of the desk itself, marked where the page is in another language than the desk's first."""
    attribute, text = own_lang(context, text), context["frame"].words.get(text, text)
    return str(format_html("<span{}>{}</span>", mark_safe(attribute), text)) if attribute else str(conditional_escape(text))  # noqa: S308


def titled(context: Mapping[str, Any], kind: str, title: str) -> str:
    """The title of a status: a category's is the desk's own, a relation's is in the page's language."""
    return own(context, title) if kind == "category" else str(conditional_escape(title))


def own_lang(context: Mapping[str, Any], text: str) -> str:
    """`lang` of an element that holds words of the desk itself: nothing where the settings have them in the page's language."""
    frame: SiteFrame = context["frame"]
    return "" if text in frame.words or text in frame.words.values() else lang(context, frame.own)


def versions(context: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The page in every language of the site: code, the language's own name, address, and whether it is this one; none for but one."""
    frame, here, query = context["frame"], context["page"].head.path, f"?{q}" if (q := context["page"].head.query) else ""
    found = frame.languages if len(frame.languages) > 1 else ()
    return [
        {"code": code, "name": own_name(code), "href": link_to_file(here, folder + context["place"]) + query,
         "current": code == frame.language}
        for code, folder in found
    ]  # fmt: skip


def hreflangs(context: Mapping[str, Any]) -> list[tuple[str, str]]:
    """hreflang -> address: a full one where the desk says where its site stands, as search engines want, else a relative one."""
    frame, here, place = context["frame"], context["page"].head.path, context["place"]
    if context["page"].head.query:  # what a reader asked for himself is for no index
        return []
    return [
        (code, absolute(frame.base_url, folder + place) if frame.base_url else link_to_file(here, folder + place))
        for code, folder in alternates(frame)
    ]


def canonical(context: Mapping[str, Any]) -> str:
    """The page's full address where the desk says where its site stands, else empty."""
    frame: SiteFrame = context["frame"]
    head = context["page"].head
    return absolute(frame.base_url, head.path) + (f"?{head.query}" if head.query else "") if frame.base_url else ""


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
    at = {"explore": home_link(context, "explore"), "statuses": home_link(context, "statuses")}
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
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
    return text.translate({ord(","): group_mark(), ord("."): decimal_mark()})


def _element(words: Callable[[Any], str]) -> Callable[[Any], str]:
    """A filter that says a moment in words, in a ``time`` element with the moment for machines."""
    return lambda moment: str(format_html('<time datetime="{}">{}</time>', wording.machine_moment(moment), words(moment)))


def _word_in(table: Mapping[Any, str], context: str = "") -> Callable[[Any], str]:
    """A filter that looks a word up, and says it where it has a context; a word that is not in the table is printed as it is."""
    return lambda key: say_as(context, table.get(key, str(key))) if context else table.get(key, str(key))


for _name, _function in {
    "points": wording.points, "share": wording.share, "percent": wording.percent, "estimative": wording.estimative,
    "day": wording.day_words, "short_day": wording.short_day, "moment": wording.moment_words, "machine": wording.machine_moment,
    "probability": wording.probability_range, "arrow": _word_in(wording.CHANGE_ARROWS),
    "change_word": _word_in(wording.CHANGE_WORDS, "change"),
    "realis_word": _word_in(wording.REALIS_WORDS, "realis"),
    "said_to_be": said_to_be,
    "direction_word": _word_in(wording.DIRECTION_WORDS, "direction"), "mark_word": _word_in(wording.MARK_WORDS, "mark"),
    "direction_arrow": _word_in(wording.DIRECTION_ARROWS),
    "tone_arrow": _word_in(wording.TONE_ARROWS), "tone_word": _word_in(wording.TONE_WORDS, "tone"),
    "action": action, "date_reason": date_reason, "when": when, "horizon": horizon, "chance": chance, "joined": wording.joined,
    "turn_span": turn_span, "time": _element(wording.day_words), "short_time": _element(wording.short_day),
    "moment_time": _element(wording.moment_words), "mode_word": _word_in(wording.MODE_WORDS, "mode"), "year": wording.year_words,
    "change_clause": wording.change_clause, "described": described, "beside": beside, "span": span, "data_island": data_island,
    "band_word": _word_in(wording.BAND_WORDS, "chance"), "unit_of_time": _word_in(UNIT_WORDS, "unit of time"),
    "mostly": _word_in(MOSTLY, "mostly"), "moved_over": _word_in(MOVED_WORDS, "moved over"),
    "sides": sides, "number": number, "count": wording.count, "bound": wording.bound,
    "finding_word": _word_in(wording.FINDING_WORDS, "finding"),
}.items():  # fmt: skip
    register.filter(_name, _function)
for _tag in (
    link, file_link, page_link, home_link, lang, page_lang, text_lang, own, own_lang, titled, in_english, versions, hreflangs, canonical,
    picture, structured_data, badge_words, embed, explored,
):  # fmt: skip
    register.simple_tag(_tag, takes_context=True)
for _drawing in (spark, chart, chart_with_cursor, flow, actors):
    register.simple_tag(_drawing)
