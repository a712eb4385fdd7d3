"""The feeds of single relations and categories: what is in them, that they are what their formats want, that they stay as they are."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from detente.pages.build import build_site, plan_site
from detente.pages.feed_formats import FORMATS
from detente.pages.page_feeds import PAGE_ITEMS
from detente.pages.parts import Ref
from detente.pages.site import site_files

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://desk.example/pages/"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def names(files: dict[str, bytes], kind: str) -> list[str]:
    return [name for name in files if name.endswith(f".{kind}") and name not in ("style.css",)]


def test_each_relation_and_category_has_its_feeds(files: dict[str, bytes], site: Any) -> None:
    for ref, path in site.paths.items():
        for kind in FORMATS:
            assert (path.replace(".html", f".{kind}") in files) == (ref.kind in ("relation", "category") or ref == Ref("changes")), path
    assert {f"changes.{kind}" for kind in FORMATS} <= set(files)
    page = files["relations/ark-ces.html"].decode()
    for kind in FORMATS:
        assert re.search(rf'<link rel="alternate" type="[^"]+" title="[^"]+" href="ark-ces.{kind}">', page)
        assert f'<a href="ark-ces.{kind}">' in page


def test_a_relation_feed_tells_of_that_relation_only(site: Any) -> None:
    feed = next(f for f in site.page_feeds if f.stem == "relations/ark-ces")
    kinds = {item.kind for item in feed.items}
    assert kinds == {"status", "report", "analysis"}
    assert {i.ref for i in feed.items if i.kind == "status"} == {Ref("relation", "ARK-CES")}
    titles = {i.title for i in feed.items}
    assert "Cestria stops work at the river port" in titles and "Crossings open again" not in titles
    inside = next(f for f in site.page_feeds if f.stem == "categories/inside-arkenia")
    assert "Court frees most of those held in April" in {i.title for i in inside.items}
    assert len(feed.items) <= PAGE_ITEMS


def test_rss(files: dict[str, bytes]) -> None:
    """RSS 2.0: title, link and description; a guid that is no address says so; dates of RFC 822."""
    for name in names(files, "rss"):
        root = ET.fromstring(files[name])
        channel = root.find("channel")
        assert root.tag == "rss" and root.get("version") == "2.0" and channel is not None
        assert all(channel.findtext(tag) for tag in ("title", "link", "description"))
        own = channel.find(f"{ATOM}link")
        assert own is not None and own.get("href") == BASE + name and own.get("rel") == "self"
        items = channel.findall("item")
        guids = [guid for item in items for guid in item.findall("guid")]
        assert len(guids) == len(items) == len({g.text for g in guids}) and {g.get("isPermaLink") for g in guids} <= {"false"}
        for item in items:
            assert item.findtext("title") and (item.findtext("link") or "").startswith(BASE)
            parsedate_to_datetime(item.findtext("pubDate") or "")


def test_atom(files: dict[str, bytes]) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: one id, title, updated; an author; a self link; ids that are addresses (IRIs); no entry twice."""
    seen = set()
    for name in names(files, "atom"):
        root = ET.fromstring(files[name])
        assert root.tag == f"{ATOM}feed" and root.findtext(f"{ATOM}author/{ATOM}name")
        seen.add(root.findtext(f"{ATOM}id"))
        assert [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"] == [BASE + name]
        entries = root.findall(f"{ATOM}entry")
        for element in (root, *entries):
            for tag in ("id", "title", "updated"):
                assert len(element.findall(ATOM + tag)) == 1, (name, tag)
            assert RFC3339.fullmatch(element.findtext(f"{ATOM}updated") or "") and urlsplit(element.findtext(f"{ATOM}id") or "").scheme
        assert len({e.findtext(f"{ATOM}id") for e in entries}) == len(entries)
        if entries:
            newest = max((e.findtext(f"{ATOM}updated") or "" for e in entries), key=lambda t: datetime.fromisoformat(t).astimezone(UTC))
            assert root.findtext(f"{ATOM}updated") == newest, name
    assert len(seen) == len(names(files, "atom"))


def test_json_feed(files: dict[str, bytes]) -> None:
    """JSON Feed 1.1: version and title; of an item an id and content; dates of RFC 3339."""
    for name in names(files, "json"):
        feed = json.loads(files[name])
        assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"] and feed["feed_url"] == BASE + name
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
        for item in feed["items"]:
            assert isinstance(item["id"], str) and item["content_text"] and RFC3339.fullmatch(item["date_published"])


def test_the_same_record_gives_the_same_bytes(files: dict[str, bytes], fake: Any) -> None:
    again = site_files(build_site(fake.FakeDesk(), None, fake.names))
    assert {name: again[name] for name in files} == files


def test_an_entry_stays_as_it_was_on_a_later_day(fake: Any) -> None:
    """What was told of an article has the same id, title, moment and words in a later edition. Steps: tests/desk/site."""
    from datetime import date

    early = {i.id: i for f in build_site(fake.FakeDesk(), date(2016, 6, 20), fake.names).page_feeds for i in f.items}
    late = {i.id: i for f in build_site(fake.FakeDesk(), None, fake.names).page_feeds for i in f.items}
    told = {key: item for key, item in early.items() if item.kind != "status"}
    assert len(told) > 8 and {key: late[key] for key in told} == told


def test_an_updated_analysis_says_so_and_keeps_its_id(desk: Any, fake: Any) -> None:
    from tests.pages.test_analysis import ANALYSIS

    first = replace(ANALYSIS, updated=None)
    later = replace(first, updated=datetime(2016, 7, 20, 9, 0, tzinfo=UTC))
    made = []
    for one in (first, later):
        desk.written = [one]
        plan = plan_site(desk, None, fake.names)
        made.append(next(i for items in plan.items.values() for i in items if i.id == f"analysis:{one.slug}"))
    assert (made[0].id, made[0].when) == (made[1].id, made[1].when) and made[1].updated == later.updated


@pytest.mark.parametrize("kind", FORMATS)
def test_hostile_words_stay_words(kind: str, desk: Any, fake: Any) -> None:
    evil = "</title><script>alert(1)</script>]]>&amp;\x00\u202e"
    desk.config = replace(desk.config, title=evil, categories=tuple(replace(c, name=evil + c.slug) for c in desk.config.categories))
    site = build_site(desk, None, lambda code: evil)
    content = site_files(site)[f"relations/ark-ces.{kind}"]
    assert b"\x00" not in content and "\u202e".encode() not in content
    if kind == "json":
        assert "<script>" in json.loads(content)["title"]
    else:
        root = ET.fromstring(content)
        assert not [e for e in root.iter() if e.tag.endswith("script")]
        assert "<script>" in (root.findtext("channel/title") or root.findtext(f"{ATOM}title") or "")
