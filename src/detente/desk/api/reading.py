"""What everybody may read: articles, what they tell, relations, categories, statuses, forecasts, the change log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from ninja import Query

from detente import __version__
from detente.desk.api import asking, rows, shapes
from detente.desk.api.answering import has
from detente.desk.api.days import statuses_of
from detente.desk.api.listing import listing
from detente.desk.api.lists import Page, answer
from detente.desk.api.problems import Refused
from detente.desk.api.service import reads
from detente.desk.api.snapshot import Snapshot, Told, day_of, snapshot
from detente.errors import NotFoundError
from detente.pages.wording import sort_moment
from detente.published import PublishedAnalysis
from detente.relations.observing import place_of
from detente.types import Article, Event, Forecast, Status

LISTS = ("articles", "analyses", "events", "relations", "categories", "statuses", "changes", "forecasts", "forecasts/found", "search")


@reads("/", shapes.Root, "Where everything is", tag="desk", name="root")
def root(request: Any) -> Any:
    """The lists, and the day the desk has come to."""
    from django.conf import settings

    try:
        day = snapshot(request).material.as_of.isoformat()
    except NotFoundError:
        day = None
    links = {name: f"{rows.BASE}/{name}" for name in (*LISTS, "openapi.json")}
    return {"title": settings.WAGTAIL_SITE_NAME, "version": __version__, "as_of": day, "links": links}


@reads("/articles", Page[shapes.Article], "Articles, newest first", tag="articles", name="list_articles")
def articles(request: Any, asked: Query[asking.ArticlesAsked]) -> Any:
    """Every article that has a page. The text is there where the desk may publish it, or with a token that has the right to review."""
    now, whole = snapshot(request), has(request, "review")
    meant = now.desk.category(asked.category) if asked.category else None

    def wanted(article: Article) -> bool:
        if (asked.kind and article.kind != asked.kind) or (asked.language and article.language != asked.language):
            return False
        if (asked.source and article.source != asked.source) or not asked.spans(rows.iso(article.published) or ""):
            return False
        under = now.plan.under.get(article.id)
        return not asked.category or (meant is not None and under is not None and under.slug == meant.slug)

    return answer(request, "articles", asked, now.articles, lambda a: rows.article_row(now, a, whole), shapes.Article, wanted)


@reads("/articles/{article}", shapes.Article, "One article", tag="articles", name="article")
def article(request: Any, article: str) -> Any:
    """By its id. One that repeats another is there with a token that has the right to review."""
    now, whole = snapshot(request), has(request, "review")
    found = now.material.by_id.get(article)
    if found is None or (now.material.same_as[article] != article and not whole):
        raise NotFoundError("there is no such article")
    return rows.article_row(now, found, whole)


@reads("/analyses", Page[shapes.Analysis], "What the desk wrote, newest first", tag="articles", name="list_analyses")
def analyses(request: Any, asked: Query[asking.AnalysesAsked]) -> Any:
    """The analyses that are published now, each with the status it froze."""
    now = snapshot(request)
    found = listing(now.plan.analyses, lambda a: (sort_moment(a.published).isoformat(timespec="microseconds"), a.slug), newest_first=True)

    def wanted(analysis: PublishedAnalysis) -> bool:
        meant = now.desk.category(asked.category) if asked.category else None
        named = not asked.category or analysis.category == (meant.name if meant else asked.category)
        return named and asked.spans(analysis.published.isoformat())

    return answer(request, "analyses", asked, found, lambda a: rows.analysis_row(now, a), shapes.Analysis, wanted)


@reads("/analyses/{slug}", shapes.Analysis, "One analysis", tag="articles", name="analysis")
def analysis(request: Any, slug: str) -> Any:
    """By its slug."""
    now = snapshot(request)
    found = next((each for each in now.plan.analyses if each.slug == slug), None)
    if found is None:
        raise NotFoundError("there is no such analysis")
    return rows.analysis_row(now, found)


@reads("/events", Page[shapes.Event] | Page[shapes.Assessment], "Events or assessments, newest first", tag="events", name="list_events")
def events(request: Any, asked: Query[asking.EventsAsked]) -> Any:
    """What the articles tell, merged from all that tell of it. A filter by day keeps what touches the span."""
    now, whole = snapshot(request), has(request, "review")
    place = next((place_of(code) for code in (asked.actor, asked.recipient, asked.country) if code), "")
    found = now.told_of(asked.kind, _ordered(asked.relation), place, asked.article or "")

    def wanted(row: Any) -> bool:
        if isinstance(row, Event):
            sides = asked.actor is None or _names(row.actor, asked.actor)
            sides = sides and (asked.recipient is None or _names(row.recipient, asked.recipient))
            sides = sides and (asked.plover is None or row.plover == asked.plover)
        else:
            sides = asked.plover is None and all(code is None or _names(row.sides, code) for code in (asked.actor, asked.recipient))
        return bool(sides) and (asked.realis is None or row.realis == asked.realis) and _told(row, asked, asked.country, _relation(asked))

    shape = shapes.Event if asked.kind == "event" else shapes.Assessment
    return answer(request, f"{asked.kind}s", asked, found, lambda row: rows.told_row(now, row, whole), shape, wanted)


@reads("/events/{event}", shapes.Event | shapes.Assessment | shapes.FoundForecast, "One event, assessment or forecast", tag="events",
       name="event")  # fmt: skip
def event(request: Any, event: str) -> Any:
    """By its id."""
    now = snapshot(request)
    found: Told | None = now.material.events.get(event) or now.material.assessments.get(event) or now.material.forecasts.get(event)
    if found is None:
        raise NotFoundError("there is no such event")
    return rows.told_row(now, found, has(request, "review"))


@reads("/relations", Page[shapes.Relation], "Relations, by name", tag="relations", name="list_relations")
def relations(request: Any, asked: Query[asking.Listed]) -> Any:
    """Every relation that has a page, with its status as it stands."""
    now = snapshot(request)
    found = listing(now.plan.relations, lambda name: (name,))
    return answer(request, "relations", asked, found, lambda name: rows.relation_row(now, name), shapes.Relation)


@reads("/relations/{name}", shapes.Relation, "One relation", tag="relations", name="relation")
def relation(request: Any, name: str) -> Any:
    """By its name, as in BLR-USA; the order of the sides does not matter."""
    now = snapshot(request)
    return rows.relation_row(now, _known_relation(now, name))


@reads("/relations/{name}/series", Page[shapes.Point], "The level of a relation, day by day", tag="relations", name="relation_series")
def relation_series(request: Any, name: str, asked: Query[asking.SeriesAsked]) -> Any:
    """Oldest first, with the 80 % band, as known on the desk's newest day."""
    now = snapshot(request)
    return _series(request, now, _known_relation(now, name), asked)


@reads("/categories", Page[shapes.Category], "Categories, by name", tag="categories", name="list_categories")
def categories(request: Any, asked: Query[asking.Listed]) -> Any:
    """What the desk reports on."""
    now = snapshot(request)
    found = listing(now.plan.categories, lambda category: (category.slug,))
    return answer(request, "categories", asked, found, lambda category: rows.category_row(now, category), shapes.Category)


@reads("/categories/{slug}", shapes.Category, "One category", tag="categories", name="category")
def category(request: Any, slug: str) -> Any:
    """By its slug."""
    now = snapshot(request)
    return rows.category_row(now, _known_category(now, slug))


@reads("/categories/{slug}/series", Page[shapes.Point], "The level of a category, day by day", tag="categories", name="category_series")
def category_series(request: Any, slug: str, asked: Query[asking.SeriesAsked]) -> Any:
    """Oldest first, with the 80 % band, as known on the desk's newest day."""
    now = snapshot(request)
    return _series(request, now, _known_category(now, slug).name, asked)


@reads("/statuses", Page[shapes.Status], "Statuses as of a day", tag="statuses", name="list_statuses")
def statuses(request: Any, asked: Query[asking.StatusesAsked]) -> Any:
    """Of categories and relations, one for each source they rest on. An editor's word stands over the machine's unless `by` says
    otherwise. How they came to be is in /changes."""
    now = snapshot(request)
    found = statuses_of(now, asked.as_of, asked.by == "machine")
    meant = _named(now, asked.name)

    def wanted(status: Status) -> bool:
        named = not meant or status.name.casefold() == meant.casefold()
        return named and asked.kind in (None, status.kind) and not (asked.by == "editor" and status.by == "machine")

    by_name = listing(found, lambda s: (s.kind, s.name, s.source))
    return answer(request, "statuses", asked, by_name, lambda s: rows.status_row(now, s), shapes.Status, wanted)


@reads("/changes", Page[shapes.ChangeRow], "Steps of statuses and decisions of editors, newest first", tag="statuses", name="list_changes")
def changes(request: Any, asked: Query[asking.ChangesAsked]) -> Any:
    """The change log: the history of every status. A step is by its day, a decision by when it was made."""
    now = snapshot(request)
    meant = _named(now, asked.name)

    def wanted(row: Any) -> bool:
        named = not meant or rows.log_name(now, row).casefold() == meant.casefold()
        return named and asked.kind in (None, row.kind) and asked.spans(row.when.isoformat())

    return answer(request, "changes", asked, now.changes, lambda row: rows.change_row(now, row), shapes.ChangeRow, wanted)


@reads("/forecasts", Page[shapes.MadeForecast], "Forecasts the desk made, newest first", tag="forecasts", name="list_forecasts")
def forecasts(request: Any, asked: Query[asking.LedgerAsked]) -> Any:
    """The ledger, with how each came out. Without a token: the forecasts of analyses that are published now."""
    now, whole, today = snapshot(request), has(request, "read"), datetime.now(UTC).date()
    meant = _named(now, asked.category)

    def wanted(row: Any) -> bool:
        if (meant and row.category != meant) or (asked.author and row.author != asked.author):
            return False
        return asked.state in (None, row.state(today)) and asked.spans(row.deadline.isoformat())

    found = listing(_ledger(now, whole), lambda row: (row.made_at.astimezone(UTC).isoformat(), f"{row.id:020}"), newest_first=True)
    return answer(request, "forecasts", asked, found, lambda row: rows.ledger_row(now, row, today, whole), shapes.MadeForecast, wanted)


@reads("/forecasts/found", Page[shapes.FoundForecast], "Forecasts found in articles, latest first", tag="forecasts", name="found_forecasts")
def found_forecasts(request: Any, asked: Query[asking.FoundAsked]) -> Any:
    """What the articles say will or may happen."""
    now, whole = snapshot(request), has(request, "review")
    found = now.told_of("forecast", _ordered(asked.relation), place_of(asked.country) if asked.country else "", asked.article or "")
    keeps: Callable[[Any], bool] = lambda row: _told(row, asked, asked.country, _relation(asked))  # noqa: E731
    return answer(request, "forecasts-found", asked, found, lambda row: rows.told_row(now, row, whole), shapes.FoundForecast, keeps)


@reads("/forecasts/{number}", shapes.MadeForecast, "One forecast the desk made", tag="forecasts", name="forecast")
def forecast(request: Any, number: int) -> Any:
    """By its number."""
    now, whole = snapshot(request), has(request, "read")
    found = next((row for row in _ledger(now, whole) if row.id == number), None)
    if found is None:
        raise NotFoundError("there is no such forecast")
    return rows.ledger_row(now, found, datetime.now(UTC).date(), whole)


@reads("/search", shapes.Hits, "Search over articles, analyses and events", tag="search", name="search")
def search(request: Any, asked: Query[asking.SearchAsked]) -> Any:
    """By words and filters, the best or the newest first. What is found is public, or with a token that has the right to review all."""
    from detente.desk_search import search as ask
    from detente.search import query_from

    now, given = snapshot(request), asked.model_dump(mode="json", by_alias=True, exclude_none=True)
    query = query_from([("class" if name == "plover" else name, str(value)) for name, value in given.items()])
    found = ask(now.desk, query, public=not has(request, "review"), facets=False)
    return {"items": [rows.hit_row(now, hit) for hit in found.hits], "total": found.total, "more": found.more, "next": found.next,
            "note": found.note}  # fmt: skip


def _ledger(now: Snapshot, whole: bool) -> list[Any]:
    published = {analysis.slug for analysis in now.plan.analyses}
    return [row for row in now.desk.ledger() if whole or row.analysis in published]


def _series(request: Any, now: Snapshot, name: str, asked: asking.SeriesAsked) -> Any:
    sources = [status.source for status in now.desk.statuses_from(name, now.material.as_of)]
    if asked.source and asked.source not in sources:
        allowed = f"one of {', '.join(sources)}"
        raise Refused(422, f"source: {allowed}", errors=[{"parameter": "source", "message": allowed}])
    points = listing(now.material.series(name, asked.source or ""), lambda point: (point.day.isoformat(),))
    return answer(request, "series", asked, points, rows.point_row, shapes.Point, lambda point: asked.spans(point.day.isoformat()))


def _known_relation(now: Snapshot, name: str) -> str:
    if _ordered(name.upper()) not in now.plan.relations:
        raise NotFoundError("there is no such relation")
    return _ordered(name.upper())


def _known_category(now: Snapshot, slug: str) -> Any:
    category = now.desk.category(slug)
    found = next((each for each in now.plan.categories if category and each.slug == category.slug), None)
    if found is None:
        raise NotFoundError("there is no such category")
    return found


def _ordered(name: str | None) -> str:
    """``USA-BLR`` -> ``BLR-USA``; anything else as it is."""
    one, dash, other = (name or "").partition("-")
    return "-".join(sorted((one, other))) if dash and one.isupper() and other.isupper() and "-" not in other else name or ""


def _named(now: Snapshot, name: str | None) -> str:
    """The name of the relation or category that a filter means: of a category by its name or slug, now or formerly."""
    return now.desk.called_now(_ordered(name))


def _relation(asked: Any) -> str:
    """The relation to look for once more, where another filter chose the rows."""
    return _ordered(asked.relation) if asked.article else ""


def _names(codes: tuple[str, ...], given: str) -> bool:
    """Whether one of the codes is what a filter means: BLR is BLRGOV too."""
    return any(code.startswith(given) or place_of(code) == given for code in codes)


def _told(row: Told, asked: asking.Between, country: str | None, relation: str) -> bool:
    from detente.pages.material import relations_of_event, relations_of_sides

    codes = (*row.actor, *row.recipient) if isinstance(row, Event) else row.sides
    if country and not _names(codes, country):
        return False
    if relation and relation not in (relations_of_event(row) if isinstance(row, Event) else relations_of_sides(row.sides)):
        return False
    start = row.horizon_start if isinstance(row, Forecast) else row.date_start
    return asked.spans(rows.iso(start) or day_of(row), day_of(row))
