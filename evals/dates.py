"""Measure the dates of events on evals/gold/dates.jsonl and held_dates.jsonl.

    python -m evals.dates [--misses] [--heads] [--json]

Two ways: through the coder (a line is right if some event of its coding has the line's days and source), and by a stand-in for it that
takes the sentence's main verb, or what it says where it is a verb of speaking (--heads prints those misses)."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from detente.clauses import Sentence, parse_texts
from detente.events.dates import DatedAs, date_event, find_dates
from detente.types import Coding
from evals.coded import GOLD, Line, add_misses, coded, is_held_out

OWN = GOLD / "dates.jsonl"
HELD = GOLD / "held_dates.jsonl"
EVENTS = GOLD / "events.jsonl"
_SPEECH = ("say", "report", "claim", "recall")
_FUTURE = ("will", "shall", "to")


def _head(s: Sentence) -> tuple[int, bool]:
    """The predicate a reader would take for the event, and whether it is to come."""
    root = next(t.i for t in s.tokens if t.head == t.i)
    marks = [e for e in find_dates(s.text, date(2000, 1, 1)) if e.kind == "history-marker"]
    after = [t.i for t in s.tokens if marks and (t.pos == "VERB" or t.dep == "pobj") and t.start - s.start >= marks[0].end]
    head = after[0] if after else root
    if s.tokens[head].lemma in _SPEECH:
        head = s.child(head, "ccomp") or head
    if s.tokens[head].pos == "AUX":
        head = s.child(head, "xcomp", "ccomp") or head
    future = any(s.tokens[k].text.lower() in _FUTURE and s.tokens[k].dep == "aux" for k in s.children[head])
    return head, future


def by_head(lines: list[dict[str, Any]]) -> list[list[DatedAs]]:
    """One date for each line by its main verb."""
    out = []
    for line, sentences in zip(lines, parse_texts([("text", r["text"]) for r in lines]), strict=True):
        day, carried, dated = date.fromisoformat(line["date"]), None, []
        for s in sentences:
            head, future = _head(s)
            d = date_event(s, head, find_dates(s.text, day), day, future=future, carried=carried)
            carried = (d.first, d.last) if d.source == "stated" and d.first and d.last else carried
            dated.append(d)
        out.append(dated)
    return out


def by_coder(lines: list[tuple[Line, Coding]]) -> list[list[DatedAs]]:
    """The dates of every event the coder finds in each line."""
    return [[DatedAs(e.date_start, e.date_end, e.date_source, e.rule) for e in coding.events] for _, coding in lines]


def _figures(lines: list[dict[str, Any]], found: list[list[DatedAs]], *, misses: bool) -> dict[str, float | int]:
    exact = near = history = coded = 0
    for line, dates in zip(lines, found, strict=True):
        day = date.fromisoformat(line["date"])
        want = (line["date_start"], line["date_end"], line["date_source"])
        got = [(str(d.first), str(d.last), d.source) for d in dates]
        slack = (date.fromisoformat(want[1]) - date.fromisoformat(want[0])).days + 1
        right = want in got
        exact += right
        coded += bool(dates)
        near += any(d.first and abs((d.first - date.fromisoformat(want[0])).days) <= slack and d.source == want[2] for d in dates)
        history += any(d.last and (((day - d.last).days > 92) == line["history"]) for d in dates)
        if misses and not right:
            reasons = [f"{g} {d.why}" for g, d in zip(got, dates, strict=True)]
            print(line["id"], line["date"], line["text"], "| want", *want, "| got", *reasons)
    return {
        "lines": len(lines), "with an event": coded, "exact": exact / len(lines), "start within its precision": near / len(lines),
        "history or not": history / len(lines), "exact where there is an event": exact / max(coded, 1),
    }  # fmt: skip


def on_events() -> dict[str, float | int]:
    """The coder's dates on evals/gold/events.jsonl, of the events whose class it finds: lines not chosen for their dates."""
    found = exact = 0
    for line, coding in coded(EVENTS):
        for gold in line["events"]:
            same = [e for e in coding.events if e.plover in (gold["plover"], *(gold.get("alt") or []))]
            want = (gold["date_start"], gold["date_end"], gold["date_source"])
            found += bool(same)
            exact += want in [(str(e.date_start), str(e.date_end), e.date_source) for e in same]
    return {"events of the right class": found, "exact": exact / max(found, 1)}


def measure(path: Path = OWN, *, misses: bool = False, heads: bool = False) -> dict[str, dict[str, float | int]]:
    """Figures and counts by the main verb and through the coder. ValueError for the misses of a held-out file."""
    if (misses or heads) and is_held_out(path):
        raise ValueError(f"{path.name} is held out: it is measured and never read")
    lines = [line for line, _ in coded(path)]
    return {
        "main verb": _figures(lines, by_head(lines), misses=heads),
        "coder": _figures(lines, by_coder(coded(path)), misses=misses),
    }


def measure_all() -> dict[str, dict[str, float | int]]:
    """The development lines, the events of other lines, and the held-out lines."""
    held = {f"held out: {way}": row for way, row in measure(HELD).items()}
    return measure() | {"events.jsonl": on_events()} | held


def run() -> dict[str, float]:
    """Figures as ``way, figure``, without the counts behind them."""
    return {f"{way}, {name}": value for way, row in measure_all().items() for name, value in row.items() if isinstance(value, float)}


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_misses(parser, OWN.name)
    parser.add_argument("--heads", action="store_true", help="print the lines the stand-in dates wrongly")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.misses or options.heads:
        measure(options.misses or OWN, misses=bool(options.misses), heads=options.heads)
    figures = measure_all()
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    for way, row in figures.items():
        print(f"{way:22}", "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
