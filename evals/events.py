"""Measure coded events on evals/gold/events.jsonl, and on the development sets beside the checkout where they are.

    python -m evals.events [--misses]

Figures are F1: class (the multiset of classes of a line), dyad (who to whom, by country) and triple (who, to whom and class together).
Sides compare by country or organisation kind (the first three letters; NGO counts as IGO). An event with several sides and no recipient is
mutual: its pair counts either way round, as consultations always do. Several events of one class with a side in common count once for
class. A gold event's ``alt`` classes are accepted. False alarms: lines without any event for which the coder gives one.

The sets beside the checkout are scored by the scorer that lies with them, strictly and, as "lenient", with ``alt`` accepted.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from detente.events.wire import event_to_json
from evals.coded import GOLD, SHARED, add_misses, coded

SCORER = SHARED / "gold" / "score.py"
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
        return {(*(sorted(c) if self.mutual else c), self.plover) for c in couples}


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


def same_triple(want: Happening, got: Happening) -> bool:
    """Whether a coded event has a source, target and class of a gold event; mutual ones either way round."""
    return _right([want], [got], True)[0] > 0


def f1(right: int, coded: int, wanted: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (coded + wanted) if right else 0.0


def by_class(rows: Iterable[tuple[str, float, int]]) -> dict[str, float]:
    """Figures that are shown and not held, a class being a handful of events: F1 and the number of events, of (class, F1, events)."""
    return {name: value for plover, score, events in rows for name, value in (
        (f"by class {plover}", score), (f"by class {plover}, events", float(events)),
    )}  # fmt: skip


def measure(lines: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]]) -> tuple[dict[str, float], dict[str, float]]:
    """(figures, figures by class) over (gold line, coded events)."""
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    classes: dict[str, Counter[str]] = {"right": Counter(), "coded": Counter(), "wanted": Counter()}
    alarms = 0
    for line, events in lines:
        gold, found = [happening(e) for e in line["events"]], [happening(e) for e in events]
        alarms += not gold and bool(found)
        want, got = _merged(gold), _merged(found)
        pairs = _paired(want, got)
        classes["right"].update(w.plover for w, _ in pairs)
        classes["wanted"].update(w.plover for w in want)
        classes["coded"].update([w.plover for w, _ in pairs] + [g.plover for g in got if g not in [p for _, p in pairs]])
        for name, counts in (
            ("class", (len(pairs), len(got), len(want))),
            ("dyad", _right(gold, found, False)),
            ("triple", _right(gold, found, True)),
        ):
            totals[name] = [a + b for a, b in zip(totals[name], counts, strict=True)]
    figures = {name: f1(*counts) for name, counts in totals.items()} | {"false alarms": float(alarms)}
    for name, (right, given, wanted) in totals.items():
        figures |= {f"{name}, precision": right / max(given, 1), f"{name}, recall": right / max(wanted, 1)}
    scores = {name: f1(classes["right"][name], classes["coded"][name], n) for name, n in sorted(classes["wanted"].items())}
    return figures, by_class((name, score, classes["wanted"][name]) for name, score in scores.items())


def with_events(path: Path) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The lines of a gold file with what the coder makes of them."""
    return [(line, [event_to_json(e) for e in coding.events]) for line, coding in coded(path)]


def official(lines: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]], *, lenient: bool = False) -> dict[str, Any]:
    """What the scorer beside the checkout says (the object it prints with --json; --per-class is always in it)."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"{SCORER} is no Python file")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    coded_lines = [{"id": line["id"], "events": events} for line, events in lines]
    scored: dict[str, Any] = scorer.score([line for line, _ in lines], coded_lines, lenient)
    return scored


def shared() -> dict[str, float]:
    """Figures of the development sets by the scorer that lies with them; empty where they are absent."""
    out: dict[str, float] = {}
    if not SCORER.exists():
        return out
    for name, file in SETS.items():
        lines = with_events(SHARED / "gold" / file)
        scored, lenient = official(lines), official(lines, lenient=True)
        if "no event" in name:
            out[f"{name} false alarms"] = float(scored["sentences"]["false_alarms"])
            continue
        for level in ("class", "dyad", "triple"):
            out |= {f"{name} {level}": scored[level]["f1"], f"{name} {level}, lenient": lenient[level]["f1"]}
        rows = by_class((plover, row["f1"], row["expected"]) for plover, row in scored["per_class"].items())
        out |= {f"{name} {figure}": value for figure, value in rows.items()}
    return out


def run() -> dict[str, float]:
    """All figures: own gold as a whole and by class, then the shared sets."""
    figures, rows = measure(with_events(GOLD / "events.jsonl"))
    held = {figure.removeprefix("by "): value for figure, value in rows.items() if not figure.endswith("events")}
    return figures | held | {figure: value for figure, value in rows.items() if figure.endswith("events")} | shared()


def print_misses(lines: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]]) -> None:
    """Every line whose triples are not all right."""
    for line, events in lines:
        right, given, wanted = _right([happening(e) for e in line["events"]], [happening(e) for e in events], True)
        if not right == given == wanted:
            print(f"{line['id']}  {line['text']}")
            print("   gold ", [(e["source"], e["target"], e["plover"]) for e in line["events"]])
            print("   coded", [(e["actor"], e["recipient"], e["plover"], e["realis"], e["rule"]) for e in events])


def main() -> int:
    """Print the figures; with --misses every line whose triples are not all right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_misses(parser, "events.jsonl")
    options = parser.parse_args()
    if options.misses:
        print_misses(with_events(options.misses))
    for name, value in run().items():
        print(f"{name:36s} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
