"""One state of the desk as the API reads it: the edition that the public pages show, sorted and indexed once, until the record changes.

What the pages do not show is not in what `reading.py` takes from it; `own.py` reads more, for those who may."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from secrets import token_hex
from threading import Lock
from typing import TYPE_CHECKING, Any

from detente.desk.api.listing import Listing, listing
from detente.desk.site.edition import LiveEdition, edition
from detente.pages.wording import sort_moment
from detente.relations.observing import place_of
from detente.types import Article, Assessment, Event, Forecast

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.pages.build import Edition
    from detente.pages.material import Material
    from detente.pages.parts import LogRow

Told = Event | Assessment | Forecast


@dataclass(frozen=True)
class Snapshot:
    """An edition with its stamp: the same stamp, the same answers."""

    edition: LiveEdition
    stamp: str
    _relations: dict[tuple[str, str], Listing[Any]] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        """The desk it was made from."""
        return self.edition.desk

    @property
    def plan(self) -> Edition:
        """Pages, paths, links."""
        return self.edition.plan

    @property
    def material(self) -> Material:
        """What was gathered from the desk."""
        return self.plan.material

    @cached_property
    def articles(self) -> Listing[Article]:
        """Those with a page, newest first."""
        return listing(self.material.articles, lambda a: (sort_moment(a.published).isoformat(timespec="microseconds"), a.id), True)

    @cached_property
    def told(self) -> dict[str, Listing[Any]]:
        """kind -> what is told, newest first."""
        rows: dict[str, Iterable[Told]] = {
            "event": self.material.events.values(), "assessment": self.material.assessments.values(),
            "forecast": self.material.forecasts.values(),
        }  # fmt: skip
        return {kind: _told_listing(found) for kind, found in rows.items()}

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], Listing[Any]]:
        """(kind, country or organisation) -> what names it."""
        found: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for kind, rows in self.told.items():
            for row in rows.rows:
                for place in places_of(row):
                    found[kind, place].append(row)
        return {key: _told_listing(rows) for key, rows in found.items()}

    def told_of(self, kind: str, relation: str = "", place: str = "", article: str = "") -> Listing[Any]:
        """What is told: of a relation, by or to a place, in an article, or all. The smallest list that holds what is looked for."""
        if article:
            kinds = {"event": Event, "assessment": Assessment, "forecast": Forecast}
            shown = self.material.same_as.get(article, article)
            return _told_listing(row for row in self.material.coded_in.get(shown, ()) if isinstance(row, kinds[kind]))
        if relation:
            key, rows = (kind, relation), getattr(self.material, f"{kind}s_of_relation")
            if key not in self._relations and relation in rows:
                self._relations[key] = _told_listing(rows[relation])
            return self._relations.get(key) or _told_listing(())
        return self._by_place.get((kind, place)) or _told_listing(()) if place else self.told[kind]

    @cached_property
    def changes(self) -> Listing[LogRow]:
        """The change log, newest first."""
        return listing(self.plan.log, lambda row: (sort_moment(row.when).isoformat(timespec="microseconds"), row.id), True)


def places_of(row: Told) -> set[str]:
    """The countries and organisations among the sides of what is told."""
    codes = (*row.actor, *row.recipient) if isinstance(row, Event) else row.sides
    return {place_of(code) for code in codes}


def _told_listing(rows: Iterable[Any]) -> Listing[Any]:
    return listing(rows, lambda row: (day_of(row), row.id), newest_first=True)


def day_of(row: Told) -> str:
    """The last day of what is told, by which lists are sorted; empty where it has none."""
    day = (row.horizon_end or row.horizon_start) if isinstance(row, Forecast) else (row.date_end or row.date_start)
    return day.isoformat() if day else ""


_lock = Lock()
_last: Snapshot | None = None


def snapshot(request: Any) -> Snapshot:
    """The desk as it is now; for one request always the same. Raises NotFoundError where it has no article with a date."""
    if not hasattr(request, "api_snapshot"):
        request.api_snapshot = _newest()
    found: Snapshot = request.api_snapshot
    return found


def _newest() -> Snapshot:
    global _last
    from detente.desk.opened import stamp_of

    now = edition()
    with _lock:
        if _last is None or _last.edition is not now:
            # An edition that is shown while the next is planned has no stamp any more: then it is known by a name of its own.
            _last = Snapshot(now, stamp_of(now.desk) or token_hex(16))
        return _last
