"""The series of a relation: the level with its band on past days, as it was said then (filtered) or as one sees it now (smoothed)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from detente.relations.calibration import BAND_Z, DEFAULT, Calibration
from detente.relations.levels import Ints, PairDays, States, band, filter_states, loudness, read_off, shown
from detente.relations.observing import Observation, Sides, sides_of
from detente.relations.path import Gathered, day_number, day_of, gather
from detente.relations.tone import Floats, Tone, ahead, fades
from detente.types import LevelPoint

DAILY_UP_TO = 400  # days a series may span before its points stand a week apart: a year and a bit is what a chart can show day by day


def relation_series(
    observations: Sequence[Observation],
    sides: Sides,
    as_of: date,
    smoothed: bool = True,
    step_days: int | None = None,
    c: Calibration = DEFAULT,
) -> list[LevelPoint]:
    """The level of a relation from its first report to ``as_of``, oldest first; empty without reports.

    smoothed: each report stands on its own day and later reports help to place earlier days (Rauch, Tung and Striebel 1965); else each
    point uses only what was known on its day. step_days: between points, counted back from ``as_of``; default 1, or 7 for series longer
    than DAILY_UP_TO days. events: distinct reports since the point before."""
    mine = [o for o in observations if o.sides == sides_of(*sides) and o.known <= as_of and o.day <= as_of]
    if not mine:
        return []
    then = gather(mine, [sides], as_of, c)
    if smoothed:
        # on its own day, with its full weight: how late one heard of it does not matter to history
        mine = [replace(o, known=o.day) for o in mine]
    gathered = gather(mine, [sides], as_of, c) if smoothed else then
    first, last = int(gathered.reports.day[0]), day_number(as_of)
    step = step_days or (1 if last - first <= DAILY_UP_TO else 7)
    days = np.arange(last, first - step, -step)[::-1]
    if days[0] < first:
        days[0] = first
    days = np.unique(days)
    level, low, high = _smooth(gathered, days, c) if smoothed else _as_then(gathered.reports, gathered.states, days, c)
    if smoothed:  # the last day is the level as of then, late news weighed as the status weighs them
        for series, at_last in zip((level, low, high), _as_then(then.reports, then.states, days[-1:], c), strict=True):
            series[-1] = at_last[0]
    known = np.searchsorted(days, [day_number(o.known) for o in mine], "left")
    events = np.bincount(known, [o.count for o in mine], minlength=len(days))
    return [LevelPoint(day_of(d), float(level[i]), float(low[i]), float(high[i]), int(events[i])) for i, d in enumerate(days)]


def _as_then(reports: PairDays, states: States, days: Ints, c: Calibration) -> tuple[Floats, Floats, Floats]:
    reading = read_off(reports, states, np.array([0]), days, c)
    low, high = band(reading)
    return shown(reading.z)[0], low[0], high[0]


def _smooth(gathered: Gathered, days: Ints, c: Calibration) -> tuple[Floats, Floats, Floats]:
    """Fixed-interval smoothing on report days, then between them. On the last day it equals the filter."""
    reports = gathered.reports
    grid = np.union1d(days, reports.day)  # a day without a report is a point of the walk too: put in with no weight
    full = _on_grid(reports, grid)
    states = filter_states(full, c)
    m, p = smoothed_tone(states.tone, np.diff(grid), c)
    volume = _two_sided(full, states, c)
    heard = np.maximum.accumulate(np.where(full.volume > 0, np.arange(len(grid)), 0))  # the band stands on the loudness of the last report
    at_last = np.where(heard == heard[-1], states.n[heard], volume[heard])  # after it nothing is known from later
    v, v_heard = loudness(volume, c), loudness(at_last, c)
    at = np.searchsorted(grid, days)
    z, half = (m * v)[at], (BAND_Z * v_heard * np.sqrt(np.maximum(p, 0.0)))[at]
    return shown(z), shown(z - half), shown(z + half)


def smoothed_tone(filtered: Tone, gaps: Ints, c: Calibration = DEFAULT) -> tuple[Floats, Floats]:
    """Mean and variance of a tone on each day of a grid given all of them (Rauch, Tung and Striebel 1965). gaps: days between."""
    size = len(filtered.character)
    mean = np.stack([filtered.character, filtered.news], 1)
    var = np.stack([filtered.var_character, filtered.cov, filtered.cov, filtered.var_news], 1).reshape(size, 2, 2)
    before = Tone(*(x[:-1] for x in (filtered.character, filtered.news, filtered.var_character, filtered.cov, filtered.var_news)))
    prior = ahead(before, gaps, c)
    fade = np.stack(fades(gaps, c), 1)
    prior_mean = np.stack([prior.character, prior.news], 1)
    prior_var = np.stack([prior.var_character, prior.cov, prior.cov, prior.var_news], 1).reshape(size - 1, 2, 2)
    back = (var[:-1] * fade[:, None, :]) @ np.linalg.inv(prior_var)
    for i in range(size - 2, -1, -1):
        mean[i] += back[i] @ (mean[i + 1] - prior_mean[i])
        var[i] += back[i] @ (var[i + 1] - prior_var[i]) @ back[i].T
    return mean.sum(1), var.sum((1, 2))


def _on_grid(reports: PairDays, grid: Ints) -> PairDays:
    at = np.searchsorted(grid, reports.day)

    def put(x: Floats) -> Floats:
        out = np.zeros(len(grid))
        out[at] = x
        return out

    first = np.array([0, len(grid)], np.int64)
    return PairDays(first, grid, put(reports.weight), put(reports.tone), put(reports.volume), put(reports.count))


def _two_sided(full: PairDays, states: States, c: Calibration) -> Floats:
    """The volume around each day, past and future alike, brought to the mass the past alone has; at the end it is the filter's."""
    decay = 0.5 ** (1 / c.volume_half_life)
    after = np.zeros(len(full.day))
    for i in range(len(full.day) - 2, -1, -1):
        after[i] = (after[i + 1] + full.volume[i + 1]) * decay ** (full.day[i + 1] - full.day[i])
    past = 1 / (1 - decay)
    future = decay * (1 - decay ** (full.day[-1] - full.day).astype(float)) / (1 - decay)
    return np.asarray((states.n + after) * past / (past + future))
