"""The feed of a search: what a reader asked for, newest first. Only a server can answer it."""

from __future__ import annotations

from urllib.parse import urlencode

from detente.pages.build import Edition
from detente.pages.language import say, say_as
from detente.pages.parts import Feed, FeedItem
from detente.pages.search import PATH, hit_ref
from detente.pages.wording import REALIS_WORDS, one_line
from detente.search import Found, Hit

SEARCH_ITEMS = 50  # as of a page's feed
_KINDS = {"article": "report", "analysis": "analysis", "event": "event"}


def search_feed(edition: Edition, found: Found) -> Feed:
    """The hits of a query that was sorted newest first, as entries. An article or analysis has the id that it has in the other feeds."""
    folder, about = edition.frame.prefix, say("What is new to this search in {title}.", title=edition.frame.title)
    words, query = one_line(found.query.words, 80), urlencode(found.query.params(sort=""))
    heading = say("Search: {words}", words=words) if words else say("Search")
    title = f"{heading} · {edition.frame.title}"
    items = tuple(item for hit in found.hits if (item := _item(edition, hit)) is not None)
    return Feed(folder + "search", folder + PATH, title, about, items, query)


def _item(edition: Edition, hit: Hit) -> FeedItem | None:
    ref = hit_ref(edition, hit)
    if ref is None:
        return None
    stated = say_as("realis", REALIS_WORDS.get(hit.realis[0], "")) if hit.kind == "event" and hit.realis else ""
    source = "" if hit.kind == "event" else one_line(hit.source, 120)
    summary = ". ".join(filter(None, (source, stated.capitalize(), one_line(hit.snippet_text, 280))))
    title = one_line(hit.title_text) or say("Untitled")
    when = hit.moment or hit.day or edition.material.as_of
    return FeedItem(hit.key, ref, title, when, summary or title, "", _KINDS[hit.kind])  # type: ignore[arg-type]
