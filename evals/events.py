"""How well the coder finds events: class, dyad and triple on the project's own gold and, where they are, on the development sets.

    python -m evals.events [--on own|gsr|plv|no-event] [--misses]

Own gold: scored here. The development sets beside the checkout: scored by the program that lies with them, run as it is.

Rules of the scorer: actors are compared by country (the first three letters); class counts every class of a sentence as often as it is
told, where events of one class that share a side count once; a dyad is a pair of countries with a direction, and without one where the
event is reciprocal (several actors and no recipient, and every CONSULT); a triple is a dyad with its class. Realis is not looked at here.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

from detente.events import code_articles
from detente.types import Article, Coding

GOLD = Path(__file__).resolve().parent / "gold" / "events.jsonl"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "gold"
DEVELOPMENT = {"gsr": "plover_gsr.dev.jsonl", "plv": "plv.dev.jsonl", "no-event": "cameo01_no_event.dev.jsonl"}
CLASSES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

Line = dict[str, Any]


class Told(NamedTuple):
    """An event as the scorer sees it: class, countries of the actors and of the recipients, and whether it has no direction."""

    plover: str
    source: frozenset[str]
    target: frozenset[str]
    reciprocal: bool


class Pair(NamedTuple):
    """Two countries; ``plover`` is empty for a dyad. Without a direction they stand in alphabetical order."""

    source: str
    target: str
    plover: str
    reciprocal: bool


@dataclass(slots=True)
class Tally:
    """Counts behind a precision and a recall."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Add the counts of one sentence."""
        self.right, self.found, self.wanted = self.right + right, self.found + found, self.wanted + wanted

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 0 where nothing is there."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


@dataclass(slots=True)
class Scores:
    """Tallies of one set of sentences."""

    levels: dict[str, Tally] = field(default_factory=lambda: {"class": Tally(), "dyad": Tally(), "triple": Tally()})
    classes: dict[str, Tally] = field(default_factory=lambda: {c: Tally() for c in CLASSES})
    false_alarms: int = 0


def country(code: str | None) -> str:
    """The country of an actor code, empty for nobody. Organisations are one: the gold tells governments' from others' unevenly."""
    first = (code or "").upper()[:3]
    return ("IGO" if first == "NGO" else first) if len(first) == 3 and first.isalpha() else ""


def told(plover: str, actors: Sequence[str], recipients: Sequence[str]) -> Told:
    """An event reduced to what is compared. Two actors of one country and no recipient: inside that country."""
    source, target = (frozenset(filter(None, map(country, codes))) for codes in (actors, recipients))
    if len(actors) > 1 and len(source) == 1 and not target:
        target = source
    return Told(plover, source, target, plover == "CONSULT" or (len(source) > 1 and not target))


def told_in_gold(line: Line) -> list[Told]:
    """The events of a line of gold."""
    return [told(e["plover"], e["source"], e["target"]) for e in line["events"]]


def told_by_coder(coding: Coding) -> list[Told]:
    """The events of a coding."""
    return [told(e.plover, e.actor, e.recipient) for e in coding.events]


def classes(events: Iterable[Told]) -> Counter[str]:
    """How often each class is told, where events of one class that share an actor or a recipient (or swap them) count once."""
    groups: list[tuple[str, frozenset[str], frozenset[str]]] = []
    for e in events:
        source, target, apart = e.source, e.target, []
        for group in groups:
            _, s, t = group
            shared = bool(source & s or target & t or (source & t and target & s)) or not (source | target | s | t)
            if group[0] == e.plover and shared:
                source, target = source | s, target | t
            else:
                apart.append(group)
        groups = [*apart, (e.plover, source, target)]
    return Counter(plover for plover, _, _ in groups)


def pairs(events: Iterable[Told], *, with_class: bool) -> set[Pair]:
    """Dyads or triples of a sentence; a pair that is also told without a direction has none."""
    out: dict[tuple[str, str, str], bool] = {}
    for e in events:
        source = sorted(e.source)
        for a, b in product(source, sorted(e.target)) if e.target else combinations(source, 2):
            first, second = sorted((a, b)) if e.reciprocal else (a, b)
            key = (first, second, e.plover if with_class else "")
            out[key] = out.get(key, False) or e.reciprocal
    return {Pair(*key, reciprocal) for key, reciprocal in out.items()}


def _meets(found: Pair, wanted: Pair) -> bool:
    same_way = (found.source, found.target) == (wanted.source, wanted.target)
    other_way = (found.target, found.source) == (wanted.source, wanted.target)
    return found.plover == wanted.plover and (same_way or (other_way and (found.reciprocal or wanted.reciprocal)))


def match(found: set[Pair], wanted: set[Pair]) -> tuple[set[Pair], set[Pair]]:
    """(wanted pairs that were met, found pairs that meet none). A second pair that meets one already met is neither right nor wrong."""
    met: set[Pair] = set()
    wrong: set[Pair] = set()
    for pair in sorted(found, key=lambda p: (p not in wanted, p)):
        could = [w for w in sorted(wanted) if _meets(pair, w)]
        met |= set([w for w in could if w not in met][:1])
        if not could:
            wrong.add(pair)
    return met, wrong


def score(lines: Sequence[Line], found: Sequence[Sequence[Told]]) -> Scores:
    """Score what was found in each line against its gold."""
    scores = Scores()
    for line, got in zip(lines, found, strict=True):
        want = told_in_gold(line)
        g, w = classes(got), classes(want)
        scores.levels["class"].add((g & w).total(), g.total(), w.total())
        for c in g | w:
            scores.classes[c].add(min(g[c], w[c]), g[c], w[c])
        scores.false_alarms += bool(got) and not want
        if not line.get("actors_complete", True):
            continue
        for level in ("dyad", "triple"):
            f, n = pairs(got, with_class=level == "triple"), pairs(want, with_class=level == "triple")
            met, wrong = match(f, n)
            scores.levels[level].add(len(met), len(met) + len(wrong), len(n))
    return scores


def read_gold(path: Path) -> list[Line]:
    """Lines of a gold file."""
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]


def code_lines(lines: Iterable[Line]) -> list[Coding]:
    """The coder's work on lines of gold, in order."""
    return list(
        code_articles(
            Article(r["id"], r.get("title") or "", r["text"], datetime.fromisoformat(r["date"]) if r.get("date") else None) for r in lines
        )
    )


def _print_misses(lines: Sequence[Line], codings: Sequence[Coding]) -> None:
    def shown(p: Pair) -> str:
        return f"{p.source} {'with' if p.reciprocal else '->'} {p.target} {p.plover}"

    for line, coding in zip(lines, codings, strict=True):
        got, want = told_by_coder(coding), told_in_gold(line)
        if any(e.plover == "YIELD" for e in want):  # one of the development sets has CONCEDE and RETREAT under this one name
            got = [e._replace(plover="YIELD") if e.plover in ("CONCEDE", "RETREAT") else e for e in got]
        f, n = pairs(got, with_class=True), pairs(want, with_class=True)
        met, wrong = match(f, n)
        g, w = classes(got), classes(want)
        if n == met and not wrong and g == w:
            continue
        print(line["id"], line["text"])
        for what, some in (("missed", n - met), ("wrong", wrong)):
            for p in sorted(some):
                print(f"    {what} {shown(p)}")
        for what, lost in (("class missed", w - g), ("class wrong", g - w)):
            if lost:
                print(f"    {what} {' '.join(lost.elements())}")
        for e in coding.events:
            print(f"    coded {'+'.join(e.actor)} {e.plover} {'+'.join(e.recipient)} by {e.rule}")


def _score_beside(name: str, codings: Sequence[Coding], *options: str) -> dict[str, Any]:
    """Figures of a development set by the scorer that lies with it."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        rows = (
            {"id": c.article, "events": [{"source": e.actor, "target": e.recipient, "plover": e.plover} for e in c.events]} for c in codings
        )
        predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(SHARED / "score.py"), str(SHARED / DEVELOPMENT[name]), str(predictions), "--json", *options]
        figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return figures


def _run_own(misses: bool) -> dict[str, float]:
    lines = read_gold(GOLD)
    codings = code_lines(lines)
    if misses:
        _print_misses(lines, codings)
    scores = score(lines, [told_by_coder(c) for c in codings])
    out = {f"own {level} F1": tally.f1 for level, tally in scores.levels.items()}
    out |= {f"own {level} {what}": getattr(t, what) for level, t in scores.levels.items() for what in ("precision", "recall")}
    out["own false alarms"] = float(scores.false_alarms)
    return out | {f"own {name} F1": tally.f1 for name, tally in scores.classes.items() if tally.wanted}


def _run_beside(name: str, misses: bool) -> dict[str, float]:
    lines = read_gold(SHARED / DEVELOPMENT[name])
    codings = code_lines(lines)
    if misses:
        _print_misses(lines, codings)
    figures = _score_beside(name, codings)
    if name == "no-event":
        return {"shared no-event false alarms": float(figures["sentences"]["false_alarms"])}
    out = {f"shared {name} {level} F1": float(figures[level]["f1"]) for level in ("class", "dyad", "triple")}
    if name == "gsr":
        out["shared gsr lenient triple F1"] = float(_score_beside(name, codings, "--lenient")["triple"]["f1"])
    return out


def measure(misses: bool = False, on: Sequence[str] = ("own", *DEVELOPMENT)) -> dict[str, float]:
    """Figures of the named sets; those that are not here are left out. misses: print the sentences that differ."""
    out = _run_own(misses) if "own" in on else {}
    for name in DEVELOPMENT:
        if name in on and (SHARED / DEVELOPMENT[name]).is_file() and (SHARED / "score.py").is_file():
            out |= _run_beside(name, misses)
    return out


def run() -> dict[str, float]:
    """The figures the gate holds: without precision and recall, one of which may fall for the other's and F1's sake."""
    return {name: value for name, value in measure().items() if not name.endswith((" precision", " recall"))}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--on", choices=("own", *DEVELOPMENT), action="append")
    parser.add_argument("--misses", action="store_true", help="print the sentences that differ from the gold")
    options = parser.parse_args()
    for name, value in measure(options.misses, options.on or ("own", *DEVELOPMENT)).items():
        print(f"{name:30} {value:.3f}")


if __name__ == "__main__":
    main()
