"""The data of a chart: its points, marks, steps and outlook. Days are days, levels signed points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.types import Change

Tone = Literal["cooperative", "conflictual", "neutral"]


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One day of a level line. reported: whether anything was reported within the period that ends that day."""

    day: date
    level: float | None
    low: float | None
    high: float | None
    reported: bool


@dataclass(frozen=True, slots=True)
class ChartMark:
    """An event on the line: its day, tone, words, and the row on the same page it stands for."""

    day: date
    tone: Tone
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ChartStep:
    """A stretch of days with one class of change."""

    start: date
    end: date
    change: Change


@dataclass(frozen=True, slots=True)
class ChartFan:
    """The outlook to the right of the last day: mean level and 80 % band so many days later, and its words."""

    days: int
    mean: float
    low: float
    high: float
    label: str


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart to be drawn: the data and the words that stand for it. low and high: the scale of levels. end: the last day of the line; an
    outlook (fan) stands to the right of it."""

    id: str
    title: str
    desc: str
    start: date
    end: date
    low: float
    high: float
    points: tuple[ChartPoint, ...]
    marks: tuple[ChartMark, ...] = ()
    steps: tuple[ChartStep, ...] = ()
    fan: ChartFan | None = None


@dataclass(frozen=True, slots=True)
class FlowBin:
    """What was done in a stretch of days (inclusive). up, down: by the first side and by the second; each (cooperative, conflictual), as
    numbers of events or sums of their intensity. label: all of it in words."""

    start: date
    end: date
    up: tuple[float, float]
    down: tuple[float, float]
    label: str


@dataclass(frozen=True, slots=True)
class FlowSpec:
    """Both directions of a relation, mirrored: one upward, the other downward, from a line between them, under a chart's days.

    up, down: what each direction is, in words; down is empty where there is only one. unit: what a bar stands for, as in "week"."""

    id: str
    title: str
    desc: str
    up: str
    down: str
    unit: str
    bins: tuple[FlowBin, ...]


@dataclass(frozen=True, slots=True)
class ActorLine:
    """A partner in a picture of actors. tone: which way most of it went; label: all of it in words."""

    name: str
    events: int
    tone: Tone
    label: str


@dataclass(frozen=True, slots=True)
class ActorsSpec:
    """A country in the middle and its partners around it, most events first."""

    id: str
    title: str
    desc: str
    centre: str
    lines: tuple[ActorLine, ...]
