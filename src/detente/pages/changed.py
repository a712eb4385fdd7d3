"""When each page last changed, as far as the record knows: what the map of the site says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from detente.pages.language import say
from detente.pages.model import NewsEntry
from detente.pages.parts import Ref
from detente.pages.wording import one_line, sort_moment

if TYPE_CHECKING:
    from detente.pages.build import Edition

Moment = date | datetime


def listed_pages(edition: Edition) -> tuple[tuple[str, Moment | None], ...]:
    """Path and last change of every page. An article's page is of its day, an analysis's of its last publication; what stands as of the
    edition's day changed on that day, or when an editor decided since."""
    of_text = {link.ref: link.published for link in edition.listed} | {
        Ref("analysis", a.slug): a.updated or a.published for a in edition.analyses
    }
    decided = _decided(edition)
    newest_of_year: dict[str, Moment] = {}
    for link in edition.listed:
        if link.published:
            newest_of_year.setdefault(str(link.published.year), link.published)
    every = max(decided.values(), key=sort_moment, default=None)

    def changed(ref: Ref) -> Moment | None:
        if ref.kind in ("article", "analysis"):
            return of_text.get(ref)
        if ref.kind == "archive":
            return newest_of_year.get(ref.key)
        if ref.kind == "about":
            return None
        if ref.kind == "changes" and ref.key:
            return next((row.when for row in edition.log if str(row.when.year) == ref.key), None)
        return _later(edition.material.as_of, decided.get(ref) if ref.kind in ("category", "relation") else every)

    return tuple((edition.paths[ref], changed(ref)) for ref in edition.refs())


def _decided(edition: Edition) -> Mapping[Ref, datetime]:
    """The last moment an editor decided on a status or took that back, of each category and relation."""
    found: dict[Ref, datetime] = {}
    config = edition.material.desk.config
    for decision in edition.material.desk.overrides():
        category = config.category(decision.name) if decision.kind == "category" else None
        ref = Ref("category", category.slug) if category else Ref("relation", decision.name)
        moment = decision.withdrawn or decision.made_at
        if ref not in found or sort_moment(found[ref]) < sort_moment(moment):
            found[ref] = moment
    return found


def _later(day: date, moment: datetime | None) -> Moment:
    return day if moment is None or sort_moment(moment) < sort_moment(day) else moment


def news_entries(edition: Edition) -> tuple[NewsEntry, ...]:
    """What the site itself publishes as news: the desk's analyses, and the articles whose whole text it may show. A page that only quotes
    somebody else's report is none of its news."""
    from detente.pages.article import publishes

    material, paths = edition.material, edition.paths
    own = [NewsEntry(paths[Ref("analysis", a.slug)], one_line(a.title) or say("Untitled"), a.published, "") for a in edition.analyses]
    shown = [
        NewsEntry(paths[Ref("article", a.id)], one_line(a.title) or say("Untitled"), a.published, a.language)
        for a in material.articles
        if a.published and publishes(material, a)
    ]
    return (*own, *shown)
