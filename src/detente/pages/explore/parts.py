"""What the pages of exploring say, as frozen dataclasses without a trace of HTML. ``href``: relative to the page it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from detente.pages.chart_parts import ActorsSpec, ChartSpec, FlowSpec, Tone
from detente.pages.dynamics_parts import PartRow
from detente.pages.explore.citation import Citation
from detente.pages.parts import DriverRow, Head, Ref, StatusBox
from detente.types import Change, Realis


@dataclass(frozen=True, slots=True)
class Choice:
    """A plain link among several of a kind. here: whether it is what the page shows."""

    label: str
    href: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive days. first, last: how far there is anything to ask for. note: what was changed of what was asked, or empty."""

    start: date
    end: date
    first: date
    last: date
    note: str = ""

    @property
    def days(self) -> int:
        """How many days back from the last the first one lies."""
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a table. share: signed points of the change to the period's end. href: where its words stand, or empty."""

    anchor: str
    day: date
    span: str
    who: str
    what: str
    tone: Tone
    realis: Realis
    share: float | None
    quote: str
    ref: Ref | None
    source: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class EventTable:
    """A page of a table of events. sorts: a link for each column that can be sorted by; here: the column it is sorted by."""

    rows: tuple[EventLine, ...]
    in_all: int
    page: int
    pages: int
    sorts: tuple[Choice, ...] = ()
    earlier: str = ""
    later: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class ExplorePage:
    """Where exploring begins: what there is to choose from."""

    head: Head
    relations: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    pairs: tuple[Choice, ...]
    trends: tuple[Choice, ...]
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExploreRelation:
    """A relation over a period. cursor: what stands under each place of the cursor, as JSON. cite: the address of the status that day.

    table: the imported table that level, bars and events are from, or empty; told: what the desk's articles tell beside it."""

    head: Head
    title: str
    name: str
    ref: Ref
    inside: bool
    period: Period
    presets: tuple[Choice, ...]
    status: StatusBox
    cite: str
    chart: ChartSpec
    flow: FlowSpec
    measures: tuple[Choice, ...]
    measure: str
    cursor: str
    events: EventTable
    table: str
    told: EventTable | None
    beside: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One of two relations side by side."""

    title: str
    name: str
    href: str
    cite: str
    status: StatusBox
    chart: ChartSpec
    events: EventTable


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two relations side by side, on one scale of levels and days."""

    head: Head
    title: str
    period: Period
    presets: tuple[Choice, ...]
    sides: tuple[ComparedSide, ComparedSide]
    names: tuple[tuple[str, str], ...]
    swapped: str


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """What went on between a country and a partner over a period. level: at its end; change: from its first day to its last, in points;
    None where there is no level at an end of it."""

    title: str
    href: str
    events: int
    cooperative: int
    conflictual: int
    level: float | None
    change: float | None


@dataclass(frozen=True, slots=True)
class CountryPage:
    """The actors around one country. inside: the country with itself. left_out: partners for whom there was no room."""

    head: Head
    title: str
    code: str
    period: Period
    presets: tuple[Choice, ...]
    inside: PartnerRow | None
    rows: tuple[PartnerRow, ...]
    left_out: int
    picture: ActorsSpec
    countries: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class TrendRow:
    """What moved, and by what. parts: of a category, what its relations have in it."""

    status: StatusBox
    href: str
    drivers: tuple[DriverRow, ...]
    parts: tuple[PartRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendsPage:
    """What moved most over a span of ``days`` to a day."""

    head: Head
    over: str
    days: int
    day: date
    first: date
    last: date
    spans: tuple[Choice, ...]
    up: tuple[TrendRow, ...]
    down: tuple[TrendRow, ...]
    categories: tuple[TrendRow, ...]


@dataclass(frozen=True, slots=True)
class SaidDriver:
    """One share of a change, with the words it was cited with; language: of ``what``, empty for the page's."""

    share: float
    what: str
    when: date | None
    quote: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class SaidStatus:
    """A status of a day, as it was said: shown, and the machine's where an editor had overruled it.

    key: its edition, made from what it says; when: the moment it was kept, None for what the desk says now; version: of the machine;
    drivers: largest first."""

    key: str
    when: datetime | None
    shown: StatusBox
    machine: StatusBox | None
    version: str
    drivers: tuple[SaidDriver, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class QuotedIn:
    """An analysis that was published with the status of that day."""

    title: str
    ref: Ref | None
    when: datetime
    change: Change
    level: float | None
    same: bool


@dataclass(frozen=True, slots=True)
class CitedPage:
    """The status of a day at its permanent address. said: what this address shows; now: what the desk says today, where that is another.

    editions: every answer that was ever kept, oldest first; pinned: whether the address names one of them; gone: whether the desk follows
    it no longer; keep: where a form keeps the answer of now, empty where it is kept already; bare: the address without an edition."""

    head: Head
    title: str
    name: str
    day: date
    ref: Ref | None
    explore: str
    said: SaidStatus
    now: SaidStatus | None
    editions: tuple[SaidStatus, ...]
    pinned: bool
    gone: bool
    quoted: tuple[QuotedIn, ...]
    cite: Citation
    keep: str
    bare: str
    bibtex: str
    csl: str
