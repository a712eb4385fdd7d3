"""Revokes a token of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.api.tokens import revoke_token
from detente.desk.rights import Right


@dataclass(frozen=True, slots=True)
class RevokeToken(Action):
    """A token of the user's works no more. Raises NotFoundError, also for another user's."""

    right: ClassVar[Right] = "read"
    verb: ClassVar[str] = "revoked"
    number: int

    def perform(self) -> Done:
        """Revoke."""
        revoke_token(self.number, self.user)
        return Done("token", str(self.number))
