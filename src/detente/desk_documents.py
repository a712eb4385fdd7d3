"""A desk -> the documents of its search: what stands on its pages, and of reports whose text may not, for the desk alone, the text.

Articles that duplicate another are left out, as on the pages; so are drafts and analyses that were taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from hashlib import sha256

from detente.config import Config
from detente.errors import NotFoundError
from detente.opened_desk import Desk
from detente.pages.article import publishes
from detente.pages.material import Material, categories_of, category_of, gather, relations_of_event, relations_of_sides
from detente.pages.rich_text import plain_text
from detente.pages.rows import QUOTE_LENGTH, what_words
from detente.pages.wording import one_line
from detente.published import ForecastPart, PublishedAnalysis, QuotePart, TextPart
from detente.relations.observing import place_of
from detente.search.documents import INDEX_VERSION, Document
from detente.search.words import WORDS_VERSION
from detente.types import Article, Assessment, Event, Forecast, Mention

Coded = Event | Assessment | Forecast
DESK_ONLY = "*"  # after the key of a report's second document


def index_stamp(desk: Desk) -> str:
    """Changes whenever a document would: articles, what is told in them, what the desk wrote, categories and rights."""
    config, running = desk.config, sha256()
    running.update(repr((INDEX_VERSION, WORDS_VERSION, desk.told_version(), config.categories, config.publish_text)).encode())
    running.update(repr(sorted((name, rights.publish_text) for name, rights in config.sources.items())).encode())
    for article in desk.articles():
        running.update(f"{article.id} {article.duplicate_of}\n".encode())
    for analysis in desk.analyses():
        running.update(f"{analysis.slug} {analysis.published} {analysis.updated}\n".encode())
    return running.hexdigest()[:32]


def documents(desk: Desk) -> Iterator[Document]:
    """Everything that can be found."""
    try:
        day = desk.as_of()
    except NotFoundError:  # no article with a date: they can be found all the same
        day = date.max
    material = gather(desk, day, desk.lexicon().display_name)
    for article in material.articles:
        yield from _of_article(material, article)
    for event in material.events.values():
        yield _of_event(material, event)
    for analysis in desk.analyses():
        yield analysis_document(desk.config, analysis)


def _of_article(material: Material, article: Article) -> Iterator[Document]:
    rows = material.coded_in.get(article.id, ())
    events = [row for row in rows if isinstance(row, Event)]
    codes = [code for row in rows for code in _codes(row)]
    relations = [name for row in rows for name in _relations(row)]
    category = category_of(material, article)
    may = publishes(material, article)

    def made(key: str, body: str, *, whole: bool, public: bool, desk: bool) -> Document:
        return Document(
            key=key, kind="analysis" if article.kind == "analysis" else "article", moment=_local(article.published),
            title=one_line(article.title) or "Untitled", body=body, whole=whole, public=public, desk=desk, article=article.id,
            source=article.source, language=article.language,
            categories=(category.slug,) if category else (), actors=_places(codes), parts=_each(codes), relations=_each(relations),
            classes=_each([event.plover for event in events]), realis=_each([event.realis for event in events]),
        )  # fmt: skip

    if may:
        yield made(f"article:{article.id}", article.text, whole=True, public=True, desk=True)
        return
    mentions = [m for row in rows for m in row.mentions if m.article == article.id and m.field == "text"]
    yield made(f"article:{article.id}", _quotes(mentions), whole=False, public=True, desk=False)
    yield made(f"article:{article.id}{DESK_ONLY}", article.text, whole=True, public=False, desk=True)


def _of_event(material: Material, event: Event) -> Document:
    first = material.by_id[material.same_as[event.mentions[0].article]]
    codes, names = _codes(event), relations_of_event(event)
    day = event.date_end or event.date_start
    categories = [category.slug for name in names for category in categories_of(material, name)]
    return Document(
        key=f"event:{event.id}", kind="event", moment=datetime.combine(day, time()) if day else None, title=what_words(material, event),
        body=_quotes(event.mentions), article=first.id, source=first.source, language=first.language, categories=_each(categories),
        actors=_places(codes), parts=_each(codes), relations=_each(names), classes=(event.plover,), realis=(event.realis,),
    )  # fmt: skip


def analysis_document(config: Config, analysis: PublishedAnalysis) -> Document:
    """The document of an analysis that is published."""
    category = next((c for c in config.categories if c.name == analysis.category), None)
    sides = [code for weighted in category.relations for code in weighted.sides] if category else []
    words = [_said(part) for part in (*analysis.parts, *analysis.kept)]
    return Document(
        key=f"analysis:{analysis.slug}", kind="analysis", moment=_local(analysis.published), title=one_line(analysis.title) or "Untitled",
        body="\n".join(words), language=config.language, categories=(category.slug,) if category else (), actors=_each(sides),
        relations=_each([weighted.name for weighted in category.relations] if category else []),
    )  # fmt: skip


def _said(part: TextPart | QuotePart | ForecastPart) -> str:
    if isinstance(part, TextPart):
        return plain_text(part.html)
    return one_line(part.quote, QUOTE_LENGTH) if isinstance(part, QuotePart) else f"{part.statement}\n{part.criterion}"


def _quotes(mentions: Sequence[Mention]) -> str:
    """The quotes as they stand on the pages, each once."""
    return " … ".join(dict.fromkeys(one_line(mention.quote, QUOTE_LENGTH) for mention in mentions))


def _codes(row: Coded) -> list[str]:
    return [*row.actor, *row.recipient] if isinstance(row, Event) else list(row.sides)


def _relations(row: Coded) -> list[str]:
    return relations_of_event(row) if isinstance(row, Event) else relations_of_sides(row.sides)


def _places(codes: Sequence[str]) -> tuple[str, ...]:
    return _each([place_of(code) for code in codes])


def _each(values: Sequence[str]) -> tuple[str, ...]:
    """Each once, in an order of its own: the same whatever order they came in."""
    return tuple(sorted(set(filter(None, values))))


def _local(moment: datetime | None) -> datetime | None:
    """As the text states it, without its zone: the day it names is the day it is found under."""
    return moment.replace(tzinfo=None, microsecond=0) if moment else None
