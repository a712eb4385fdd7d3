"""The level of relations by a state-space model: a tone that wanders and is seen through noisy reports, and the volume they come in.

Tone. mu(t) wanders around neutral (an Ornstein-Uhlenbeck walk: over weeks a random walk, over a silent year it is forgotten). A day's
reports, with weights that sum to w, are one observation of it with variance event_variance / w + day_variance. The Kalman filter of that
model (Harvey 1989, *Forecasting, Structural Time Series Models and the Kalman Filter*, ch. 3) gives the tone m and its variance p "as of
then".

Volume. n(t) is the sum of the weights of all reports, halved every volume_half_life days (one day adds at most volume_day + volume_growth
* n); v = (1 + n / volume_unit) ** volume_power.

Level. z = m * v on an open scale, shown as 10 * tanh(z / 10): within -10 .. 10 and about z itself while z is small. Given the weights, m
and hence z are linear in the reports' values; `drivers` stands on that.

The arithmetic runs over report days only, the k-th report day of all pairs at once; between report days everything has a closed form, so
that a level can be read off at any day. Each row depends on its pair's rows up to its own day and on nothing else: there is no look-ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.relations.calibration import BAND_Z, DEFAULT, TOP, Calibration

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PairDays:
    """Reports summed per pair and day, sorted by pair, then day.

    first[i] .. first[i + 1] are the rows of pair i. day: days since 1970. weight: of the reports with a value; tone: their sum of weight
    times value. volume: weight of all reports, those without a class too. count: distinct reports, for people."""

    first: Ints
    day: Ints
    weight: Floats
    tone: Floats
    volume: Floats
    count: Floats


@dataclass(frozen=True, slots=True)
class States:
    """The filter after each row of PairDays: tone m and its variance p, volume n, gain, and kept = the running sum of log(1 - gain)."""

    m: Floats
    p: Floats
    n: Floats
    gain: Floats
    kept: Floats


@dataclass(frozen=True, slots=True)
class Reading:
    """The filter read off at days, as arrays of one shape. row: of the last report, -1 before the first. v: loudness now; heard: then."""

    row: Ints
    p: Floats
    kept: Floats
    v: Floats
    heard: Floats
    z: Floats


def pick(reading: Reading, index: Any) -> Reading:
    """The same part of all arrays of a reading."""
    r = reading
    return Reading(r.row[index], r.p[index], r.kept[index], r.v[index], r.heard[index], r.z[index])


def filter_states(reports: PairDays, c: Calibration = DEFAULT) -> States:
    """Run the filter over all pairs at once, report day by report day."""
    size = len(reports.day)
    m, p, n, gain, kept = (np.zeros(size) for _ in range(5))
    if not size:
        return States(m, p, n, gain, kept)
    memory, decay = np.log(2) / c.half_life, np.log(2) / c.volume_half_life
    valued = reports.weight > 0
    noise = np.full(size, np.inf)
    noise[valued] = c.event_variance / reports.weight[valued] + c.day_variance
    value = np.divide(reports.tone, reports.weight, out=np.zeros(size), where=valued)
    lengths = np.diff(reports.first)
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = reports.first[:-1][order], lengths[order]
    width = len(starts)
    m_now, p_now, n_now, kept_now = np.zeros(width), np.full(width, c.tone_variance), np.zeros(width), np.zeros(width)
    last = reports.day[np.minimum(starts, size - 1)]
    for step in range(int(lengths[0])):
        width = int(np.searchsorted(-lengths, -step, "left"))  # pairs that have so many report days
        at = starts[:width] + step
        gap = reports.day[at] - last[:width]
        last = reports.day[at]
        fade = np.exp(-memory * gap)
        prior = c.tone_variance + (p_now[:width] - c.tone_variance) * fade * fade
        g = prior / (prior + noise[at])
        m_now = m_now[:width] * fade
        m_now = m_now + g * (value[at] - m_now)
        p_now = prior * (1 - g)
        n_before = n_now[:width] * np.exp(-decay * gap)
        n_now = n_before + np.minimum(reports.volume[at], c.volume_day + c.volume_growth * n_before)
        kept_now = kept_now[:width] + np.log1p(-g)
        m[at], p[at], n[at], gain[at], kept[at] = m_now, p_now, n_now, g, kept_now
    return States(m, p, n, gain, kept)


def last_rows(reports: PairDays, pairs: Ints, days: Ints) -> Ints:
    """The row of the last report day of each pair at each day (ascending days), -1 before the first: an array pairs x days."""
    rows = np.full((len(pairs), len(days)), -1, np.int64)
    for i, pair in enumerate(pairs):
        a, b = reports.first[pair], reports.first[pair + 1]
        at = np.searchsorted(reports.day[a:b], days, "right") - 1
        rows[i] = np.where(at >= 0, at + a, -1)
    return rows


def read_off(reports: PairDays, states: States, pairs: Ints, days: Ints, c: Calibration = DEFAULT) -> Reading:
    """The filtered state of some pairs at some days, as of each day."""
    return read_rows(reports, states, last_rows(reports, pairs, days), np.broadcast_to(days, (len(pairs), len(days))), c)


def read_rows(reports: PairDays, states: States, row: Ints, day: Ints, c: Calibration = DEFAULT) -> Reading:
    """The filtered state at days, given the row of the last report before each. Arrays of one shape."""
    none = row < 0
    if not len(reports.day):
        flat = np.zeros(row.shape)
        return Reading(row, flat + c.tone_variance, flat, flat + 1, flat + 1, flat)
    gap = np.where(none, 0, day - reports.day[row])
    fade = np.exp(-np.log(2) / c.half_life * gap)
    m = np.where(none, 0.0, states.m[row] * fade)
    p = np.where(none, c.tone_variance, c.tone_variance + (states.p[row] - c.tone_variance) * fade * fade)
    n = np.where(none, 0.0, states.n[row])
    kept = np.where(none, 0.0, states.kept[row])
    v = loudness(n * np.exp(-np.log(2) / c.volume_half_life * gap), c)
    return Reading(row, p, kept, v, loudness(n, c), m * v)


def loudness(volume: Floats, c: Calibration = DEFAULT) -> Floats:
    """The factor by which volume makes a tone count: 1 where next to nothing is reported."""
    return np.asarray((1 + volume / c.volume_unit) ** c.volume_power)


def shown(z: Floats) -> Floats:
    """From the open scale to the shown one, -10 .. 10."""
    return np.asarray(TOP * np.tanh(z / TOP))


def band(reading: Reading) -> tuple[Floats, Floats]:
    """The 80 % band on the shown scale. It stands on the loudness of the last report, not of the silence since: in silence it only
    widens.
    """
    half = BAND_Z * reading.heard * np.sqrt(reading.p)
    return shown(reading.z - half), shown(reading.z + half)
