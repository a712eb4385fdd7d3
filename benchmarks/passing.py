"""The cheap look before the parse, on long texts: how much faster the whole is, and which share of events it loses. By turns."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from statistics import median
from time import process_time

from benchmarks.coding import ROOT, own_lines
from detente.clauses.parser import DEFAULT_MODEL, Part, parse_parts, whole
from detente.events import code_articles
from detente.events.stream import look_of
from detente.lexicon import load_lexicon
from detente.types import Article, Assessment, Coding, Event, Forecast

LONG = ROOT.parent / "shared" / "data" / "whitehouse_briefings_2009_2016.jsonl.gz"
TEXTS = 40
REPEATS = 3
# The whole with the look is to be so many times as fast as the parser alone over everything, as spaCy loads it, at such a loss.
AIM, LOSS_AIM = 1.3, 0.005

Told = tuple[str, str, int, object, object, object]


def transcripts(most: int = TEXTS) -> list[Article]:
    """Long texts beside the checkout, spread evenly over their years; none where they are not there."""
    if not LONG.is_file():
        return []
    with gzip.open(LONG, "rt", encoding="utf-8") as stream:
        rows = stream.readlines()
    some = [json.loads(row) for row in rows[:: max(1, len(rows) // most)][:most]]
    return [Article(r["id"], r["title"], r["text"], datetime.fromisoformat(r["date"])) for r in some]


def told(coding: Coding) -> Counter[Told]:
    """Everything a coding tells of, by kind, place, class, sides and realis."""
    rows: list[Event | Assessment | Forecast] = [*coding.events, *coding.assessments, *coding.forecasts]
    out: Counter[Told] = Counter()
    for row in rows:
        place = row.mentions[0]
        if isinstance(row, Event):
            out["event", place.field, place.start, row.plover, (row.actor, row.recipient), row.realis] += 1
        elif isinstance(row, Assessment):
            out["assessment", place.field, place.start, row.direction, row.sides, row.realis] += 1
        else:
            out["forecast", place.field, place.start, row.band, row.sides, None] += 1
    return out


def losses(articles: Sequence[Article]) -> dict[str, int]:
    """Events told with everything parsed; lost: with the look not told so; gone: no event of the class at the place, whoever acts; and so
    for assessments and forecasts together."""
    counts: Counter[str] = Counter()
    for full, looked in zip(code_articles(articles, look=False), code_articles(articles), strict=True):
        a, b = told(full), told(looked)
        places = {key[:4] for key in b}
        for key in a:
            kind = "events" if key[0] == "event" else "others"
            counts[kind] += a[key]
            counts[f"{kind} lost"] += max(0, a[key] - b[key])
            counts[f"{kind} gone"] += key[:4] not in places
        counts["events gained"] += sum(n for key, n in (b - a).items() if key[0] == "event")
    return dict(counts)


def times(articles: Sequence[Article]) -> dict[str, float]:
    """Median processor seconds: the parser as spaCy loads it, our parse, coding with everything parsed, and with the look."""
    from importlib import import_module

    plain = import_module(DEFAULT_MODEL).load(exclude=["ner"])
    words = load_lexicon()

    def spacy_alone() -> None:
        for _ in plain.pipe((text for a in articles for text in (a.title, a.text) if text.strip()), batch_size=64):
            pass

    def parse() -> None:
        fields: Iterator[list[Part]] = (part for a in articles for part in (whole("title", a.title), whole("text", a.text)))
        for _ in parse_parts(fields):
            pass

    def everything() -> None:
        for _ in code_articles(articles, lexicon=words, look=False):
            pass

    def look() -> None:
        for _ in code_articles(articles, lexicon=words):
            pass

    works = {"spacy": spacy_alone, "parse": parse, "everything": everything, "look": look}
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(REPEATS + 1):  # the first fills the tables
        for name, work in works.items():
            begun = process_time()
            work()
            if turn:
                taken[name].append(process_time() - begun)
    return {name: median(each) for name, each in taken.items()}


def passed_over(articles: Sequence[Article]) -> float:
    """Share of the characters that are never parsed."""
    eye = look_of(load_lexicon(), DEFAULT_MODEL)
    if eye is None:
        return 0.0
    parsed = sum(len(part.text) for a in articles for part in eye.parts("text", a.text, a.published.date() if a.published else None)[0])
    return 1 - parsed / sum(len(a.text) for a in articles)


def rows() -> Iterator[tuple[str, str]]:
    """Speed-up and loss on long texts, and the loss on the project's own gold."""
    long = transcripts()
    if long:
        took = times(long[::4])
        yield f"{len(long[::4])} transcripts: parser alone (spaCy's own) / whole with look", _against(took["spacy"] / took["look"])
        yield "the same: our parse of everything / whole with look", f"{took['parse'] / took['look']:.2f}"
        yield "the same: coding, everything parsed / with look", f"{took['everything'] / took['look']:.2f}"
        yield f"{len(long)} transcripts: share of the text passed over", f"{passed_over(long):.1%}"
        yield from _loss_rows(f"{len(long)} transcripts", losses(long))
    else:
        yield "transcripts", "not here: left out"
    yield from _loss_rows("own gold", losses(own_lines()))


def _loss_rows(name: str, n: dict[str, int]) -> Iterator[tuple[str, str]]:
    gone, lost, events = n.get("events gone", 0), n.get("events lost", 0), n.get("events", 0)
    verdict = "met" if gone <= LOSS_AIM * events else "not met"
    yield f"{name}: events gone, of {events}", f"{gone} ({gone / max(1, events):.2%}; aim {LOSS_AIM:.1%} or less: {verdict})"
    yield f"{name}: events gone or told otherwise; told anew", f"{lost} ({lost / max(1, events):.2%}); {n.get('events gained', 0)}"
    yield f"{name}: assessments and forecasts gone, of {n.get('others', 0)}", f"{n.get('others gone', 0)}"


def _against(ratio: float) -> str:
    return f"{ratio:.2f} (aim {AIM:.2f} or more: {'met' if ratio >= AIM else 'not met'})"
