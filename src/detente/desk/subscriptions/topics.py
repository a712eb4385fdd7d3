"""What one can subscribe to: ``all`` (every change of status), ``relation:BLR-USA``, ``category:NAME``."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.pages.parts import Ref
from detente.pages.rows import relation_title
from detente.pages.wording import one_line

if TYPE_CHECKING:
    from detente.pages.build import Edition

ALL = "all"


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing to subscribe to. key: what the form sends and a subscriber's row keeps; former: keys it had, as a category is renamed."""

    key: str
    title: str
    ref: Ref | None
    former: tuple[str, ...] = ()

    def among(self, keys: Collection[str]) -> bool:
        """Whether it is one of ``keys``, by its own or a former one."""
        return self.key in keys or any(key in keys for key in self.former)


def topics_of(edition: Edition) -> tuple[Topic, ...]:
    """Everything on offer: all changes, then categories, then relations. A category is kept by its name, and found by those it had."""
    categories = [
        Topic(f"category:{c.name}", one_line(c.name, 120), Ref("category", c.slug), tuple(f"category:{name}" for name in c.formerly))
        for c in edition.categories
    ]
    relations = [Topic(f"relation:{name}", relation_title(edition.material, name), Ref("relation", name)) for name in edition.relations]
    return (Topic(ALL, "Every change of status", None), *categories, *sorted(relations, key=lambda t: t.title))


def known(topics: Iterable[Topic], asked: Iterable[str]) -> list[str]:
    """Those of ``asked`` that are on offer, in the order of the offer; all of them stands for itself alone."""
    wanted = set(asked)
    found = [topic.key for topic in topics if topic.among(wanted)]
    return [ALL] if ALL in found else found


def covers(offered: Iterable[Topic], topics: Iterable[str], ref: Ref | None) -> bool:
    """Whether news of a page is what was asked for. News of no page goes to those who want all."""
    wanted = set(topics)
    return ALL in wanted or (ref is not None and any(t.ref == ref and t.among(wanted) for t in offered))
