"""What the feeds tell of articles, and which entries are the newest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.pages.article import publishes
from detente.pages.language import say, say_many
from detente.pages.material import Material
from detente.pages.parts import ArticleLink, FeedItem
from detente.pages.wording import one_line, sort_moment
from detente.types import Event

FEED_ITEMS = 500  # newest entries of a feed: years of a busy desk, and still under a megabyte


def feed_items(material: Material, links: Sequence[ArticleLink], more: Sequence[FeedItem] = ()) -> tuple[FeedItem, ...]:
    """The newest entries of the whole site, newest first. links: of every article; more: changes of status and analyses, as in their own
    feeds, and with the same ids."""
    return newest([*more, *(article_item(material, link) for link in links)], FEED_ITEMS)


def article_item(material: Material, link: ArticleLink) -> FeedItem:
    """What the feeds tell of an article: its beginning where its text may be published, else how much was coded from it."""
    article = material.by_id[link.ref.key]
    whole = publishes(material, article)
    coded = sum(1 for row in material.coded_in.get(article.id, ()) if isinstance(row, Event))
    summary = one_line(article.text, 280) if whole else _coded_words(link.source, coded)
    return FeedItem(f"article:{article.id}", link.ref, link.title, link.published or material.as_of, summary, "", link.kind)


def newest(items: Iterable[FeedItem], most: int) -> tuple[FeedItem, ...]:
    """The newest ones, newest first; in one order, however they came."""
    return tuple(sorted(items, key=lambda i: (sort_moment(i.when), i.kind, i.id), reverse=True)[:most])


def _coded_words(source: str, coded: int) -> str:
    return say_many("{source}: {n} event coded.", "{source}: {n} events coded.", coded, source=source or say("A report"))
