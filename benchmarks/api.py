"""The API on a desk of 100,000 articles: pages of lists, selective filters, whole files. Processor time, without asking whether the record
has changed, which the pages do too. The articles are made up here, one event each."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

ARTICLES = 100_000
REPEATS = 9
TOML = """
title = "Large"
publish_text = true
[[category]]
name = "Minsk and Washington"
relations = [{ sides = ["BLR", "USA"] }, { sides = ["BLR", "UKR"] }]
[[relation]]
sides = ["BLR", "RUS"]
"""
CODES = ("BLR", "USA", "UKR", "RUS", "POL", "LTU", "DEU", "FRA", "CHN", "GBR")
PATHS = (
    "articles?limit=50", "articles?limit=200", "events?limit=50", "events?limit=200", "events?relation=BLR-USA",
    "events?country=POL&limit=200", "events?plover=SANCTION", "articles?source=none", "statuses", "relations", "relations/BLR-USA/series",
)  # fmt: skip
FILES = ("articles?format=csv", "events?format=csv", "events?format=parquet")


def large_desk(folder: Path, count: int) -> Any:
    """An opened desk with as many articles in its memory; its database has none."""
    from detente.opened_desk import Told
    from detente.pipeline import open_desk
    from detente.types import Article, Event, Mention

    desk, rng = open_desk(folder), random.Random(1)
    articles, events = [], []
    for number in range(count):
        day, (one, other) = date(2008, 1, 1) + timedelta(days=rng.randrange(3650)), rng.sample(CODES, 2)
        key, text = f"{number:016x}", f"{one} helps {other}. " + "word " * 180
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - as an article states it
        articles.append(Article(key, f"Article {number}", text, moment, source="made up"))
        mention = Mention(key, "text", text[:13], 0, 13)
        events.append(
            Event(f"e{key}", (one,), (other,), "AID", None, (), "070", 7.0, "asserted", None, day, day, "published", None, None,
                  (mention,), "made up")
        )  # fmt: skip
    articles.sort(key=lambda article: (article.published, article.id), reverse=True)
    newest, told = desk_day(articles), Told(tuple(events), (), ())
    desk._kept |= {"articles": articles, ("told", None): told, ("told", newest): told}
    desk._kept["statuses", newest] = desk.compute_statuses(newest)
    return desk


def desk_day(articles: list[Any]) -> date:
    """The day of the newest."""
    day: date = articles[0].published.date()
    return day


def rows() -> Iterator[tuple[str, str]]:
    """Milliseconds of processor time of a page, seconds of a file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "detente.toml").write_text(TOML, "utf-8")
        from detente.desk.start import start_desk

        start_desk(folder)
        from django.conf import settings
        from django.test import Client

        from detente.desk.api import limits, snapshot
        from detente.desk.site.edition import LiveEdition
        from detente.pages.build import plan_site

        settings.ALLOWED_HOSTS, limits.OF_ADDRESS = ["*"], 10**9
        desk = large_desk(folder, ARTICLES)
        now = snapshot.Snapshot(LiveEdition(desk, plan_site(desk, None, desk.lexicon().display_name, live=True)), "the same")
        snapshot._newest = lambda: now
        client = Client()

        def spent(path: str) -> tuple[float, int]:
            begun = process_time()
            answer = client.get(f"/api/v1/{path}")
            size = sum(map(len, answer.streaming_content)) if answer.streaming else len(answer.content)
            assert answer.status_code == 200, path
            return process_time() - begun, size

        yield "first page of articles and of events, sorting", f"{spent('articles')[0] + spent('events?country=BLR')[0]:.2f} s"
        for path in PATHS:
            spent(path)
            times = [spent(path) for _ in range(REPEATS)]
            yield path, f"{median(seconds for seconds, _ in times) * 1000:.1f} ms, {times[0][1] / 1000:.0f} kB"
        following = client.get("/api/v1/articles?limit=50&to=2009-01-01").json()["links"]["next"].removeprefix("/api/v1/")
        yield "a later page of articles, by its cursor", f"{median(spent(following)[0] for _ in range(REPEATS)) * 1000:.1f} ms"
        for path in FILES:
            seconds, size = spent(path)
            yield path, f"{seconds:.1f} s, {size / 1e6:.1f} MB"
        from django.db import connections

        connections.close_all()
