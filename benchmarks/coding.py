"""Whole coding against parsing alone, in one run and by turns, so that both meet the same machine."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from detente.clauses import load_parser, parse_texts
from detente.events import code_articles
from detente.lexicon import load_lexicon
from detente.types import Article

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "evals" / "gold"
NEWS = ROOT.parent / "shared" / "data" / "wikipedia_current_events_2002_2012_2018.jsonl.gz"
NEWS_LINES = 2_000
# Each line once: sentences repeated would be found in the caches of the coder, which no real reading does.
REPEATS = 3
WARM_UP = 100
# Coding may take a quarter more than the parse it rests on: the parse is what cannot be made faster here.
AIM = 1.25


def own_lines() -> list[Article]:
    """Every sentence of the project's gold, as an article each."""
    rows = [json.loads(row) for path in sorted(GOLD.glob("*.jsonl")) for row in path.read_text(encoding="utf-8").splitlines()]
    return [Article(r["id"], r.get("title") or "", r["text"], datetime.fromisoformat(r["date"])) for r in rows]


def news_lines() -> list[Article]:
    """Lines of the news table beside the checkout, spread evenly over it; none where it is not there."""
    if not NEWS.is_file():
        return []
    with gzip.open(NEWS, "rt", encoding="utf-8") as stream:
        rows = stream.readlines()
    some = (json.loads(row) for row in islice(rows, 0, None, max(1, len(rows) // NEWS_LINES)))
    return [Article(r["id"], r["title"], r["text"], datetime.fromisoformat(r["date"])) for r in islice(some, NEWS_LINES)]


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def compare(articles: Sequence[Article]) -> tuple[float, float]:
    """Median seconds of parsing alone and of the whole coding of the same articles, taken by turns."""
    words = load_lexicon()
    load_parser()

    def parse(some: Sequence[Article] = articles) -> None:
        for _ in parse_texts(pair for a in some for pair in (("title", a.title), ("text", a.text))):
            pass

    def code(some: Sequence[Article] = articles) -> None:
        for _ in code_articles(some, lexicon=words):
            pass

    parse(articles[:WARM_UP])
    code(articles[:WARM_UP])
    times = [(seconds(parse), seconds(code)) for _ in range(REPEATS)]
    return median(p for p, _ in times), median(c for _, c in times)


def rows() -> Iterator[tuple[str, str]]:
    """Ratio, and lines a second, for each set of lines."""
    for name, articles in (("own lines", own_lines()), ("news lines", news_lines())):
        if not articles:
            yield name, "not here: left out"
            continue
        parsed, coded = compare(articles)
        ratio = coded / parsed
        verdict = "met" if ratio <= AIM else "not met"
        yield f"{len(articles)} {name}: parse alone", f"{parsed:.2f} s, {len(articles) / parsed:.0f} lines a second"
        yield f"{len(articles)} {name}: whole coding", f"{coded:.2f} s, {len(articles) / coded:.0f} lines a second"
        yield f"{len(articles)} {name}: coding / parse", f"{ratio:.2f} (aim {AIM:.2f} or less: {verdict})"
