"""How well the coder tells who states an event and the number that measures it, on evals/gold/speaker_quantity.jsonl.

    python -m evals.speaker_quantity [--misses]

Judged on the first event of the line's class; a line without one is wrong in the figures "of all lines" and left out of those "where
found". A speaker is right by country, a quantity when equal; none where there is none is right.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evals.events import code_lines, country, read_gold

GOLD = Path(__file__).resolve().parent / "gold" / "speaker_quantity.jsonl"


def run(misses: bool = False) -> dict[str, float]:
    """Shares of lines whose speaker, whose quantity is right. misses: print the others."""
    lines = read_gold(GOLD)
    found = speakers = quantities = 0
    named = named_right = counted = counted_right = 0
    for line, coding in zip(lines, code_lines(lines), strict=True):
        event = next((e for e in coding.events if e.plover == line["plover"]), None)
        speaker = event is not None and country(event.speaker) == country(line["speaker"])
        quantity = event is not None and event.quantity == line["quantity"]
        found += event is not None
        speakers += speaker
        quantities += quantity
        if event is not None and line["speaker"]:
            named, named_right = named + 1, named_right + speaker
        if event is not None and line["quantity"] is not None:
            counted, counted_right = counted + 1, counted_right + quantity
        if misses and not (speaker and quantity):
            print(line["id"], line["text"])
            print(f"    want {line['plover']} speaker {line['speaker']} quantity {line['quantity']}")
            for e in coding.events:
                print(f"    got  {e.plover} speaker {e.speaker} quantity {e.quantity} by {e.rule}")
    return {
        "speaker of all lines": speakers / len(lines),
        "speaker where found": speakers / max(found, 1),
        "speaker where found and there is one": named_right / max(named, 1),
        "quantity of all lines": quantities / len(lines),
        "quantity where found": quantities / max(found, 1),
        "quantity where found and there is one": counted_right / max(counted, 1),
        "lines with an event of the right class": found / len(lines),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print the lines that are not right")
    for name, value in run(parser.parse_args().misses).items():
        print(f"{name:40} {value:.3f}")


if __name__ == "__main__":
    main()
