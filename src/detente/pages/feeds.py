"""RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, for subscribers; with them the files for search engines (`sitemap`).

Each of these wants full addresses. Where the desk does not say where its site will stand, ``LOCAL_BASE`` is used: right for
``detente serve``, and the report of the build says that ``base_url`` is to be set before the site is published.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import date, datetime, time
from email.utils import format_datetime
from typing import Any

from detente.pages.language import say, speaking
from detente.pages.links import absolute
from detente.pages.model import Site
from detente.pages.parts import FeedItem
from detente.pages.sitemap import map_files
from detente.pages.wording import sort_moment

LOCAL_BASE = "http://localhost:8000/"
_ATOM = "http://www.w3.org/2005/Atom"


def feed_files(site: Site) -> dict[str, bytes]:
    """Path -> bytes of every feed of a language and, in the first one, of the files for search engines."""
    with speaking(site.frame.language):
        log = say("{title}: change log", title=site.frame.title)
        feeds = {
            "feed.rss": _xml(_rss(site)),
            "feed.atom": _xml(_atom(site, site.frame.title, "feed.atom", site.feed)),
            "changes.atom": _xml(_atom(site, log, "changes.atom", site.changes)),
            "feed.json": (json.dumps(_json_feed(site), ensure_ascii=False, indent=1) + "\n").encode(),
        }
    if site.frame.prefix:
        return {site.frame.prefix + name: content for name, content in feeds.items()}
    return feeds | map_files(site, _base(site))


def _base(site: Site) -> str:
    return site.frame.base_url or LOCAL_BASE


def _home(site: Site) -> str:
    """The address of the front page of this language."""
    return _base(site) + site.frame.prefix


def _address(site: Site, item: FeedItem) -> str:
    return absolute(_base(site), site.paths[item.ref])


def _xml(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = text or None
    return child


def _moment(when: datetime | date) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time())


def _rfc3339(when: datetime | date) -> str:
    """RFC 3339; ``-00:00`` says, as the RFC has it, that the zone is not known."""
    moment = _moment(when).replace(microsecond=0)
    return moment.isoformat() + ("-00:00" if moment.tzinfo is None else "")


def _newest(site: Site, items: Sequence[FeedItem]) -> datetime | date:
    return max((i.when for i in items), key=sort_moment, default=site.frame.as_of)


def _tag(site: Site, item: FeedItem) -> str:
    """An id that never changes, whatever the address: a tag URI (RFC 4151) would need a domain, so a URN of our own."""
    return "urn:detente:" + "".join(c if c.isascii() and (c.isalnum() or c in ":-") else "-" for c in item.id)


def _rss(site: Site) -> ET.Element:
    rss = ET.Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = _add(rss, "channel")
    _add(channel, "title", site.frame.title)
    _add(channel, "link", _home(site))
    _add(channel, "description", site.frame.about or _about(site))
    _add(channel, "language", site.frame.language)
    _add(channel, "lastBuildDate", format_datetime(_moment(_newest(site, site.feed))))
    _add(channel, "atom:link", href=f"{_home(site)}feed.rss", rel="self", type="application/rss+xml")
    for item in site.feed:
        entry = _add(channel, "item")
        _add(entry, "title", item.title)
        _add(entry, "link", _address(site, item))
        _add(entry, "guid", _tag(site, item), isPermaLink="false")
        _add(entry, "pubDate", format_datetime(_moment(item.when)))
        _add(entry, "category", item.kind)
        _add(entry, "description", _as_html(item.summary))
    return rss


def _about(site: Site) -> str:
    return say("Changes of status and new articles of {title}", title=site.frame.title)


def _as_html(text: str) -> str:
    """A summary for places that readers take as HTML: escaped once here, and once more when the XML is written."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _atom(site: Site, title: str, file: str, items: Sequence[FeedItem]) -> ET.Element:
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": site.frame.language})
    _add(feed, "title", title)
    _add(feed, "id", _home(site) if file == "feed.atom" else f"{_home(site)}{file}")
    _add(feed, "updated", _rfc3339(_newest(site, items)))
    _add(feed, "link", href=_home(site), rel="alternate", type="text/html")
    _add(feed, "link", href=f"{_home(site)}{file}", rel="self", type="application/atom+xml")
    _add(_add(feed, "author"), "name", site.frame.title)
    for item in items:
        entry = _add(feed, "entry")
        _add(entry, "title", item.title)
        _add(entry, "id", _tag(site, item))
        _add(entry, "updated", _rfc3339(item.when))
        _add(entry, "published", _rfc3339(item.when))
        _add(entry, "link", href=_address(site, item), rel="alternate", type="text/html")
        _add(entry, "category", term=item.kind)
        _add(entry, "summary", item.summary)
    return feed


def _json_feed(site: Site) -> dict[str, Any]:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.frame.title,
        "description": site.frame.about or _about(site),
        "home_page_url": _home(site),
        "feed_url": f"{_home(site)}feed.json",
        "language": site.frame.language,
        "items": [
            {
                "id": _tag(site, item),
                "url": _address(site, item),
                "title": item.title,
                "content_text": item.summary,
                "date_published": _rfc3339(item.when),
                "tags": [item.kind],
            }
            for item in site.feed
        ],
    }

