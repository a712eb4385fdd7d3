"""An analysis as it was published: plain data, with all it cites frozen in it. The record keeps it; pages are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from detente.types import ArticleKind, Status


@dataclass(frozen=True, slots=True)
class TextPart:
    """A run of text. html: of few elements (see `detente.pages.rich_text`), cleaned before it was stored."""

    html: str


@dataclass(frozen=True, slots=True)
class QuotePart:
    """Words of an article of the desk, verbatim, with where they stand. event: the coded event they were taken for, or empty."""

    quote: str
    article: str
    article_title: str
    source: str
    url: str
    published: datetime | None
    event: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ForecastPart:
    """A forecast. key: stays the same from one publication to the next. probability: 0 to 1. unchanged: "yes" or "no", how it comes
    out if nothing changes."""

    key: str
    statement: str
    probability: float
    deadline: date
    criterion: str
    unchanged: str = "no"


@dataclass(frozen=True, slots=True)
class Photo:
    """file: its name in the desk's folder of published photos. width, height: pixels. alt: what is to be seen, in words."""

    file: str
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class LikeArticle:
    """An article that was suggested as similar when the analysis was published. list: "story" or "situation"."""

    article: str
    title: str
    source: str
    published: datetime | None
    kind: ArticleKind
    category: str
    why: str
    list: str


@dataclass(frozen=True, slots=True)
class FrozenStatus:
    """A status as a page cites it. shown: the editor's where one had overruled the machine, whose word is then in ``machine``.

    version: of the machine that said it. period_days: what its change is over."""

    shown: Status
    machine: Status
    version: str
    period_days: int


@dataclass(frozen=True, slots=True)
class PublishedAnalysis:
    """An analysis on its page. slug: its address, for ever. published: when it first was; updated: when last, if it was changed since.

    parts: text, quotes and forecasts in the order of the page. kept: forecasts that an earlier publication made and the text no longer
    has: a forecast is never taken back by deleting it. trends: what had moved most by then."""

    slug: str
    title: str
    category: str
    author: str
    published: datetime
    updated: datetime | None
    status: FrozenStatus | None
    parts: tuple[TextPart | QuotePart | ForecastPart, ...]
    kept: tuple[ForecastPart, ...] = ()
    photo: Photo | None = None
    similar: tuple[LikeArticle, ...] = ()
    trends: tuple[FrozenStatus, ...] = ()

    def forecasts(self) -> tuple[ForecastPart, ...]:
        """Every forecast it made."""
        return (*(part for part in self.parts if isinstance(part, ForecastPart)), *self.kept)
