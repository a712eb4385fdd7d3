"""The filter's state between two runs: what a later day needs of the past, so that adding a day does not go through the years again.

A later status looks back one period and no further: kept are each relation's report days of the last period and the one before them, each
with the filter after it, and the class that stood on the last day. Statuses made so are those of the whole table (a test holds it)."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detente.errors import TableError
from detente.relations.change import Classes
from detente.relations.levels import Ints, PairDays, States, columns_of, filter_states
from detente.relations.observing import Sides
from detente.relations.tone import Floats, Tone

FORM = "detente filter state 1"
_REPORTS = ("day", "weight", "tone", "volume", "count")
MOST_BYTES = 4_000_000_000  # a state of all relations of the 2018 table has 3 MB


@dataclass(frozen=True, slots=True)
class Kept:
    """A state: the relations, their last report days with the filter after each, and their classes on ``last`` (days since 1970)."""

    last: int
    period_days: int
    method: str
    sides: tuple[Sides, ...]
    reports: PairDays
    states: States
    classes: Classes


@dataclass(frozen=True, slots=True)
class Joined:
    """Kept and new report days of all relations, filtered. known: which rows the state brought. before: classes on the last kept day."""

    sides: tuple[Sides, ...]
    reports: PairDays
    states: States
    before: Classes


def keep(joined: Joined, classes: Classes, last: int, period_days: int, method: str) -> Kept:
    """What is needed of the past after ``last``."""
    sides, reports, states = joined.sides, joined.reports, joined.states
    pair = _pairs(reports)
    told = reports.day <= last
    follows = np.append((pair[1:] == pair[:-1]) & told[1:] & (reports.day[1:] <= last - period_days), False)
    rows = told & ~follows  # of what lies before the period only the newest
    first = np.searchsorted(pair[rows], np.arange(len(sides) + 1)).astype(np.int64)
    return Kept(last, period_days, method, tuple(sides), _rows(reports, rows, first), _states(states, rows), classes)


def join(kept: Kept | None, sides: Sequence[Sides], reports: PairDays, method: str, period_days: int) -> Joined:
    """Put new report days behind the kept ones and filter them. Raises TableError where the state is of another version or period."""
    if kept is None:
        return Joined(tuple(sides), reports, filter_states(reports), np.zeros(len(sides), np.int8))
    if (kept.method, kept.period_days) != (method, period_days):
        raise TableError(
            f"the state was made by method {kept.method} with a period of {kept.period_days} days, not {method} and {period_days}",
            hint="make a new one from the whole table",
        )
    every = sorted({*kept.sides, *sides})
    at = {s: i for i, s in enumerate(every)}
    old, new = (np.array([at[s] for s in some], np.int64) for some in (kept.sides, sides))
    pair = np.concatenate([old[_pairs(kept.reports)], new[_pairs(reports)]])
    order = np.argsort(pair, kind="stable")  # kept rows come first and are older
    known = order < len(kept.reports.day)

    def both(a: Floats | Ints, b: Floats | Ints) -> Floats:
        return np.concatenate([a, b])[order]

    first = np.searchsorted(pair[order], np.arange(len(every) + 1)).astype(np.int64)
    day, *rest = (both(getattr(kept.reports, k), getattr(reports, k)) for k in _REPORTS)
    whole = PairDays(first, day.astype(np.int64), *rest)
    blank = np.zeros(len(reports.day))
    states = [both(column, blank) for column in columns_of(kept.states)]
    before = np.zeros(len(every), np.int8)
    before[old] = kept.classes
    return Joined(tuple(every), whole, filter_states(whole, known=(known, states)), before)


def save(kept: Kept, path: Path) -> None:
    """Write a state (NumPy's npz, nothing in it is run when read). Raises TableError."""
    arrays = {f"report_{k}": getattr(kept.reports, k) for k in ("first", *_REPORTS)}
    arrays |= {f"state_{i}": column for i, column in enumerate(columns_of(kept.states))}
    about = np.array([FORM, kept.method, str(kept.last), str(kept.period_days)])
    try:
        with path.open("wb") as stream:
            np.savez_compressed(stream, about=about, sides=np.array(kept.sides, "U"), classes=kept.classes, **arrays)
    except OSError as e:
        raise TableError(f"cannot be written: {e.strerror}", where=str(path), hint="is the folder there and open to you?") from e


def load(path: Path) -> Kept:
    """Read a state. Raises TableError where the file is none."""
    wrong = TableError("is no state of the filter", where=str(path), hint="give the file an earlier --state wrote, or a new name")
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(item.file_size for item in packed.infolist()) > MOST_BYTES:
                raise wrong
        with np.load(path, allow_pickle=False) as held:
            form, method, last, period = (str(x) for x in held["about"])
            if form != FORM:
                raise wrong
            sides = tuple((str(a), str(b)) for a, b in held["sides"].reshape(-1, 2))
            reports = PairDays(*(held[f"report_{k}"] for k in ("first", *_REPORTS)))
            columns = [held[f"state_{i}"] for i in range(9)]
            classes = held["classes"]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as e:
        raise wrong from e
    rows = len(reports.day)
    if len(reports.first) != len(sides) + 1 or len(classes) != len(sides) or any(len(c) != rows for c in columns):
        raise wrong
    return Kept(int(last), int(period), method, sides, reports, States(Tone(*columns[:5]), *columns[5:]), classes)


def _pairs(reports: PairDays) -> Ints:
    return np.repeat(np.arange(len(reports.first) - 1), np.diff(reports.first))


def _rows(reports: PairDays, rows: Ints, first: Ints) -> PairDays:
    return PairDays(first, *(getattr(reports, k)[rows] for k in _REPORTS))


def _states(states: States, rows: Ints) -> States:
    columns = [column[rows] for column in columns_of(states)]
    return States(Tone(*columns[:5]), *columns[5:])
