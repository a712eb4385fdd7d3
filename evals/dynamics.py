"""Do the fits of relations/dynamics find what is planted, and nothing where nothing is?

    python evals/dynamics.py [--runs 100] [--quick] [--gate]

On simulated streams (simulate_dynamics.py, 300 days unless said, as long as the table of 2018): whether 80 % intervals hold, how often
what is planted is found, and how often what is not. On the table of 2018 beside the checkout: how often one side "answers" the other
when the other's series is shifted in time by a random part of the year, so that nothing can be answered. --quick leaves that out and makes
QUICK runs, whose figures may be off a floor by what so few leave to chance (19 in 20). --gate ends with status 1 beyond a floor."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from simulate_dynamics import Coupled, coupled, excited

from detente.relations.dynamics.fitting import follows
from detente.relations.dynamics.inertia import inertia
from detente.relations.dynamics.reciprocity import SURE, reciprocity
from detente.relations.dynamics.response import expected_response
from detente.relations.dynamics.spiral import spiral
from detente.relations.dynamics.third_party import third_parties
from detente.relations.dynamics.tracks import LEAST_BLOCKS, LEAST_HEARD, Tracks, aligned, tracks_of
from detente.relations.weekly import Weekly

DAYS = 300
FULL, QUICK = 100, 25
PAIR = ("AAA", "BBB")
# figure -> (least, most)
FLOORS: dict[str, tuple[float, float]] = {
    "inertia, 4 days, 300 days of 1.5 reports a side: 80 % interval holds": (0.72, 0.92),
    "inertia, 10 days, 300 days of 1.5 reports a side: found": (0.9, 1),
    "inertia, 10 days, 300 days of 1.5 reports a side: 80 % interval holds": (0.72, 0.92),
    "inertia, 30 days, 300 days of 1.5 reports a side: 80 % interval holds": (0.68, 0.92),
    "inertia, 30 days, 1000 days of 1.5 reports a side: 80 % interval holds": (0.64, 0.92),
    "inertia, none planted: found": (0, 0.07),
    "reciprocity, 20% a day: found": (0.4, 1),
    "reciprocity, 30% a day: found": (0.55, 1),
    "reciprocity, 30% a day: found the other way round": (0, 0.12),
    "reciprocity, none planted, 1.5 reports a side: found": (0, 0.07),
    "reciprocity, none planted, 0.3 reports a side: found": (0, 0.08),
    "reciprocity, none planted, 0.1 reports a side: found": (0, 0.07),
    "spiral, each side's conflict raises the other's, rising: flagged": (0.35, 1),
    "spiral, only each side's own, rising: flagged": (0, 0.05),
    "spiral, nothing feeds on itself, rising: flagged": (0, 0.06),
    "response, 1.28 planted: 80 % band holds": (0.65, 0.92),
    "response, 0.33 planted: 80 % band holds": (0.68, 0.92),
    "third party, none planted: any found": (0, 0.15),
    "third party, 30% of it a day: found": (0.8, 1),
    "third party, 30% of it a day: share of false ones, mean": (0, 0.13),
    "icews 2018, shifted, 1 days, balance: p < .05": (0, 0.07),
    "icews 2018, shifted, 1 days, conflict: p < .05": (0, 0.08),
    "icews 2018, shifted, 3 days, balance: p < .05": (0, 0.07),
    "icews 2018, shifted, 3 days, conflict: p < .05": (0, 0.08),
    "icews 2018, shifted: relations that follow another": (0, 0.08),
}


def own(weekly: Weekly) -> Tracks:
    return tracks_of(weekly, PAIR, int(weekly.ends[1] - weekly.ends[0]))


def block(rate: float) -> int:
    """Days of a block that `tracks.block_days` would choose: about 60 % of a thin pair's days are empty of either side."""
    return 1 if rate >= 0.3 else 3


def inertia_figures(runs: int) -> Iterator[tuple[str, float]]:
    """Coverage and power by half-life, length and thickness; false alarms without memory."""
    for half_life, days, rate in ((4.0, 300, 1.5), (10.0, 300, 1.5), (10.0, 300, 0.1), (30.0, 300, 1.5), (30.0, 1000, 1.5)):
        name = f"inertia, {half_life:.0f} days, {days} days of {rate} reports a side"
        found = [inertia(own(coupled(s, days, Coupled(rate=rate, half_life=half_life), block=block(rate)))) for s in range(runs)]
        held = [f for f in found if f.estimate is not None and f.low is not None and f.high is not None]
        top = max((f.high or 0.0) for f in held) if held else 0.0
        inside = [f.low <= half_life <= f.high or (f.high >= top and half_life > f.low) for f in held if f.low and f.high]
        yield f"{name}: found", len(held) / runs
        yield f"{name}: 80 % interval holds", float(np.mean(inside)) if inside else 0.0
        yield f"{name}: median estimate, days", float(np.median([f.estimate or 0 for f in held])) if held else 0.0
    none = [inertia(own(coupled(10_000 + s, DAYS, Coupled(half_life=0.0)))).holds for s in range(runs)]
    yield "inertia, none planted: found", float(np.mean(none))


def reciprocity_figures(runs: int) -> Iterator[tuple[str, float]]:
    """Who answers whom: found, found the wrong way round, found where nothing is."""
    for share in (0.1, 0.2, 0.3):
        rows = [reciprocity(own(coupled(20_000 + s, DAYS, Coupled(answer=(share, 0.0))))) for s in range(runs)]
        yield f"reciprocity, {share:.0%} a day: found", float(np.mean([r[0].holds for r in rows]))
        yield f"reciprocity, {share:.0%} a day: found the other way round", float(np.mean([r[-1].holds for r in rows]))
    for rate in (1.5, 0.3, 0.1):
        rows = [reciprocity(own(coupled(30_000 + s, DAYS, Coupled(rate=rate), block=block(rate)))) for s in range(runs)]
        yield f"reciprocity, none planted, {rate} reports a side: found", float(np.mean([f.holds for r in rows for f in r]))


def spiral_figures(runs: int) -> Iterator[tuple[str, float]]:
    """Flagged where it is and rises, and where it is not."""
    cases = (
        ("each side's conflict raises the other's, rising", 0.2, 0.5, True),
        ("only each side's own, rising", 0.5, 0.0, True),
        ("nothing feeds on itself, rising", 0.0, 0.0, True),
        ("each side's conflict raises the other's, not rising", 0.2, 0.5, False),
    )
    for name, mine, cross, rising in cases:
        found = [spiral(own(excited(40_000 + s, DAYS, mine, cross, rising=rising))) for s in range(runs)]
        yield f"spiral, {name}: flagged", float(np.mean([f is not None and f.holds for f in found]))
        radius = [f.estimate for f in found if f is not None and f.estimate is not None]
        yield f"spiral, {name}: median radius (planted {mine + cross})", float(np.median(radius))


def response_figures(runs: int) -> Iterator[tuple[str, float]]:
    """Further acts of the other side that one act brings on: planted, and found within four weeks."""
    for mine, cross in ((0.2, 0.5), (0.2, 0.2)):
        memory = np.array([[mine, cross], [cross, mine]])
        planted = float((np.linalg.inv(np.eye(2) - memory) - np.eye(2))[1, 0])
        found = [expected_response(own(excited(60_000 + s, DAYS, mine, cross)), 0, -1).other for s in range(runs)]
        held = [r for r in found if r is not None]
        yield f"response, {planted:.2f} planted: median", float(np.median([r.mean for r in held]))
        yield f"response, {planted:.2f} planted: 80 % band holds", float(np.mean([r.low <= planted <= r.high for r in held]))


def third_figures(runs: int) -> Iterator[tuple[str, float]]:
    """The relation that is followed among eight that are not."""
    for share in (0.0, 0.15, 0.3):
        right, anything, false = 0, 0, 0.0
        for s in range(runs):
            weekly = coupled(50_000 + s, DAYS, replace(Coupled(), follow=share), others=8)
            tracks = own(weekly)
            others = [aligned(tracks_of(weekly, o, tracks.days), tracks) for o in weekly.sides if set(o) & set(PAIR) and o != PAIR]
            held = [f for f in third_parties(tracks, others) if f.holds]
            right += any(f.sides[2] == "CCC" for f in held)
            false += sum(f.sides[2] != "CCC" for f in held) / max(1, len(held))
            anything += bool(held)
        if share:
            yield f"third party, {share:.0%} of it a day: found", right / runs
            yield f"third party, {share:.0%} of it a day: share of false ones, mean", false / runs
        else:
            yield "third party, none planted: any found", anything / runs


def shuffled(runs: int, folder: Path) -> Iterator[tuple[str, float]]:
    """The size of the tests on real counts: one side against the other's series shifted by a fifth of the year or more."""
    from detente.relations.weekly import weekly_of_table
    from relations import SHARED, shared_table

    if not SHARED.is_dir():
        return
    table = shared_table(folder)
    rng = np.random.default_rng(1)
    for days in (1, 3, 7):
        weekly = weekly_of_table(table, least=100, days=days)
        tracks = [tracks_of(weekly, s, days) for s in weekly.sides if s[0] != s[1]]
        for kind, series in (("balance", lambda t: t.balance), ("conflict", lambda t: t.conflict)):
            p = [p for t in tracks for p in _shifted(t, series(t), rng)]
            yield f"icews 2018, shifted, {days} days, {kind}: p < .05 ({len(p)} tests)", float(np.mean(np.array(p) < SURE))
    any_led, led = _leads(table, rng)
    yield f"icews 2018, shifted: relations that follow another ({any_led} relations)", led


def _leads(table: Path, rng: np.random.Generator) -> tuple[int, float]:
    """(relations looked at, share that follow another once shifted) of forty relations with 100 events or more."""
    from detente.relations.weekly import weekly_of_table

    weekly = weekly_of_table(table, least=20, days=3)
    thick = [s for s, n in zip(weekly.sides, weekly.events.sum(1), strict=True) if n >= 100 and s[0] != s[1]]
    led = []
    for i in rng.choice(len(thick), 40, replace=False):
        t = tracks_of(weekly, thick[i], 3)
        shift = int(rng.integers(len(t.ends) // 5, len(t.ends) - len(t.ends) // 5))
        others = [aligned(tracks_of(weekly, o, 3), t) for o in weekly.sides if set(o) & set(t.sides) and o != t.sides]
        led.append(any(f.holds for f in third_parties(replace(t, together=np.roll(t.together, shift)), others)))
    return len(led), float(np.mean(led))


def _shifted(t: Tracks, series: np.ndarray, rng: np.random.Generator) -> list[float]:
    n = len(t.ends)
    if n < LEAST_BLOCKS or (np.abs(series) > 0).sum(1).min() < LEAST_HEARD:
        return []
    moved = np.array([series[0], np.roll(series[1], rng.integers(n // 5, n - n // 5))])
    return [e.p for i in (0, 1) if (e := follows(moved[i], moved[1 - i], t.volume, t.lags))]


def bounds(figure: str, runs: int) -> tuple[float, float]:
    """The floor and ceiling of a figure, wider by what fewer runs than FULL leave to chance."""
    low, high = FLOORS.get(re.sub(r" \(\d.*", "", figure), (-np.inf, np.inf))
    if runs >= FULL or np.isinf(low):
        return low, high
    return tuple(edge + side * 1.65 * np.sqrt(max(edge * (1 - edge), 0.0) / runs) for edge, side in ((low, -1), (high, 1)))  # type: ignore


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--runs", type=int, default=FULL)
    p.add_argument("--quick", action="store_true")
    p.add_argument("--gate", action="store_true")
    a = p.parse_args()
    failed = []
    runs = QUICK if a.quick else a.runs
    with tempfile.TemporaryDirectory() as folder:
        real = () if a.quick else (lambda runs: shuffled(runs, Path(folder)),)
        for part in (inertia_figures, reciprocity_figures, spiral_figures, response_figures, third_figures, *real):
            for figure, value in part(runs):
                low, high = bounds(figure, runs)
                bound = "" if np.isinf(low) and np.isinf(high) else f"  {low:g} to {high:g}"
                print(f"{figure:82}{value:8.3f}{bound}", flush=True)
                if not low <= value <= high:
                    failed.append(f"{figure}: {value:.3f}, wanted {low:g} to {high:g}")
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if a.gate and failed else 0


if __name__ == "__main__":
    sys.exit(main())
