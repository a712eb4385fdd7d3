"""Measure how events are stated on evals/gold/realis.jsonl and held_realis.jsonl: asserted, planned, possible or denied.

    python -m evals.realis [--misses]

A line is right if an event of its class was coded with its realis. ``found`` is the share of lines with an event of the class at all,
``given the class`` the accuracy over those.
"""

from __future__ import annotations

import argparse
from collections import Counter

from detente.types import Coding
from evals.coded import GOLD, Line, add_misses, coded


def _realis(line: Line, coding: Coding) -> list[str]:
    accepted = {line["plover"], *(line.get("alt") or ())}
    return [e.realis for e in coding.events if e.plover in accepted]


def measure(lines: list[tuple[Line, Coding]]) -> dict[str, float]:
    """Accuracy over all lines and by realis."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    found = 0
    for line, coding in lines:
        said = _realis(line, coding)
        found += bool(said)
        total[line["realis"]] += 1
        right[line["realis"]] += line["realis"] in said
    out = {"accuracy": right.total() / total.total(), "found": found / total.total(), "given the class": right.total() / max(1, found)}
    return out | {name: right[name] / total[name] for name in sorted(total)}


def run() -> dict[str, float]:
    """All figures; those of the held-out lines as ``held out: figure``."""
    held = measure(coded(GOLD / "held_realis.jsonl"))
    return measure(coded(GOLD / "realis.jsonl")) | {f"held out: {name}": value for name, value in held.items()}


def main() -> int:
    """Print the figures; with --misses the lines that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_misses(parser, "realis.jsonl")
    options = parser.parse_args()
    for line, coding in coded(options.misses) if options.misses else []:
        if line["realis"] not in _realis(line, coding):
            print(f"{line['id']}  {line['text']}\n   gold  {line['source']} {line['plover']} {line['target']} {line['realis']}")
            print("   coded", [(e.actor, e.plover, e.recipient, e.realis, e.rule) for e in coding.events])
    for name, value in run().items():
        print(f"{name:26s} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
