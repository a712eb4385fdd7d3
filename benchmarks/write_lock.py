"""How long others wait to write while a run stores what it made, on SQLite: python -m benchmarks.write_lock [EVENTS]

A second connection asks for the write lock every 5 ms and notes how long it took."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event as Flag
from threading import Thread

from detente.record.django_settings import start_django
from detente.types import Article, Coding, Event, LevelPoint, Mention, Status

DAY = date(2016, 1, 1)


def _event(number: int) -> Event:
    mention = Mention(f"a{number}", "text", "They signed a thing with somebody in a town", 3, 12)
    return Event(
        id=f"e{number}", actor=("BLRGOV",), recipient=("USA", "IGOEUU"), plover="THREATEN", mode="restrict", contexts=("diplomatic",),
        cameo="130", intensity=-4.4, realis="asserted", content=None, date_start=DAY, date_end=DAY, date_source="stated", quantity=None,
        speaker=None, mentions=(mention,), rule="r1",
    )  # fmt: skip


def main(count: int) -> None:
    """Store that many articles and events, and print the longest wait at each step."""
    start_django()
    from detente.record import articles, derived
    from detente.record.opening import open_record

    with tempfile.TemporaryDirectory() as folder:
        db = open_record(Path(folder))
        events = [_event(n) for n in range(count)]
        stored = [Article(f"a{n}", "T", "They signed " * 200, datetime(2016, 1, 1) + timedelta(days=n % 1000)) for n in range(count)]  # noqa: DTZ001
        statuses = [Status(f"X{n}", "relation", ("X", "Y"), DAY, 1.5, 1.0, 2.0, "improved", 0.9, 0.01, 3, ()) for n in range(100)]
        points = [LevelPoint(date(2008, 1, 1) + timedelta(days=n), 0.1, 0.2, 0.3, 2) for n in range(3000)]
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("articles", lambda: [articles.save_articles(db, f"f{n}", stored[n : n + 500]) for n in range(0, count, 500)]),
            ("codings", lambda: [
                derived.save_codings(db, "v1", [Coding(e.mentions[0].article, (e,)) for e in events[n : n + 32]])
                for n in range(0, count, 32)
            ]),
            ("merged events", lambda: derived.replace_events(db, "v1", events, [], [])),
            ("merged events, others in their place", lambda: derived.replace_events(db, "v2", events, [], [])),
            ("duplicates", lambda: articles.save_duplicates(db, {f"a{n}": "a0" for n in range(1, count, 10)})),
            ("statuses and series of 100 relations", lambda: derived.save_statuses(
                db, "v2", DAY, statuses, {(s.name, "articles"): points for s in statuses}
            )),
            ("codings of another version dropped", lambda: derived.drop_other_codings(db, "v2")),
        )  # fmt: skip
        for name, step in steps:
            waits, took = _watched(Path(folder) / "detente.db", step)
            print(f"{name}: {took:.2f} s, longest wait of another {max(waits, default=0):.2f} s")


def _watched(database: Path, step: Callable[[], object]) -> tuple[list[float], float]:
    waits: list[float] = []
    stop = Flag()

    def ask() -> None:
        other = sqlite3.connect(database, timeout=60, isolation_level=None)
        while not stop.is_set():
            began = time.perf_counter()
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
            waits.append(time.perf_counter() - began)
            time.sleep(0.005)
        other.close()

    thread = Thread(target=ask)
    thread.start()
    began = time.perf_counter()
    step()
    took = time.perf_counter() - began
    stop.set()
    thread.join()
    return waits, took


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
