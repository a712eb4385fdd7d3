"""What readers found right among randomly drawn events of real news, with intervals.

    python -m evals.reading [--by-class]

Each row of gold/read_events.tsv is one event of the coder (id of the news line, where its words start, its class) that a reader who had
not seen the rules held against its line: actors (who to whom), class, date, realis, all of them. ``round`` 1 was coded at commit 3d46494,
its wrong events were read and mended; round 2, drawn from other lines, at 2598459. Intervals are Wilson's, of 95 %.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from math import sqrt

from evals.coded import GOLD

FILE = GOLD / "read_events.tsv"
JUDGED = ("actors", "class", "date", "realis", "all")


def wilson(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if not total:
        return 0.0, 1.0
    share = right / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return middle - half, middle + half


def read_rows() -> list[dict[str, str]]:
    """The verdicts, a row an event."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def shares(rows: Sequence[dict[str, str]]) -> dict[str, tuple[float, float, float]]:
    """Judged thing -> (share right, low, high)."""
    out = {}
    for name in JUDGED:
        right = sum(row[name] == "1" for row in rows)
        out[name] = (right / len(rows), *wilson(right, len(rows))) if rows else (0.0, 0.0, 1.0)
    return out


def main() -> int:
    """Print the shares of each round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--by-class", action="store_true")
    options = parser.parse_args()
    rows = read_rows()
    for number in sorted({row["round"] for row in rows}):
        some = [row for row in rows if row["round"] == number]
        print(f"round {number}: {len(some)} events")
        for name, (share, low, high) in shares(some).items():
            print(f"  {name:<8} {share:.2f}  ({low:.2f} to {high:.2f})")
        if options.by_class:
            for plover in sorted({row["plover"] for row in some}):
                of_class = [row for row in some if row["plover"] == plover]
                print(f"  {plover:<10} {len(of_class):4d}  all right {shares(of_class)['all'][0]:.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
