"""Gives a user another role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.people.accounts import give_role
from detente.desk.rights import Right, Role


@dataclass(frozen=True, slots=True)
class ChangeRole(Action):
    """Another role. Raises DeskError where no administrator would be left, NotFoundError."""

    right: ClassVar[Right] = "people"
    verb: ClassVar[str] = "changed the role of"
    name: str
    role: Role

    def perform(self) -> Done:
        """Change."""
        before = give_role(self.name, self.role)
        return Done("user", self.name, {"from": before, "to": self.role})
