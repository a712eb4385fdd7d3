"""Feeds and badges, live: alike to the static ones, 304 for who has them, open to other sites; entries stay as they were."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

FILES = ("feed.rss", "changes.json", "relations/blr-usa.atom", "categories/neighbours.json", "relations/blr-pol.svg")


@pytest.mark.parametrize("name", FILES)
def test_who_has_it_gets_304(name: str, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    answer = client.get(f"/{name}")
    assert answer.status_code == 200 and answer.content
    assert answer["Cache-Control"] == "public, max-age=300" and "Cookie" not in answer.get("Vary", "")
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin" and answer["Access-Control-Allow-Origin"] == "*"
    again = client.get(f"/{name}", HTTP_IF_NONE_MATCH=answer["ETag"])
    assert again.status_code == 304 and not again.content and again["ETag"] == answer["ETag"]
    assert again["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert client.get(f"/{name}", HTTP_IF_NONE_MATCH='"another"').status_code == 200


def test_pages_and_photos_stay_with_their_own_site(as_role: Callable[[str], Client]) -> None:
    for path in ("/", "/style.css", "/relations/blr-usa.html"):
        assert as_role("anonymous").get(path)["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("name", ["relations/none.rss", "relations/none.svg", "articles/2016.rss", "categories/..%2fx.json", "about.rss"])
def test_what_is_not_there(name: str, as_role: Callable[[str], Client]) -> None:
    assert as_role("anonymous").get(f"/{name}").status_code == 404


def test_an_editor_is_named_and_entries_stay(served: Path, as_role: Callable[[str], Client]) -> None:
    from datetime import date

    from detente.desk.opened import opened_desk

    client = as_role("anonymous")

    def items() -> dict[str, object]:
        return {item["id"]: item for item in json.loads(client.get("/relations/blr-usa.json").content)["items"]}

    before, picture = items(), client.get("/relations/blr-usa.svg")
    assert "computed" in picture.content.decode() and picture["Content-Type"] == "image/svg+xml"
    opened_desk().override("BLR-USA", "deteriorated", user="editor", reason="I know more", from_date=date(2016, 6, 1))
    now = client.get("/relations/blr-usa.svg", HTTP_IF_NONE_MATCH=picture["ETag"])
    assert now.status_code == 200 and "set by editor" in now.content.decode() and "Deteriorated" in now.content.decode()
    after = items()
    assert {key: after[key] for key in before} == before
    assert [key for key in after if key not in before] == ["urn:detente:decision:1"]


def test_steps_stay_when_articles_come_in(served: Path, as_role: Callable[[str], Client], put_article: Callable[..., Path]) -> None:
    from detente.pipeline import open_desk, run

    client = as_role("anonymous")

    def items() -> dict[str, object]:
        return {item["id"]: item for item in json.loads(client.get("/changes.json").content)["items"]}

    before = items()
    put_article(served, "later", "USA bans BLR", day="2016-07-20")
    run(open_desk(served))
    after = items()
    assert before and {key: after.get(key) for key in before} == before and len(after) > len(before)
