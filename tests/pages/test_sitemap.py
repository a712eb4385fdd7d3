"""What search engines read: limits of the protocol, true dates, news of two days."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from detente.pages.model import NewsEntry
from detente.pages.sitemap import fresh, map_files, w3c

MAP, NEWS = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.google.com/schemas/sitemap-news/0.9}"
BASE = "https://desk.example/pages/"


def _texts(content: bytes, tag: str) -> list[str]:
    return [e.text or "" for e in ET.fromstring(content).iter(tag)]


def test_a_long_map_comes_in_parts(site: Any) -> None:
    files = map_files(site, BASE, most=10)
    parts = [name.removeprefix(BASE) for name in _texts(files["sitemap.xml"], MAP + "loc")]
    assert ET.fromstring(files["sitemap.xml"]).tag == MAP + "sitemapindex" and parts[0] == "sitemap-1.xml" and len(parts) > 2
    assert all(len(_texts(files[name], MAP + "loc")) <= 10 for name in parts)
    assert [loc for name in parts for loc in _texts(files[name], MAP + "loc")] == _texts(map_files(site, BASE)["sitemap.xml"], MAP + "loc")


def test_the_largest_file_is_within_the_protocols_bounds(site: Any) -> None:
    long = "articles/" + "x" * 240 + ".html"
    big = replace(site, listed=((long, datetime(2016, 1, 1, tzinfo=UTC)),) * 50_000)
    assert max(map(len, map_files(big, "https://" + "h" * 250 + ".example/desk/").values())) < 50 * 10**6


def test_last_changes(site: Any) -> None:
    changed = dict(site.listed)
    assert changed["index.html"] == changed["relations/ark-bor.html"] == site.frame.as_of and changed["about.html"] is None
    assert changed["articles/2015.html"] and str(changed["articles/2015.html"]).startswith("2015-10-02")


def test_an_editors_word_changes_a_page(fake: Any) -> None:
    from types import SimpleNamespace

    from detente.pages.build import plan_site, site_of

    made = datetime(2017, 3, 1, 12, tzinfo=UTC)
    desk = fake.FakeDesk()
    desk.decided = [SimpleNamespace(
        id=1, name="ARK-BOR", kind="relation", change="improved", user="ada", made_at=made, reason="r", from_date=date(2016, 6, 1),
        until_date=None, withdrawn=None, withdrawn_by="", withdrawn_why="",
    )]  # fmt: skip
    changed = dict(site_of(plan_site(desk, None, fake.names)).listed)
    assert changed["relations/ark-bor.html"] == changed["changes.html"] == changed["index.html"] == made
    assert changed["relations/bor-ces.html"] != made


def test_news_is_what_the_site_may_show_whole(site: Any, files: dict[str, bytes]) -> None:
    titles = {entry.title for entry in site.news}
    assert "The thaw with Borland will outlast the spring, but not a bad harvest" in titles  # the desk's own
    assert "Union envoy comes to Arkenhall" in titles  # a source that allows it
    assert "Court frees most of those held in April" not in titles  # only quoted here
    assert f"Sitemap: {BASE}sitemap-news.xml" in files["robots.txt"].decode()
    (*_, last) = ET.fromstring(files["sitemap-news.xml"]).iter(MAP + "url")
    told = last.find(NEWS + "news")
    assert told is not None and told.findtext(f"{NEWS}publication/{NEWS}name") == "The Arken Desk"
    assert told.findtext(f"{NEWS}publication/{NEWS}language") == "en" and told.findtext(NEWS + "title") in titles


def test_two_days_of_news_and_no_file_without_any(site: Any) -> None:
    def entry(day: int) -> NewsEntry:
        return NewsEntry(f"{day}.html", str(day), datetime(2016, 6, day), "")  # noqa: DTZ001

    assert [n.path for n in fresh([entry(day) for day in (10, 12, 11, 13, 9)], date(2016, 6, 12))] == ["12.html", "11.html", "10.html"]
    files = map_files(replace(site, news=(entry(1),)), BASE)
    assert "sitemap-news.xml" not in files and b"news" not in files["robots.txt"]


def test_moments() -> None:
    assert w3c(datetime(2016, 6, 1, 1, 30, 5, tzinfo=timezone(timedelta(hours=3)))) == "2016-05-31T22:30:05+00:00"
    assert w3c(datetime(2016, 6, 1, 1, 30)) == w3c(date(2016, 6, 1)) == "2016-06-01"  # noqa: DTZ001
