"""Undo: what somebody decided last about an article is withdrawn. The rows stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from detente.desk.action import Action, Done
from detente.desk.indexing import index_after_commit
from detente.desk.opened import own_desk
from detente.desk.rights import Right
from detente.errors import NotFoundError

if TYPE_CHECKING:
    from detente.record.decisions import Correction, Review


@dataclass(frozen=True, slots=True)
class Undo(Action):
    """Withdraw a decision with all rows made in the same moment. number: of a correction, whoever made it; None for one's own last
    decision about the article, correction or acceptance. Raises NotFoundError where there is nothing to undo."""

    right: ClassVar[Right] = "correct"
    verb: ClassVar[str] = "withdrew"
    article: str
    number: int | None = None

    def perform(self) -> Done:
        """Withdraw them."""
        from detente.record.decisions import Correction
        from detente.record.reviews import reviews, withdraw_review

        desk, user = own_desk(), self.user.get_username()
        stand: list[Correction | Review] = [c for c in desk.corrections() if c.article == self.article and c.withdrawn is None]
        if self.number is None:
            stand = [d for d in (*stand, *reviews(desk.db, self.article)) if d.user == user]
            chosen = max(stand, key=lambda d: d.made_at, default=None)
        else:
            chosen = next((d for d in stand if d.id == self.number), None)
        if chosen is None:
            raise NotFoundError("there is nothing of yours to undo in this article" if self.number is None else "it was withdrawn before")
        together = [d for d in stand if (d.user, d.made_at) == (chosen.user, chosen.made_at)]
        for each in together:
            if isinstance(each, Correction):
                desk.withdraw("correction", each.id)
            else:
                withdraw_review(desk.db, each.id, datetime.now(UTC))
        if any(isinstance(each, Correction) for each in together):
            index_after_commit()
        what = "corrections" if isinstance(chosen, Correction) else "reviews"
        return Done("article", self.article, {what: [each.id for each in together], "by": chosen.user}, chosen)
