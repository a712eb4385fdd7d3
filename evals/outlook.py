"""Score the outlooks: rolling origins on simulated streams, and on the shared tables where they are there.

    python evals/outlook.py [--alternatives] [--json] [--gate]

Simulator: seed 11, which nothing was set on. Shared: the ICEWS table of 2018, 264 relations with 100 events and more; and the year 2014 of
its sister table of 2005-15, which is denser than the other years. The constants were chosen on both of these for scores alike, the prior
weights learned on the years before 2014 only. --alternatives scores what else was tried, one thing changed at a time. --gate ends with
status 1 below a floor."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb
import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from simulate_relations import simulate, write

from detente.relations.outlook import balance, counts, learning
from detente.relations.outlook.backtest import Backtest, backtest
from detente.relations.outlook.inputs import of_table
from detente.relations.outlook.report import summary
from detente.relations.outlook.wording import SKILL_2018
from relations import SHARED, shared_table

LEAST = 100
PAIRS = 150  # of the simulator: enough for weights to be learned from, and quick
WITHIN = 0.03  # an 80 % interval holds 80 % within so much
# table -> quantity -> least skill against (no change, no change pooled, long-run mean); a little below what stands in docs/method.md. The
# low end of each interval against no change must be above 0 besides.
FLOORS: dict[str, dict[str, tuple[float, float, float]]] = {
    "simulator": {"cooperation": (0.15, 0.07, 0.20), "conflict": (0.14, 0.07, 0.22), "balance": (0.16, 0.08, 0.21)},
    "icews 2018": {"cooperation": (0.21, 0.055, 0.07), "conflict": (0.19, 0.055, 0.085), "balance": (0.25, 0.05, 0.07)},
    "icews 2014": {"cooperation": (0.24, 0.04, 0.05), "conflict": (0.22, 0.07, 0.04), "balance": (0.27, 0.03, 0.04)},
}
# Least Brier skill of the stated chances of a move of level and of a turn of status against how often it was so of each relation.
LEVEL_FLOORS = {"level improved": 0.10, "level deteriorated": 0.10, "status improved": 0.03, "status deteriorated": 0.015}
# label -> module, constant -> value. Whatever changes the number of components begins with equal weights.
ALTERNATIVES: tuple[tuple[str, dict[tuple[Any, str], Any]], ...] = (
    ("as it is", {}),
    ("equal weights to begin with", {(counts, "PRIOR"): np.ones((4, 5))}),
    ("no lifted mean", {(counts, "PRIOR"): np.array(counts.PRIOR)[[0, 1, 2, 2]], (counts, "LIFTED"): (1.0, 1.0)}),
    ("lifted by 2.5", {(counts, "LIFTED"): (0.95, 2.5)}),
    ("a discount more", {(counts, "DISCOUNTS"): (0.0, 0.6, 0.9, 1.0), (counts, "PRIOR"): np.ones((5, 5))}),
    ("all weeks alone", {(counts, "DISCOUNTS"): (1.0,), (counts, "PRIOR"): np.ones((2, 5))}),
    ("one size alone", {(counts, "SIZES"): (2.0,), (counts, "PRIOR"): np.ones((4, 1))}),
    ("held by 2 weeks", {(counts, "HELD_BY"): 2.0}),
    ("held by .05 weeks", {(counts, "HELD_BY"): 0.05}),
    ("own weights after 2 weeks", {(learning, "OWN_AFTER"): 2.0}),
    ("own weights after 30 weeks", {(learning, "OWN_AFTER"): 30.0}),
    ("pooled weights alone", {(learning, "OWN_AFTER"): 1e6}),
    ("pooled correlation alone", {(balance, "HELD_BY"): 1e12}),
)


def table_of_2014(folder: Path) -> Path:
    """The year 2014 of the sister table in the columns of an event table."""
    out = folder / "icews_2014.parquet"
    duckdb.execute(
        "COPY (SELECT date, source_iso3 AS actor, target_iso3 AS recipient, plover_event AS plover, cameo_code AS cameo, "
        f"goldstein AS intensity, n_rows AS count FROM '{SHARED / 'icews_2005_2015_subset_events.parquet'}' "
        "WHERE source_iso3 <> target_iso3 AND year(date::DATE) = 2014) "
        f"TO '{out}' (FORMAT parquet)"
    )
    return out


def tables(folder: Path) -> Iterator[tuple[str, Path]]:
    """(name, events) of all tables that can be scored here."""
    yield "simulator", write(simulate(pairs=PAIRS, seed=11), folder / "seed11")[0]
    if SHARED.is_dir():
        yield "icews 2018", shared_table(folder)
        yield "icews 2014", table_of_2014(folder)


def figures(result: Backtest) -> dict[str, Any]:
    """What is printed and gated."""
    out: dict[str, Any] = {"relations": result.relations, "weeks": result.weeks, "to": date.fromordinal(result.last + 719163).isoformat()}
    for judged in result.quantities:
        out[judged.quantity] = {
            "crps": round(judged.crps, 4),
            "skill": [round(s.value, 4) for s in judged.skill.values()],
            "low": [round(s.low, 4) for s in judged.skill.values()],
            "high": [round(s.high, 4) for s in judged.skill.values()],
            "held": round(judged.held, 4),
            "held_whole": round(judged.held_whole, 4),
            "said_whole": round(judged.said_whole, 4),
        }
    for chances in result.levels:
        out[chances.what] = {"said": chances.said, "came": chances.came, "skill": round(chances.skill["long-run mean"].value, 4)}
    return out


def below(name: str, got: dict[str, Any]) -> list[str]:
    """The floors a table fell below."""
    out = []
    for quantity, floors in FLOORS[name].items():
        mine = got[quantity]
        out += [f"{name}: skill of {quantity} {s} against a floor of {f}" for s, f in zip(mine["skill"], floors, strict=True) if s < f]
        if mine["low"][0] <= 0:
            out.append(f"{name}: skill of {quantity} against no change is not sure: {mine['low'][0]}")
        if abs(mine["held"] - 0.8) > WITHIN:
            out.append(f"{name}: 80 % intervals of {quantity} hold {mine['held']:.1%}")
    out += [f"{name}: {what} {got[what]['skill']} against a floor of {f}" for what, f in LEVEL_FLOORS.items() if got[what]["skill"] < f]
    if name == "icews 2018":
        for quantity, (same, usual) in SKILL_2018.items():
            skill = got[quantity]["skill"]
            if abs(skill[0] - same) > 0.01 or abs(skill[2] - usual) > 0.01:
                out.append(f"{name}: wording.SKILL_2018 says {same}, {usual} of {quantity}; measured {skill[0]}, {skill[2]}")
    return out


def line(name: str, label: str, got: dict[str, Any]) -> str:
    """One row of the table of alternatives."""
    cells = [
        f"{got[q]['crps']:7.3f} " + " ".join(f"{s:+.3f}" for s in got[q]["skill"]) + f" {got[q]['held']:.3f}"
        for q in ("cooperation", "conflict", "balance")
    ]
    return f"{name:12}{label:32}" + "   ".join(cells)


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--alternatives", action="store_true")
    p.add_argument("--json", action="store_true")
    p.add_argument("--gate", action="store_true")
    a = p.parse_args()
    out: list[dict[str, Any]] = []
    failed: list[str] = []
    if not a.json:
        print("CRPS; skill against no change, no change pooled, long-run mean; share held by 80 %: cooperation, conflict, balance")
    with tempfile.TemporaryDirectory() as folder:
        for name, events in tables(Path(folder)):
            weekly, levels = of_table(events, LEAST)
            for label, changed in ALTERNATIVES if a.alternatives else ALTERNATIVES[:1]:
                begun = time.perf_counter()
                with ExitStack() as stack:
                    for (module, constant), value in changed.items():
                        stack.enter_context(patch.object(module, constant, value))
                    result = backtest(weekly, levels=None if a.alternatives else levels)
                got = figures(result)
                out.append({"table": name, "method": label, "seconds": round(time.perf_counter() - begun, 1)} | got)
                if not a.alternatives:
                    failed += below(name, got)
                if a.json:
                    continue
                print(line(name, label, got), flush=True)
                if not a.alternatives:
                    levelled = [f"{c.what} {c.skill['long-run mean'].value:+.3f}" for c in result.levels]
                    print(f"{'':12}Brier skill against how often it was so: {', '.join(levelled)}")
                    print(*(f"{'':12}{said}" for said in summary(result)), sep="\n")
    if a.json:
        print(json.dumps(out, indent=1))
    elif not SHARED.is_dir():
        print("the shared tables are not here: scored on the simulator alone")
    for said in failed:
        print(said, file=sys.stderr)
    return 1 if a.gate and failed else 0


if __name__ == "__main__":
    sys.exit(main())
