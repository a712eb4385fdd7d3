"""Measure coded events on real news: evals/gold/real_news_dev.jsonl, and real_news_check.jsonl, which is held out.

    python -m evals.real_news [--misses]

The repository keeps ids and codes; the text comes from the news lines beside the checkout, without which nothing is measured. Only the text
of a line is coded, without its headings, as its readers saw it.

Figures, for each file: "strict" and "lenient" by the scorer beside the checkout, by which sealed lines of the same kind are judged
(lenient: a gold event's ``alt`` classes are accepted; evals.events, which always accepts them, gives the same within .005). "realis" and
"date": shares of the gold events with the right realis and the right first and last day, of those of which some triple is right.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from evals.coded import GOLD, NEWS, add_misses
from evals.events import SCORER, happening, measure, official, print_misses, same_triple, with_events

FILES = {"": GOLD / "real_news_dev.jsonl", "held out: ": GOLD / "real_news_check.jsonl"}


def absent() -> list[str]:
    """The files of the shared data that are wanted and not there."""
    return [path.name for path in (NEWS, SCORER) if not path.exists()]


def stated_and_dated(lines: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]]) -> dict[str, float]:
    """``realis``, ``date``: shares of the gold events that some coded event shares a triple with."""
    met = realis = dates = 0
    for line, events in lines:
        for gold in line["events"]:
            same = [e for e in events if same_triple(happening(gold), happening(e))]
            met += bool(same)
            realis += any(e["realis"] == gold["realis"] for e in same)
            dates += any((e["date_start"], e["date_end"]) == (gold["date_start"], gold["date_end"]) for e in same)
    return {"realis given a triple": realis / max(met, 1), "date given a triple": dates / max(met, 1)}


def figures(lines: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]]) -> dict[str, float]:
    """All figures of a file."""
    out = {}
    for how in ("strict", "lenient"):
        scored = official(lines, lenient=how == "lenient")
        for level in ("class", "dyad", "triple"):
            out[f"{level}, {how}"] = scored[level]["f1"]
            out |= {f"{level}, {how}, {part}": scored[level][part] for part in ("precision", "recall")}
    own, rows = measure(lines)
    return out | {"false alarms": own["false alarms"]} | stated_and_dated(lines) | rows


def run() -> dict[str, float]:
    """The figures of both files; empty where the news lines or the scorer are absent."""
    if absent():
        return {}
    return {f"{of}shared {name}": value for of, path in FILES.items() for name, value in figures(with_events(path)).items()}


def main() -> int:
    """Print the figures; with --misses every line of the development file whose triples are not all right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_misses(parser, FILES[""].name)
    options = parser.parse_args()
    if missing := absent():
        print(f"not beside the checkout, so nothing to measure: {', '.join(missing)}")
        return 0
    if options.misses:
        print_misses(with_events(options.misses))
    for name, value in run().items():
        print(f"{name:44s} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
