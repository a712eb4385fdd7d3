"""How well the coder tells what happened from what is planned, possible or denied, on evals/gold/realis.jsonl.

    python -m evals.realis [--any] [--misses]

A line is right when an event of its class (with --any: of any class) has its realis. Beside that, so that an event that was not found at
all does not hide how realis is told: the share of right ones among the lines where an event of the right countries was found, whatever
its class.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from detente.types import Event
from evals.events import Line, code_lines, country, read_gold

GOLD = Path(__file__).resolve().parent / "gold" / "realis.jsonl"
REALIS = ("asserted", "planned", "possible", "denied")


def _sides(source: list[str] | tuple[str, ...], target: list[str] | tuple[str, ...]) -> set[str]:
    return {country(c) for c in (*source, *target)} - {""}


def same_countries(line: Line, event: Event) -> bool:
    """Whether an event is between the countries of a line, in either direction: who does it to whom is measured elsewhere."""
    return _sides(line["source"], line["target"]) == _sides(event.actor, event.recipient)


def run(misses: bool = False, any_class: bool = False) -> dict[str, float]:
    """Shares of lines that are right. misses: print the others. any_class: count events of whatever class."""
    lines = read_gold(GOLD)
    right = dict.fromkeys(REALIS, 0)
    of = dict.fromkeys(REALIS, 0)
    found = right_where_found = 0
    for line, coding in zip(lines, code_lines(lines), strict=True):
        want = line["realis"]
        hit = any(e.realis == want for e in coding.events if any_class or e.plover == line["plover"])
        between = [e.realis for e in coding.events if same_countries(line, e)]
        of[want] += 1
        right[want] += hit
        found += bool(between)
        right_where_found += want in between
        if misses and not hit:
            print(line["id"], line["text"])
            print(f"    want {'+'.join(line['source'])} {line['plover']} {'+'.join(line['target'])} {want}")
            for e in coding.events:
                print(f"    got  {'+'.join(e.actor)} {e.plover} {'+'.join(e.recipient)} {e.realis} by {e.rule}")
    return {
        "right of all lines": sum(right.values()) / len(lines),
        "right where an event with the right countries was found": right_where_found / max(found, 1),
        "lines with an event with the right countries": found / len(lines),
    } | {f"right of {name} lines": right[name] / max(of[name], 1) for name in REALIS}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--any", action="store_true", help="an event of any class will do")
    parser.add_argument("--misses", action="store_true", help="print the lines that are not right")
    options = parser.parse_args()
    for name, value in run(options.misses, options.any).items():
        print(f"{name:56} {value:.3f}")


if __name__ == "__main__":
    main()
