"""What a writer may quote: the category's drivers and latest events with their words, similar stories, similar situations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError
from detente.pages.rows import QUOTE_LENGTH
from detente.pages.wording import CHANGE_ARROWS, CHANGE_WORDS, one_line, points, share
from detente.types import Article, Assessment, Event, Mention, Status

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.pages.material import Material

LISTED = 8  # rows of a list: two screens of the column beside the text
LEAD = 280  # characters of a similar article that are offered as a quote: its first sentences


@dataclass(frozen=True, slots=True)
class Quotable:
    """Words that can be put into the text, with where they stand. note: why they are in the list."""

    quote: str
    article: str
    title: str
    source: str
    published: datetime | None
    event: str
    field: str
    start: int
    end: int
    note: str

    def block(self) -> dict[str, Any]:
        """The value of a quote's block in the editor."""
        names = ("quote", "article", "event", "field", "start", "end")
        return {name: getattr(self, name) for name in names} | {"source": cited(self.title, self.source, self.published)}


def cited(title: str, source: str, published: datetime | None) -> str:
    """Where words are from, in a line."""
    day = f"{published.day} {published:%B %Y}" if published else ""
    return ", ".join(part for part in (one_line(title, 300), one_line(source, 120), day) if part)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of it. status: the category's, in words; empty where there is none."""

    status: str
    drivers: tuple[Quotable, ...] = ()
    latest: tuple[Quotable, ...] = ()
    stories: tuple[Quotable, ...] = ()
    situations: tuple[Quotable, ...] = ()


def evidence(desk: Desk, material: Material, category: str, as_of: date | None, title: str, words: str) -> Evidence:
    """For a category as of a day (the desk's own if None) and the text as far as it is written. material: of the public pages."""
    known = desk.category(category) if category else None
    day = desk.as_of(as_of)
    stories, situations = (_like(desk, title, words, day, kind) for kind in ("story", "situation"))
    if known is None:
        return Evidence("", stories=stories, situations=situations)
    status = desk.status(known.name, day)
    told = desk.told(day)
    every: list[Event | Assessment] = [*told.events, *told.assessments]
    rows = {row.id: row for row in every}
    articles = {article.id: article for article in desk.articles()}
    relations = {relation.name for relation in known.relations}
    return Evidence(
        _status_words(status), _drivers(material, status, rows, articles), _latest(material, told.events, relations, articles), stories,
        situations,
    )  # fmt: skip


def _status_words(status: Status) -> str:
    by = "" if status.by == "machine" else f", set by {one_line(status.by, 80)}"
    change = f"{CHANGE_ARROWS[status.change]} {CHANGE_WORDS[status.change]}"
    return f"{one_line(status.name, 120)}: {change}, level {points(status.level)} as of {status.as_of.isoformat()}{by}"


def _drivers(
    material: Material, status: Status, rows: dict[str, Event | Assessment], articles: dict[str, Article]
) -> tuple[Quotable, ...]:
    from detente.pages.rows import what_words

    largest = sorted((d for d in status.drivers if d.id in rows), key=lambda d: -abs(d.share))
    made = []
    for driver in largest[:LISTED]:
        row = rows[str(driver.id)]
        made.append(_quotable(row.mentions[0], articles, row.id, f"{share(driver.share)}: {what_words(material, row)}"))
    return tuple(q for q in made if q)


def _latest(
    material: Material, events: Iterable[Event], relations: set[str], articles: dict[str, Article]
) -> tuple[Quotable, ...]:
    from detente.pages.material import relations_of_event
    from detente.pages.rows import what_words

    bearing = [e for e in events if relations & set(relations_of_event(e))]
    bearing.sort(key=lambda e: (e.date_end or e.date_start or date.min, e.id), reverse=True)
    made = (_quotable(e.mentions[-1], articles, e.id, what_words(material, e)) for e in bearing[:LISTED])
    return tuple(q for q in made if q)


def _quotable(mention: Mention, articles: dict[str, Article], event: str, note: str) -> Quotable | None:
    article = articles.get(mention.article)
    if article is None or not mention.quote.strip():
        return None
    text = article.title if mention.field == "title" else article.text
    end = min(mention.end, mention.start + QUOTE_LENGTH)
    return Quotable(
        text[mention.start : end], article.id, one_line(article.title), one_line(article.source, 120), article.published, event,
        mention.field, mention.start, end, one_line(note, 300),
    )  # fmt: skip


def _like(desk: Desk, title: str, words: str, day: date, kind: str) -> tuple[Quotable, ...]:
    """Similar articles, each with its first sentences as what can be quoted; none where no model is there to compare with."""
    from detente.desk.analyses.freeze import like_articles

    try:
        found = like_articles(desk, title, words, day, kind)
    except DetenteError:
        return ()
    made = []
    for like in found:
        text = desk.article(like.article).text
        start, end = lead(text)
        if start < end:
            made.append(
                Quotable(text[start:end], like.article, one_line(like.title), one_line(like.source, 120), like.published, "", "text", start,
                         end, one_line(like.why, 300))
            )  # fmt: skip
    return tuple(made)


def lead(text: str) -> tuple[int, int]:
    """Where the first sentences of a text stand: its first line, cut at a sentence's or word's end within ``LEAD`` characters."""
    start = len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    if len(line) <= LEAD:
        return start, start + len(line)
    cut = line[:LEAD]
    at = max(cut.rfind(". "), cut.rfind("! "), cut.rfind("? "))
    return start, start + (at + 1 if at > LEAD // 4 else cut.rfind(" ") if " " in cut else LEAD)
