"""What one can subscribe to: ``all`` (every change of status), ``relation:BLR-USA``, ``category:NAME``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.pages.language import say, speaking
from detente.pages.parts import Ref, SiteFrame
from detente.pages.rows import own_words, relation_title

if TYPE_CHECKING:
    from detente.pages.build import Edition

ALL = "all"


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing to subscribe to. key: what the form sends and a subscriber's row keeps; language: of the title, empty for the
    page's."""

    key: str
    title: str
    ref: Ref | None
    language: str = ""


def topics_of(edition: Edition) -> tuple[Topic, ...]:
    """Everything on offer, in the edition's language: all changes, then categories, then relations. A category is kept by its name: its
    address may change."""
    frame = edition.frame
    with speaking(frame.language):
        categories = [
            Topic(f"category:{c.name}", own_words(edition.material, c.name, 120), Ref("category", c.slug), _language(frame, c.name))
            for c in edition.categories
        ]
        relations = [Topic(f"relation:{name}", relation_title(edition.material, name), Ref("relation", name)) for name in edition.relations]
        everything = Topic(ALL, say("Every change of status, and every analysis"), None)
    return (everything, *categories, *sorted(relations, key=lambda t: t.title))


def _language(frame: SiteFrame, name: str) -> str:
    """Of a category's name, where the settings do not have it in the page's language."""
    return "" if frame.own == frame.language or name in frame.words else frame.own


def known(topics: Iterable[Topic], asked: Iterable[str]) -> list[str]:
    """Those of ``asked`` that are on offer, in the order of the offer; all of them stands for itself alone."""
    wanted = set(asked)
    found = [topic.key for topic in topics if topic.key in wanted]
    return [ALL] if ALL in found else found


def covers(offered: Iterable[Topic], topics: Iterable[str], ref: Ref | None) -> bool:
    """Whether news of a page is what was asked for. News of no page goes to those who want all."""
    wanted = set(topics)
    return ALL in wanted or (ref is not None and any(t.ref == ref and t.key in wanted for t in offered))
