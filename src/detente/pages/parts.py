"""What pages are made of: rows, charts, statuses and links as frozen dataclasses without a trace of HTML.

Dates are days or datetimes, levels are signed points, probabilities lie between 0 and 1. Words, arrows and roundings for
them are chosen in ``wording``, addresses for a ``Ref`` in ``links``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Literal

from detente.pages.chart_parts import ChartSpec, Tone
from detente.types import ArticleKind, Change, DateSource, Direction, DriverKind, Realis, StatusKind

RefKind = Literal["front", "category", "relation", "article", "analysis", "archive", "changes", "about"]
MarkKind = Literal["cooperative", "conflictual", "neutral", "unrealised", "assessment", "forecast"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A page by what it is about. key: category slug, relation name, article id, analysis slug or archive year; fragment: a row on it."""

    kind: RefKind
    key: str = ""
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class StatusBox:
    """A status as a reader sees it. change_size: signed points over the period (the drivers' shares added up). moved_by: what moved it
    most, in a line; empty where nothing reported did. source: what it rests on, in words; empty where that is the articles alone."""

    ref: Ref | None
    name: str
    title: str
    kind: StatusKind
    as_of: date
    period_days: int
    level: float | None
    low: float | None
    high: float | None
    change: Change
    change_size: float | None
    p_improved: float | None
    p_deteriorated: float | None
    events: int
    thin: bool
    by: str
    reason: str
    moved_by: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """Words of one article: the quote, where it was published and when, its page here, and the language of its words."""

    quote: str
    source: str
    url: str
    article: Ref | None
    article_title: str
    published: datetime | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with everything that says where it comes from. share: signed points of the change shown on this page."""

    row_kind: ClassVar[str] = "event"

    anchor: str
    id: str
    number: int
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    plover: str
    mode: str
    contexts: tuple[str, ...]
    cameo: str
    intensity: float
    tone: Tone
    realis: Realis
    content: str
    date_start: date | None
    date_end: date | None
    date_source: DateSource | None
    quantity: float | None
    speaker: str
    quotes: tuple[QuoteRow, ...]
    rule: str
    share: float | None
    relations: tuple[tuple[str, Ref], ...]


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """A sentence that characterises a relation."""

    row_kind: ClassVar[str] = "assessment"

    anchor: str
    id: str
    number: int
    sides: str
    direction: Direction
    realis: Realis
    date_start: date | None
    date_end: date | None
    speaker: str
    quotes: tuple[QuoteRow, ...]
    rule: str
    share: float | None


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A sentence about what may happen; probability is that of its band of estimative words."""

    row_kind: ClassVar[str] = "forecast"

    anchor: str
    id: str
    number: int
    sides: str
    probability: tuple[float, float] | None
    band: str
    horizon_start: date | None
    horizon_end: date | None
    speaker: str
    quotes: tuple[QuoteRow, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of an analysis's text. strong, emphasis: set off; href: an outside link, or empty."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of an analysis's text: a heading, a paragraph, or a list of items."""

    block_kind: ClassVar[str] = "text"

    kind: Literal["h2", "h3", "p", "ul", "ol"]
    items: tuple[tuple[TextRun, ...], ...]


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """Words of an article of the desk, in an analysis."""

    block_kind: ClassVar[str] = "quote"

    row: QuoteRow


@dataclass(frozen=True, slots=True)
class ForecastBlock:
    """A forecast of an analysis. probability: 0 to 1."""

    block_kind: ClassVar[str] = "forecast"

    anchor: str
    statement: str
    probability: float
    deadline: date
    criterion: str


AnalysisBlock = TextBlock | QuoteBlock | ForecastBlock


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo. path: from the site's root; width, height: pixels."""

    path: str
    width: int
    height: int
    alt: str
    credit: str


CodedRow = EventRow | AssessmentRow | ForecastRow


@dataclass(frozen=True, slots=True)
class DriverRow:
    """One share of a change. ref is None for fading and for rows of articles that are not in this edition. language: of the quote."""

    kind: DriverKind
    share: float
    what: str
    ref: Ref | None
    when: date | None
    quote: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class DirectionRow:
    """One directed half of a relation: what one side did to the other."""

    actor: str
    recipient: str
    cooperative: int
    conflictual: int
    neutral: int
    in_period: int
    latest: str
    latest_ref: Ref | None
    latest_day: date | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of status: from which day, what, how sure, by whom."""

    day: date
    title: str
    ref: Ref | None
    change: Change
    level: float | None
    low: float | None
    high: float | None
    events: int
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry of the change log: a step of the machine, an editor's decision ("set"), or its withdrawal.

    when: the day of a step, the moment of a decision. before: of a step, the class before it; of a decision, what the machine said on its
    first day. level, with its band, and events: of a step."""

    id: str
    kind: Literal["step", "set", "withdrawn"]
    when: datetime | date
    title: str
    ref: Ref | None
    change: Change
    before: Change | None
    by: str
    reason: str
    level: float | None
    events: int
    from_date: date
    until_date: date | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article in a list. why: what makes it similar, where the list is of similar ones. language: of its title."""

    ref: Ref
    title: str
    published: datetime | None
    source: str
    kind: ArticleKind
    category: str
    why: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A relation or category in the overview: its status, its line, its weight where it has one; beside: the same from other sources."""

    status: StatusBox
    spark: ChartSpec
    weight: float | None = None
    beside: tuple[GridRow, ...] = ()


@dataclass(frozen=True, slots=True)
class BesideBox:
    """The status of a relation or category from another source than the page's first: an imported table."""

    status: StatusBox
    chart: ChartSpec
    drivers: tuple[DriverRow, ...]


@dataclass(frozen=True, slots=True)
class GridSection:
    """A category with its relations. head is None for relations that are watched outside of any category.

    only: the one relation of a category that has but one and the same status; it then has no row of its own.
    """

    head: GridRow | None
    about: str
    rows: tuple[GridRow, ...]
    only: StatusBox | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself to machines. path: from the site's root. language: of its text, where that is not the page's own.
    query: what follows a ``?`` in its address, on a page that a server makes for it."""

    path: str
    title: str
    description: str
    kind: Literal["website", "article"] = "website"
    published: datetime | None = None
    author: str = ""
    section: str = ""
    body: str = ""
    based_on: str = ""
    publisher: str = ""
    schema: Literal["NewsArticle", "AnalysisNewsArticle"] = "NewsArticle"
    updated: datetime | None = None
    image: str = ""
    image_alt: str = ""
    language: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What every page has around it. base_url: ends in a slash, or empty where none is set. tables: whether imported tables are used.
    live: the pages come from a server that can search, subscribe and draw on demand; a static site cannot. mail: it sends digests.
    pictures: whether pictures are drawn for those who share a link: that takes the extra `plot`, and a full address.
    language: of the interface. prefix: the folder of its pages, ending in a slash; empty for the first language. languages: every language
    of the site with its folder, the first one first; the desk's own words (titles, reasons, analyses) are taken to be in that one. words:
    those of them that its settings have in this language -> what they are in it."""

    title: str
    about: str
    language: str
    base_url: str
    as_of: date
    period_days: int
    version: str
    sections: tuple[tuple[str, Ref], ...]
    archive: Ref | None
    tables: bool = False
    live: bool = False
    mail: bool = False
    pictures: bool = False
    prefix: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def own(self) -> str:
        """The language of the desk's own words."""
        return self.languages[0][0] if self.languages else self.language


@dataclass(frozen=True, slots=True)
class TextMark:
    """What a coded phrase was coded as: its number and row on the page."""

    number: int
    anchor: str
    kind: MarkKind
    label: str


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A run of text that carries the same marks throughout. closes: numbers of the marks that end here."""

    text: str
    marks: tuple[TextMark, ...] = ()
    closes: tuple[TextMark, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A change of status or a new article, for those who subscribe."""

    id: str
    ref: Ref
    title: str
    when: datetime | date
    summary: str
    text: str
    kind: Literal["status", "report", "analysis", "event"]
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What one subscribes to. stem: its path without the ending; page: the path of the page it belongs to; items: newest first. query: of
    both addresses, where they are a search's."""

    stem: str
    page: str
    title: str
    about: str
    items: tuple[FeedItem, ...]
    query: str = ""
