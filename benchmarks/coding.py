"""Whole coding against the parser alone as spaCy loads it, in one run and by turns, so that both meet the same machine."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from importlib import import_module
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time

from detente.clauses import DEFAULT_MODEL, parse_texts
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
# Coding costs at most 15 % over the parser alone (issue 3, point 8).
AIM = 1.15


def own_lines() -> list[Article]:
    """Every sentence of the project's gold, as an article each."""
    rows = [json.loads(row) for path in sorted(GOLD.glob("*.jsonl")) for row in path.read_text(encoding="utf-8").splitlines()]
    return [Article(r["id"], r.get("title") or "", r["text"], datetime.fromisoformat(r["date"])) for r in rows if "text" in r]


def news_lines() -> list[Article]:
    """Lines of the news table beside the checkout, spread evenly over it; none where it is not there."""
    if not NEWS.is_file():
        return []
    with gzip.open(NEWS, "rt", encoding="utf-8") as stream:
        rows = stream.readlines()
    some = (json.loads(row) for row in islice(rows, 0, None, max(1, len(rows) // NEWS_LINES)))
    return [Article(r["id"], r["title"], r["text"], datetime.fromisoformat(r["date"])) for r in islice(some, NEWS_LINES)]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call: what else runs on the machine hardly counts."""
    begun = process_time()
    work()
    return process_time() - begun


def compare(articles: Sequence[Article]) -> tuple[float, float, float]:
    """Median seconds of spaCy's own pipeline (without the entity recogniser), of our parse, and of the whole coding, taken by turns."""
    words = load_lexicon()
    plain = import_module(DEFAULT_MODEL).load(exclude=["ner"])

    def alone(some: Sequence[Article] = articles) -> None:
        for _ in plain.pipe((text for a in some for text in (a.title, a.text) if text.strip()), batch_size=64):
            pass

    def parse(some: Sequence[Article] = articles) -> None:
        for _ in parse_texts(pair for a in some for pair in (("title", a.title), ("text", a.text))):
            pass

    def code(some: Sequence[Article] = articles) -> None:
        for _ in code_articles(some, lexicon=words):
            pass

    for work in (alone, parse, code):
        work(articles[:WARM_UP])
    times = [(seconds(alone), seconds(parse), seconds(code)) for _ in range(REPEATS)]
    spacy, parsed, coded = (median(column) for column in zip(*times, strict=True))
    return spacy, parsed, coded


def rows() -> Iterator[tuple[str, str]]:
    """Ratio, and lines a second, for each set of lines."""
    for name, articles in (("own lines", own_lines()), ("news lines", news_lines())):
        if not articles:
            yield name, "not here: left out"
            continue
        alone, parsed, coded = compare(articles)
        ratio = coded / alone
        verdict = "met" if ratio <= AIM else "not met"
        yield f"{len(articles)} {name}: parser alone, as spaCy loads it", f"{alone:.2f} s, {len(articles) / alone:.0f} lines a second"
        yield f"{len(articles)} {name}: our parse", f"{parsed:.2f} s, {parsed / alone:.2f} of it"
        yield f"{len(articles)} {name}: whole coding", f"{coded:.2f} s, {len(articles) / coded:.0f} lines a second"
        yield f"{len(articles)} {name}: coding / parser alone", f"{ratio:.2f} (aim {AIM:.2f} or less: {verdict})"
