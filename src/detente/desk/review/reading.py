"""What the pages of this app read: an article with its codings, or a 404."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.desk.review.codings import Item, Reviewed, reviewed_article
from detente.desk.review.weighing import shares_in

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.pages.material import Material


@dataclass(frozen=True, slots=True)
class Opened:
    """One state of the desk, for the whole of an answer. addresses: relation -> its public page."""

    desk: Desk
    material: Material
    addresses: Mapping[str, str]

    def article(self, key: str) -> Reviewed:
        """An article by its id. Raises Http404."""
        from django.http import Http404

        from detente.record.reviews import reviews
        from detente.types import Coding

        found = self.material.by_id.get(key)
        if found is None or self.material.same_as[key] != key:
            raise Http404(f"no article {key}")
        desk = self.desk
        return reviewed_article(
            self.material, found, desk.codings().get(key, Coding(key)), desk.coding(key), desk.corrections(), reviews(desk.db, key),
            shares_in(desk.machine_statuses(self.material.as_of), self.addresses),
        )  # fmt: skip

    def item(self, key: str, row: str) -> tuple[Reviewed, Item]:
        """A thing told in an article, by its id. Raises Http404."""
        from django.http import Http404

        found = self.article(key)
        item = next((item for item in found.items if item.told.id == row), None)
        if item is None:
            raise Http404(f"article {key} tells no {row}")
        return found, item


def opened() -> Opened:
    """The desk as it is now. Raises NotFoundError when there is no article with a date."""
    from detente.desk.site.edition import edition

    plan = edition().plan
    desk: Any = plan.material.desk  # the one the edition was planned from, so that both are of one state
    return Opened(desk, plan.material, {ref.key: f"/{path}" for ref, path in plan.paths.items() if ref.kind == "relation"})
