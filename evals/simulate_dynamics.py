"""Coupled streams of events with known dynamics: what the fits of relations/dynamics are checked on.

Each side's behaviour to the other is a hidden tone that halves every so many days, follows the other side's (``answer``) and, where asked,
that of a third relation (``follow``, ``delay`` days later). What is seen are counts of cooperation and conflict with all that makes real
ones hard: overdispersion, days nobody reports, weekdays, news cycles of the pair and of the world. ``excited`` draws conflict that raises
conflict instead, as a Hawkes process does, counted by days (Kirchner 2016)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.relations.weekly import Weekly

Floats = npt.NDArray[np.float64]
SILENT_DAYS = 0.15  # share of days on which a pair is not reported on, whatever happens
SPREAD = 4.0  # shape of the gamma that overdisperses counts: as simulate_relations.py
WARM = 200  # days before the first that is kept


@dataclass(frozen=True, slots=True)
class Coupled:
    """What is planted. rate: reports a day and side; half_life: days of a side's tone (0: each day for itself); strength: standard
    deviation of the tone; answer: (of the second to the first, of the first to the second), share of the other's tone of the day before
    that is taken over; follow: share of the third relation's tone of ``delay`` days before."""

    rate: float = 1.5
    half_life: float = 5.0
    strength: float = 0.8
    answer: tuple[float, float] = (0.0, 0.0)
    follow: float = 0.0
    delay: int = 4


def tones(rng: np.random.Generator, days: int, c: Coupled, third: Floats) -> Floats:
    """2 x days of hidden tone. third: the tone followed."""
    phi = 0.5 ** (1 / c.half_life) if c.half_life else 0.0
    steps = rng.normal(size=(2, days)) * c.strength * np.sqrt(1 - phi * phi)
    out = np.zeros((2, days))
    for t in range(1, days):
        before = out[:, t - 1]
        out[:, t] = phi * before + np.array([c.answer[1] * before[1], c.answer[0] * before[0]]) + steps[:, t]
        if c.follow and t >= c.delay:
            out[:, t] += c.follow * third[t - c.delay]
    return out


def heard(rng: np.random.Generator, tone: Floats, world: Floats, rate: float) -> tuple[Floats, Floats]:
    """(cooperation, conflict), 2 x days each, of two sides with a tone."""
    days = tone.shape[1]
    news = world + 0.4 * wandering(rng, days, 5.0)
    for start in np.flatnonzero(rng.random(days) < 1 / 60):  # a news cycle with no turn in it
        news[start : start + 6] += rng.uniform(0.7, 1.8) * 0.7 ** np.arange(len(news[start : start + 6]))
    open_days = (rng.random(days) > SILENT_DAYS) * rng.gamma(SPREAD, 1 / SPREAD, days)
    expected = rate * np.exp(np.clip(news, -4, 4)) * open_days
    return tuple(rng.poisson(expected * share * np.exp(np.clip(s * tone, -3, 3))).astype(float) for share, s in ((0.6, 0.7), (0.4, -0.7)))  # type: ignore[return-value]


def world_news(rng: np.random.Generator, days: int) -> Floats:
    """The volume of all news: weekdays, and busy and quiet spells."""
    return np.where(np.arange(days) % 7 >= 5, -0.7, 0.1) + 0.3 * wandering(rng, days, 10.0)


def wandering(rng: np.random.Generator, days: int, half_life: float) -> Floats:
    """A path of unit variance whose memory halves in so many days."""
    phi = 0.5 ** (1 / half_life)
    steps, out = rng.normal(size=days) * np.sqrt(1 - phi * phi), np.zeros(days)
    out[0] = rng.normal()
    for i in range(1, days):
        out[i] = phi * out[i - 1] + steps[i]
    return out


def coupled(seed: int, days: int, planted: Coupled, others: int = 0, block: int = 1) -> Weekly:
    """One relation AAA-BBB as planted, the relation BBB-CCC it may follow, ``others`` that share a side and have nothing to do with it,
    and twenty more for the volume of the world; in blocks."""
    rng = np.random.default_rng(seed)
    whole = days + WARM
    world = world_news(rng, whole)
    plain = Coupled(rate=planted.rate, half_life=planted.half_life)
    third = tones(rng, whole, plain, np.zeros(whole))
    third[1] = third[0]  # one tone for both of its sides: the relation's
    rows = {("AAA", "BBB"): heard(rng, tones(rng, whole, planted, third[0]), world, planted.rate)}
    rows["BBB", "CCC"] = heard(rng, third, world, planted.rate)
    for i in range(others + 20):
        sides = ("AAA", f"D{i:02}") if i < others else (f"E{i:02}", f"F{i:02}")
        rows[sides] = heard(rng, tones(rng, whole, plain, np.zeros(whole)), world, planted.rate)
    return blocked({s: (c[:, WARM:], f[:, WARM:]) for s, (c, f) in rows.items()}, block)


def excited(seed: int, days: int, own: float, cross: float, rate: float = 0.4, rising: bool = False, block: int = 1) -> Weekly:
    """A relation in which each act of conflict brings on ``own`` further ones of the same side and ``cross`` of the other, within four days
    or so; rising: something sets both sides off in the last ten days."""
    rng = np.random.default_rng(seed)
    world = world_news(rng, days)
    kernel = 0.5 ** np.arange(1, 13)[::-1] / (1 - 0.5**12)
    counts = np.zeros((2, days))
    for t in range(days):
        past = counts[:, max(0, t - 12) : t]
        pushed = past @ kernel[len(kernel) - past.shape[1] :] if t else np.zeros(2)
        spark = rate * np.exp(world[t]) * (4.0 if rising and t >= days - 10 else 1.0)
        expected = spark + own * pushed + cross * pushed[::-1]
        counts[:, t] = rng.poisson(expected * rng.gamma(SPREAD, 1 / SPREAD, 2))
    quiet = rng.poisson(0.3, (2, days)).astype(float)
    rows = {("AAA", "BBB"): (quiet, counts)}
    for i in range(20):
        rows[f"E{i:02}", f"F{i:02}"] = heard(rng, np.zeros((2, days)), world, 1.5)
    return blocked(rows, block)


def blocked(rows: dict[tuple[str, str], tuple[Floats, Floats]], block: int) -> Weekly:
    """Daily counts, 2 x days of cooperation and of conflict a relation, as a table of blocks that ends on the last day."""
    sides = tuple(rows)
    days = next(iter(rows.values()))[0].shape[1]
    n = days // block

    def total(x: Floats) -> Floats:
        summed = x[:, days - n * block :].reshape(2, n, block).sum(2)
        return np.concatenate([summed, np.zeros((1, n))])

    cooperation, conflict = (np.array([total(rows[s][k]) for s in sides]) for k in (0, 1))
    ends = 20000 + block * np.arange(1, n + 1, dtype=np.int64)
    return Weekly(sides, ends, cooperation, conflict, 4.0 * (cooperation - conflict), (cooperation + conflict).sum(1))
