"""Rolling-origin evaluation: every week the forecasts are made as one would have made them then, and judged by the week that came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from detente.errors import TableError
from detente.relations.outlook import baselines
from detente.relations.outlook.counts import Group
from detente.relations.outlook.joint import forecasts
from detente.relations.outlook.level import rolling_levels
from detente.relations.outlook.scores import Bin, brier, crps, interval, pit, reliability, share_within
from detente.relations.outlook.skill import Skill, skill
from detente.relations.outlook.turns import rolling_turns
from detente.relations.tone import Floats
from detente.relations.weekly import Weekly

WARM_UP = 12  # weeks before the first origin: a spread of past errors needs some
MOST_A_WEEK = 20_000  # a distribution is a row of eight times as many numbers: some 300 MB for a group of relations
QUANTITIES = ("cooperation", "conflict", "balance")
PLAIN: dict[str, Callable[[Floats, bool], list[Group]]] = {
    "no change": baselines.no_change,
    "no change, pooled": baselines.no_change_pooled,
    "long-run mean": baselines.long_run,
}
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Chances:
    """How chances of one thing fared. said, came: means; brier: of ours and of the plain ones; skill: against those."""

    what: str
    count: int
    said: float
    came: float
    brier: float
    plain: dict[str, float]
    skill: dict[str, Skill]
    reliability: list[Bin]


@dataclass(frozen=True, slots=True)
class Judged:
    """How the forecasts of one quantity fared. crps: of ours and of the plain ones, in events. held: the share of the central 80 % by the
    PIT, which is exact for whole numbers; held_whole, said_whole: of the intervals of whole numbers that are shown, what they held and
    what they said they would. pit: tenths of the PIT, each .1 when calibrated."""

    quantity: str
    crps: float
    plain: dict[str, float]
    skill: dict[str, Skill]
    held: float
    held_whole: float
    said_whole: float
    pit: list[float]
    chances: list[Chances]


@dataclass(frozen=True, slots=True)
class Backtest:
    """relations and weeks: how many; from and to: days since 1970 of the first and last week forecast. levels: the chances of a change of
    level, empty where no levels were given."""

    relations: int
    weeks: int
    first: int
    last: int
    quantities: list[Judged]
    levels: list[Chances]


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels at the ends of the weeks (n x w, NaN before the first report), what the status said then (1, 0, -1), the period in weeks and
    the points that count as a change."""

    level: Floats
    change: Floats
    horizon: int
    threshold: float


def backtest(weekly: Weekly, first: int = WARM_UP, levels: Levels | None = None) -> Backtest:
    """Judge the forecasts of the weeks from the first-th on. Raises TableError where there is too little to judge."""
    n, w = weekly.events.shape
    first = max(first, 2)
    if n == 0:
        raise TableError("no relation to judge forecasts by", hint="--least says how many events one needs")
    if w <= first:
        raise TableError(
            f"too little to judge forecasts by: {w} whole weeks are known, and the first to forecast would be number {first + 1}",
            hint=f"begin earlier, or give more weeks; by default the first {WARM_UP} are only learned from",
        )
    series = {"cooperation": weekly.both_ways(weekly.cooperation), "conflict": weekly.both_ways(weekly.conflict)}
    series = {name: np.rint(x) for name, x in series.items()}
    loudest = max(float(x.max()) for x in series.values())
    if loudest > MOST_A_WEEK:
        raise TableError(
            f"{loudest:.0f} events of a relation in one week are more than can be laid out number by number",
            hint=f"at most {MOST_A_WEEK}: count stands for distinct events, not for reports",
        )
    series["balance"] = series["cooperation"] - series["conflict"]
    sheets = {name: _Sheet(x, first, signed=name == "balance") for name, x in series.items()}
    for t, made in forecasts(series["cooperation"], series["conflict"], first):
        if t < w:
            for name in QUANTITIES:
                sheets[name].note(t, made[name])
    judged = [sheets[name].judged(name) for name in QUANTITIES]
    said = _judge_levels(levels, first) if levels is not None else []
    return Backtest(n, w - first, int(weekly.ends[first]), int(weekly.ends[-1]), judged, said)


class _Sheet:
    """Scores of one quantity as they come in: arrays n x weeks judged."""

    def __init__(self, series: Floats, first: int, *, signed: bool) -> None:
        self.series, self.first, self.signed = series, first, signed
        shape = (len(series), series.shape[1] - first)
        self.ours = np.zeros(shape)
        self.plain = {name: np.zeros(shape) for name in PLAIN}
        self.low_end, self.high_end, self.inside, self.said = (np.zeros(shape) for _ in range(4))
        self.above = np.zeros(shape)
        self.more = {name: np.zeros(shape) for name in ("ours", *PLAIN)}

    def note(self, t: int, made: list[Group]) -> None:
        """Score the forecasts of week t."""
        y, past, k = self.series[:, t], self.series[:, :t], t - self.first
        usual = past.mean(1)
        self.above[:, k] = y > usual
        for group in made:
            rows, forecast = group.rows, group.forecast
            self.ours[rows, k] = crps(forecast, y[rows])
            self.low_end[rows, k], self.high_end[rows, k] = pit(forecast, y[rows])
            low, high = interval(forecast)
            self.inside[rows, k] = (low <= y[rows]) & (y[rows] <= high)
            self.said[rows, k] = forecast.at_most(high) - forecast.at_most(low - 1)
            self.more["ours"][rows, k] = 1 - forecast.at_most(usual[rows])
        for name, make in PLAIN.items():
            for group in make(past, self.signed):
                self.plain[name][group.rows, k] = crps(group.forecast, y[group.rows])
                self.more[name][group.rows, k] = 1 - group.forecast.at_most(usual[group.rows])

    def judged(self, quantity: str) -> Judged:
        """All of it, summed up."""
        strip = (self.low_end.ravel(), self.high_end.ravel())
        tenths = [float(share_within(strip, i / TENTHS, (i + 1) / TENTHS).mean()) for i in range(TENTHS)]
        return Judged(
            quantity=quantity,
            crps=float(self.ours.mean()),
            plain={name: float(x.mean()) for name, x in self.plain.items()},
            skill={name: skill(self.ours, x) for name, x in self.plain.items()},
            held=float(share_within(strip, 0.1, 0.9).mean()),
            held_whole=float(self.inside.mean()),
            said_whole=float(self.said.mean()),
            pit=tenths,
            chances=[_chances(f"{quantity} above its mean so far", self.more["ours"], self.above, {k: self.more[k] for k in PLAIN})],
        )


def _chances(what: str, said: Floats, came: Floats, plain: dict[str, Floats]) -> Chances:
    """said, came, plain: n x weeks."""
    ours, theirs = brier(said, came), {name: brier(x, came) for name, x in plain.items()}
    return Chances(
        what,
        came.size,
        float(said.mean()),
        float(came.mean()),
        float(ours.mean()),
        {name: float(x.mean()) for name, x in theirs.items()},
        {name: skill(ours, x) for name, x in theirs.items()},
        reliability(said.ravel(), came.ravel()),
    )


def _judge_levels(levels: Levels, first: int) -> list[Chances]:
    """The chances of improved and deteriorated of the level a period later, and of the status: it turns only when the change is beyond
    doubt, so less often."""
    n, w = levels.level.shape
    weeks = range(first - 1, w - levels.horizon)
    if not len(weeks):
        return []
    x = np.where(np.isnan(levels.level), 0.0, levels.level)
    moved = np.zeros((n, w))
    moved[:, levels.horizon :] = x[:, levels.horizon :] - x[:, : -levels.horizon]
    said = {t: ahead.changes(np.full(n, levels.threshold)) for t, ahead in rolling_levels(levels.level, levels.horizon)}
    out = []
    for name, sign, column in (("improved", 1, 0), ("deteriorated", -1, 2)):
        chance = np.stack([said[t][column] for t in range(w)], axis=1)
        turned = (levels.change == sign).astype(float)
        called = rolling_turns(chance, turned, (~np.isnan(levels.level)).astype(float), levels.horizon)
        for what, stated, happened in (
            (f"level {name}", chance, sign * moved > levels.threshold),
            (f"status {name}", called, turned),
        ):
            known = happened.astype(float)
            came = np.stack([known[:, t + levels.horizon] for t in weeks], axis=1)
            usual = np.stack([_frequency(known[:, levels.horizon : t + 1]) for t in weeks], axis=1)
            out.append(
                _chances(what, stated[:, first - 1 : w - levels.horizon], came, {"no change": np.zeros(came.shape), "long-run mean": usual})
            )
    return out


def _frequency(past: Floats, held_by: float = 4.0) -> Floats:
    """n: how often it happened to each relation so far, held at how often it happened to all by ``held_by`` weeks' worth."""
    pooled = float(past.mean()) if past.size else 0.0
    return np.asarray((past.sum(1) + held_by * pooled) / (past.shape[1] + held_by))
