"""Drivers: the share of each report in a change of level. They add up, because the filter is linear in what the reports say.

With the weights given, the tone of a relation is m(t) = sum over report days j of a_j(t) * y_j, where y_j is the day's weighted mean value
and a_j its gains, for character and news, times what later days kept of them. What was reported within the period is a driver of its own;
all that was there before has one row, "fading": what earlier reports weigh now less what they weighed then (newer reports push them aside,
the tone is forgotten, the volume dies down). The open scale is carried to the shown one by the slope of the chord between the two levels,
which keeps the sum exact."""

from __future__ import annotations

from datetime import date

import numpy as np

from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.change import chord
from detente.relations.levels import Ints, read_off, shown
from detente.relations.path import Gathered, day_number
from detente.relations.tone import Floats, fades
from detente.types import Driver


def relation_shares(gathered: Gathered, pair: int, as_of: date, period_days: int, c: Calibration = DEFAULT) -> tuple[Ints, Floats, float]:
    """(indices into gathered.observed, their shares, the fading share) of one relation, in points of the shown level."""
    last = day_number(as_of)
    reports = gathered.reports
    reading = read_off(reports, gathered.states, np.array([pair]), np.array([last - period_days, last]), c)
    slope = float(chord(reading.z[:, 1], reading.z[:, 0])[0])
    change = float(shown(reading.z[:, 1])[0] - shown(reading.z[:, 0])[0])
    row_now = int(reading.row[0, 1])
    begin = max(int(reading.row[0, 0]), int(reports.first[pair]) - 1)
    fresh = np.flatnonzero((gathered.row > begin) & (gathered.row <= row_now)) if row_now >= 0 else np.zeros(0, np.int64)
    if not len(fresh):
        return fresh, np.zeros(0), change
    row = gathered.row[fresh]
    held = _held(gathered, begin + 1, row_now, last, c)[row - begin - 1]
    value = np.array([o.value or 0.0 for o in (gathered.observed[i] for i in fresh)])
    valued = np.array([gathered.observed[i].value is not None for i in fresh])
    part = np.where(valued, gathered.weight[fresh] / np.maximum(reports.weight[row], 1e-300), 0.0)
    shares = slope * float(reading.v[0, 1]) * held * part * value
    return fresh, shares, change - float(shares.sum())


def _held(gathered: Gathered, first: int, last: int, day: int, c: Calibration) -> Floats:
    """How much of each of the rows first .. last of one relation is in its tone on ``day``: a_j of the module's docstring.

    Backwards from that day: what one unit of character and of news on a report day is worth at the end."""
    states, days = gathered.states, gathered.reports.day
    slow, quick = fades(np.append(np.diff(days[first : last + 1]), day - days[last]), c)
    out = np.zeros(last - first + 1)
    character = news = 1.0
    for i in range(len(out) - 1, -1, -1):
        character, news = character * slow[i], news * quick[i]
        out[i] = character * states.gain_character[first + i] + news * states.gain_news[first + i]
        character, news = character - out[i], news - out[i]
    return out


def drivers_of(gathered: Gathered, weights: Floats, as_of: date, period_days: int, c: Calibration = DEFAULT) -> tuple[Driver, ...]:
    """The drivers of a weighted mean of relations, largest first, "fading" last. They sum to its level on ``as_of`` less its level a
    period before.
    """
    total: dict[tuple[str, str], float] = {}
    fading = 0.0
    for pair in range(len(gathered.relations)):
        fresh, shares, rest = relation_shares(gathered, pair, as_of, period_days, c)
        fading += float(weights[pair]) * rest
        for i, share in zip(fresh, shares, strict=True):
            o = gathered.observed[i]
            total[o.kind, o.id] = total.get((o.kind, o.id), 0.0) + float(weights[pair] * share)
    rows = sorted(total.items(), key=lambda kv: (-abs(kv[1]), kv[0]))
    named = [Driver("event" if kind == "event" else "assessment", id, share) for (kind, id), share in rows if share]
    return (*named, Driver("fading", None, fading))
