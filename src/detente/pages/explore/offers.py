"""What the live pages of relations, categories and articles offer to explore."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from detente.pages.explore.period import query
from detente.pages.language import say
from detente.pages.model import ArticlePage, CategoryPage, RelationPage
from detente.pages.parts import EventRow, Ref

MOST = 3  # relations an article or category leads to: more would be a list of its own

Offer = tuple[str, str, str]  # words, "explore" or "statuses", and what follows in the address


def offers(page: Any, paths: Mapping[Ref, str]) -> list[Offer]:
    """Words and addresses; none for other pages."""
    if isinstance(page, RelationPage):
        return _relation(page)
    if isinstance(page, CategoryPage):
        return _category(page, paths)
    return _article(page) if isinstance(page, ArticlePage) else []


def _relation(page: RelationPage) -> list[Offer]:
    name, day = page.status.name, page.status.as_of.isoformat()
    sides = zip(_sides(page), _codes(name), strict=False)
    around = [(say("Around {country}", country=title), "explore", f"/country/{code}") for title, code in sides]
    any_period = (say("Explore any period"), "explore", "/relation" + query({"name": name}))
    return [any_period, *around, (say("Cite this status"), "statuses", f"/{name}/{day}")]


def _codes(name: str) -> list[str]:
    return list(dict.fromkeys(name.split("-")))


def _sides(page: RelationPage) -> list[str]:
    return list(dict.fromkeys(d.actor for d in page.directions))


def _category(page: CategoryPage, paths: Mapping[Ref, str]) -> list[Offer]:
    rows = [row.status for row in page.rows[:MOST]]
    named = [(say("Explore {title}", title=row.title), "explore", "/relation" + query({"name": row.name})) for row in rows]
    slug = next((ref.key for ref, path in paths.items() if path == page.head.path), "")
    cite = [(say("Cite this status"), "statuses", f"/{slug}/{page.status.as_of.isoformat()}")] if slug else []
    return [*named, (say("What moved most"), "explore", "/trends"), *cite]


def _article(page: ArticlePage) -> list[Offer]:
    told = _relations(row for row in page.coded if isinstance(row, EventRow))
    named = [(say("Explore {title}", title=title), "explore", "/relation" + query({"name": name})) for name, title in told.items()]
    if page.status and page.published and page.status.ref:
        named.append((say("Cite the status of this day"), "statuses", f"/{page.status.ref.key}/{page.published.date().isoformat()}"))
    return named


def _relations(rows: Iterable[EventRow]) -> dict[str, str]:
    found = {ref.key: title for row in rows for title, ref in row.relations}
    return dict(list(found.items())[:MOST])
