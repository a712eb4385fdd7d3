"""Statuses of a day between the record and the page that cites them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from detente.desk.explore.asking import answer_of
from detente.errors import NotFoundError

if TYPE_CHECKING:
    from detente.desk.site.edition import LiveEdition
    from detente.pages.explore.cited import Answer, Given, Kept
    from detente.record.citations import CitedRow
    from detente.types import StatusKind


def given_of(edition: LiveEdition, key: str, day: date, pinned: str) -> Given:
    """All that is known of a status of a day. Raises NotFoundError."""
    from detente.pages.explore.cited import Given, Quoted
    from detente.record.citations import analyses_with, cited_status, cited_statuses

    db, kind = edition.desk.db, kind_of(key)
    keys = _keys(edition, key)
    rows = [row for each in keys for row in cited_statuses(db, kind, each, day)]
    if pinned and all(row.key != pinned for row in rows):
        one = next((found for each in keys if (found := cited_status(db, kind, each, day, pinned))), None)
        if one is None:
            raise NotFoundError(f"no edition {pinned[:16]!r} of that day was kept")
        rows.append(one)
    now = now_of(edition, key, day)
    if now is None and not rows:
        raise NotFoundError("the desk has no status of that name and day")
    name = now.shown.name if now else rows[-1].shown.name
    under = [a for each in _names(edition, name) for a in analyses_with(db, kind, each, day)]
    quoted = tuple(Quoted(a.slug, a.title, a.published, a.shown) for a in sorted(under, key=lambda a: a.published))
    return Given(key, day, now, tuple(map(_kept, rows)), quoted)


def _keys(edition: LiveEdition, key: str) -> list[str]:
    """What a status was called in addresses: of a category that was renamed its slug of today and those it had; else ``key`` alone."""
    config = edition.desk.config
    category = config.category(key) if kind_of(key) == "category" else None
    if category is None:
        return [key]
    return list(dict.fromkeys([key, category.slug, *(old for old, now in config.moved().items() if now == category.slug)]))


def _names(edition: LiveEdition, name: str) -> list[str]:
    """A status's name, and those that a category had when analyses were published with it."""
    category = next((c for c in edition.desk.config.categories if c.name == name), None)
    return [name, *(category.formerly if category else ())]


def kind_of(key: str) -> StatusKind:
    """What a name in an address is: a relation's is two codes in capitals, a category's a slug."""
    return "relation" if key.isupper() and key.count("-") == 1 else "category"


def now_of(edition: LiveEdition, key: str, day: date) -> Answer | None:
    """What the desk says today of a day; None where it knows nothing of that name, or that day is before its first article or to come."""
    from detente.pages.explore.known import first_article, known_relations

    material = edition.plan.material
    if not first_article(material) <= day <= material.as_of:
        return None
    if kind_of(key) == "relation":
        return answer_of(edition, key, day) if key in known_relations(material) else None
    category = edition.desk.config.category(key)
    return answer_of(edition, category.name, day) if category else None


def keep_now(edition: LiveEdition, key: str, day: date) -> str | None:
    """Keep what the desk says now of a day, if it is not kept yet; gives its edition, or None where no more is kept today. Raises
    NotFoundError."""
    from detente.pages.explore.cited import edition_of
    from detente.record.citations import CitedRow, keep_status

    answer = now_of(edition, key, day)
    if answer is None:
        raise NotFoundError("the desk has no status of that name and day")
    made = edition_of(answer)
    drivers = tuple(
        {"share": d.share, "what": d.what, "when": d.when.isoformat() if d.when else None, "quote": d.quote} for d in answer.drivers
    )
    row = CitedRow(made, datetime.now(UTC), answer.version, answer.shown, answer.machine, answer.period_days, drivers)
    return made if keep_status(edition.desk.db, key, row) else None


def _kept(row: CitedRow) -> Kept:
    from detente.pages.explore.cited import Answer, Kept
    from detente.pages.explore.parts import SaidDriver

    drivers = tuple(
        SaidDriver(d["share"], d["what"], date.fromisoformat(d["when"]) if d["when"] else None, d["quote"]) for d in row.drivers
    )
    return Kept(row.key, row.made_at, Answer(row.shown, row.machine, row.period_days, row.version, drivers))
