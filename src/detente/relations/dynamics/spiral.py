"""Spiral: each side's conflict raises the other's, and both are worse than they were.

Tension that feeds on itself is a self- and mutually exciting process (Hawkes 1971). Counted in blocks it is an autoregression of the
two sides' counts (Kirchner 2016: Hawkes processes are limits of integer-valued autoregressions; Kirchner 2017 estimates them so). The
tests are on log counts, as everywhere here; the spectral radius of the summed memory says what share of one round's tension the next
round has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from detente.relations.dynamics.fitting import Fitted, fit, follows
from detente.relations.dynamics.tracks import LEAST_BLOCKS, LEAST_HEARD, Tracks
from detente.relations.dynamics.wording import blocks, chance_of_none, pair, span_of, times
from detente.relations.observing import BOTH_WAYS, Observation, Sides, sides_of
from detente.relations.path import day_of
from detente.relations.quads import quad_sign
from detente.relations.tone import Floats
from detente.said import said
from detente.types import Finding

# Of each of the two cross effects: both must be there, so that the chance of both by accident is well below it.
SURE = 0.10
RECENT_DAYS = 28
# Both sides' conflict of the last four weeks stands above this share of all earlier spans of that length, and this many times their mean.
ABOVE, TIMES = 0.8, 1.5


def spiral(tracks: Tracks) -> Finding | None:
    """Whether the relation is in a spiral now; None for the inside of a country. estimate: the spectral radius, 1 and more feeding on
    itself without end. p_value: the larger one of the two cross effects. Raises DynamicsError."""
    if tracks.sides[0] == tracks.sides[1]:
        return None
    n, name = len(tracks.ends), pair(tracks.sides)
    heard = [int((c > 0).sum()) for c in tracks.counts]
    weeks, events = n * tracks.days // 7, int(tracks.counts.sum())
    conflict, enough = tracks.conflict, n >= LEAST_BLOCKS and min(heard) >= LEAST_HEARD
    held = np.column_stack([tracks.volume, *steps(n, tracks.days)])
    crossing = [follows(conflict[i], conflict[1 - i], held, tracks.lags) if enough else None for i in (0, 1)]
    effects = [e for e in crossing if e is not None]
    fitted = fit(conflict, tracks.volume, tracks.lags) if len(effects) == 2 else None
    if fitted is None:
        sentence = said(
            "Whether tension in {name} feeds on itself cannot be said: too few reports of conflict from both sides (from the quieter one "
            "{heard} of {blocks} with any; at least {least} of {of} are needed).",
            name=name, heard=min(heard), blocks=blocks(n, tracks.days), least=LEAST_HEARD, of=LEAST_BLOCKS,
        )  # fmt: skip
        return Finding("spiral", tracks.sides, sentence, False, unit="per round", weeks=weeks, events=events)
    radius, low, high = radii(fitted)
    feeds = all(e.total > 0 and e.p < SURE for e in effects)
    p = max(e.p for e in effects)
    recent, usual, worse = worsening(tracks)
    span = min(RECENT_DAYS, n * tracks.days)
    now = said(
        "in the {span} to {day} {first} acted against {second} {recent} (usually {usual:.1f}) and {second} against {first} {answered} "
        "(usually {answers:.1f})",
        span=span_of(span), day=day_of(tracks.ends[-1]), first=tracks.sides[0], second=tracks.sides[1], recent=times(recent[0]),
        usual=float(usual[0]), answered=times(recent[1]), answers=float(usual[1]),
    )  # fmt: skip
    chance = chance_of_none(p)
    how = said(
        "each round of it brings on about {radius:.0%} of another (80 % interval {low:.0%} to {high:.0%}; {chance})",
        radius=radius, low=low, high=high, chance=chance,
    )  # fmt: skip
    if feeds and worse:
        sentence = said("Tension in {name} feeds on itself and is rising: {now}; {how}.", name=name, now=now, how=how)
    elif feeds:
        sentence = said(
            "Conflict of each side of {name} raises the other's, but it is not rising on both sides now: {now}; {how}.",
            name=name, now=now, how=how,
        )  # fmt: skip
    elif worse:
        sentence = said(
            "Both sides of {name} are worse than usual; no sign that each raises the other's conflict: {now}; {chance}.",
            name=name, now=now, chance=chance,
        )  # fmt: skip
    else:
        sentence = said("No sign that tension in {name} feeds on itself: {now}; {chance}.", name=name, now=now, chance=chance)
    return Finding("spiral", tracks.sides, sentence, feeds and worse, radius, low, high, "per round", p, weeks, events)


def steps(n: int, days: int) -> Floats:
    """2 x n: steps up in the last four and the last two weeks, which the tests hold constant: something that set both sides off at once is
    not one side answering the other. It takes false flags of that kind from 8 to 1 % and costs 3 points of power (evals/dynamics.py)."""
    ago = days * np.arange(n)[::-1]
    return np.array([(ago < RECENT_DAYS / k).astype(float) for k in (1, 2)])


def radii(fitted: Fitted) -> tuple[float, float, float]:
    """The spectral radius of the summed memory, and the ends of its central 80 %."""
    drawn = np.abs(np.linalg.eigvals(fitted.draws.sum(1))).max(-1)
    low, high = np.quantile(drawn, [0.1, 0.9])
    radius = float(np.abs(np.linalg.eigvals(fitted.memory.sum(0))).max())
    return radius, min(float(low), radius), max(float(high), radius)


def worsening(tracks: Tracks) -> tuple[Floats, Floats, bool]:
    """(acts of conflict of each side in the last four weeks, the mean of earlier spans of that length, whether both stand out)."""
    size = max(1, RECENT_DAYS // tracks.days)
    running = np.cumsum(np.concatenate([np.zeros((2, 1)), tracks.counts], axis=1), axis=1)
    sums = running[:, size:] - running[:, :-size]
    recent, earlier = sums[:, -1], sums[:, :-size]
    if not earlier.shape[1]:
        return recent, np.zeros(2), False
    usual = earlier.mean(1)
    out = (recent > 0) & ((earlier < recent[:, None]).mean(1) >= ABOVE) & (recent >= TIMES * usual)
    return recent, usual, bool(out.all())


def spiral_events(observations: Sequence[Observation], sides: Sides, as_of: date, days: int = RECENT_DAYS) -> list[str]:
    """The evidence of a spiral: ids of the events of conflict in the last ``days``, oldest first."""
    since = as_of - timedelta(days=days)
    mine = sides_of(*sides)
    rows = {
        (o.day, o.id) for o in observations
        if o.sides == mine and o.kind == "event" and since < o.day <= as_of and o.known <= as_of and quad_sign(o.plover) < 0
        and o.way <= BOTH_WAYS
    }  # fmt: skip
    return [id for _, id in sorted(rows)]
