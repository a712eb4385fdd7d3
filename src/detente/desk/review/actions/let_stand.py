"""Accept a thing as it is coded, or the whole article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

from detente.desk.action import Action, Done
from detente.desk.opened import opened_desk
from detente.desk.review.codings import Spot
from detente.desk.rights import Right


@dataclass(frozen=True, slots=True)
class LetStand(Action):
    """Note that somebody looked and let it stand. spots: of one thing; none for the article as a whole."""

    right: ClassVar[Right] = "correct"
    verb: ClassVar[str] = "accepted"
    article: str
    spots: tuple[Spot, ...] = ()

    def perform(self) -> Done:
        """A row for each place, or one for the article."""
        from detente.record.decisions import coding_digest
        from detente.record.reviews import add_review
        from detente.types import Coding

        desk, now, user = opened_desk(), datetime.now(UTC), self.user.get_username()
        coding = coding_digest(desk.codings().get(self.article, Coding(self.article)))
        about: dict[str, Any] = {"coding": coding, "user": user, "made_at": now}
        if self.spots:
            made = [
                add_review(desk.db, self.article, field=m.field, start=m.start, end=m.end, aim=spot.aim, **about)
                for spot in self.spots
                for m in (spot.mention,)
            ]
        else:
            made = [add_review(desk.db, self.article, **about)]
        what = {"what": self.spots[0].aim} if self.spots else {"what": "the article as a whole"}
        return Done("article", self.article, {**what, "reviews": [review.id for review in made]}, made)
