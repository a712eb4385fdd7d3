"""Sets a user's password anew: an administrator's act for others, everybody's for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from detente.desk.action import Action, Done
from detente.desk.people.accounts import find_user, new_password
from detente.desk.rights import Right
from detente.errors import DeskError


@dataclass(frozen=True, slots=True)
class ResetPassword(Action):
    """Another's. Raises DeskError for a password that is too weak, NotFoundError."""

    right: ClassVar[Right] = "people"
    verb: ClassVar[str] = "set the password of"
    name: str
    password: str

    def perform(self) -> Done:
        """Set."""
        new_password(find_user(self.name), self.password)
        return Done("user", self.name)


@dataclass(frozen=True, slots=True)
class ChangeOwnPassword(Action):
    """One's own, against the old one. Raises DeskError. The result is the user with the new password, for a session that goes on."""

    right: ClassVar[Right] = "read"
    verb: ClassVar[str] = "changed the password of"
    old: str
    new: str

    def perform(self) -> Done:
        """Change."""
        user: Any = find_user(self.user.get_username())
        if not user.check_password(self.old):
            raise DeskError("that is not the password you have now")
        new_password(user, self.new)
        return Done("user", user.username, result=user)
