"""The level of relations by a state-space model: a tone that wanders and is seen through noisy reports, and the volume they come in.

Tone. mu(t) is the sum of two walks around neutral, character and news (see `tone`). A day's reports, with weights that sum to w, are one
observation of it with variance event_variance / w + day_variance, more for a day that surprises (Masreliez 1975, *Approximate
non-Gaussian filtering*; here by Huber's bound). The Kalman filter of that model (Harvey 1989, *Forecasting, Structural Time Series Models
and the Kalman Filter*, ch. 3) gives the tone m and its variance p "as of then".

Volume. n(t) is the sum of the weights of all reports, halved every volume_half_life days (one day adds at most volume_day + volume_growth
* n); v = (1 + n / volume_unit) ** volume_power.

Level. z = m * v on an open scale, shown as 10 * tanh(z / 10): within -10 .. 10 and about z itself while z is small. Given the weights, m
and hence z are linear in the reports' values; `drivers` stands on that.

The arithmetic runs over report days only, the k-th report day of all pairs at once; between report days everything has a closed form, so
that a level can be read off at any day. Each row depends on its pair's rows up to its own day and on nothing else: there is no look-ahead.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.relations.calibration import BAND_Z, DEFAULT, TOP, Calibration
from detente.relations.tone import Floats, Tone, ahead, carried, unknown

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


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
    """The filter after each row of PairDays: the tone, the volume n, the gains of character and news, and kept = the running sum of the
    logarithms of what each day leaves of the day before (see `Reading`)."""

    tone: Tone
    n: Floats
    gain_character: Floats
    gain_news: Floats
    kept: Floats

    @property
    def m(self) -> Floats:
        """The tone's mean."""
        return self.tone.mean


@dataclass(frozen=True, slots=True)
class Reading:
    """The filter read off at days, as arrays of one shape. row: of the last report, -1 before the first. p: variance of the tone. kept: the
    errors of the tones of two days hang together by exp(kept later - kept earlier) times p earlier. v: loudness now; heard: at the last
    report. z: the level on the open scale."""

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


def columns_of(states: States) -> list[Floats]:
    """The nine columns of a state, as `follow_up` takes them."""
    tone = [getattr(states.tone, f.name) for f in fields(Tone)]
    return [*tone, states.n, states.gain_character, states.gain_news, states.kept]


def filter_states(reports: PairDays, c: Calibration = DEFAULT, known: tuple[Bools, list[Floats]] | None = None) -> States:
    """Run the filter over all pairs at once, report day by report day. known: rows whose states are given (the first ones of a pair), and
    the columns of States that hold them."""
    size = len(reports.day)
    given = np.zeros(size, bool) if known is None else known[0]
    columns = [np.zeros(size) for _ in range(9)] if known is None else known[1]
    out = States(Tone(*columns[:5]), *columns[5:])
    if not size:
        return out
    noise, value = noise_of(reports, c)
    done = np.add.reduceat(np.append(given, False).astype(np.int64), reports.first[:-1]) * (np.diff(reports.first) > 0)
    lengths = np.diff(reports.first) - done
    order = np.argsort(-lengths, kind="stable")
    starts, lengths, done = (reports.first[:-1] + done)[order], lengths[order], done[order]
    now = start(len(starts), c)
    last = reports.day[np.minimum(starts, size - 1)]
    goes_on = done > 0
    before = starts[goes_on] - 1
    last[goes_on] = reports.day[before]
    for x, column in zip(now, columns, strict=True):
        x[goes_on] = column[before]
    for step in range(int(lengths[0])):
        width = int(np.searchsorted(-lengths, -step, "left"))  # pairs that have so many report days
        at = starts[:width] + step
        now = follow_up([x[:width] for x in now], reports.day[at] - last[:width], noise[at], value[at], reports.volume[at], c)
        last = reports.day[at]
        for column, x in zip(columns, now, strict=True):
            column[at] = x
    return out


def noise_of(reports: PairDays, c: Calibration = DEFAULT) -> tuple[Floats, Floats]:
    """The variance of each day's mean value around the tone (infinite for a day without a value), and that mean."""
    valued = reports.weight > 0
    noise = np.full(len(reports.day), np.inf)
    noise[valued] = c.event_variance / reports.weight[valued] + c.day_variance
    return noise, np.divide(reports.tone, reports.weight, out=np.zeros(len(noise)), where=valued)


def start(width: int, c: Calibration = DEFAULT) -> list[Floats]:
    """The columns of States (five of the tone, n, two gains, kept) before anything is reported."""
    tone = unknown((width,), c)
    columns = (tone.character, tone.news, tone.var_character, tone.cov, tone.var_news)
    return [*(x.copy() for x in columns), *(np.zeros(width) for _ in range(4))]


def follow_up(before: list[Floats], gap: Ints, noise: Floats, value: Floats, volume: Floats, c: Calibration = DEFAULT) -> list[Floats]:
    """The columns of States after one more report day of each pair, ``gap`` days after the one before."""
    was = Tone(*before[:5])
    prior = ahead(was, gap, c)
    kept = before[8] + np.log(carried(was, gap, c))
    p, off = prior.variance, value - prior.mean
    total = (p + noise) * np.maximum(1.0, np.abs(off) / (c.surprise * np.sqrt(p + noise)))
    with_character, with_news = prior.var_character + prior.cov, prior.cov + prior.var_news
    g, k = with_character / total, with_news / total
    volume_before = before[5] * 0.5 ** (gap / c.volume_half_life)
    return [
        prior.character + g * off,
        prior.news + k * off,
        prior.var_character - g * with_character,
        prior.cov - g * with_news,
        prior.var_news - k * with_news,
        volume_before + np.minimum(volume, c.volume_day + c.volume_growth * volume_before),
        g,
        k,
        kept + np.log(np.maximum(1 - g - k, 1e-12)),
    ]


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
    t = states.tone
    then = Tone(t.character[row], t.news[row], t.var_character[row], t.cov[row], t.var_news[row])
    now = ahead(then, gap, c)
    n = np.where(none, 0.0, states.n[row])
    v = loudness(n * 0.5 ** (gap / c.volume_half_life), c)
    return Reading(
        row=row,
        p=np.where(none, c.tone_variance, now.variance),
        kept=np.where(none, 0.0, states.kept[row] + np.log(carried(then, gap, c))),
        v=v,
        heard=loudness(n, c),
        z=np.where(none, 0.0, now.mean) * v,
    )


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
