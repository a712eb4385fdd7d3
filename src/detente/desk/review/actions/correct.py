"""Correct, reject or add: whatever was shown in the preview, at each of its places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.indexing import index_after_commit
from detente.desk.opened import own_desk
from detente.desk.review.previewing import Wanted
from detente.desk.rights import Right


@dataclass(frozen=True, slots=True)
class Correct(Action):
    """Store a correction. Those of one action have one moment, so that they are undone together."""

    right: ClassVar[Right] = "correct"
    verb: ClassVar[str] = "corrected"
    wanted: Wanted
    reason: str

    def perform(self) -> Done:
        """The rows, and what they say."""
        desk, now, wanted = own_desk(), datetime.now(UTC), self.wanted
        made = [
            desk.correct(
                wanted.article, field, start, end, action=wanted.action, user=self.user.get_username(), reason=self.reason,
                payload=wanted.payload_at(aim), made_at=now,
            )
            for (field, start, end), aim in wanted.spots
        ]  # fmt: skip
        index_after_commit()
        detail = {"action": wanted.action, "reason": self.reason, "set": wanted.payload, "corrections": [c.id for c in made]}
        return Done("article", wanted.article, detail, made)
