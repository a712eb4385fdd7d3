from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from detente.articles.feeds import read_feed
from detente.articles.problems import ReadProblem
from detente.types import Article

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example Feed</title>
<item><title>First &amp; last</title><link>https://example.org/1</link><pubDate>Mon, 25 Jul 2016 23:33:00 +0300</pubDate>
<dc:creator>Ann Lee</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>The two met.</p><p>They parted.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Second one</title><link>javascript:alert(1)</link><description>&lt;p&gt;Only a summary.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Atoms</title><entry><title type="html">T &amp;amp; U</title>
<link rel="self" href="https://example.org/self"/><link href="https://example.org/2"/><updated>2016-07-25T10:00:00Z</updated>
<author><name>Bo Diaz</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry></feed>"""


def articles(feed: str) -> list[Article]:
    return [item for item in read_feed(feed.encode(), file="f.xml") if isinstance(item, Article)]


def test_rss() -> None:
    first, second = articles(RSS)
    assert (first.title, first.text, first.author, first.source) == (
        "First & last",
        "The two met.\n\nThey parted.",
        "Ann Lee",
        "Example Feed",
    )
    assert first.published is not None and first.published.isoformat() == "2016-07-25T23:33:00+03:00"
    assert (first.url, first.file) == ("https://example.org/1", "f.xml#1")
    assert (second.url, second.text, second.published) == ("", "Only a summary.", None)


def test_atom() -> None:
    (only,) = articles(ATOM)
    assert (only.title, only.text, only.author, only.url) == ("T & U", "One.\n\nTwo.", "Bo Diaz", "https://example.org/2")
    assert only.published == datetime(2016, 7, 25, 10, tzinfo=UTC)


def test_entities_stay_unexpanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    hostile = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    hostile += "<rss><channel><item><title>A &x; b</title><description>met</description></item></channel></rss>"
    assert all("SECRET" not in a.title + a.text for a in articles(hostile))


def test_a_bomb_of_entities_is_refused_or_harmless() -> None:
    layers = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12))
    bomb = f'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">{layers}]>'
    bomb += "<rss><channel><item><title>&m;</title><description>&m;</description></item></channel></rss>"
    assert all(len(a.title + a.text) < 1_000 for a in articles(bomb))


@pytest.mark.parametrize("feed", [b"<rss><channel>", b"", b"<rss/>", b"\x00\x01", b"<html/>"])
def test_no_feed_says_why(feed: bytes) -> None:
    (problem,) = read_feed(feed, file="f.xml")
    assert isinstance(problem, ReadProblem) and problem.what


def test_a_feed_from_a_path(tmp_path: Path) -> None:
    (tmp_path / "f.rss").write_text(RSS)
    assert len([i for i in read_feed(tmp_path / "f.rss") if isinstance(i, Article)]) == 2
    (problem,) = read_feed(tmp_path / "none.rss")
    assert isinstance(problem, ReadProblem) and problem.fatal
