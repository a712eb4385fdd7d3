"""Titles, texts, names and addresses made to do harm: all of it must come out as words."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.config import Category, WeightedRelation
from detente.pages.build import build_site
from detente.pages.site import site_files
from detente.types import Article, Event, Mention

EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{ frame.base_url }}{% load static %}",
    "safe\u202egpj.exe",
    "nul\x00 esc\x1b[31m \ud800 \uffff",
    "x" * 100_000,
    "]]><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
)


def hostile(evil: str, number: int) -> Article:
    return Article(
        id=f"evil{number}-{evil[:20]}", title=evil, text=f"{evil}\n\n{evil} signed {evil}", 
        published=datetime.fromisoformat("2016-06-30"), source=evil,
        url=f"javascript:alert({number})", author=evil, photo_credit=evil, category=evil, kind="analysis", sources=(evil,),
    )  # fmt: skip


def event_of(article: Article, evil: str) -> Event:
    start = article.text.index(" signed ") + 1
    mention = Mention(article.id, "text", evil, start, start + 6)
    title = Mention(article.id, "title", evil, 0, min(5, len(article.title)))
    return Event(
        f"e{article.id}", ("ARKGOV",), ("BOR",), evil, evil, (evil,), evil, 3.0, "asserted", None, date(2016, 6, 30), None, "stated",
        None, evil,         (mention, title), evil,
    )  # fmt: skip


@pytest.fixture(scope="module")
def evil_files(fake: Any) -> dict[str, bytes]:
    desk = fake.FakeDesk()
    desk.extra = [hostile(evil, n) for n, evil in enumerate(EVIL)]
    desk.extra_events = [event_of(a, e) for a, e in zip(desk.extra, EVIL, strict=True)]
    category = Category(EVIL[0], "evil", EVIL[1], (WeightedRelation(("ARK", "CES")),))
    desk.config = replace(desk.config, title=EVIL[4], about=EVIL[1], categories=(*desk.config.categories, category))
    return site_files(build_site(desk, None, lambda code: fake.NAMES.get(code, code) + EVIL[1]))


def test_no_markup_of_theirs_gets_in(evil_files: dict[str, bytes], checked: Any) -> None:
    for name, content in evil_files.items():
        if not name.endswith(".html"):
            continue
        found = checked(content.decode())
        assert found.errors == [], name
        assert {t for t, _ in found.tags} & {"iframe", "object", "form", "base"} == set()
        pictures = [attributes for tag, attributes in found.tags if tag == "img"]  # the badge of the page itself, and no other
        assert len(pictures) <= 1 and all("/" not in p["src"] and p["src"].endswith(".svg") for p in pictures), name
        assert all(a.get("type") == "application/ld+json" for t, a in found.tags if t == "script")
        assert all(href.startswith(("#", "http://", "https://")) or ":" not in href for href in found.links), name


def test_json_ld_cannot_be_left(evil_files: dict[str, bytes]) -> None:
    seen = 0
    for name, content in evil_files.items():
        for inner in (
            re.findall(r'<script type="application/ld\+json">(.*?)</script>', content.decode(), re.S) if name.endswith(".html") else ()
        ):
            assert "<" not in inner
            found = json.loads(inner)
            seen += any(said["@type"] == "NewsArticle" for said in (found if isinstance(found, list) else [found]))
    assert seen == 12 + len(EVIL)


def test_feeds_stay_what_they_are(evil_files: dict[str, bytes]) -> None:
    for name in ("feed.rss", "feed.atom", "sitemap.xml"):
        ET.fromstring(evil_files[name])
    titles = [i["title"] for i in json.loads(evil_files["feed.json"])["items"]]
    assert "<script>alert(1)</script>" in titles
    assert b"javascript:" not in evil_files["feed.rss"]


def test_nothing_turns_the_direction_of_a_page(evil_files: dict[str, bytes]) -> None:
    for name, content in evil_files.items():
        text = content.decode()
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", text), name


def test_a_huge_title_stays_small(evil_files: dict[str, bytes]) -> None:
    assert len(evil_files["index.html"]) < 120_000
    assert all(len(name) < 140 for name in evil_files)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(evil=st.text(alphabet="<>\"'&/=!-[]{}%\u202e\x00\nscript:a ", max_size=60))
def test_any_words_come_out_as_words(fake: Any, checked: Any, evil: str) -> None:
    desk = fake.FakeDesk(raw=())
    desk.extra = [hostile(evil, 1)]
    desk.extra_events = [event_of(desk.extra[0], evil)]
    for name, content in site_files(build_site(desk, None, fake.names)).items():
        if name.endswith(".html"):
            assert checked(content.decode()).errors == []
