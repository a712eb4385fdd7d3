"""Streams of events between pairs, with turns planted: what the relations method is calibrated on, beside real tables.

    python evals/simulate_relations.py OUT_DIR [--pairs 400] [--days 365] [--seed 1]

writes events.parquet (the input contract of `detente relations`) and turns.csv (date, iso3_a, iso3_b, direction, shape, what, size). The
streams have what makes real ones hard: pairs from one report a fortnight to a dozen a day, each with a usual tone of its own; tone that
wanders; weekdays; news cycles (bursts with no turn in them, in the usual tone); single odd days; events of one day that share one story.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

FIRST_DAY = date(2021, 1, 1)
SEED = 1
# class, CAMEO root, intensity, and its share of an ordinary pair's reports (rounded shares of an ordinary news table; "" = statement, no
# class)
MIX: tuple[tuple[str, str, float, float], ...] = (
    ("", "01", 0.0, 0.14),
    ("", "02", 3.0, 0.04),
    ("CONSULT", "04", 1.0, 0.15),
    ("CONSULT", "04", 2.8, 0.20),
    ("SUPPORT", "05", 3.5, 0.10),
    ("AGREE", "03", 4.0, 0.11),
    ("AGREE", "03", 5.2, 0.04),
    ("COOPERATE", "06", 6.4, 0.02),
    ("AID", "07", 7.4, 0.02),
    ("ACCUSE", "11", -2.0, 0.06),
    ("REJECT", "12", -4.0, 0.02),
    ("SANCTION", "16", -4.4, 0.02),
    ("REQUEST", "10", -5.0, 0.02),
    ("THREATEN", "13", -5.0, 0.02),
    ("COERCE", "17", -6.0, 0.02),
    ("ASSAULT", "19", -9.5, 0.02),
)
SHAPES = ("sudden", "slow", "passing")
KINDS = ("tone", "volume", "both")


@dataclass(frozen=True, slots=True)
class Turn:
    pair: int
    day: int
    sign: int
    shape: str
    kind: str
    size: float


@dataclass(frozen=True, slots=True)
class Simulated:
    """Rows: pair, day (from 0), class row of MIX, count. turns: what was planted. rate: usual reports a week, per pair."""

    pair: npt.NDArray[np.int64]
    day: npt.NDArray[np.int64]
    row: npt.NDArray[np.int64]
    count: npt.NDArray[np.int64]
    turns: tuple[Turn, ...]
    rate: npt.NDArray[np.float64]
    days: int


def plant(rng: np.random.Generator, pair: int, days: int) -> list[Turn]:
    """None, one or two turns a pair, away from the edges and from each other; half of them upward."""
    wanted = rng.choice([0, 1, 2], p=[0.45, 0.35, 0.20])
    turns: list[Turn] = []
    for day in sorted(rng.integers(90, days - 30, wanted)):
        if turns and day - turns[-1].day < 75:
            continue
        turns.append(
            Turn(
                pair,
                int(day),
                int(rng.choice([-1, 1])),
                str(rng.choice(SHAPES)),
                str(rng.choice(KINDS, p=[0.3, 0.15, 0.55])),
                float(rng.uniform(0.6, 1.6)),
            )
        )
    return turns


def envelope(turn: Turn, days: int) -> npt.NDArray[np.float64]:
    """How much of the turn stands on each day: a step, a ramp over 21 days around it, or a shock that halves every 12 days."""
    t = np.arange(days) - turn.day
    if turn.shape == "slow":
        return np.clip((t + 10.5) / 21, 0.0, 1.0)
    if turn.shape == "passing":
        return np.where(t >= 0, 0.5 ** (np.maximum(t, 0) / 12), 0.0)
    return (t >= 0).astype(np.float64)


def simulate(pairs: int = 400, days: int = 365, seed: int = SEED) -> Simulated:
    """Draw a table. Everything follows from the seed."""
    rng = np.random.default_rng(seed)
    share = np.array([m[3] for m in MIX])
    share = share / share.sum()
    worth = np.array([m[2] for m in MIX])
    rate = np.exp(rng.uniform(np.log(0.5), np.log(80), pairs))
    rows: list[npt.NDArray[np.int64]] = []
    turns: list[Turn] = []
    for p in range(pairs):
        mine = plant(rng, p, days)
        turns += mine
        tilt = rng.normal(-0.02, 0.10) + 0.035 * ou(rng, days, 20.0) + 0.05 * rng.normal(size=days)
        volume = np.log(rate[p] / 7) + 0.45 * ou(rng, days, 7.0) + np.where(np.arange(days) % 7 >= 5, -0.7, 0.1)
        for start in np.flatnonzero(rng.random(days) < 1 / 75):  # a news cycle without a turn
            volume[start : start + 6] += rng.uniform(0.7, 1.8) * 0.7 ** np.arange(len(volume[start : start + 6]))
        for odd in np.flatnonzero(rng.random(days) < 1 / 120):  # one odd day: a false report, a sports riot, a coding slip
            tilt[odd] += rng.choice([-1, 1]) * rng.uniform(0.2, 0.5)
            volume[odd] += rng.uniform(0.3, 1.2)
        for turn in mine:
            e = envelope(turn, days)
            if turn.kind != "volume":
                tilt += turn.sign * 0.22 * turn.size * e
            if turn.kind != "tone":
                # the first days of a turn are the loudest; a turn by volume alone is more of what that side of the mix already is
                t = np.arange(days) - turn.day
                volume += (1.1 * turn.size * e) + np.where(t >= 0, 0.8 * turn.size * 0.5 ** (np.maximum(t, 0) / 6), 0.0)
                if turn.kind == "volume":
                    tilt += turn.sign * 0.10 * e
        expected = np.exp(np.clip(volume, -8, 7))
        n = rng.poisson(expected * rng.gamma(4.0, 0.25, days))
        for day in np.flatnonzero(n):
            stories = 1 + rng.poisson(0.6 * n[day])  # a day's reports come from fewer stories, and one story is told in one class
            weight = share * np.exp(tilt[day] * worth)
            classes = rng.choice(len(MIX), size=stories, p=weight / weight.sum())
            told = np.bincount(classes[rng.integers(0, stories, n[day])], minlength=len(MIX))
            for row in np.flatnonzero(told):
                rows.append(np.array([p, day, row, told[row]]))
    table = np.array(rows)
    return Simulated(table[:, 0], table[:, 1], table[:, 2], table[:, 3], tuple(turns), rate, days)


def ou(rng: np.random.Generator, days: int, half_life: float) -> npt.NDArray[np.float64]:
    """A wandering path with unit variance whose memory halves in so many days."""
    phi = 0.5 ** (1 / half_life)
    out = np.empty(days)
    out[0] = rng.normal()
    steps = rng.normal(size=days) * np.sqrt(1 - phi * phi)
    for i in range(1, days):
        out[i] = phi * out[i - 1] + steps[i]
    return out


def code(pair: int, side: int) -> str:
    """A made-up three-letter code: Q + two letters for one side, X + two for the other (both outside ISO's country codes)."""
    return ("Q", "X")[side] + chr(65 + pair // 26 % 26) + chr(65 + pair % 26)


def write(sim: Simulated, folder: Path) -> tuple[Path, Path]:
    """events.parquet and turns.csv in the folder."""
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    rows, turns = folder / "rows.csv", folder / "turns.csv"
    with rows.open("w") as out:
        out.write("date,actor,recipient,plover,cameo,intensity,count\n")
        for p, d, r, n in zip(sim.pair, sim.day, sim.row, sim.count, strict=True):
            name, cameo, worth, _ = MIX[r]
            side = int((p + d + r) % 2)
            out.write(f"{FIRST_DAY + timedelta(int(d))},{code(int(p), side)},{code(int(p), 1 - side)},{name},{cameo},{worth},{n}\n")
    with turns.open("w") as out:
        out.write("date,iso3_a,iso3_b,direction,shape,what,size\n")
        for t in sim.turns:
            direction = "improved" if t.sign > 0 else "deteriorated"
            day = FIRST_DAY + timedelta(t.day)
            out.write(f"{day},{code(t.pair, 0)},{code(t.pair, 1)},{direction},{t.shape},{t.kind},{t.size:.2f}\n")
    events = folder / "events.parquet"
    duckdb.execute(
        f"COPY (SELECT date, actor, recipient, plover, lpad(cameo::VARCHAR, 2, '0') AS cameo, intensity, count FROM read_csv('{rows}', "
        f"types={{'cameo': 'VARCHAR'}})) TO '{events}' (FORMAT parquet)"
    )
    rows.unlink()
    return events, turns


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=Path)
    p.add_argument("--pairs", type=int, default=400)
    p.add_argument("--days", type=int, default=365)
    p.add_argument("--seed", type=int, default=SEED)
    a = p.parse_args()
    sim = simulate(a.pairs, a.days, a.seed)
    events, turns = write(sim, a.folder)
    print(f"{len(sim.day)} rows, {int(sim.count.sum())} events, {len(sim.turns)} turns: {events}, {turns}")


if __name__ == "__main__":
    main()
