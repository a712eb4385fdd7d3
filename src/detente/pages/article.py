"""An article's page: its text with what was coded in it, its category's status as of then, and what is similar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from detente.config import Category
from detente.pages.language import retold, say
from detente.pages.links import outside_link
from detente.pages.mark import Marked, mark_paragraphs, mark_text
from detente.pages.material import Material
from detente.pages.model import ArticlePage
from detente.pages.parts import ArticleLink, CodedRow, Head, MarkKind, QuoteRow, Ref, StatusBox, TextMark, TextSpan
from detente.pages.rows import (
    anchor_of,
    assessment_row,
    event_row,
    forecast_row,
    own_words,
    quote_rows,
    shares_of,
    sides_title,
    source_of,
    status_box,
    tone_of,
    what_words,
)
from detente.pages.wording import clean, one_line, said_as_of
from detente.types import Article, Assessment, Event, Forecast, Mention

SIMILAR = 5  # suggestions a list; the page this project started from has one, and beyond five nobody reads on
TRENDS = 5
Coded = Event | Assessment | Forecast


@dataclass(frozen=True, slots=True)
class MarkedText:
    """An article's words with what was coded in them. legend: the kinds of mark that stand in them."""

    title: tuple[TextSpan, ...]
    paragraphs: tuple[tuple[TextSpan, ...], ...]
    legend: tuple[MarkKind, ...]


def rows_of(material: Material, article: Article) -> list[Coded]:
    """What was coded in an article, in the order of its words."""
    return sorted(material.coded_in.get(article.id, ()), key=lambda row: _first_place(row, article.id))


def marked_text(material: Material, article: Article, rows: Sequence[Coded], whole: bool) -> MarkedText:
    """Title and text with a mark for each mention of ``rows``, numbered in their order. whole: whether the text may be shown."""
    numbers = {row.id: number for number, row in enumerate(rows, 1)}
    marked = [_marked(material, row, mention, numbers[row.id]) for row in rows for mention in row.mentions if mention.article == article.id]
    of_title = [m for f, m in marked if f == "title"]
    of_text = [m for f, m in marked if f == "text"] if whole else []
    title = _title(article, one_line(article.title) or say("Untitled"), of_title)
    legend = tuple(kind for kind in _KINDS if any(m.mark.kind == kind for m in of_text + of_title))
    return MarkedText(title, mark_paragraphs(article.text, of_text) if whole else (), legend)


def publishes(material: Material, article: Article) -> bool:
    """Whether an article's whole text may stand on its page: the desk's own analyses always, others as the settings say."""
    return article.kind == "analysis" or material.desk.config.may_publish_text(article.source)


def article_page(
    material: Material, article: Article, category: Category | None, links: Sequence[ArticleLink], paths: dict[Ref, str]
) -> ArticlePage:
    """The page of one article. Its status and trends are as of its own day, so a later article never changes them."""
    rows = rows_of(material, article)
    day = article.published.date() if article.published else None
    status = material.statuses(day).get(category.name) if day and category else None
    shares = shares_of(status)
    title = one_line(article.title) or say("Untitled")
    whole = publishes(material, article)
    text = marked_text(material, article, rows, whole)
    box = status_box(material, status) if status else None
    return ArticlePage(
        head=_head(article, own_words(material, category.name, 80) if category else "", title, box, paths, whole),
        kind=article.kind, title=text.title,
        category=own_words(material, category.name if category else article.category, 80),
        category_ref=Ref("category", category.slug) if category else None,
        status=box, published=article.published, author=one_line(article.author, 120), source=source_of(article),
        also_seen=_also_seen(material, article), url=outside_link(article.url), photo_credit=one_line(article.photo_credit, 160),
        paragraphs=text.paragraphs, whole_text=whole, quotes=() if whole else _quotes(material, article, rows),
        legend=text.legend,
        coded=tuple(coded_row(material, article.id, row, number, shares) for number, row in enumerate(rows, 1)),
        same_story=_similar(material, article, "story", links),
        similar=_similar(material, article, "situation", links), trends=_trends(material, day),
    )  # fmt: skip


_KINDS: tuple[MarkKind, ...] = ("cooperative", "conflictual", "neutral", "unrealised", "assessment", "forecast")


def _first_place(row: Coded, article_id: str) -> tuple[bool, int, int, str]:
    here = [m for m in row.mentions if m.article == article_id] or list(row.mentions)
    first = min(here, key=lambda m: (m.field != "title", m.start))
    return (first.field != "title", first.start, first.end, row.id)


def _marked(material: Material, row: Coded, mention: Mention, number: int) -> tuple[Literal["title", "text"], Marked]:
    kind: MarkKind
    if isinstance(row, Event):
        kind = tone_of(row) if row.realis == "asserted" else "unrealised"
        label = what_words(material, row)
    elif isinstance(row, Assessment):
        kind, label = "assessment", what_words(material, row)
    else:
        kind, label = "forecast", say("Forecast: {sides}", sides=sides_title(material, row.sides))
    return mention.field, Marked(mention.start, mention.end, TextMark(number, anchor_of(row.id), kind, label))


def _title(article: Article, title: str, marked: Sequence[Marked]) -> tuple[TextSpan, ...]:
    """The title with its marks; a title that had to be cut or mended is shown without, since offsets no longer hold."""
    return mark_text(article.title, marked) if article.title == title else (TextSpan(title),)


def _also_seen(material: Material, article: Article) -> tuple[str, ...]:
    seen = [*article.sources, *(s for copy in material.copies.get(article.id, ()) for s in (copy.source, *copy.sources))]
    return tuple(dict.fromkeys(one_line(s, 120) for s in seen if s and s != article.source))


def _quotes(material: Material, article: Article, rows: Sequence[Coded]) -> tuple[QuoteRow, ...]:
    """The quotes of an article whose text may not be published, in the order of the text."""
    mentions = [m for row in rows for m in row.mentions if m.article == article.id and m.field == "text"]
    quotes: dict[str, QuoteRow] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        row = quote_rows(material, [mention])[0]
        if not any(row.quote in known for known in quotes):
            quotes[row.quote] = row
    return tuple(quotes.values())


def coded_row(material: Material, article_id: str, row: Coded, number: int, shares: dict[str, float]) -> CodedRow:
    """A coded row with the words of this article first, other articles' after them."""
    made: CodedRow
    if isinstance(row, Event):
        made = event_row(material, row, number, shares)
    elif isinstance(row, Assessment):
        made = assessment_row(material, row, number, shares)
    else:
        made = forecast_row(material, row, number)
    return replace(made, quotes=tuple(sorted(made.quotes, key=lambda q: q.article != Ref("article", article_id))))


def _similar(material: Material, article: Article, kind: str, links: Sequence[ArticleLink]) -> tuple[ArticleLink, ...]:
    by_id = {link.ref.key: link for link in links}
    found: dict[str, ArticleLink] = {}
    for neighbour in material.similar(article.id, kind, SIMILAR):
        shown = material.same_as.get(neighbour.id)
        if shown is None or shown == article.id or shown not in by_id:
            continue
        link = by_id[shown]
        why = one_line(retold(neighbour.why), 300)
        found.setdefault(shown, replace(link, why=why))
    return tuple(found.values())


def _trends(material: Material, day: date | None) -> tuple[StatusBox, ...]:
    """What had moved most by a day, of the relations that have pages: from the statuses of that day, which are known already."""
    if day is None:
        return ()
    moved = [s for s in material.statuses(day).values() if s.kind == "relation" and s.events and s.change != "no-reporting"]
    largest = sorted(moved, key=lambda s: (-abs(sum(d.share for d in s.drivers)), s.name))
    return tuple(status_box(material, s) for s in largest[:TRENDS])


def _head(article: Article, section: str, title: str, box: StatusBox | None, paths: dict[Ref, str], whole: bool) -> Head:
    status = said_as_of(box.title, box.change, box.as_of) + " " if box else ""
    source = source_of(article) or say("another source")
    lead = one_line(article.text, 200) if whole else say("A report by {source} with what was coded in it.", source=source)
    return Head(
        path=paths[Ref("article", article.id)], title=title, description=one_line(status + lead, 300), kind="article",
        published=article.published, author=one_line(article.author, 120), section=section,
        body=clean(article.text) if whole else "", based_on=outside_link(article.url), publisher=source_of(article),
        language=article.language,
    )  # fmt: skip
