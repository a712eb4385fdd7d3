"""What one can subscribe to: ``all`` (every change of status), ``relation:BLR-USA``, ``category:NAME``."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.pages.language import say, speaking
from detente.pages.parts import Ref
from detente.pages.rows import own_words, relation_title

if TYPE_CHECKING:
    from detente.config import Category
    from detente.pages.build import Edition

ALL = "all"


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing to subscribe to. key: what the form sends and a subscriber's row keeps; former: keys it had, as a category is renamed;
    language: of the title, empty for the page's."""

    key: str
    title: str
    ref: Ref | None
    former: tuple[str, ...] = ()
    language: str = ""

    def among(self, keys: Collection[str]) -> bool:
        """Whether it is one of ``keys``, by its own or a former one."""
        return self.key in keys or any(key in keys for key in self.former)


def topics_of(edition: Edition) -> tuple[Topic, ...]:
    """Everything on offer, in the edition's language: all changes, then categories, then relations. A category is kept by its name, and
    found by those it had."""
    with speaking(edition.frame.language):
        categories = [_of_category(edition, c) for c in edition.categories]
        relations = [Topic(f"relation:{name}", relation_title(edition.material, name), Ref("relation", name)) for name in edition.relations]
        everything = Topic(ALL, say("Every change of status, and every analysis"), None)
    return (everything, *categories, *sorted(relations, key=lambda t: t.title))


def _of_category(edition: Edition, category: Category) -> Topic:
    name, frame, former = category.name, edition.frame, tuple(f"category:{name}" for name in category.formerly)
    spoken = "" if frame.own == frame.language or name in frame.words else frame.own
    return Topic(f"category:{name}", own_words(edition.material, name, 120), Ref("category", category.slug), former, spoken)


def known(topics: Iterable[Topic], asked: Iterable[str]) -> list[str]:
    """Those of ``asked`` that are on offer, in the order of the offer; all of them stands for itself alone."""
    wanted = set(asked)
    found = [topic.key for topic in topics if topic.among(wanted)]
    return [ALL] if ALL in found else found


def covers(offered: Iterable[Topic], topics: Iterable[str], ref: Ref | None) -> bool:
    """Whether news of a page is what was asked for. News of no page goes to those who want all."""
    wanted = set(topics)
    return ALL in wanted or (ref is not None and any(t.ref == ref and t.among(wanted) for t in offered))
