"""How good assessments and forecasts are on evals/gold/assessments_forecasts.jsonl and held_assessments_forecasts.jsonl.

    python -m evals.assessments [--misses]

An assessment is right with both sides (as a set of countries) and the direction; a forecast is found by its sentence, then its band,
horizon and sides are judged.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from detente.clauses import extract_clauses, parse_texts
from detente.events.actors import Memory, Phrases
from detente.events.assess import find_assessments
from detente.events.forecasts import find_forecasts, horizon
from detente.lexicon import load_lexicon
from evals.coded import GOLD, add_misses, is_held_out, read_lines

OWN = GOLD / "assessments_forecasts.jsonl"
HELD = GOLD / "held_assessments_forecasts.jsonl"


def f1(right: int, found: int, wanted: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (found + wanted) if found + wanted else 0.0


def measure(path: Path = OWN, *, misses: bool = False) -> dict[str, float | int]:
    """Scores: ``assessment f1`` (sides and direction), ``assessment realis``, ``forecast f1``, ``band``, ``horizon``, ``forecast sides``;
    and how many were found. misses: print the lines that differ; ValueError for those of a held-out file."""
    if misses and is_held_out(path):
        raise ValueError(f"{path.name} is held out: it is measured and never read")
    rows = read_lines(path)
    lexicon = load_lexicon()
    names = ("a_right", "a_found", "a_want", "a_realis", "f_right", "f_found", "f_want", "band", "horizon", "sides")
    n: dict[str, int] = dict.fromkeys(names, 0)
    for row, sentences in zip(rows, parse_texts([("text", row["text"]) for row in rows]), strict=True):
        on = date.fromisoformat(row["date"])
        memory = Memory()
        assessments, forecasts, spans = [], [], []
        for s in sentences:
            phrases = Phrases(s, lexicon, on, memory)
            clauses = extract_clauses(s)
            assessments += find_assessments(phrases, clauses, lexicon)
            for found in find_forecasts(phrases, clauses, lexicon):
                forecasts.append(found)
                spans.append(row["text"][s.tokens[found.start].start : s.tokens[found.end - 1].end])
            phrases.remember()
        wanted = {(tuple(sorted(a["sides"])), a["direction"]): a["realis"] for a in row["assessments"]}
        got = {(a.sides, a.direction): a.realis for a in assessments}
        n["a_right"] += len(wanted.keys() & got.keys())
        n["a_realis"] += sum(got.get(key) == realis for key, realis in wanted.items())
        n["a_found"] += len(assessments)
        n["a_want"] += len(wanted)
        n["f_want"] += len(row["forecasts"])
        n["f_found"] += len(forecasts)
        notes = []
        if wanted != got or len(assessments) != len(got):
            notes.append(f"A want {wanted} got {[(a.sides, a.direction, a.realis, a.rule) for a in assessments]}")
        if len(forecasts) != len(row["forecasts"]):
            notes.append(f"F want {len(row['forecasts'])} got {[(f.sides, f.band, f.rule) for f in forecasts]}")
        for gold, mine, text in zip(row["forecasts"], forecasts, spans, strict=False):
            n["f_right"] += 1
            days = [day.isoformat() if day else None for day in horizon(text, on)]
            checks: dict[str, tuple[Any, Any]] = {
                "band": ((gold["band"], gold["probability"]), (mine.band, list(mine.probability) if mine.probability else None)),
                "horizon": ([gold["horizon_start"], gold["horizon_end"]], days),
                "sides": (sorted(gold["sides"]), sorted(mine.sides)),
            }
            for name, (want, have) in checks.items():
                n[name] += want == have
                if want != have:
                    notes.append(f"F {name} want {want} got {have}")
        if misses and notes:
            print(row["id"], row["text"], *notes, sep="\n    ")
    return {
        "assessment f1": f1(n["a_right"], n["a_found"], n["a_want"]),
        "assessment realis": n["a_realis"] / n["a_right"] if n["a_right"] else 0.0,
        "assessments found": n["a_found"],
        "forecast f1": f1(n["f_right"], n["f_found"], n["f_want"]),
        "forecasts found": n["f_found"],
        "band": n["band"] / n["f_right"] if n["f_right"] else 0.0,
        "horizon": n["horizon"] / n["f_right"] if n["f_right"] else 0.0,
        "forecast sides": n["sides"] / n["f_right"] if n["f_right"] else 0.0,
    }


def run() -> dict[str, float]:
    """The scores without the counts: more found is not better. Those of the held-out lines as ``held out: figure``."""
    sets = {"": measure(OWN), "held out: ": measure(HELD)}
    return {f"{of}{name}": value for of, row in sets.items() for name, value in row.items() if isinstance(value, float)}


def main() -> int:
    """Print the figures; with --misses the lines that differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_misses(parser, OWN.name)
    options = parser.parse_args()
    if options.misses:
        measure(options.misses, misses=True)
    for name, value in run().items():
        print(f"{name:30} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
