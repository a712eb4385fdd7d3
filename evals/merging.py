"""Measure whether two tellings become one event, against 454 pairs of tellings read by hand (evals/gold/merge_pairs.tsv).

    python -m evals.merging [--misses]

The pairs are of real news lines beside the checkout; the repository keeps ids, places and verdicts, and without the lines there are no
figures. They were drawn from coded lines with the same countries, the same class or a neighbouring one and days up to ten apart (or a
vague day around an exact one), by strata of distance in days and of common words, and from two tellings in one line; they hold many
more doubtful pairs than life does. One reader read them before the merge was run on them. "Same" is one happening: an attack and its
dead, a thing begun and the same thing held, an arrest and later word of it. "Different" are two attacks of one day, two days of talks or
of riots, two sentences of one series, a total and one of its parts, and a deed and the answer to it (a meeting and its agreement, a threat
and the blow). Where the text alone does not decide, the verdict is "unclear" and the pair is left out.

Halves were made by a hash of countries and year, so that no story lies in both: rules are made with an eye on the misses of ``dev``,
``check`` is measured only. The lines are coded by the present coder together with those around them (two days on each side, with a name in
common), and all are merged at once, as on a desk. A pair counts where the coder tells both events; a telling is found where an event covers
its words. Figures: agreement, precision and recall of "same", Cohen's kappa, and the share of the pairs that could be judged.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from detente.events import code_articles
from detente.events.merge import same_events
from detente.types import Article, Coding, Event
from evals.coded import GOLD, NEWS

PAIRS = GOLD / "merge_pairs.tsv"
HALVES = ("dev", "check")
# Days around a telling whose lines are merged with it: what may chain to it within the slack of the merge, on both sides.
AROUND = 2
# Least share of common words (of all that either telling covers) for a coded event to be the one that was judged.
COVER = 0.3
_NAME = re.compile(r"\b[A-Z][a-z]{3,}")


@dataclass(frozen=True)
class Telling:
    """Where an event is told: article, and offsets of its words in the text."""

    article: str
    start: int
    end: int
    plover: str


@dataclass(frozen=True)
class Pair:
    """Two tellings and what the reader said of them."""

    a: Telling
    b: Telling
    verdict: str
    half: str


def read_pairs() -> list[Pair]:
    """The judged pairs, those left unclear too."""
    out = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]:
        one, start, end, other, first, last, classes, verdict, half = line.split("\t")
        of_one, _, of_other = classes.partition("/")
        a = Telling(one, int(start), int(end), of_one)
        out.append(Pair(a, Telling(other, int(first), int(last), of_other or of_one), verdict, half))
    return out


def _around(pairs: Sequence[Pair]) -> list[Article]:
    """The lines of the pairs and those near them in days and names."""
    wanted = {t.article for pair in pairs for t in (pair.a, pair.b)}
    lines = []
    with gzip.open(NEWS, "rt", encoding="utf-8") as rows:
        for row in rows:
            told = json.loads(row)
            lines.append((told["id"], date.fromisoformat(told["date"]), told["text"]))
    if missing := wanted - {name for name, _, _ in lines}:
        raise ValueError(f"{len(missing)} ids are not in {NEWS.name}, the first {min(missing)}: is it another version of that file?")
    names: defaultdict[date, list[frozenset[str]]] = defaultdict(list)
    for name, day, text in lines:
        if name in wanted:
            for step in range(-AROUND, AROUND + 1):
                names[day + timedelta(days=step)].append(frozenset(_NAME.findall(text)))
    # Two names in common: one is mostly a big country or an agency.
    near = [row for row in lines if row[0] in wanted or any(len(s.intersection(_NAME.findall(row[2]))) > 1 for s in names.get(row[1], ()))]
    return [Article(name, "", text, datetime.combine(day, time())) for name, day, text in near]


@cache
def codings() -> list[Coding]:
    """Codings of the pairs' lines and of those around them."""
    return list(code_articles(_around(read_pairs())))


def _cover(telling: Telling, event: Event) -> float:
    mention = event.mentions[0]
    common = min(telling.end, mention.end) - max(telling.start, mention.start)
    return max(0, common) / (max(telling.end, mention.end) - min(telling.start, mention.start))


def _found(telling: Telling, events: Iterable[Event], but: Event | None = None) -> Event | None:
    fitting = [(_cover(telling, e), e) for e in events if e is not but and e.realis == "asserted" and e.plover == telling.plover]
    best = max(fitting, key=lambda x: x[0], default=None)
    return best[1] if best and best[0] >= COVER else None


def judged(told: Sequence[Coding]) -> list[tuple[Pair, Event, Event, bool]]:
    """Each pair whose events are both coded: the two, and whether merging makes them one."""
    by_article = {coding.article: coding.events for coding in told}
    group: dict[int, int] = {}
    events = [event for coding in told for event in coding.events]
    for at, places in enumerate(same_events(events)):
        group |= {id(events[place]): at for place in places}
    out = []
    for pair in read_pairs():
        a = _found(pair.a, by_article[pair.a.article])
        b = _found(pair.b, by_article[pair.b.article], but=a)
        if a is not None and b is not None and pair.verdict != "unclear":
            out.append((pair, a, b, group[id(a)] == group[id(b)]))
    return out


def figures(pairs: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    """Of (said same, is same): agreement, Cohen's kappa (1960), precision and recall of "same"."""
    n = len(pairs)
    agree = sum(said == truly for said, truly in pairs) / n
    said, truly, both = sum(s for s, _ in pairs), sum(t for _, t in pairs), sum(s and t for s, t in pairs)
    chance = (said * truly + (n - said) * (n - truly)) / n**2
    return {"agreement": agree, "kappa": (agree - chance) / (1 - chance), "precision": both / max(1, said), "recall": both / max(1, truly)}


def measure(told: Sequence[Coding]) -> dict[str, float]:
    """Both halves together and each."""
    pairs = judged(told)
    wanted = [pair for pair in read_pairs() if pair.verdict != "unclear"]
    out = {"judged": len(pairs) / len(wanted)} | figures([(said, pair.verdict == "same") for pair, _, _, said in pairs])
    one_class = [(said, pair.verdict == "same") for pair, a, b, said in pairs if a.plover == b.plover]
    out["kappa within a class"] = figures(one_class)["kappa"]
    for half in HALVES:
        of_half = [(said, pair.verdict == "same") for pair, _, _, said in pairs if pair.half == half]
        out |= {f"{half} {name}": value for name, value in figures(of_half).items()}
    return out


def run() -> dict[str, float]:
    """All figures as ``shared figure``; none where the news lines are absent."""
    return {f"shared {name}": value for name, value in measure(codings()).items()} if NEWS.exists() else {}


def main() -> int:
    """Print the figures; with --misses the pairs of the development half that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print the wrong pairs of the development half")
    options = parser.parse_args()
    if not NEWS.exists():
        print("The news lines beside the checkout are absent: nothing to measure on.")
        return 0
    for pair, a, b, said in judged(codings()) if options.misses else []:
        if pair.half == "dev" and said != (pair.verdict == "same"):
            print(f"{pair.verdict}, said {'same' if said else 'different'}")
            for e in (a, b):
                print(f"   {e.date_start} {e.plover} {e.cameo} {e.actor} {e.recipient} {e.quantity}  {e.mentions[0].quote}")
    for name, value in run().items():
        print(f"{name:30s} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
