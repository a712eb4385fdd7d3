"""The feed of one relation or category: its new articles, the analyses under it, and every change of its status; and its badge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.config import Category
from detente.pages.analysis import analysis_items
from detente.pages.change_log import log_items
from detente.pages.feed_items import article_item, newest
from detente.pages.language import say
from detente.pages.links import stem_of
from detente.pages.material import Material
from detente.pages.parts import ArticleLink, Feed, FeedItem, LogRow, Ref, StatusBox
from detente.pages.rows import own_words, relation_title, status_box
from detente.published import PublishedAnalysis

if TYPE_CHECKING:
    from detente.pages.build import Edition

# Newest entries of one page's feed. Readers look at least daily, and a busy relation has a few entries a day; the whole-site feed has more.
PAGE_ITEMS = 50


def followed(paths: Mapping[Ref, str]) -> list[Ref]:
    """The pages that have a feed and a badge of their own."""
    return [ref for ref in paths if ref.kind in ("category", "relation")]


def page_items(
    material: Material, log: Sequence[LogRow], links: Sequence[ArticleLink], under: Mapping[str, Category | None],
    analyses: Sequence[PublishedAnalysis],
) -> dict[Ref, tuple[FeedItem, ...]]:  # fmt: skip
    """Relation or category -> its newest entries. links: of articles, newest first; under: article's id -> its category."""
    found: dict[Ref, list[FeedItem]] = defaultdict(list)
    for item in log_items(material, [row for row in log if row.ref], len(log)):
        found[item.ref].append(item)
    told = _told_by(material)
    room: dict[Ref, int] = defaultdict(lambda: PAGE_ITEMS)
    for link in links:
        category = under[link.ref.key]
        pages = [Ref("relation", name) for name in told.get(link.ref.key, ())] + ([Ref("category", category.slug)] if category else [])
        open_ = [ref for ref in pages if room[ref]]
        if open_:
            item = article_item(material, link)
            for ref in open_:
                room[ref] -= 1
                found[ref].append(item)
    for analysis, item in zip(analyses, analysis_items(analyses), strict=True):
        for category in material.desk.config.categories:
            if category.name == analysis.category:
                for ref in (Ref("category", category.slug), *(Ref("relation", r.name) for r in category.relations)):
                    found[ref].append(item)
    return {ref: newest(items, PAGE_ITEMS) for ref, items in found.items()}


def _told_by(material: Material) -> dict[str, tuple[str, ...]]:
    """Article's id -> the relations it tells of."""
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for rows_of in (material.events_of_relation, material.assessments_of_relation, material.forecasts_of_relation):
        for name, rows in rows_of.items():
            for article in _articles(material, rows):
                told[article][name] = None
    return {article: tuple(names) for article, names in told.items()}


def _articles(material: Material, rows: Iterable[object]) -> set[str]:
    return {material.same_as[m.article] for row in rows for m in row.mentions}  # type: ignore[attr-defined]


def feed_of(edition: Edition, ref: Ref) -> Feed:
    """The feed of a relation or category."""
    site, path = edition.frame.title, edition.paths[ref]
    if ref.kind == "relation":
        title = relation_title(edition.material, ref.key)
    else:
        title = own_words(edition.material, _category_name(edition, ref), 120)
    about = say("New articles, analyses and changes of status: {title}, as {site} sees it.", title=title, site=site)
    return Feed(stem_of(path), path, f"{title} · {site}", about, edition.items.get(ref, ()))


def box_of(edition: Edition, ref: Ref) -> StatusBox:
    """The status of a relation or category, as its badge shows it."""
    name = ref.key if ref.kind == "relation" else _category_name(edition, ref)
    return status_box(edition.material, edition.material.statuses(edition.material.as_of)[name])


def badge_path(edition: Edition, ref: Ref) -> str:
    """Where the badge of a relation or category stands: beside its page."""
    return f"{stem_of(edition.paths[ref])}.svg"


def _category_name(edition: Edition, ref: Ref) -> str:
    return next(c.name for c in edition.categories if c.slug == ref.key)
