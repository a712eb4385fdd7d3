"""The page of a search: what was found, ways to narrow it, and the form to ask again. Only a server can answer it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from detente.pages.build import Edition
from detente.pages.language import marked as marked_words
from detente.pages.language import retold, say, say_as, say_many, speaking
from detente.pages.material import Material
from detente.pages.parts import Head, Ref
from detente.pages.rows import anchor_of, own_words, what_words
from detente.pages.shown import shown_on
from detente.pages.wording import CLASS_WORDS, REALIS_WORDS, clean, day_words, one_line
from detente.search import Found, Hit, SearchQuery, Span
from detente.search.asking import MOST_PHRASES, Phrase
from detente.search.query import CLASSES, KINDS, LONGEST, MOST_ACTORS
from detente.search.snippets import marked

PATH = "search"
KIND_WORDS = marked_words("found", {"article": "Report", "analysis": "Analysis", "event": "Event"})
FACET_WORDS = marked_words("facet", {
    "kind": "What", "year": "When", "category": "Category", "class": "Kind of event", "realis": "Stated as", "actor": "Who takes part",
})  # fmt: skip
SORT_WORDS = marked_words("order", {"best": "best first", "newest": "newest first"})


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit. ref: where it is shown; also: of an event, the article that tells of it, by title. language: of the words it was found by."""

    kind: str
    ref: Ref
    title: tuple[Span, ...]
    snippet: tuple[Span, ...]
    day: date | None
    source: str
    categories: tuple[str, ...]
    realis: str
    also: tuple[tuple[str, Ref], ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to go on: address with all parameters; count of what is there."""

    label: str
    address: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class FacetBox:
    """Ways to narrow a search by one thing."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An entry of a list in the form."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """A list in the form."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A search. problem: what in the address could not be read; summary: how many there are, in a sentence; filters: those that are set,
    each with the address without it. follow: the question in the addresses of its feeds, empty where nothing was asked."""

    head: Head
    query: SearchQuery
    asked: bool
    problem: str
    summary: str
    note: str
    hits: tuple[HitRow, ...]
    facets: tuple[FacetBox, ...]
    filters: tuple[Choice, ...]
    sorts: tuple[Option, ...]
    selections: tuple[Selection, ...]
    hidden: tuple[tuple[str, str], ...]
    narrowed: bool
    before: str
    after: str
    follow: str
    longest: int = LONGEST
    most_phrases: int = MOST_PHRASES


def search_page(edition: Edition, query: SearchQuery, found: Found | None, problem: str = "") -> SearchPage:
    """The page for an answer, in the edition's language; without one, the form alone."""
    with speaking(edition.frame.language):
        return _search_page(edition, query, found, problem)


def _search_page(edition: Edition, query: SearchQuery, found: Found | None, problem: str) -> SearchPage:
    words, title = one_line(query.words, 80), edition.frame.title
    heading = say("Search: {words}", words=words) if words else say("Search")
    path = edition.frame.prefix + PATH
    rows = tuple(_rows(edition, found.hits, query.asked.phrases)) if found else ()
    filters = tuple(_filters(edition, query))
    return SearchPage(
        head=Head(path, heading, say("Search in {title}.", title=title), query=urlencode(query.params())),
        query=query, asked=found is not None, problem=problem,
        summary=_summary(found) if found else "", note=retold(found.note) if found else "", hits=rows,
        facets=tuple(_facets(edition, query, found)) if found else (), filters=filters,
        sorts=tuple(Option(value, say_as("order", label), value == query.sort) for value, label in SORT_WORDS.items()),
        selections=tuple(_selections(edition, query, found)), hidden=tuple(_hidden(query)), narrowed=bool(filters),
        before=address(replace(query, page=query.page - 1)) if found and query.page > 1 else "",
        after=address(replace(query, page=found.next)) if found and found.next else "",
        follow=urlencode(query.params(sort="")) if found else "",
    )  # fmt: skip


def address(query: SearchQuery) -> str:
    """The address of a search, from the site's root."""
    params = query.params()
    return f"{PATH}?{urlencode(params)}" if params else PATH


def hit_ref(edition: Edition, hit: Hit) -> Ref | None:
    """Where a hit is shown: an article, an analysis, an event's row on the page of its relation, else in the article that tells of it.
    None where it is no longer there: the index can be some moments behind."""
    material = edition.material
    if hit.page == "event":
        return _event_ref(edition, material, hit.id)
    ref = Ref("analysis", hit.id) if hit.page == "analysis" else Ref("article", material.same_as.get(hit.id, ""))
    return ref if ref in edition.paths else None


def _event_ref(edition: Edition, material: Material, key: str) -> Ref | None:
    event = material.events.get(key)
    if event is None:
        return None
    for name in edition.relations:
        if Ref("relation", name) in edition.paths and key in shown_on(material, name).ids:
            return Ref("relation", name, anchor_of(key))
    return _article_ref(edition, material, event.mentions[0].article, anchor_of(key))


def _article_ref(edition: Edition, material: Material, article: str, fragment: str = "") -> Ref | None:
    shown = material.same_as.get(article, "")
    return Ref("article", shown, fragment) if Ref("article", shown) in edition.paths else None


def _rows(edition: Edition, hits: tuple[Hit, ...], phrases: tuple[Phrase, ...]) -> Iterator[HitRow]:
    names = {category.slug: own_words(edition.material, category.name, 80) for category in edition.categories}
    for hit in hits:
        ref = hit_ref(edition, hit)
        if ref is None:
            continue
        told = _article_ref(edition, edition.material, hit.article) if hit.page == "event" else None
        event = edition.material.events.get(hit.id) if hit.page == "event" else None
        title = marked(what_words(edition.material, event), phrases) if event else _clean(hit.title)
        also = ((one_line(edition.material.by_id[told.key].title) or say("Untitled"), told),) if told else ()
        unasserted = hit.kind == "event" and hit.realis and hit.realis[0] != "asserted"
        yield HitRow(
            kind=say_as("found", KIND_WORDS[hit.kind]), ref=ref, title=title, snippet=_clean(hit.snippet), day=hit.day,
            source="" if hit.kind == "event" else one_line(hit.source, 120), also=also,
            categories=tuple(names[slug] for slug in hit.categories if slug in names),
            realis=say_as("realis", REALIS_WORDS.get(hit.realis[0], "")) if unasserted else "", language=_language(edition, ref, hit),
        )  # fmt: skip


def _language(edition: Edition, ref: Ref, hit: Hit) -> str:
    if hit.page == "analysis":
        return edition.frame.own
    told = edition.material.by_id.get(hit.article if hit.page == "event" else ref.key)
    return told.language if told else ""


def _clean(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(Span(clean(span.text), span.marked) for span in spans)


def _summary(found: Found) -> str:
    if not found.total:
        return say("Nothing found.")
    order = say_as("order", SORT_WORDS[found.query.sort if found.query.asked.groups else "newest"])
    if found.more:
        return say("More than {n:,} found; the newest {n:,} were compared and counted, {order}.", n=found.total, order=order)
    return say_many("{n:,} found.", "{n:,} found, {order}.", found.total, order=order)


def _label(edition: Edition, name: str, value: str) -> str:
    """What a value of a filter is called."""
    if name == "actor":
        return one_line(edition.material.names(value) or value, 60)
    if name == "category":
        return next((own_words(edition.material, c.name, 60) for c in edition.categories if c.slug == value), value)
    tables = {"kind": ("found", KIND_WORDS), "class": ("class", CLASS_WORDS), "realis": ("realis", REALIS_WORDS)}
    context, table = tables.get(name, ("", {}))
    return say_as(context, table[value]) if value in table else value


def _facets(edition: Edition, query: SearchQuery, found: Found) -> Iterator[FacetBox]:
    for facet in found.facets:
        name, wanted = facet.name, [v for v in facet.values if _narrows(query, facet.name, v.value)]
        choices = tuple(Choice(_label(edition, name, v.value), address(_with(query, name, v.value)), v.count) for v in wanted)
        if choices and not (len(choices) == 1 and choices[0].count == found.total):
            yield FacetBox(say_as("facet", FACET_WORDS[name]), choices)


def _narrows(query: SearchQuery, name: str, value: str) -> bool:
    """Whether a value can be asked for besides what is asked already."""
    if name == "actor":
        return value not in query.actors and len(query.actors) < MOST_ACTORS
    if name == "year":
        return not (query.since and query.until and query.since.year == query.until.year)
    asked = {"kind": query.kind, "class": query.plover, "realis": query.realis, "category": query.category}
    return not asked[name]


def _with(query: SearchQuery, name: str, value: str) -> SearchQuery:
    """The query with one more filter."""
    changed: dict[str, Any]
    if name == "year":
        changed = _year(query, int(value))
    else:
        changed = {"actors": (*query.actors, value)} if name == "actor" else {{"class": "plover"}.get(name, name): value}
    return replace(query, **changed, page=1)


def _year(query: SearchQuery, year: int) -> dict[str, Any]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return {"since": max(first, query.since or first), "until": min(last, query.until or last)}


def _filters(edition: Edition, query: SearchQuery) -> Iterator[Choice]:
    """The filters that are set, each with the way back."""
    for code in query.actors:
        rest = tuple(other for other in query.actors if other != code)
        yield Choice(_label(edition, "actor", code), address(replace(query, actors=rest, page=1)))
    empty = SearchQuery()
    for field, label in (
        ("kind", _label(edition, "kind", query.kind or "")), ("category", _label(edition, "category", query.category)),
        ("plover", _label(edition, "class", query.plover)), ("realis", _label(edition, "realis", query.realis or "")),
        ("relation", query.relation), ("language", query.language), ("source", one_line(query.source, 60)),
        ("since", say("from {start} on", start=day_words(query.since))), ("until", say("to {end}", end=day_words(query.until))),
    ):  # fmt: skip
        if getattr(query, field):
            yield Choice(label, address(replace(query, **{field: getattr(empty, field)}, page=1)))


def _selections(edition: Edition, query: SearchQuery, found: Found | None) -> Iterator[Selection]:
    def one(name: str, label: str, values: Iterator[str] | tuple[str, ...], chosen: str) -> Selection:
        options = [Option(value, _label(edition, name, value), value == chosen) for value in values]
        return Selection(name, say_as("facet", label), (Option("", say("any"), not chosen), *options))

    yield one("kind", FACET_WORDS["kind"], KINDS, query.kind or "")
    yield one("category", FACET_WORDS["category"], tuple(c.slug for c in edition.categories), query.category)
    yield one("class", FACET_WORDS["class"], CLASSES, query.plover)
    yield one("realis", FACET_WORDS["realis"], tuple(REALIS_WORDS), query.realis or "")
    counted = [value.value for facet in found.facets if facet.name == "actor" for value in facet.values] if found else []
    watched = [code for name in edition.relations for code in name.split("-")]
    codes = sorted({*counted, *watched, *query.actors}, key=lambda code: _label(edition, "actor", code))
    yield one("actor", FACET_WORDS["actor"], tuple(codes), query.actors[0] if query.actors else "")


def _hidden(query: SearchQuery) -> Iterator[tuple[str, str]]:
    """What the form keeps without showing it in a field of its own."""
    yield from (("actor", code) for code in query.actors[1:])
    yield from ((name, value) for name, value in query.params() if name in ("relation", "language", "source"))
