"""Adds a user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.people.accounts import make_user
from detente.desk.rights import Right, Role


@dataclass(frozen=True, slots=True)
class AddUser(Action):
    """A user of a role. Raises DeskError for a name that is taken or cannot be one, and for a password that is too weak."""

    right: ClassVar[Right] = "people"
    verb: ClassVar[str] = "added"
    name: str
    role: Role
    password: str

    def perform(self) -> Done:
        """Add."""
        make_user(self.name, self.role, self.password)
        return Done("user", self.name, {"role": self.role})
