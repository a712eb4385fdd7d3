"""Events coded from a year's news digest beside the complete event table of that year: do the two rank pairs of countries alike?

    python -m evals.icews_counts [--coded FILE] [--part N]

Codes the 2018 lines of the news digest beside the checkout (or reads --coded, what `detente code` gives for the whole file), counts events
between two different countries by pair and month (January to October, the months of the table), and compares with the ICEWS table: rank
correlation (Spearman, ties by their mean rank) over pairs, over pair-months, and over months within a pair. --part prints the N pairs whose
ranks differ most each way.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import combinations, product
from pathlib import Path

import numpy as np

from detente.events import code_articles
from detente.lexicon import split_code
from detente.types import Article, Event

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
DIGEST = SHARED / "wikipedia_current_events_2002_2012_2018.jsonl.gz"
TABLE = SHARED / "icews_2018_events.parquet"
# The table ends with October.
LAST = date(2018, 10, 31)

Counts = Counter[tuple[str, str, int]]


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Rank correlation, ties by their mean rank; nan where one side does not vary."""
    ranks = [_ranks(np.asarray(x, dtype=float)) for x in (a, b)]
    if any(r.std() == 0 for r in ranks):
        return float("nan")
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def _ranks(values: np.ndarray) -> np.ndarray:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    mean: np.ndarray = (last - (counts - 1) / 2)[inverse]
    return mean


def pairs_of(actors: Sequence[str], recipients: Sequence[str]) -> set[tuple[str, str]]:
    """Unordered pairs of different countries that an event joins."""
    a, b = ([c for c in (split_code(x)[0] for x in codes) if len(c) == 3] for codes in (actors, recipients))
    joined = product(a, b) if b else combinations(a, 2)
    return {(min(x, y), max(x, y)) for x, y in joined if x != y}


def _articles() -> Iterator[Article]:
    with gzip.open(DIGEST, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "2018-01-01" <= row["date"] <= LAST.isoformat():
                yield Article(row["id"], "", row["text"], datetime.fromisoformat(row["date"]))


def coded_counts(coded: Path | None) -> Counts:
    """Asserted events of 2018 by pair and month."""
    out: Counts = Counter()

    def add(actor: Sequence[str], recipient: Sequence[str], day: date | None) -> None:
        if day is not None and date(2018, 1, 1) <= day <= LAST:
            out.update((*pair, day.month) for pair in pairs_of(actor, recipient))

    if coded is None:
        events: Iterator[Event] = (e for coding in code_articles(_articles()) for e in coding.events)
        for e in events:
            if e.realis == "asserted":
                add(e.actor, e.recipient, e.date_start)
    else:
        for line in coded.open(encoding="utf-8"):
            row = json.loads(line)
            if "-2018-" in row["id"]:
                for event in row["events"]:
                    if event["realis"] == "asserted":
                        start = event["date_start"]
                        add(event["actor"], event["recipient"], date.fromisoformat(start) if start else None)
    return out


def table_counts() -> Counts:
    """Rows of the ICEWS table with a PLOVER class by pair and month."""
    import duckdb

    query = f"""select least(source_iso3, target_iso3), greatest(source_iso3, target_iso3), month(date::date), sum(n_rows)
        from '{TABLE}' where source_iso3 <> target_iso3 and plover_event is not null and plover_event <> ''
        and length(source_iso3) = 3 and length(target_iso3) = 3 group by all"""
    return Counter({(a, b, month): int(n) for a, b, month, n in duckdb.sql(query).fetchall()})


def compare(coded: Counts, table: Counts) -> Mapping[str, float]:
    """Rank correlations and sizes."""
    totals = [Counter[tuple[str, str]](), Counter[tuple[str, str]]()]
    for counts, total in zip((coded, table), totals, strict=True):
        for (a, b, _), n in counts.items():
            total[a, b] += n
    told = sorted(totals[0])
    every = sorted(set(totals[0]) | set(totals[1]))
    thick = [pair for pair in told if totals[0][pair] >= 10]
    cells = [(*pair, month) for pair in told for month in range(1, 11)]
    within = [spearman([coded[(*p, m)] for m in range(1, 11)], [table[(*p, m)] for m in range(1, 11)]) for p in thick]
    return {
        "events coded between two countries": sum(totals[0].values()),
        "rows of the table": sum(totals[1].values()),
        "pairs told of": len(told),
        "pairs of the table": len(totals[1]),
        "pairs told of that the table has": sum(p in totals[1] for p in told) / len(told),
        "rank correlation over pairs told of": spearman([totals[0][p] for p in told], [totals[1][p] for p in told]),
        "rank correlation over all pairs": spearman([totals[0][p] for p in every], [totals[1][p] for p in every]),
        "rank correlation over pairs with ten events or more": spearman([totals[0][p] for p in thick], [totals[1][p] for p in thick]),
        "rank correlation over pair-months of pairs told of": spearman([coded[c] for c in cells], [table[c] for c in cells]),
        f"months within a pair, mean over {len(thick)} pairs": float(np.nanmean(within)) if within else float("nan"),
    }


def main() -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coded", type=Path)
    parser.add_argument("--part", type=int, default=0)
    options = parser.parse_args()
    if not (DIGEST.exists() and TABLE.exists()):
        print("The news digest and the event table beside the checkout are absent: nothing compared.")
        return 0
    coded, table = coded_counts(options.coded), table_counts()
    for name, value in compare(coded, table).items():
        print(f"{name:<56} {value:.2f}" if isinstance(value, float) else f"{name:<56} {value}")
    if options.part:
        totals = [Counter[tuple[str, str]](), Counter[tuple[str, str]]()]
        for counts, total in zip((coded, table), totals, strict=True):
            for (a, b, _), n in counts.items():
                total[a, b] += n
        pairs = [p for p in totals[0] if totals[0][p] >= 5]
        ranks = [_ranks(np.array([t[p] for p in pairs], dtype=float)) for t in totals]
        order = sorted(range(len(pairs)), key=lambda i: ranks[0][i] - ranks[1][i])
        for i in (*order[: options.part], *order[-options.part :]):
            print("-".join(pairs[i]), totals[0][pairs[i]], totals[1][pairs[i]])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
