"""The gate: every measured figure against its pinned floor. Exit status 1 if one fell, if a suite is gone, or if the gold was changed.

    python -m evals                 measure all and hold the floors (make eval)
    python -m evals --only events   one suite
    python -m evals --accept        write today's figures as the new floors: a deliberate act, to be explained in the commit

The gold's hash is pinned beside the floors: a figure that rises because its gold was changed is no progress, so a changed gold fails
until it is accepted. Figures on data that is not in the repository are measured where it is present and left out, with a line that
says so, where it is not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
# Suites with run() -> {figure: value}; more is better for every figure but those named here.
SUITES = ("events", "dates", "realis", "speaker_quantity", "assessments")
FEWER_IS_BETTER = ("false alarms",)
# Suites that hold floors of their own.
PROGRAMS = {"relations": ("relations.py", "--gate"), "similar": ("similar.py",)}
# A floor lies this much under the figure: less than any real loss on a few hundred sentences, more than rounding.
SLACK = 0.005


def gold_hash() -> str:
    """Hash of every gold file's name and bytes."""
    digest = hashlib.sha256()
    for path in sorted((HERE / "gold").glob("*.jsonl")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def measure(names: Sequence[str]) -> dict[str, float]:
    """Figures of the named suites as ``suite: figure``."""
    out: dict[str, float] = {}
    for name in names:
        figures = import_module(f"evals.{name}").run()
        out |= {f"{name}: {figure}": float(value) for figure, value in figures.items()}
    return out


def fewer(figure: str) -> bool:
    """Whether less is better."""
    return any(word in figure for word in FEWER_IS_BETTER)


def failures(figures: dict[str, float], floors: dict[str, float], names: Sequence[str]) -> list[str]:
    """What fell below its floor or is measured no more."""
    out = []
    for figure, floor in floors.items():
        if figure.split(":")[0] not in names:
            continue
        value = figures.get(figure)
        if value is None:
            if "shared" not in figure:
                out.append(f"{figure}: has a floor of {floor:.3f} and is measured no more")
        elif (value > floor) if fewer(figure) else (value < floor):
            out.append(f"{figure}: {value:.3f} against a {'ceiling' if fewer(figure) else 'floor'} of {floor:.3f}")
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=(*SUITES, *PROGRAMS), action="append")
    parser.add_argument("--accept", action="store_true", help="write today's figures as the floors")
    options = parser.parse_args(arguments)
    names = [name for name in SUITES if not options.only or name in options.only]
    programs = [name for name in PROGRAMS if not options.only or name in options.only]
    pinned: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {"gold": "", "floors": {}}
    figures = measure(names)
    width = max(map(len, figures), default=0)
    for figure, value in figures.items():
        floor = pinned["floors"].get(figure)
        print(f"{figure:<{width}}  {value:8.3f}" + ("" if floor is None else f"  {'ceiling' if fewer(figure) else 'floor'} {floor:.3f}"))
    if names and not any("shared" in figure for figure in figures):
        print("The development data beside the checkout is absent: its figures are left out.")
    if options.accept:
        floors = pinned["floors"] | {f: round(v if fewer(f) else v - SLACK, 4) for f, v in figures.items()}
        FLOORS.write_text(json.dumps({"gold": gold_hash(), "floors": dict(sorted(floors.items()))}, indent=1) + "\n")
        print(f"accepted: {len(figures)} floors")
        return 0
    wrong = failures(figures, pinned["floors"], names)
    if names and pinned["gold"] != gold_hash():
        wrong.append("evals/gold was changed since the floors were set (python -m evals --accept, and say why)")
    for name in programs:
        print(f"\n{name}:", flush=True)
        if subprocess.run([sys.executable, str(HERE / PROGRAMS[name][0]), *PROGRAMS[name][1:]], check=False).returncode:
            wrong.append(f"{name}: below its floors, see above")
    for line in wrong:
        print(f"FAILED {line}", file=sys.stderr)
    print("\ngate: " + ("failed" if wrong else "passed"))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
