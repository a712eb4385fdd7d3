"""What the pages of this app read: an article with its codings, or a 404."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.desk.opened import opened_desk
from detente.desk.review.codings import Item, Reviewed, reviewed_article
from detente.desk.review.weighing import shares_in

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.pages.material import Material


@dataclass(frozen=True, slots=True)
class Opened:
    """One state of the desk, for the whole of an answer."""

    desk: Desk
    material: Material

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
            shares_in(desk.machine_statuses(self.material.as_of)),
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

    material = edition().plan.material
    desk: Any = material.desk  # the one the edition was planned from, so that both are of one state
    return Opened(desk or opened_desk(), material)
