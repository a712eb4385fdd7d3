from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from detente.pages.build import build_site
from detente.pages.feeds import LOCAL_BASE, feed_files

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://desk.example/pages/"


def test_rss_has_what_rss_must_have(files: dict[str, bytes], site: Any) -> None:
    channel = ET.fromstring(files["feed.rss"]).find("channel")
    assert channel is not None
    assert all(channel.findtext(tag) for tag in ("title", "link", "description"))
    items = channel.findall("item")
    assert len(items) == len(site.feed)
    assert all((i.findtext("link") or "").startswith(BASE) for i in items)
    days = [parsedate_to_datetime(i.findtext("pubDate") or "") for i in items]
    assert len({i.findtext("guid") for i in items}) == len(items)
    assert days[0].year == 2016


def test_atom_has_what_atom_must_have(files: dict[str, bytes]) -> None:
    feed = ET.fromstring(files["feed.atom"])
    assert all(feed.findtext(ATOM + tag) for tag in ("id", "title", "updated"))
    entries = feed.findall(ATOM + "entry")
    assert entries
    for entry in entries:
        assert all(entry.findtext(ATOM + tag) for tag in ("id", "title", "updated", "summary"))
        datetime.fromisoformat(entry.findtext(ATOM + "updated") or "")
        assert re.fullmatch(r"urn:detente:[A-Za-z0-9:-]+", entry.findtext(ATOM + "id") or "")


def test_json_feed_has_what_it_must_have(files: dict[str, bytes]) -> None:
    feed = json.loads(files["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all(item["id"] and item["url"].startswith(BASE) and item["content_text"] for item in feed["items"])
    assert {tag for item in feed["items"] for tag in item["tags"]} == {"status", "report", "analysis"}


def test_the_sitemap_names_every_page_once(files: dict[str, bytes], site: Any) -> None:
    places = [e.text or "" for e in ET.fromstring(files["sitemap.xml"]).iter(MAP + "loc")]
    assert len(places) == len(set(places)) == len(site.pages)
    assert BASE in places
    assert f"Sitemap: {BASE}sitemap.xml" in files["robots.txt"].decode()


def test_without_an_address_feeds_point_to_the_local_server(desk: Any, fake: Any) -> None:
    desk.config = replace(desk.config, base_url="")
    made = feed_files(build_site(desk, None, fake.names))
    assert LOCAL_BASE in made["feed.rss"].decode()
    assert "https://desk.example" not in made["sitemap.xml"].decode()


def test_a_status_item_says_what_changed_and_on_what_evidence(site: Any) -> None:
    item = next(i for i in site.feed if i.kind == "status" and "Cestria" in i.title)
    assert item.title == "Arkenia – Cestria: deteriorated"
    assert re.search(r"level −\d\.\d, 80 % band .*; \d+ events\.", item.summary)


def test_summaries_of_others_do_not_carry_their_text(site: Any, desk: Any) -> None:
    closed = next(a for a in desk.articles() if "Crossings open" in a.title)
    item = next(i for i in site.feed if i.title == closed.title)
    assert item.summary == "Harbour News: 1 event coded."
