"""The feed of a search: what it holds, that it is what its format wants, and nothing unpublished."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from tests.desk.walk import UNPUBLISHED, fill_desk

if TYPE_CHECKING:
    from django.test import Client

ATOM = "{http://www.w3.org/2005/Atom}"


def test_what_is_new_to_a_search(served: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    answer = client.get("/search.json?q=bans&kind=article&sort=best&page=3")
    feed = json.loads(answer.content)
    assert [item["title"] for item in feed["items"]] == ["Kiev shuts the border", "A ban and its answer"]
    assert feed["home_page_url"].endswith("/search?q=bans&kind=article") and feed["feed_url"].endswith("/search.json?q=bans&kind=article")
    known = {item["id"] for item in json.loads(client.get("/feed.json").content)["items"]}
    assert {item["id"] for item in feed["items"]} <= known  # the same entry, wherever one meets it
    assert client.get("/search.json?q=bans&kind=article", HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304
    assert answer["X-Robots-Tag"] == "noindex"


def test_events_lead_to_their_rows(served: Path, as_role: Callable[[str], Client]) -> None:
    root = ET.fromstring(as_role("anonymous").get("/search.atom?kind=event&actor=UKR").content)
    entries = root.findall(f"{ATOM}entry")
    assert entries and all("relations/blr-ukr.html#r-" in (e.find(f"{ATOM}link").get("href") or "") for e in entries)  # type: ignore[union-attr]
    rss = ET.fromstring(as_role("anonymous").get("/search.rss?q=helps").content)
    assert len(rss.findall("channel/item")) > 3


@pytest.mark.parametrize("params", [{}, {"q": "?"} | {"from": "2016-13-01"}, {"kind": "x"}, {"q": "a" * 400}, {"actor": "<b>"}])
def test_what_cannot_be_looked_for(params: dict[str, str], as_role: Callable[[str], Client]) -> None:
    answer = as_role("anonymous").get(f"/search.rss?{urlencode(params)}")
    assert answer.status_code == 400 and answer["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_hostile_words(kind: str, as_role: Callable[[str], Client]) -> None:
    answer = as_role("anonymous").get(f"/search.{kind}?" + urlencode({"q": ']]></title><script>&"\x00\u202e'}))
    root = ET.fromstring(answer.content)
    assert not [e for e in root.iter() if e.tag.endswith("script")] and "\u202e" not in answer.content.decode()


def test_nothing_unpublished_is_in_it(served: Path, as_role: Callable[[str], Client]) -> None:
    fill_desk(served)
    for words in (UNPUBLISHED, "helps"):
        answer = as_role("administrator").get("/search.json?" + urlencode({"q": words}))
        assert UNPUBLISHED.lower() not in json.dumps(json.loads(answer.content)["items"]).lower()


def test_the_page_names_its_feeds(as_role: Callable[[str], Client]) -> None:
    page = as_role("anonymous").get("/search?q=bans&sort=newest&page=2").content.decode()
    assert '<link rel="alternate" type="application/atom+xml" title="Search: bans: Atom" href="search.atom?q=bans">' in page
    assert '<a href="search.rss?q=bans">RSS</a>' in page
    assert "search.rss?" not in as_role("anonymous").get("/search").content.decode()
