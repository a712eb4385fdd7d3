"""Disables a user, or lets one in again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.people.accounts import switch
from detente.desk.rights import Right


@dataclass(frozen=True, slots=True)
class Disable(Action):
    """No log-in any more. Raises DeskError where no administrator would be left, NotFoundError."""

    right: ClassVar[Right] = "people"
    verb: ClassVar[str] = "disabled"
    name: str

    def perform(self) -> Done:
        """Disable."""
        switch(self.name, False)
        return Done("user", self.name)


@dataclass(frozen=True, slots=True)
class Enable(Action):
    """Log-in again. Raises NotFoundError."""

    right: ClassVar[Right] = "people"
    verb: ClassVar[str] = "enabled"
    name: str

    def perform(self) -> Done:
        """Enable."""
        switch(self.name, True)
        return Done("user", self.name)
