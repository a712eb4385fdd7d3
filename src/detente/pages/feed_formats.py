"""One feed in each of three formats: RSS 2.0 (2009, with atom:link), Atom (RFC 4287), JSON Feed 1.1. The same feed gives the same bytes.

Each wants full addresses; the caller gives the site's, which ends in a slash.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from email.utils import format_datetime

from detente.pages.links import absolute
from detente.pages.parts import Feed, FeedItem, Ref, SiteFrame
from detente.pages.wording import sort_moment

FEED_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
FORMATS = tuple(FEED_TYPES)
_ATOM = "http://www.w3.org/2005/Atom"


def feed_bytes(feed: Feed, kind: str, base: str, frame: SiteFrame, paths: Mapping[Ref, str]) -> bytes:
    """A feed as a file. kind: one of FORMATS; base: the site's address; paths: of the pages that items are about."""
    return _WRITERS[kind](feed, base, frame, paths)


def xml_bytes(root: ET.Element) -> bytes:
    """An XML document, indented, in UTF-8."""
    ET.indent(root, " ")
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """A new element at the end of ``parent``."""
    child = ET.SubElement(parent, tag, attributes)
    child.text = text or None
    return child


def _self(feed: Feed, kind: str, base: str) -> str:
    return f"{base}{feed.stem}.{kind}{feed.query and f'?{feed.query}'}"


def _page(feed: Feed, base: str) -> str:
    return absolute(base, feed.page) + (feed.query and f"?{feed.query}")


def _item(item: FeedItem, base: str, paths: Mapping[Ref, str]) -> str:
    """An entry's page, and the row on it that it is about."""
    return absolute(base, paths[Ref(item.ref.kind, item.ref.key)]) + (item.ref.fragment and f"#{item.ref.fragment}")


def _moment(when: datetime | date) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time())


def _rfc3339(when: datetime | date) -> str:
    """RFC 3339; ``-00:00`` says, as the RFC has it, that the zone is not known."""
    moment = _moment(when).replace(microsecond=0)
    return moment.isoformat() + ("-00:00" if moment.tzinfo is None else "")


def _updated(item: FeedItem) -> datetime | date:
    return item.updated or item.when


def _newest(feed: Feed, frame: SiteFrame) -> datetime | date:
    """When the feed last had something new: of its entries, never of the clock."""
    return max(map(_updated, feed.items), key=sort_moment, default=frame.as_of)


def _tag(item: FeedItem) -> str:
    """An id that never changes, whatever the address: a tag URI (RFC 4151) would need a domain, so a URN of our own."""
    return "urn:detente:" + "".join(c if c.isascii() and (c.isalnum() or c in ":-") else "-" for c in item.id)


def _rss(feed: Feed, base: str, frame: SiteFrame, paths: Mapping[Ref, str]) -> bytes:
    rss = ET.Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = add(rss, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", _page(feed, base))
    add(channel, "description", feed.about)
    add(channel, "language", frame.language)
    add(channel, "lastBuildDate", format_datetime(_moment(_newest(feed, frame))))
    add(channel, "atom:link", href=_self(feed, "rss", base), rel="self", type=FEED_TYPES["rss"])
    for item in feed.items:
        entry = add(channel, "item")
        add(entry, "title", item.title)
        add(entry, "link", _item(item, base, paths))
        add(entry, "guid", _tag(item), isPermaLink="false")
        add(entry, "pubDate", format_datetime(_moment(item.when)))
        add(entry, "category", item.kind)
        add(entry, "description", _as_html(item.summary))
    return xml_bytes(rss)


def _as_html(text: str) -> str:
    """A summary for places that readers take as HTML: escaped once here, and once more when the XML is written."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _atom(feed: Feed, base: str, frame: SiteFrame, paths: Mapping[Ref, str]) -> bytes:
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": frame.language})
    add(root, "title", feed.title)
    add(root, "id", _page(feed, base) if feed.page.endswith("index.html") else _self(feed, "atom", base))
    add(root, "updated", _rfc3339(_newest(feed, frame)))
    add(root, "link", href=_page(feed, base), rel="alternate", type="text/html")
    add(root, "link", href=_self(feed, "atom", base), rel="self", type=FEED_TYPES["atom"])
    add(add(root, "author"), "name", frame.title)
    for item in feed.items:
        entry = add(root, "entry")
        add(entry, "title", item.title)
        add(entry, "id", _tag(item))
        add(entry, "updated", _rfc3339(_updated(item)))
        add(entry, "published", _rfc3339(item.when))
        add(entry, "link", href=_item(item, base, paths), rel="alternate", type="text/html")
        add(entry, "category", term=item.kind)
        add(entry, "summary", item.summary)
    return xml_bytes(root)


def _json(feed: Feed, base: str, frame: SiteFrame, paths: Mapping[Ref, str]) -> bytes:
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": _page(feed, base),
        "feed_url": _self(feed, "json", base),
        "language": frame.language,
        "items": [
            {
                "id": _tag(item),
                "url": _item(item, base, paths),
                "title": item.title,
                "content_text": item.summary,
                "date_published": _rfc3339(item.when),
                **({"date_modified": _rfc3339(item.updated)} if item.updated else {}),
                "tags": [item.kind],
            }
            for item in feed.items
        ],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


_WRITERS: dict[str, Callable[[Feed, str, SiteFrame, Mapping[Ref, str]], bytes]] = {"rss": _rss, "atom": _atom, "json": _json}
