"""Measure coded events on evals/gold/events.jsonl, and on the development sets beside the checkout where they are.

    python -m evals.events [--misses] [--per-class]

Figures are F1: class (the multiset of classes of a line), dyad (who to whom, by country) and triple (who, to whom and class together).
Sides compare by country or organisation kind (the first three letters; NGO counts as IGO). An event with several sides and no recipient is
mutual: its pair counts either way round, as consultations always do. Several events of one class with a side in common count once for
class. A gold event's ``alt`` classes are accepted. False alarms: lines without any event for which the coder gives one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from detente.events.wire import event_to_json
from evals.coded import GOLD, code_lines, read_lines

SHARED = GOLD.parents[2] / "shared" / "gold"
SETS = {"shared GSR": "plover_gsr.dev.jsonl", "shared PLV": "plv.dev.jsonl", "shared no event": "cameo01_no_event.dev.jsonl"}

Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Happening:
    """An event reduced to what is compared. mutual: direction does not count."""

    sources: frozenset[str]
    targets: frozenset[str]
    plover: str
    mutual: bool
    accepted: frozenset[str]

    def triples(self) -> set[Triple]:
        """Every (source, target, class); of a mutual event in alphabetical order."""
        if self.targets:
            couples: Iterable[tuple[str, str]] = product(sorted(self.sources), sorted(self.targets))
        else:
            couples = combinations(sorted(self.sources), 2)
        return {(*(sorted(c) if self.mutual else c), self.plover) for c in couples}  # type: ignore[misc]


def _sides(codes: Sequence[str]) -> frozenset[str]:
    return frozenset("IGO" if code[:3] == "NGO" else code[:3] for code in codes if code)


def happening(row: Mapping[str, Any]) -> Happening:
    """Of a gold event (source, target) or a coded one (actor, recipient)."""
    source, target = row.get("source", row.get("actor")) or [], row.get("target", row.get("recipient")) or []
    sources, targets = _sides(source), _sides(target)
    if len(source) > 1 and len(sources) == 1 and not targets:
        targets = sources  # both sides of a mutual event are in one country
    mutual = row["plover"] == "CONSULT" or (len(sources) > 1 and not targets)
    return Happening(sources, targets, row["plover"], mutual, frozenset({row["plover"], *(row.get("alt") or ())}))


def _merged(happenings: Sequence[Happening]) -> list[Happening]:
    """One for each class and group of events that share a side."""
    out: list[Happening] = []
    for each in happenings:
        kept = []
        for other in out:
            touching = (each.sources | each.targets) & (other.sources | other.targets)
            nobody = not (each.sources | each.targets | other.sources | other.targets)
            if other.plover == each.plover and (touching or nobody):
                each = Happening(
                    each.sources | other.sources, each.targets | other.targets, each.plover, each.mutual, each.accepted | other.accepted
                )
            else:
                kept.append(other)
        out = [*kept, each]
    return out


def _paired(gold: Sequence[Happening], coded: Sequence[Happening]) -> list[tuple[Happening, Happening]]:
    """Gold with coded of the same class, the plain class before the alternatives."""
    left, out = list(coded), []
    waiting = list(gold)
    for exact in (True, False):
        for want in list(waiting):
            hit = next((c for c in left if (c.plover == want.plover if exact else c.plover in want.accepted)), None)
            if hit is not None:
                left.remove(hit)
                waiting.remove(want)
                out.append((want, hit))
    return out


def _right(gold: Sequence[Happening], coded: Sequence[Happening], with_class: bool) -> tuple[int, int, int]:
    """(right, coded, wanted) pairs of a line."""
    wanted: dict[tuple[str, ...], tuple[bool, frozenset[str]]] = {}
    for want in gold:
        for triple in want.triples():
            key = triple if with_class else triple[:2]
            mutual, accepted = wanted.get(key, (False, frozenset()))
            wanted[key] = mutual or want.mutual, accepted | want.accepted
    met, wrong = set(), set()
    for got in coded:
        for source, target, plover in got.triples():
            hit = next(
                (
                    key
                    for key, (mutual, accepted) in wanted.items()
                    if (key[:2] == (source, target) or ((mutual or got.mutual) and key[:2] == (target, source)))
                    and (not with_class or plover in accepted)
                ),
                None,
            )
            if hit is None:
                wrong.add((source, target, plover) if with_class else (source, target))
            else:
                met.add(hit)
    return len(met), len(met) + len(wrong), len(wanted)


def f1(right: int, coded: int, wanted: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (coded + wanted) if right else 0.0


def measure(lines: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]]) -> tuple[dict[str, float], dict[str, float]]:
    """(figures, F1 of each class) over (gold line, coded events)."""
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    classes: dict[str, Counter[str]] = {"right": Counter(), "coded": Counter(), "wanted": Counter()}
    alarms = 0
    for line, events in lines:
        gold, coded = [happening(e) for e in line["events"]], [happening(e) for e in events]
        alarms += not gold and bool(coded)
        want, got = _merged(gold), _merged(coded)
        pairs = _paired(want, got)
        classes["right"].update(w.plover for w, _ in pairs)
        classes["wanted"].update(w.plover for w in want)
        classes["coded"].update([w.plover for w, _ in pairs] + [g.plover for g in got if g not in [p for _, p in pairs]])
        for name, counts in (
            ("class", (len(pairs), len(got), len(want))),
            ("dyad", _right(gold, coded, False)),
            ("triple", _right(gold, coded, True)),
        ):
            totals[name] = [a + b for a, b in zip(totals[name], counts, strict=True)]
    figures = {name: f1(*counts) for name, counts in totals.items()} | {"false alarms": float(alarms)}
    return figures, {
        name: f1(classes["right"][name], classes["coded"][name], classes["wanted"][name]) for name in sorted(classes["wanted"])
    }


def own() -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The project's own gold with what the coder makes of it."""
    return [(line, [event_to_json(e) for e in coding.events]) for line, coding in code_lines(read_lines(GOLD / "events.jsonl"))]


def shared() -> dict[str, float]:
    """Figures of the development sets by the scorer that lies with them; empty where they are absent."""
    out: dict[str, float] = {}
    if not (SHARED / "score.py").exists():
        return out
    for name, file in SETS.items():
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as coded:
            for line, coding in code_lines(read_lines(SHARED / file)):
                coded.write(json.dumps({"id": line["id"], "events": [event_to_json(e) for e in coding.events]}) + "\n")
            coded.flush()
            command = [sys.executable, str(SHARED / "score.py"), str(SHARED / file), coded.name, "--json"]
            scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        if "no event" in name:
            out[f"{name} false alarms"] = float(scored["sentences"]["false_alarms"])
        else:
            out |= {f"{name} {level}": scored[level]["f1"] for level in ("class", "dyad", "triple")}
    return out


def run() -> dict[str, float]:
    """All figures: own gold as a whole and by class, then the shared sets."""
    figures, by_class = measure(own())
    return figures | {f"class {name}": value for name, value in by_class.items()} | shared()


def main() -> int:
    """Print the figures; with --misses every line whose triples are not all right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--per-class", action="store_true")
    options = parser.parse_args()
    lines = own()
    if options.misses:
        for line, events in lines:
            right, coded, wanted = _right([happening(e) for e in line["events"]], [happening(e) for e in events], True)
            if not right == coded == wanted:
                print(f"{line['id']}  {line['text']}")
                print("   gold ", [(e["source"], e["target"], e["plover"]) for e in line["events"]])
                print("   coded", [(e["actor"], e["recipient"], e["plover"], e["realis"], e["rule"]) for e in events])
    figures, by_class = measure(lines)
    for name, value in (figures | (by_class if options.per_class else {}) | shared()).items():
        print(f"{name:28s} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
