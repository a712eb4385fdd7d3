"""What search engines read: the map of the site (sitemaps.org 0.9), in parts where it is long; the map of its news (Google's news namespace
0.9); robots.txt, which names both."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from detente.pages.links import absolute, alternates
from detente.pages.model import NewsEntry, Site
from detente.pages.parts import SiteFrame
from detente.pages.wording import sort_moment

SITEMAP, NEWS = "sitemap.xml", "sitemap-news.xml"
# The protocol allows 50,000 addresses and 50 MB a file; an entry takes some 200 bytes, and with the longest address there can be 900.
MOST_ADDRESSES = 50_000
MOST_NEWS = 1000  # what Google reads of a news sitemap
NEWS_DAYS = 2  # and how far back
# Beginnings of addresses on a served desk: in the folder of each language; and its own.
ASKED = ("search", "explore")
INSIDE = ("desk/", "write/", "api/")
_SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML_NS = "http://www.w3.org/1999/xhtml"
_NEWS_NS = "http://www.google.com/schemas/sitemap-news/0.9"

Listed = Sequence[tuple[str, date | datetime | None]]


def map_files(site: Site, base: str, most: int = MOST_ADDRESSES) -> dict[str, bytes]:
    """Path -> bytes. base: the site's full address. most: addresses a file (tests make it small)."""
    languages = alternates(site.frame)
    every = [(folder + path, changed) for folder in (dict(site.frame.languages).values() or ("",)) for path, changed in site.listed]
    most = max(1, most // len(languages)) if languages else most  # each entry names every language: the bytes are bounded too
    parts = [every[at : at + most] for at in range(0, len(every), most)] or [every]
    if len(parts) == 1:
        files = {SITEMAP: _xml(_addresses(parts[0], base, languages))}
    else:
        files = {f"sitemap-{number}.xml": _xml(_addresses(part, base, languages)) for number, part in enumerate(parts, 1)}
        files = {SITEMAP: _xml(_index(list(files), base))} | files
    recent = fresh(site.news, site.frame.as_of)[:MOST_NEWS]
    if recent:
        files[NEWS] = _xml(_news(site, recent, base))
    named = [SITEMAP, *([NEWS] if recent else [])]
    files["robots.txt"] = (_rules(site.frame) + "".join(f"Sitemap: {base}{name}\n" for name in named)).encode()
    return files


def _rules(frame: SiteFrame) -> str:
    """What robots may read (RFC 9309). Of a served desk not what has any number of addresses, nor what is not for
    readers; the rules that shut come first, for robots that take the first that fits."""
    folders = dict.fromkeys(["", *dict(frame.languages).values()]) if frame.live else ()
    shut = [f"/{folder}{place}" for folder in folders for place in ASKED] + ([f"/{place}" for place in INSIDE] if frame.live else [])
    return "User-agent: *\n" + "".join(f"Disallow: {path}\n" for path in shut) + "Allow: /\n"


def fresh(news: Sequence[NewsEntry], as_of: date) -> list[NewsEntry]:
    """What was published in the two days up to ``as_of``, newest first: the site knows no other today, so that it gives the same bytes."""
    since = as_of - timedelta(days=NEWS_DAYS)
    return sorted((n for n in news if since <= n.published.date() <= as_of), key=lambda n: (sort_moment(n.published), n.path), reverse=True)


def w3c(when: date | datetime) -> str:
    """A moment as W3C Datetime; a day alone where the zone is not known."""
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(UTC).replace(microsecond=0).isoformat()
    return sort_moment(when).date().isoformat()


def _addresses(listed: Listed, base: str, languages: Sequence[tuple[str, str]]) -> ET.Element:
    """languages: hreflang -> folder; none where the site has but one language."""
    root = ET.Element("urlset", {"xmlns": _SITEMAP_NS} | ({"xmlns:xhtml": _XHTML_NS} if languages else {}))
    folders = sorted({folder for _, folder in languages}, key=len, reverse=True)
    for path, changed in listed:
        place = next((path.removeprefix(folder) for folder in folders if folder and path.startswith(folder)), path)
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = absolute(base, path)
        if changed is not None:
            ET.SubElement(entry, "lastmod").text = w3c(changed)
        for code, folder in languages:
            ET.SubElement(entry, "xhtml:link", {"rel": "alternate", "hreflang": code, "href": absolute(base, folder + place)})
    return root


def _index(names: Sequence[str], base: str) -> ET.Element:
    root = ET.Element("sitemapindex", {"xmlns": _SITEMAP_NS})
    for name in names:
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = absolute(base, name)
    return root


def _news(site: Site, news: Sequence[NewsEntry], base: str) -> ET.Element:
    root = ET.Element("urlset", {"xmlns": _SITEMAP_NS, "xmlns:news": _NEWS_NS})
    for row in news:
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = absolute(base, row.path)
        told = ET.SubElement(entry, "news:news")
        publication = ET.SubElement(told, "news:publication")
        ET.SubElement(publication, "news:name").text = site.frame.title
        ET.SubElement(publication, "news:language").text = row.language or site.frame.language
        ET.SubElement(told, "news:publication_date").text = w3c(row.published)
        ET.SubElement(told, "news:title").text = row.title
    return root


def _xml(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
