"""The search of the served desk: what readers may see and nothing else, and it follows what editors decide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from tests.desk.browsing import PHONE, fits, walk
from tests.desk.walk import DRAFT, UNPUBLISHED, fill_desk

if TYPE_CHECKING:
    from django.test import Client

    from detente.search import Found


def text_of(client: Client, **params: str) -> str:
    answer = client.get(f"/search?{urlencode(params)}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def ask(words: str = "", *, public: bool = True, **more: Any) -> Found:
    from detente.desk.opened import opened_desk
    from detente.desk_search import search
    from detente.search import SearchQuery

    return search(opened_desk(), SearchQuery(words=words, **more), public=public)


def test_a_reader_finds_articles_and_events(served: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    html = text_of(client, q="shuts border")
    assert "1 found." in html and "articles/2016-04-02-kiev-" in html and "<mark>shuts</mark>" in html
    html = text_of(client, q="bans", kind="event", actor="UKR")
    assert "Sanction: Ukraine → Belarus" in html and "relations/blr-ukr.html#r-" in html and "Kiev shuts the border" in html
    assert 'action="search"' in client.get("/").content.decode()
    assert 'action="../search"' in client.get("/relations/blr-usa.html").content.decode()
    html = text_of(client)
    assert "found" not in html.split("<main")[1].split("<h2")[0] and "<h2" not in html
    assert "There is no word in it" in text_of(client, q="?!")


def test_an_address_that_cannot_be_read(served: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    for params, words in (
        ({"kind": "x"}, "one of: article, analysis, event"), ({"from": "2016-13-01"}, "as in 2016-05-31"), ({"q": "a" * 400},
        "at most 300"),
        ({"page": "0"}, "a number from 1"), ({"from": "2017-01-01", "to": "2016-01-01"}, "swap them"), ({"actor": "<b>"}, "&lt;b&gt;"),
    ):  # fmt: skip
        answer = client.get(f"/search?{urlencode(params)}")
        assert answer.status_code == 400 and words in answer.content.decode(), params


def test_nothing_unpublished_is_found(served: Path, as_role: Callable[[str], Client]) -> None:
    fill_desk(served)
    for role in ("anonymous", "administrator"):
        client = as_role(role)
        for words in (UNPUBLISHED, DRAFT):
            html = text_of(client, q=words)
            assert "Nothing found" in html, words
        for words in ("title helps", "", "helps BLR"):
            html = text_of(client, q=words, kind="article")
            assert UNPUBLISHED not in html and DRAFT not in html
    assert ask(UNPUBLISHED, public=False).total == 1 and ask(UNPUBLISHED).total == 0


def test_rights_that_are_taken_back_count_at_once(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.pipeline import open_desk, run

    fill_desk(served)
    settings = (served / "detente.toml").read_text("utf-8")
    (served / "detente.toml").write_text(f"publish_text = true\n{settings}", "utf-8")
    run(open_desk(served))
    assert UNPUBLISHED in text_of(as_role("anonymous"), q=UNPUBLISHED.lower())
    (served / "detente.toml").write_text(settings, "utf-8")  # and nobody has indexed anew
    assert "Nothing found" in text_of(as_role("anonymous"), q=UNPUBLISHED)


def test_a_rejected_event_is_not_found_and_found_again(served: Path) -> None:
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import User
    from detente.desk.review.actions.correct import Correct
    from detente.desk.review.actions.undo import Undo
    from detente.desk.review.previewing import Wanted
    from detente.desk_search import is_current

    (hit,) = ask("bans", kind="event", actors=("UKR",)).hits
    event = next(e for e in opened_desk().events() if e.id == hit.id)
    mention = event.mentions[0]
    editor = User.objects.get(username="editor")
    spot = ((mention.field, mention.start, mention.end), "")
    Correct(editor, wanted=Wanted(mention.article, "drop", (spot,), {}), reason="no ban").execute()
    assert ask("bans", kind="event", actors=("UKR",)).total == 0 and is_current(opened_desk())
    Undo(editor, article=mention.article).execute()
    assert ask("bans", kind="event", actors=("UKR",)).total == 1 and is_current(opened_desk())


def test_a_run_of_another_process_is_found(served: Path) -> None:
    from detente.pipeline import open_desk, run

    (served / "articles" / "new.txt").write_text("Quite new\n2016-06-25\nen\nUSA bans BLR", "utf-8")
    run(open_desk(served))
    assert [hit.title_text for hit in ask("quite new").hits] == ["Quite new"]


@pytest.mark.browser
def test_by_keyboard_and_on_a_phone(browser: Any, live: str) -> None:
    def steps(page: Any) -> None:
        page.goto(live)
        page.get_by_role("searchbox").press_sequentially("bans")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="found, best first").wait_for()
        page.get_by_role("navigation", name="Narrow it down").get_by_role("link", name="Event").click()
        page.get_by_role("list", name="Filters that are set").wait_for()
        assert fits(page)
        page.locator(".hits li > a").first.click()
        page.wait_for_url("**/relations/*.html#r-*")

    walk(browser, steps, PHONE, java_script_enabled=False)
