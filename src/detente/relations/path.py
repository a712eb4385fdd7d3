"""The path of a relation or category: level, band, change and class on every day, each as of that day.

A relation is a category of one: the same arithmetic serves both, so that they cannot disagree. A category's level is the weighted mean of
its relations' levels (one nobody ever reported on stands at 0, with its wide band); their errors are taken as independent. The mean of
independent moves is smaller than one of them, so the threshold of a category is the relation's times sqrt(sum of squared weights)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from detente.errors import ConfigError
from detente.relations.calibration import DEFAULT, EPOCH, Calibration
from detente.relations.change import SILENT, Classes, baselines, chances, classes, move, outlasting, still_there
from detente.relations.levels import Ints, PairDays, Reading, States, band, columns_of, filter_states, pick, read_off, shown
from detente.relations.observing import Observation, Sides, sides_of
from detente.relations.tone import Floats

Weighted = Sequence[tuple[Sides, float]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The observations of some relations known by a day, summed per relation and known day, and the filter over them.

    observed[i] went into row[i] of reports with weight[i] (its own weight, less what it lost by becoming known late).
    """

    relations: tuple[Sides, ...]
    observed: tuple[Observation, ...]
    row: Ints
    weight: Floats
    reports: PairDays
    states: States


@dataclass(frozen=True, slots=True)
class Path:
    """Consecutive days (since 1970) and what was said on each. level, low, high are NaN before the first report. events: reports in the
    period.
    """

    days: Ints
    level: Floats
    low: Floats
    high: Floats
    improved: Floats
    deteriorated: Floats
    classes: Classes
    events: Ints


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - EPOCH


def day_of(number: int) -> date:
    """The day of a day number."""
    return date.fromordinal(int(number) + EPOCH)


def late_weight(observation: Observation, c: Calibration = DEFAULT) -> float:
    """What is left of an observation's weight when it became known so long after its day."""
    return float(0.5 ** (2 * (observation.known - observation.day).days / c.late_half_life))


def gather(observations: Sequence[Observation], relations: Sequence[Sides], as_of: date, c: Calibration = DEFAULT) -> Gathered:
    """Sum what is known by ``as_of`` per relation and day, and filter it."""
    index = {sides_of(*s): i for i, s in enumerate(relations)}
    mine = [o for o in observations if o.known <= as_of and o.day <= as_of and o.sides in index]
    mine.sort(key=lambda o: (index[o.sides], o.known, o.kind, o.id))
    pair = np.array([index[o.sides] for o in mine], np.int64)
    day = np.array([day_number(o.known) for o in mine], np.int64)
    late = np.array([late_weight(o, c) for o in mine], float)
    weight = np.array([o.weight for o in mine], float) * late
    new = np.ones(len(mine), bool)
    new[1:] = (np.diff(pair) != 0) | (np.diff(day) != 0)
    row = np.cumsum(new) - 1
    size = int(row[-1]) + 1 if len(mine) else 0
    valued = np.array([o.value is not None for o in mine], bool)
    value = np.array([o.value or 0.0 for o in mine], float)

    def per_row(x: Floats) -> Floats:
        return np.bincount(row, x, size).astype(float) if size else np.zeros(0)

    heads = pair[new]
    reports = PairDays(
        first=np.searchsorted(heads, np.arange(len(relations) + 1)).astype(np.int64),
        day=day[new],
        weight=per_row(weight * valued),
        tone=per_row(weight * valued * value),
        volume=per_row(weight),
        count=per_row((late >= c.late_share) * np.array([o.count for o in mine], float)),
    )
    return Gathered(tuple(index), tuple(mine), row.astype(np.int64), weight, reports, filter_states(reports, c))


def with_events(gathered: Gathered, counts: Sequence[int], day: date, weight: float, value: float, c: Calibration = DEFAULT) -> Gathered:
    """The same with ``counts[i]`` more events on the i-th relation, of one weight and value, that happen and are told on ``day``, the last
    one that was gathered. They are in its reports, not among what was observed."""
    reports, today = gathered.reports, day_number(day)
    more, ends = np.asarray(counts, float), reports.first[1:]
    there = np.zeros(len(more), bool)
    some = ends > reports.first[:-1]
    there[some] = reports.day[ends[some] - 1] == today
    new = (more > 0) & ~there
    first = reports.first + np.r_[0, np.cumsum(new)]
    last = first[1:][more > 0] - 1

    def added(x: Floats, each: float) -> Floats:
        out = np.insert(x, ends[new], 0.0)
        out[last] += each * more[more > 0]
        return out

    joined = PairDays(
        first=first.astype(np.int64),
        day=np.insert(reports.day, ends[new], today),
        weight=added(reports.weight, weight),
        tone=added(reports.tone, weight * value),
        volume=added(reports.volume, weight),
        count=added(reports.count, 1.0),
    )
    given = np.ones(len(joined.day), bool)
    given[last] = False  # the filter is where it was, but for this day
    columns = [np.insert(column, ends[new], 0.0) for column in columns_of(gathered.states)]
    states = filter_states(joined, c, (given, columns))
    return Gathered(gathered.relations, gathered.observed, gathered.row, gathered.weight, joined, states)


def shares_of(relations: Weighted) -> Floats:
    """The weights of a category's relations, made to sum to 1. Raises ConfigError where they cannot."""
    weights = np.array([w for _, w in relations], float)
    if not len(weights) or (weights < 0).any() or not np.isfinite(weights).all() or weights.sum() <= 0:
        raise ConfigError("the weights of a category's relations must be positive", hint="give each relation a weight above 0")
    return np.asarray(weights / weights.sum())


def reported(reports: PairDays, pairs: int, days: Ints, period_days: int) -> Floats:
    """Distinct reports of each pair in the period up to each of some consecutive days."""
    count = np.zeros((pairs, len(days) + period_days))
    pair = np.repeat(np.arange(pairs), np.diff(reports.first))
    at = reports.day - days[0] + period_days
    inside = (at >= 0) & (at < count.shape[1])
    np.add.at(count, (pair[inside], at[inside]), reports.count[inside])
    total = np.cumsum(count, axis=1)
    return np.asarray(total[:, period_days:] - total[:, :-period_days])


def follow(gathered: Gathered, weights: Floats, as_of: date, period_days: int, c: Calibration = DEFAULT) -> Path:
    """The path from the first report (or ``as_of``, where there is none) to ``as_of``. weights: one per gathered relation, summing to 1."""
    reports, last = gathered.reports, day_number(as_of)
    start = int(reports.day.min()) if len(reports.day) else last
    pairs = len(gathered.relations)
    days = np.arange(start - period_days, last + 1)
    all_days = read_off(reports, gathered.states, np.arange(pairs), days, c)
    now = cut(all_days, period_days, 0)
    days = days[period_days:]
    threshold = c.threshold * float(np.sqrt((weights**2).sum()))
    improved, deteriorated, delta, whole, carried = (
        np.zeros(len(days)),
        np.zeros(len(days)),
        np.zeros(len(days)),
        (now.p[0], now.p[0]),
        now.p[0],
    )
    for lag, share in baselines(period_days, c.baselines):
        then = cut(all_days, period_days, lag)
        each, variance = move(now, then, lag, c)
        delta, whole = weights @ each, chances(weights @ each, weights**2 @ variance, threshold)
        improved, deteriorated = improved + share * whole[0], deteriorated + share * whole[1]
        carried = weights @ still_there(now, then)  # the last lag is the whole period's
    count = reported(reports, pairs, days, period_days)
    any_report: npt.NDArray[np.bool_] = count.sum(0) > 0
    rise = (improved[None], outlasting(improved, whole[0], carried)[None])
    fall = (deteriorated[None], outlasting(deteriorated, whole[1], carried)[None])
    kind = classes(rise, fall, delta[None], any_report[None], c)[0]
    kind = np.where(any_report, kind, SILENT).astype(np.int8)
    level = shown(now.z)
    low, high = band(now)
    nothing = (now.row < 0).all(0)
    middle = weights @ level
    below = np.sqrt(weights**2 @ (level - low) ** 2)
    above = np.sqrt(weights**2 @ (high - level) ** 2)
    return Path(
        days=days,
        level=np.where(nothing, np.nan, middle),
        low=np.where(nothing, np.nan, middle - below),
        high=np.where(nothing, np.nan, middle + above),
        improved=np.where(any_report, improved, 0.0),
        deteriorated=np.where(any_report, deteriorated, 0.0),
        classes=kind,
        events=count.sum(0).astype(np.int64),
    )


def cut(reading: Reading, period_days: int, lag: int) -> Reading:
    """The columns of a reading that stand ``lag`` days before the days after its first ``period_days``."""
    a, b = period_days - lag, -lag or None
    return pick(reading, np.s_[:, a:b])
