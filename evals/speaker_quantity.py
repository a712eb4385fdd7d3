"""Measure who says it and how many, on evals/gold/speaker_quantity.jsonl and held_speaker_quantity.jsonl.

    python -m evals.speaker_quantity [--misses]

A line is right if an event of its class has the gold's speaker (by country or organisation; none where the gold has none), or its quantity.
A line for which no event of its class was coded is wrong. "given the class" leaves those out.
"""

from __future__ import annotations

import argparse

from detente.lexicon import split_code
from detente.types import Coding, Event
from evals.coded import GOLD, Line, add_misses, coded


def _events(line: Line, coding: Coding) -> list[Event]:
    accepted = {line["plover"], *(line.get("alt") or ())}
    return [e for e in coding.events if e.plover in accepted]


def _side(code: str | None) -> str | None:
    return split_code(code)[0] if code else None


def measure(lines: list[tuple[Line, Coding]]) -> dict[str, float]:
    """Accuracies over all lines and over those with an event of the class; the share of such lines."""
    speaker = quantity = found = 0
    for line, coding in lines:
        events = _events(line, coding)
        found += bool(events)
        speaker += any(_side(e.speaker) == _side(line["speaker"]) for e in events)
        quantity += any(e.quantity == line["quantity"] for e in events)
    n = len(lines)
    return {
        "speaker": speaker / n, "quantity": quantity / n, "found": found / n,
        "speaker given the class": speaker / max(1, found), "quantity given the class": quantity / max(1, found),
    }  # fmt: skip


def run() -> dict[str, float]:
    """All figures; those of the held-out lines as ``held out: figure``."""
    held = measure(coded(GOLD / "held_speaker_quantity.jsonl"))
    return measure(coded(GOLD / "speaker_quantity.jsonl")) | {f"held out: {name}": value for name, value in held.items()}


def main() -> int:
    """Print the figures; with --misses the lines that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_misses(parser, "speaker_quantity.jsonl")
    options = parser.parse_args()
    for line, coding in coded(options.misses) if options.misses else []:
        events = _events(line, coding)
        if not any(_side(e.speaker) == _side(line["speaker"]) and e.quantity == line["quantity"] for e in events):
            print(f"{line['id']}  {line['text']}\n   gold  {line['plover']} speaker {line['speaker']} quantity {line['quantity']}")
            print("   coded", [(e.plover, e.speaker, e.quantity, e.rule) for e in coding.events])
    for name, value in run().items():
        print(f"{name:36s} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
