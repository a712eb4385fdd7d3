"""The gate: every measured figure against its pinned floor. Exit status 1 if one fell, if a suite is gone, or if the gold was changed.

    python -m evals                 measure all, print the tables and the rest, and hold the floors (make eval)
    python -m evals --only events   one suite
    python -m evals --floors        every figure in one list, with its floor
    python -m evals --markdown      the tables of docs/accuracy.md; with --markdown docs/accuracy.md they are put into it
    python -m evals --accept        write today's figures as the new floors: a deliberate act, to be explained in the commit

The gold's hash is pinned beside the floors: a figure that rises because its gold was changed is no progress, so a changed gold fails
until it is accepted. Figures on data that is not in the repository are measured where it is present and left out, with a line that
says so, where it is not. "Held out" are figures on gold that nobody who makes rules reads: their floors leave room for two lines, since the
line that was lost cannot be looked up. Figures by class of shared data, precision, recall and lenient scores are shown without a floor.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

from detente.types import Realis
from evals.tables import TABLES, figures_in_tables, for_markdown, for_terminal, measured, write_into

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
# Suites with run() -> {figure: value}; more is better for every figure but those named here.
SUITES = ("events", "real_news", "dates", "realis", "speaker_quantity", "assessments", "persons", "merging")
FEWER_IS_BETTER = ("false alarms",)
# Shown without a floor: counts, halves of an F1 that has one, classes of which some have three events, and quarters of a hundred lines.
SHOWN_ONLY = ("by class ", ", precision", ", recall", ", lenient", *(f"held out: {kind}" for kind in get_args(Realis)))
# Suites that hold floors of their own.
PROGRAMS = {
    "relations": ("relations.py", "--gate"),
    "turning_points": ("turning_points.py", "--gate"),
    "outlook": ("outlook.py", "--gate"),
    "dynamics": ("dynamics.py", "--quick", "--gate"),
    "similar": ("similar.py",),
}
# A floor lies this much under the figure: less than any real loss on a few hundred sentences, more than rounding.
SLACK = 0.005
# On held-out lines: two lines of the 80 to 200, since nobody may look which line was lost.
HELD_OUT_SLACK, HELD_OUT_ALARMS = 0.03, 2


def gold_hash() -> str:
    """Hash of every gold file's name and bytes."""
    digest = hashlib.sha256()
    for path in sorted(path for path in (HERE / "gold").iterdir() if path.suffix in (".jsonl", ".tsv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def measure(names: Sequence[str]) -> dict[str, float]:
    """Figures of the named suites as ``suite: figure``."""
    out: dict[str, float] = {}
    for name in names:
        figures = import_module(f"evals.{name}").run()
        out |= {f"{name}: {figure}": float(value) for figure, value in figures.items()}
    return out


def program(name: str) -> subprocess.CompletedProcess[str]:
    """What a suite with floors of its own prints."""
    words = [sys.executable, str(HERE / PROGRAMS[name][0]), *PROGRAMS[name][1:]]
    return subprocess.run(words, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def fewer(figure: str) -> bool:
    """Whether less is better."""
    return any(word in figure for word in FEWER_IS_BETTER)


def has_floor(figure: str) -> bool:
    """Whether the figure is held, and not only shown."""
    return not any(word in figure for word in SHOWN_ONLY)


def floor_of(figure: str, value: float) -> float:
    """The floor, or ceiling where fewer is better, that accepting sets."""
    held_out = "held out" in figure
    if fewer(figure):
        return value + (HELD_OUT_ALARMS if held_out else 0)
    return round(value - (HELD_OUT_SLACK if held_out else SLACK), 4)


def listed(figures: dict[str, float], floors: dict[str, float]) -> str:
    """Figures with their floors, one a line."""
    width = max(map(len, figures), default=0)
    lines = []
    for figure, value in figures.items():
        held = f"  {'ceiling' if fewer(figure) else 'floor'} {floors[figure]:.3f}" if figure in floors else ""
        lines.append(f"{figure:<{width}}  {value:8.3f}{held}")
    return "\n".join(lines)


def left_out(figures: dict[str, float], floors: dict[str, float], names: Sequence[str]) -> list[str]:
    """Suites with figures on data beside the checkout that were not measured."""
    return [name for name in names if any("shared" in f and f.split(":")[0] == name and f not in figures for f in floors)]


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
    parser.add_argument("--floors", action="store_true", help="every figure in one list, no tables")
    parser.add_argument("--markdown", nargs="?", const="-", metavar="PAGE", help="print the tables, or put them into PAGE; hold nothing")
    options = parser.parse_args(arguments)
    if options.markdown and options.only:
        parser.error("--markdown wants every suite: a table of half of them would be printed with holes")
    names = [name for name in SUITES if not options.only or name in options.only]
    programs = [name for name in PROGRAMS if not options.only or name in options.only]
    pinned: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {"gold": "", "floors": {}}
    # The programs run one after another beside the suites, which take one processor.
    beside = ThreadPoolExecutor(1)
    printed = {name: beside.submit(program, name) for name in programs if not options.markdown and not options.accept}
    figures = measure(names)
    missing = left_out(figures, pinned["floors"], names)
    if options.markdown == "-":
        print("\n\n".join(for_markdown(table, figures) for table in TABLES))
        return 0
    if options.markdown:
        if missing:
            parser.error(f"figures on data beside the checkout are absent ({', '.join(missing)}): the page would lose them")
        write_into(Path(options.markdown), figures)
        return 0
    rest = figures
    if not options.floors:
        print(*(for_terminal(table, figures) + "\n" for table in TABLES if measured(table, figures)), sep="\n")
        shown = figures_in_tables()
        rest = {figure: value for figure, value in figures.items() if figure not in shown and has_floor(figure)}
    print(listed(rest, pinned["floors"]))
    if missing:
        print(f"The development data beside the checkout is absent: figures on it are left out ({', '.join(missing)}).")
    if options.accept:
        accepted = {figure: floor_of(figure, value) for figure, value in figures.items() if has_floor(figure)}
        floors = pinned["floors"] | accepted
        FLOORS.write_text(json.dumps({"gold": gold_hash(), "floors": dict(sorted(floors.items()))}, indent=1) + "\n")
        print(f"accepted: {len(accepted)} floors")
        return 0
    wrong = failures(figures, pinned["floors"], names)
    if names and pinned["gold"] != gold_hash():
        wrong.append("evals/gold was changed since the floors were set (python -m evals --accept, and say why)")
    for name, running in printed.items():
        done = running.result()
        print(f"\n{name}:\n{done.stdout}", end="", flush=True)
        if done.returncode:
            wrong.append(f"{name}: below its floors, see above")
    for line in wrong:
        print(f"FAILED {line}", file=sys.stderr)
    print("\ngate: " + ("failed" if wrong else "passed"))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
