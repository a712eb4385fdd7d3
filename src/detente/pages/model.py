"""What each page says, as frozen dataclasses without a trace of HTML.

``build`` makes them from a desk; templates turn them into the static site; ``--json`` and later faces can use the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from detente.pages.chart_parts import ChartSpec
from detente.pages.dynamics_parts import FindingRow, OutlookBox, PartRow, TurnRow
from detente.pages.parts import (
    AnalysisBlock,
    ArticleLink,
    AssessmentRow,
    BesideBox,
    CodedRow,
    DirectionRow,
    DriverRow,
    EventRow,
    Feed,
    FeedItem,
    ForecastBlock,
    ForecastRow,
    GridRow,
    GridSection,
    Head,
    LogRow,
    MarkKind,
    PhotoRow,
    QuoteRow,
    Ref,
    SiteFrame,
    StatusBox,
    StepRow,
    TextSpan,
)
from detente.types import ArticleKind


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The overview."""

    head: Head
    sections: tuple[GridSection, ...]
    analyses: tuple[ArticleLink, ...]
    reports: tuple[ArticleLink, ...]
    trends: tuple[StatusBox, ...]
    changes: tuple[StepRow, ...]
    articles: int
    first_day: date | None
    spark_days: int


@dataclass(frozen=True, slots=True)
class CategoryPage:
    """A category: status, what it is rolled up from and each relation's part in the change, outlook, history, drivers, articles.

    turning: what would change its status, in sentences."""

    head: Head
    title: str
    about: str
    status: StatusBox
    chart: ChartSpec
    rows: tuple[GridRow, ...]
    drivers: tuple[DriverRow, ...]
    parts: tuple[PartRow, ...]
    outlook: OutlookBox | None
    turning: tuple[str, ...]
    turns: tuple[TurnRow, ...]
    steps: tuple[StepRow, ...]
    forecasts: tuple[ForecastRow, ...]
    articles: tuple[ArticleLink, ...]
    beside: tuple[BesideBox, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationPage:
    """A relation: status, line, outlook and dynamics, both directions, every event and assessment down to its quotes.

    turning: what would change its status, in sentences."""

    head: Head
    title: str
    inside: bool
    status: StatusBox
    chart: ChartSpec
    marks_left_out: int
    events_left_out: int
    directions: tuple[DirectionRow, ...]
    drivers: tuple[DriverRow, ...]
    events: tuple[EventRow, ...]
    assessments: tuple[AssessmentRow, ...]
    forecasts: tuple[ForecastRow, ...]
    outlook: OutlookBox | None
    turning: tuple[str, ...]
    findings: tuple[FindingRow, ...]
    turns: tuple[TurnRow, ...]
    steps: tuple[StepRow, ...]
    categories: tuple[tuple[str, Ref], ...]
    articles: tuple[ArticleLink, ...]
    beside: tuple[BesideBox, ...] = ()
    assessments_left_out: int = 0
    forecasts_left_out: int = 0


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with what was taken from it. paragraphs is empty where the desk may not publish the text."""

    head: Head
    kind: ArticleKind
    title: tuple[TextSpan, ...]
    category: str
    category_ref: Ref | None
    status: StatusBox | None
    published: datetime | None
    author: str
    source: str
    also_seen: tuple[str, ...]
    url: str
    photo_credit: str
    paragraphs: tuple[tuple[TextSpan, ...], ...]
    whole_text: bool
    quotes: tuple[QuoteRow, ...]
    legend: tuple[MarkKind, ...]
    coded: tuple[CodedRow, ...]
    same_story: tuple[ArticleLink, ...]
    similar: tuple[ArticleLink, ...]
    trends: tuple[StatusBox, ...]


@dataclass(frozen=True, slots=True)
class AnalysisPage:
    """An analysis the desk wrote. status, trends: as they were frozen at its publication; machine: what the machine said where an editor
    had overruled it; version: of the machine. kept: forecasts its text no longer has."""

    head: Head
    title: str
    category: str
    category_ref: Ref | None
    status: StatusBox | None
    machine: StatusBox | None
    version: str
    published: datetime
    updated: datetime | None
    author: str
    photo: PhotoRow | None
    blocks: tuple[AnalysisBlock, ...]
    forecasts: tuple[ForecastBlock, ...]
    kept: tuple[ForecastBlock, ...]
    same_story: tuple[ArticleLink, ...]
    similar: tuple[ArticleLink, ...]
    trends: tuple[StatusBox, ...]
    period_days: int


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """All articles of one year, newest first; years: every year there is, with how many articles it has."""

    head: Head
    year: str
    years: tuple[tuple[str, Ref, int], ...]
    articles: tuple[ArticleLink, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The change log, newest first: of one year, or its newest entries (year is empty). log_years: every year there is, with how many
    entries it has; decisions: entries of all years that are an editor's."""

    head: Head
    year: str
    log_years: tuple[tuple[str, Ref, int], ...]
    rows: tuple[LogRow, ...]
    rows_in_all: int
    decisions: int


@dataclass(frozen=True, slots=True)
class AboutPage:
    """How to read the pages, and what they rest on. threshold: points that count as a change; enter: the chance it takes."""

    head: Head
    about: str
    articles: int
    reports: int
    analyses: int
    duplicates: int
    sources: int
    events: int
    assessments: int
    forecasts: int
    not_read: int
    not_coded: int
    first_day: date | None
    rules: int
    thin_below: int
    top: float
    threshold: float
    enter: float
    half_life: float
    relations_version: str


Page = FrontPage | CategoryPage | RelationPage | ArticlePage | AnalysisPage | ArchivePage | ChangesPage | AboutPage


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """Something the site itself published as news. language: empty where it is the site's."""

    path: str
    title: str
    published: datetime
    language: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that will be written. changes: the feed of the change log; page_feeds: those of relations and categories; badges, photos:
    path -> what is drawn, content.

    listed: every page's path and when it last changed: the map of the site. moved: old paths of pages that have another one now."""

    frame: SiteFrame
    pages: tuple[Page, ...]
    feed: tuple[FeedItem, ...]
    paths: dict[Ref, str]
    listed: tuple[tuple[str, date | datetime | None], ...] = ()
    changes: tuple[FeedItem, ...] = ()
    photos: dict[str, bytes] = field(default_factory=dict)
    page_feeds: tuple[Feed, ...] = ()
    badges: dict[str, StatusBox] = field(default_factory=dict)
    news: tuple[NewsEntry, ...] = ()
    moved: dict[str, Ref] = field(default_factory=dict)
