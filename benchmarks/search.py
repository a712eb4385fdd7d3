"""How long a search takes among a hundred thousand articles, facets and snippets included: p50 and p95 of many kinds of question, on SQLite
and, where its programs are here, PostgreSQL.

The articles are made: words by Zipf's law with an exponent of 1, of which a few stand for what every article of a desk has (its own
country), lengths log-normal around 350 words, three events to two articles. Filling the index takes some minutes for each database.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from detente.record.django_settings import start_django

ARTICLES = int(os.environ.get("DETENTE_BENCH_ARTICLES", "100000"))
EVENTS = ARTICLES * 3 // 2
WORDS = 60_000  # different words of a large news archive, names left out
ROUNDS = 7
AIM = 100  # milliseconds, p95
FIRST = datetime(2008, 1, 1)  # noqa: DTZ001
DAYS = 365 * 12
SYLLABLES = ["ba", "be", "bo", "da", "de", "do", "ka", "ke", "ko", "la", "le", "lo", "ma", "me", "mo", "na", "ne", "no", "ra", "re", "ro",
"sa", "se", "so", "ta", "te", "to", "va", "ve", "vo"]
CLASSES = ("CONSULT", "ACCUSE", "SANCTION", "AGREE", "COERCE", "THREATEN", "AID", "PROTEST", "ASSAULT")
CODES = ("BLR", "RUS", "USA", "EUU", "UKR", "POL", "LTU", "LVA", "DEU", "CHN", "KAZ", "FRA", "TUR", "VEN", "IRN", "CZE", "SWE", "GBR")


class Maker:
    """Makes documents; the same each time."""

    def __init__(self) -> None:
        self.random = random.Random(2016)
        self.words = [self._word(n) for n in range(WORDS)]
        self.share = list(accumulate(1 / (n + 1) for n in range(WORDS)))
        self.code_share = list(accumulate(1 / (n + 1) for n in range(len(CODES))))
        self.class_share = list(accumulate(1 / (n + 1) for n in range(len(CLASSES))))

    def _word(self, number: int) -> str:
        word = ""
        while number or not word:
            number, rest = divmod(number, len(SYLLABLES))
            word += SYLLABLES[rest]
        return word + "x"  # no ending that a stemmer takes off

    def text(self, count: int) -> str:
        """Sentences of ``count`` words."""
        words = self.random.choices(self.words, cum_weights=self.share, k=count)
        return ". ".join(" ".join(words[n : n + 22]) for n in range(0, count, 22))

    def codes(self, count: int) -> tuple[str, ...]:
        """Countries, most often the first ones."""
        return tuple(sorted(set(self.random.choices(CODES, cum_weights=self.code_share, k=count))))

    def classes(self, count: int) -> tuple[str, ...]:
        """Classes of events."""
        return tuple(sorted(set(self.random.choices(CLASSES, cum_weights=self.class_share, k=count))))

    def documents(self) -> Iterator[Any]:
        """Articles and events in the order of their days."""
        from detente.search.documents import Document

        events = 0
        for n in range(ARTICLES):
            when = FIRST + timedelta(days=n * DAYS // ARTICLES, minutes=n % 1440)
            codes = self.codes(3)
            shared: dict[str, Any] = {
                "article": f"a{n}", "source": f"Agency {n % 40}", "language": "en", "categories": (f"category-{n % 7}",), "actors": codes,
                "relations": ("-".join(codes[:2]),) if len(codes) > 1 else (),
            }  # fmt: skip
            length = min(int(self.random.lognormvariate(5.86, 0.6)), 4000)
            yield Document(
                f"article:a{n}", "article", when, self.text(9), self.text(length), whole=True, classes=self.classes(3),
                realis=("asserted",), **shared,
            )  # fmt: skip
            while events * ARTICLES < (n + 1) * EVENTS:
                realis = self.random.choices(("asserted", "planned", "possible", "denied"), (85, 7, 5, 3))
                yield Document(
                    f"event:e{events}", "event", when, self.text(6), self.text(24), classes=self.classes(1), realis=tuple(realis), **shared
                )  # fmt: skip
                events += 1


def queries(words: list[str], phrase: str) -> dict[str, Any]:
    """name -> query. words: most frequent first; phrase: one that stands somewhere."""
    from detente.search import SearchQuery

    first, second, tenth, common, rare, rarest = words[0], words[1], words[9], words[60], words[4000], words[50_000]
    year = {"since": date(2014, 1, 1), "until": date(2014, 12, 31)}
    made = {
        "a rare word": {"words": rarest}, "a seldom word": {"words": rare}, "a common word": {"words": common},
        "the most common word": {"words": first}, "the most common word, newest": {"words": first, "sort": "newest"},
        "two very common words": {"words": f"{first} {second}"}, "three very common words": {"words": f"{first} {second} {tenth}"},
        "common and rare": {"words": f"{first} {rare}"}, "four words": {"words": f"{first} {tenth} {common} {words[300]}"},
        "either of two": {"words": f"{tenth} OR {rare}"}, "one without another": {"words": f"{common} -{first}"},
        "a phrase": {"words": f'"{phrase}"'}, "a phrase of very common words": {"words": f'"{first} {second}"'},
        "without the most common word": {"words": f"-{first}"},
        "a word and a kind": {"words": common, "kind": "event"}, "a word and an actor": {"words": first, "actors": (CODES[10],)},
        "a word, an actor, a class": {"words": common, "actors": (CODES[1],), "plover": CLASSES[3]},
        "a word in a year": {"words": first, **year}, "a word, a category, a year": {"words": tenth, "category": "category-3", **year},
        "denied": {"realis": "denied"}, "an actor": {"actors": (CODES[0],)}, "a rare actor and class": {"actors": (CODES[-1],),
        "plover": CLASSES[-1]},
        "two actors": {"actors": (CODES[0], CODES[2])}, "a relation": {"relation": "BLR-USA"}, "a source": {"source": "Agency 7"},
        "a category": {"category": "category-1"}, "a year": year, "everything": {}, "page 5": {"words": common, "page": 5},
        "what is not there": {"words": "zzzz"},
    }  # fmt: skip
    return {name: SearchQuery(**fields) for name, fields in made.items()}  # type: ignore[arg-type]


def rows() -> Iterator[tuple[str, str]]:
    """SQLite, then PostgreSQL."""
    start_django()
    given = os.environ.pop("DATABASE_URL", None)
    try:
        yield from _of_database("SQLite")
        from tests.postgres import missing, started

        if reason := missing():
            yield "PostgreSQL", f"not here: {reason}"
            return
        with ExitStack() as stack:
            os.environ["DATABASE_URL"] = stack.enter_context(started()).make()
            yield from _of_database("PostgreSQL")
            from django.db import connections

            connections.close_all()
    finally:
        os.environ.pop("DATABASE_URL", None)
        if given is not None:
            os.environ["DATABASE_URL"] = given


def _of_database(kind: str) -> Iterator[tuple[str, str]]:
    from detente.record.opening import open_record

    with tempfile.TemporaryDirectory(prefix="detente-bench-") as folder:
        db = open_record(Path(folder))
        maker = Maker()
        begun = perf_counter()
        phrase = _fill(db, maker)
        yield f"{kind}: {ARTICLES:,} articles, {EVENTS:,} events indexed", f"{perf_counter() - begun:.0f} s"
        times = _timed(db, queries(maker.words, phrase))
        busy = f"{os.getloadavg()[0]:.0f} processes on {os.cpu_count()} processors"
        yield f"{kind}: {len(times)} questions, p50 and p95 (aim: {AIM} ms)", f"{_middle_and_tail(times, 0)}; {busy}"
        yield f"{kind}: the same in processor time", _middle_and_tail(times, 1)
        slowest = sorted(times, key=lambda name: -median(wall for wall, _ in times[name]))
        for name in slowest if os.environ.get("DETENTE_BENCH_ALL") else slowest[:3]:
            walls, processor = zip(*times[name], strict=True)
            yield f"{kind}: {name}", f"{median(walls):.0f} ms, worst {max(walls):.0f}; {median(processor):.0f} in processor time"


def _middle_and_tail(times: dict[str, list[tuple[float, float]]], which: int) -> str:
    every = [pair[which] for found in times.values() for pair in found]
    return f"{median(every):.0f} and {quantiles(every, n=20)[-1]:.0f} ms"


def _fill(db: str, maker: Maker) -> str:
    """Store and index everything; gives a phrase of an article."""
    from django.db import connections

    from detente.record import models
    from detente.record.search.store import begin, finish, put

    token, waiting, phrase = begin(db), [], ""
    for document in maker.documents():
        waiting.append(document)
        if len(waiting) == 1000:
            phrase = phrase or " ".join(waiting[500].body.replace(".", "").split()[10:13])
            _store(db, models, token, waiting, put)
            waiting = []
    _store(db, models, token, waiting, put)
    finish(db, token, "made")
    if connections[db].vendor == "postgresql":
        with connections[db].cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # what the server does by itself after some minutes
    return phrase


def _store(db: str, models: Any, token: str, waiting: list[Any], put: Any) -> None:
    texts = [models.Article(id=d.article, title=d.title, text=d.body, language="en", kind="report") for d in waiting if d.whole]
    models.Article.objects.using(db).bulk_create(texts, batch_size=500)
    put(db, token, waiting)


def _timed(db: str, asked: dict[str, Any]) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds of each question, by the clock and of the processor, rounds in an order of chance; the first meets a cold cache."""
    from detente.record.search.finding import find

    busy = _processor(db)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in asked}
    order = random.Random(7)
    for _ in range(ROUNDS):
        names = list(asked)
        order.shuffle(names)
        for name in names:
            begun, worked = perf_counter(), busy()
            find(db, asked[name], public=True, may_publish=lambda source: True)
            times[name].append(((perf_counter() - begun) * 1000, (busy() - worked) * 1000))
    return times


def _processor(db: str) -> Callable[[], float]:
    """Seconds that the processor has worked for us: this process and, where Linux tells, the server's that answers it."""
    from django.db import connections

    if connections[db].vendor != "postgresql":
        return process_time
    with connections[db].cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        said = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    if not said.exists():
        return process_time
    return lambda: process_time() + int(said.read_text().split()[0]) / 1e9
