"""Rows of a page that say how a relation moves: turning points, parts of a category's change, outlook, findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.pages.parts import DriverRow, Ref
from detente.types import Change, FindingKind, Spread


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A turning point: its day and the days it may lie between, from which level to which, and what moved it most. via: for a category, the
    title of the relation that dates it, and its page."""

    title: str
    ref: Ref | None
    day: date
    earliest: date
    latest: date
    change: Change
    before: float
    after: float
    clear: bool
    drivers: tuple[DriverRow, ...]
    via: str
    via_ref: Ref | None


@dataclass(frozen=True, slots=True)
class CountRow:
    """What is expected of one count of the next week: the model's, if nothing changes, and the long-run mean."""

    what: str
    model: Spread
    same: Spread
    usual: Spread


@dataclass(frozen=True, slots=True)
class OutlookBox:
    """What is to be expected. level: ``period_days`` later. chances: of each change by then; they sum to 1; none without a level.
    counts: of the next seven days. thin: why the outlook is weak, or empty. skill: what was measured of such outlooks, and on what."""

    period_days: int
    level: Spread | None
    chances: tuple[tuple[Change, float], ...]
    counts: tuple[CountRow, ...]
    thin: str
    skill: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding of the dynamics: what it is about, its sentence, whether the evidence suffices, and the figures behind it in words."""

    kind: FindingKind
    sentence: str
    holds: bool
    figures: str
    p_value: float | None


@dataclass(frozen=True, slots=True)
class PartRow:
    """A relation's part in the change of a category: its weight (they sum to 1), where it stood, and weight times its change."""

    title: str
    ref: Ref | None
    change: Change | None
    weight: float
    before: float
    after: float
    part: float
