"""The plain data that flows through Detente: frozen dataclasses, no logic.

article -> clauses -> events, assessments, forecasts -> series -> level -> status -> page.
Codes: ISO 3166 alpha-3 (or IGO + code, NGO, IMG) followed by PLOVER sector codes, as in ``BLRGOV`` or ``IGOEUU``.
Offsets count Unicode code points of the stored title or text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Field = Literal["title", "text"]
Realis = Literal["asserted", "planned", "possible", "denied"]
Direction = Literal["improving", "worsening", "steady"]
Change = Literal["improved", "unchanged", "deteriorated", "no-reporting"]
DateSource = Literal["stated", "published"]
ArticleKind = Literal["report", "analysis"]
StatusKind = Literal["relation", "category"]
DriverKind = Literal["event", "assessment", "fading"]
FindingKind = Literal["inertia", "reciprocity", "spiral", "third-party"]


@dataclass(frozen=True, slots=True)
class Article:
    """One dated text with a source.

    id: hash of title, text and publication day. published: aware where the zone is stated, else naive.
    sources: every place it was seen (file, outlet or address), the first one being ``source``.
    """

    id: str
    title: str
    text: str
    published: datetime | None = None
    source: str = ""
    url: str = ""
    author: str = ""
    photo_credit: str = ""
    language: str = "en"
    category: str = ""
    kind: ArticleKind = "report"
    file: str = ""
    sources: tuple[str, ...] = ()
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that tells of an event: article id, field, the quoted words and where they stand."""

    article: str
    field: Field
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Content:
    """What an operator governs (threatens *to ban*): the class and words of the inner action."""

    plover: str
    cameo: str
    quote: str


@dataclass(frozen=True, slots=True)
class Event:
    """Who (actor) did what (PLOVER class, mode, contexts; CAMEO code) to whom (recipient), when, stated how.

    intensity: Goldstein scale, -10 to 10. Reciprocal events: all sides in ``actor``, ``recipient`` empty.
    date_start and date_end are inclusive days; date_source says whether the text stated them.
    """

    id: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    plover: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    intensity: float
    realis: Realis
    content: Content | None
    date_start: date | None
    date_end: date | None
    date_source: DateSource | None
    quantity: float | None
    speaker: str | None
    mentions: tuple[Mention, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A sentence that itself characterises a relation: sides, direction and the words."""

    id: str
    sides: tuple[str, ...]
    direction: Direction
    realis: Realis
    date_start: date | None
    date_end: date | None
    speaker: str | None
    mentions: tuple[Mention, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """A sentence about what will or may happen. probability: (low, high) of its ICD 203 band, else None."""

    id: str
    sides: tuple[str, ...]
    probability: tuple[float, float] | None
    band: str | None
    horizon_start: date | None
    horizon_end: date | None
    speaker: str | None
    mentions: tuple[Mention, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Coding:
    """All that was taken from one article by one version of the coder."""

    article: str
    events: tuple[Event, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    forecasts: tuple[Forecast, ...] = ()


@dataclass(frozen=True, slots=True)
class Driver:
    """A share of a change, in signed points of the level. ``fading`` has no id: earlier events losing weight."""

    kind: DriverKind
    id: str | None
    share: float


@dataclass(frozen=True, slots=True)
class LevelPoint:
    """Where a relation stood on one day: level with an 80 % band, and how many distinct events bore on that day."""

    day: date
    level: float | None
    low: float | None
    high: float | None
    events: int


@dataclass(frozen=True, slots=True)
class Status:
    """Level, change over the period and drivers of a relation or category as of a day.

    name: ``BLR-USA`` for a relation (``BLR-BLR`` for the inside of a country), the category's name for a category.
    p_improved and p_deteriorated: chances (0 to 1) that the change over the period is beyond the threshold.
    by: ``machine``, or the user who overruled it, with the reason. source: ``articles``, or the name of the imported event
    table it rests on.
    """

    name: str
    kind: StatusKind
    sides: tuple[str, ...]
    as_of: date
    level: float | None
    low: float | None
    high: float | None
    change: Change
    p_improved: float | None
    p_deteriorated: float | None
    events: int
    drivers: tuple[Driver, ...] = ()
    by: str = "machine"
    reason: str = ""
    source: str = "articles"


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A day on which a relation or category turned, dated from all that is known by the day it is asked for.

    earliest, latest: the days it may lie between (80 %). noticed: the day its status stepped. before, after: the level on the day before
    ``earliest`` and on ``until`` (the later of ``latest`` and ``noticed``); the drivers, largest first, "fading" last, sum to their
    difference. relation: whose reports date it: itself, or of a category the relation that moved it most. clear: whether the reports around
    it make a turn likelier than none by themselves; where not, a status stepped on little."""

    name: str
    day: date
    earliest: date
    latest: date
    noticed: date
    until: date
    change: Change
    before: float
    after: float
    relation: str
    clear: bool
    drivers: tuple[Driver, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """A forecast distribution of one number: its mean and the ends of its central 80 %."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to be expected of a relation or category, as of a day.

    level: of the level ``period_days`` after ``as_of``, on its own scale; None where nothing is known. p_improved, p_unchanged and
    p_deteriorated: the chances that it stands beyond the threshold from today's; they sum to 1. cooperation, conflict, balance
    (cooperation less conflict): distinct events in the next seven days, which can be observed; each is (the model's, no change, the
    long-run mean). thin: why the outlook is weak, a clause in plain words, or empty. says_improved, says_deteriorated: the chances that
    the status then says so; it turns later and less often than the level. Without a level all chances are None."""

    name: str
    kind: StatusKind
    as_of: date
    period_days: int
    level: Spread | None
    p_improved: float | None
    p_unchanged: float | None
    p_deteriorated: float | None
    cooperation: tuple[Spread, Spread, Spread]
    conflict: tuple[Spread, Spread, Spread]
    balance: tuple[Spread, Spread, Spread]
    thin: str = ""
    says_improved: float | None = None
    says_deteriorated: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of the dynamics of a relation, with its uncertainty.

    sides: the relation, and a third side where it is about one. sentence: in plain words, the uncertainty in it. estimate, low and
    high (80 %): in ``unit``; None where nothing could be fitted. p_value: of "no such effect", or None. holds: whether the evidence
    suffices to say so.
    weeks, events: what it rests on."""

    kind: FindingKind
    sides: tuple[str, ...]
    sentence: str
    holds: bool
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    p_value: float | None = None
    weeks: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A similar article: id, score (0 to 1) and in plain words why it was suggested."""

    id: str
    score: float
    why: str
