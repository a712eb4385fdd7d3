"""The public pages are those of the static site, and follow the record at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


def test_live_pages_are_the_static_ones(served: Path, as_role: Callable[[str], Client], tmp_path: Path) -> None:
    from detente.pages import write_site
    from detente.pipeline import open_desk

    write_site(open_desk(served), tmp_path / "out")
    client, compared = as_role("anonymous"), 0
    for path in sorted((tmp_path / "out").rglob("*.*")):
        name = path.relative_to(tmp_path / "out").as_posix()
        if not name.startswith(".") and name != "robots.txt":  # a server shuts robots out of what a static site does not have
            live, static = client.get(f"/{name}").content, path.read_bytes()
            if name.endswith(".html"):  # around what a page says, a server offers more: search, subscriptions
                live, static = (html[html.index(b"<main") : html.index(b"</main>")] for html in (live, static))
            assert live == static, name
            compared += 1
    assert compared > 15


def test_an_override_is_seen_at_once(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk

    client = as_role("anonymous")
    assert "by editor" not in client.get("/relations/blr-usa.html").content.decode()
    opened_desk().override("BLR-USA", "deteriorated", user="editor", reason="I know more", from_date=date(2016, 6, 1))
    assert "I know more" in client.get("/relations/blr-usa.html").content.decode()


def test_a_run_of_another_process_is_seen(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.pipeline import open_desk, run

    client = as_role("anonymous")
    client.get("/")
    (served / "articles" / "new.txt").write_text("Quite new\n2016-06-25\nen\nUSA bans BLR", "utf-8")
    run(open_desk(served))
    assert "As of <time datetime=\"2016-06-25\">" in client.get("/").content.decode()
    assert "Quite new" in client.get("/articles/2016.html").content.decode()


def test_the_same_record_gives_the_same_desk(served: Path) -> None:
    from detente.desk.opened import opened_desk

    first = opened_desk()
    assert opened_desk() is first
    (served / "detente.toml").write_text((served / "detente.toml").read_text("utf-8") + "\n", "utf-8")
    assert opened_desk() is not first


def test_what_is_rolled_back_is_never_shown(served: Path) -> None:
    """A number that was rolled back is given out again: the desk that saw the first row must not stand for the second."""
    from django.db import transaction

    from detente.desk.opened import opened_desk

    class Never(Exception):
        pass

    with pytest.raises(Never), transaction.atomic():
        opened_desk().override("BLR-USA", "deteriorated", user="editor", reason="a dry run", from_date=date(2016, 6, 1))
        assert opened_desk().overrides()
        raise Never
    assert not opened_desk().overrides()
    opened_desk().override("BLR-USA", "improved", user="editor", reason="in earnest", from_date=date(2016, 6, 1))
    assert [o.reason for o in opened_desk().overrides()] == ["in earnest"]


def test_many_readers_at_once(served: Path, live: str) -> None:
    from urllib.request import urlopen

    wrong: list[str] = []

    def read() -> None:
        for path in ("", "relations/blr-usa.html", "articles/2016.html", "feed.rss"):
            try:
                with urlopen(live + path, timeout=60) as answer:
                    answer.read()
            except OSError as error:  # an answer of 4xx or 5xx, too
                wrong.append(f"{path}: {error}")

    threads = [Thread(target=read) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.sqlite  # on PostgreSQL all folders of a test share its one database
def test_an_empty_desk_says_so(served: Path, as_role: Callable[[str], Client], tmp_path: Path) -> None:
    from tests.desk.conftest import point_to

    from detente.pipeline import init_desk

    init_desk(tmp_path / "empty", "Empty")
    point_to(tmp_path / "empty")
    from django.test import Client as Plain

    from detente.desk.tables import prepare

    prepare()
    answer = Plain().get("/")
    assert answer.status_code == 200 and "Nothing here yet" in answer.content.decode()
    assert Plain().get("/about.html").status_code == 404 and Plain().get("/feed.rss").status_code == 404


def test_what_a_correction_left_as_it_was_is_not_made_anew(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is made anew, and what is kept, are what a desk that was never open before says."""
    from detente.desk.opened import opened_desk
    from detente.opened_desk import Desk
    from detente.pipeline import open_desk
    from detente.relations import status

    made: list[str] = []
    steps = status.status_steps
    monkeypatch.setattr(status, "status_steps", lambda name, *more: (made.append(name), steps(name, *more))[1])
    names = ("BLR-USA", "BLR-POL", "Minsk and Washington")

    def said(desk: Desk) -> list[object]:
        day = desk.as_of()
        asked = (desk.series, desk.status_steps, desk.turning_points, desk.what_would_change, desk.counterfactuals)
        return [ask(name, day) for name in names for ask in asked]

    before, desk = said(opened_desk()), opened_desk()
    assert set(made) == set(names)
    made.clear()
    event = next(e for e in desk.events() if e.actor == ("USA",) and e.recipient == ("BLR",))
    at = event.mentions[0]
    desk.correct(at.article, at.field, at.start, at.end, action="drop", user="analyst", reason="not an event")
    after = said(opened_desk())
    assert opened_desk() is not desk and after != before
    assert set(made) == {"BLR-USA", "Minsk and Washington"}
    assert after == said(open_desk(served))
