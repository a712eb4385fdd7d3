"""Limits: counted by network, shared by threads, bounded; what readers are told, and that users are never told it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("wagtail", reason="needs the extra detente[desk]")

from detente.desk import limits
from detente.desk.limits import CALLERS, WINDOW, Counter

if TYPE_CHECKING:
    from django.test import Client

PAGES = (
    "/search?q=border", "/be/search?q=border", "/search.rss?q=border", "/explore", "/explore/relation?name=BLR-USA",
    "/statuses/BLR-USA/2016-06-20",
)  # fmt: skip


def test_a_window() -> None:
    counter = Counter()
    assert [counter.spend("a", 1, 3, now=0.0).allowed for _ in range(4)] == [True, True, True, False]
    assert counter.spend("b", 1, 3, now=0.0).allowed
    assert counter.spend("a", 1, 3, now=WINDOW / 2).reset == WINDOW / 2
    assert counter.spend("a", 2, 3, now=WINDOW).remaining == 1


def test_memory_is_bounded() -> None:
    counter = Counter()
    for n in range(CALLERS + 10):
        counter.spend(str(n), 1, 1, now=0.0)
    assert len(counter.windows) == CALLERS and "0" not in counter.windows


def test_threads_share_one_count() -> None:
    counter = Counter()
    with ThreadPoolExecutor(8) as pool:
        allowed = list(pool.map(lambda _: counter.spend("a", 1, 500).allowed, range(1000)))
    assert sum(allowed) == 500


def test_readers_are_counted_by_network(served: Path, as_role: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    from django.test import Client as Plain

    monkeypatch.setattr(limits, "OF_READERS", 2)
    assert [Plain(REMOTE_ADDR=f"2001:db8::{n}").get("/explore").status_code for n in range(3)] == [200, 200, 429]
    for path in PAGES:
        refused = Plain(REMOTE_ADDR="2001:db8::9").get(path)
        assert refused.status_code == 429 and 1 <= int(refused["Retry-After"]) <= 60 and refused["Cache-Control"] == "no-store", path
        assert "Come again in a minute." in refused.content.decode()
    assert Plain(REMOTE_ADDR="2001:db8::9").get("/").status_code == 200, "what is kept ready is not counted"
    assert Plain(REMOTE_ADDR="2001:db8:0:1::9").get("/search").status_code == 200
    reader = as_role("reader")
    assert [reader.get("/search").status_code for _ in range(4)] == [200] * 4
    made_up = Plain()
    made_up.cookies["sessionid"] = "x" * 32
    assert [made_up.get("/search").status_code for _ in range(3)] == [200, 200, 429]


def test_an_answer_to_a_reader_does_not_vary_by_cookie(served: Path, as_role: Callable[[str], Client]) -> None:
    assert "Cookie" not in as_role("anonymous").get("/search.rss?q=border").get("Vary", "")


def test_one_network_leaves_room_to_cite(served: Path, as_role: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    from django.test import Client as Plain

    monkeypatch.setattr(limits, "KEPT_A_DAY", 2)

    def keep(client: Client, day: int) -> int:
        return int(client.post(f"/statuses/BLR-USA/2016-05-{day}/cite").status_code)

    robot, other = Plain(REMOTE_ADDR="192.0.2.1"), Plain(REMOTE_ADDR="192.0.2.2")
    assert [keep(robot, day) for day in (10, 10, 10, 11, 12)] == [303, 303, 303, 303, 429], "what is kept already takes no room"
    assert keep(robot, 11) == keep(other, 12) == keep(robot, 12) == 303
    assert keep(robot, 13) == 429 and keep(as_role("editor"), 13) == 303


def test_what_a_server_of_three_languages_says(served: Path, as_role: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    from urllib.robotparser import RobotFileParser

    settings = served / "detente.toml"
    settings.write_text('interface_languages = ["en", "be", "ru"]\n' + settings.read_text("utf-8"), "utf-8")
    rules = RobotFileParser()
    rules.parse(as_role("anonymous").get("/robots.txt").content.decode().splitlines())
    shut = ("/search?q=x", "/search.rss", "/explore", "/be/search", "/ru/explore/trends", "/desk/", "/write/", "/api/v1/")
    assert not [path for path in shut if rules.can_fetch("robot", path)]
    assert all(rules.can_fetch("robot", path) for path in ("/", "/be/", "/relations/blr-usa.html", "/statuses/BLR-USA/2016-05-10"))
    monkeypatch.setattr(limits, "OF_READERS", 0)
    for folder, words in (("", "Too many pages"), ("be/", "Занадта шмат старонак"), ("ru/", "Слишком много страниц")):
        assert words in as_role("anonymous").get(f"/{folder}search").content.decode()
