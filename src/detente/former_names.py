"""Names and addresses that categories had before: what was filed under them follows to the name of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from detente.errors import ConfigError

LONGEST = 200  # characters of a name; an address made of it is cut anyway
MOST = 50  # names of one category; nobody renames that often


class Named(Protocol):
    """A category."""

    @property
    def name(self) -> str: ...
    @property
    def slug(self) -> str: ...
    @property
    def formerly(self) -> tuple[str, ...]: ...


def read_former(value: object, name: str, fail: Callable[[str, str], ConfigError]) -> tuple[str, ...]:
    """``formerly`` of the category ``name``: texts, each once. fail(what, hint) makes the ConfigError that is raised."""
    texts = [text.strip() for text in value if isinstance(text, str)] if isinstance(value, list) else []
    hint = 'the names it had, oldest first, as in formerly = ["Belarus and America"]'
    if not isinstance(value, list) or len(texts) < len(value) or not all(0 < len(text) <= LONGEST for text in texts) or len(texts) > MOST:
        raise fail(f"formerly must be a list of names in category {name!r}", hint)
    folded = [text.casefold() for text in texts]
    if len(set(folded)) < len(folded):
        raise fail(f"formerly names one twice in category {name!r}", hint)
    if name.casefold() in folded:
        raise fail(f"{name!r} is what the category is called now, not formerly", "leave it out")
    return tuple(texts)


def check_former(categories: Sequence[Named], slug_of: Callable[[str], str], fail: Callable[[int, str, str], ConfigError]) -> None:
    """Raises what ``fail(nth, what, hint)`` makes where a former name or its address is another category's, now or formerly."""
    held: dict[str, str] = {}
    for category in categories:
        held |= {category.name.casefold(): category.name, category.slug: category.name}
    for nth, category in enumerate(categories):
        for former in category.formerly:
            for key in dict.fromkeys((former.casefold(), slug_of(former))):
                other = held.setdefault(key, category.name)
                if other != category.name:
                    what = f"{former!r}, formerly {category.name!r}, is taken by the category {other!r}"
                    raise fail(nth, what, "two categories cannot share an address: what was filed under it could not be told apart")


def category_called(categories: Sequence[Named], name: str, slug_of: Callable[[str], str]) -> int | None:
    """The place of the category of that name or slug, in any case; else of the one that was called so, or had that address."""
    sought = name.strip().casefold()
    for at, category in enumerate(categories):
        if sought in (category.name.casefold(), category.slug.casefold()):
            return at
    for at, category in enumerate(categories):
        if any(sought in (former.casefold(), slug_of(former)) for former in category.formerly):
            return at
    return None


def former_slugs(categories: Sequence[Named], slug_of: Callable[[str], str]) -> Mapping[str, str]:
    """Address that a category had -> the one it has."""
    return {old: c.slug for c in categories for former in c.formerly if (old := slug_of(former)) != c.slug}
