"""Makes a token of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.api.tokens import make_token
from detente.desk.rights import Right


@dataclass(frozen=True, slots=True)
class MakeToken(Action):
    """A token with the user's own rights; the result is its words. Raises DeskError, RecordError."""

    right: ClassVar[Right] = "read"
    verb: ClassVar[str] = "made"
    label: str

    def perform(self) -> Done:
        """Make."""
        number, words = make_token(self.user, self.label)
        return Done("token", str(number), {"label": " ".join(self.label.split())}, result=words)
