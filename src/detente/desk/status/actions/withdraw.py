"""An editor's status is taken back; the row and who took it back, when and why, stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.opened import own_desk
from detente.desk.rights import Right
from detente.errors import RecordError


@dataclass(frozen=True, slots=True)
class WithdrawOverride(Action):
    """number: of the override."""

    right: ClassVar[Right] = "overrule"
    verb: ClassVar[str] = "withdrew"
    number: int
    reason: str

    def perform(self) -> Done:
        """Raises NotFoundError, RecordError."""
        if not self.reason:
            raise RecordError("a withdrawal needs a reason", where=f"override {self.number}")
        own_desk().withdraw("override", self.number, user=self.user.get_username(), reason=self.reason)
        return Done("override", str(self.number), {"reason": self.reason})
