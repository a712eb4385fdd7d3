"""What a search finds: plain data, without HTML."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from detente.search.query import Kind, SearchQuery

# The newest matches that are weighed against each other and counted. A question with more is told "more than"; see docs/search.md.
MOST_WEIGHED = 1000
PER_PAGE = 20

FacetName = Literal["kind", "year", "class", "actor", "realis", "category"]
FACETS: tuple[FacetName, ...] = ("kind", "year", "category", "class", "realis", "actor")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; marked: it is what was searched for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found.

    key: its own, for ever ("article:ID", "analysis:SLUG", "event:ID"); page: what page shows it, by `id`: an article's (a report, or an
    analysis that was given as a file), an analysis's that the desk wrote, or the event of that id. kind: as filtered by. title: of an event
    who does what to whom, in English. day: published, or an event's last day; moment: with the hour, where known. article: of an event the
    first article that tells of it. actors: codes of the countries and organisations; categories: slugs. classes, realis: of the
    event, or of all an article tells of. score: only to be compared within one answer.
    """

    key: str
    kind: Kind
    page: Literal["article", "analysis", "event"]
    id: str
    title: tuple[Span, ...]
    snippet: tuple[Span, ...]
    day: date | None
    moment: datetime | None
    source: str
    language: str
    categories: tuple[str, ...]
    article: str
    actors: tuple[str, ...]
    relations: tuple[str, ...]
    classes: tuple[str, ...]
    realis: tuple[str, ...]
    score: float

    @property
    def title_text(self) -> str:
        """The title without marks."""
        return "".join(span.text for span in self.title)

    @property
    def snippet_text(self) -> str:
        """The snippet without marks."""
        return "".join(span.text for span in self.snippet)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value and how many of the counted hits have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a search. name: of the parameter; "year" is given by ``from`` and ``to``. values: most first, years newest first."""

    name: FacetName
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer.

    total: how many there are; where ``more``, there are more than that, and the newest ``total`` are what was weighed and counted. next:
    the number of the next page, or None. note: what to tell who asked, in a sentence, or empty.
    """

    query: SearchQuery
    hits: tuple[Hit, ...]
    total: int
    more: bool
    facets: tuple[Facet, ...]
    next: int | None
    note: str = ""
