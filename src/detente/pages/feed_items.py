"""What the feeds tell: every step of a status, and every article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.pages.article import publishes
from detente.pages.language import say, say_many
from detente.pages.material import Material
from detente.pages.parts import ArticleLink, FeedItem, StepRow
from detente.pages.wording import change_clause, change_words, one_line, points, sort_moment
from detente.types import Event

FEED_ITEMS = 500  # newest entries of a feed: years of a busy desk, and still under a megabyte


def feed_items(
    material: Material, steps: Sequence[StepRow], links: Sequence[ArticleLink], more: Sequence[FeedItem] = ()
) -> tuple[FeedItem, ...]:
    """The newest entries, newest first. steps: of every category and relation; links: of every article; more: made elsewhere."""
    items = list(more)
    for step in steps:
        if step.ref is None:
            continue
        by = "" if step.by == "machine" else " " + say("Set by {editor}: {reason}", editor=step.by, reason=step.reason)
        summary = say_many(
            "{change} over {n} day; {level}; {events}.", "{change} over {n} days; {level}; {events}.", material.desk.config.period_days,
            change=change_words(step.change), level=_level_words(step), events=say_many("{n} event", "{n} events", step.events),
        )  # fmt: skip
        ident = f"status:{step.ref.kind}:{step.ref.key}:{step.day.isoformat()}:{step.change}"
        items.append(FeedItem(ident, step.ref, f"{step.title}: {change_clause(step.change)}", step.day, summary + by, "", "status"))
    items += [article_item(material, link) for link in links]
    return newest(items, FEED_ITEMS)


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


def _level_words(step: StepRow) -> str:
    if step.level is None:
        return say("no level")
    return say("level {level}, 80 % band {low} to {high}", level=points(step.level), low=points(step.low), high=points(step.high))


def _coded_words(source: str, coded: int) -> str:
    return say_many("{source}: {n} event coded.", "{source}: {n} events coded.", coded, source=source or say("A report"))
