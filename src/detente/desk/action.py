"""What every write of the desk is: who does it, the right it takes, its work in one transaction, and a row in the audit trail."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from detente.desk.rights import Right, may


@dataclass(frozen=True, slots=True)
class Done:
    """What an action did, for the trail. noun, key: what it was done to ("correction", "7"); detail: plain JSON; result: for the caller."""

    noun: str
    key: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    result: Any = None


@dataclass(frozen=True, slots=True)
class Action(ABC):
    """A verb. Subclasses are frozen dataclasses in an app's ``actions/``, one a file, that say ``right`` and ``verb`` ("withdrew")."""

    user: Any

    right: ClassVar[Right]
    verb: ClassVar[str]

    def check(self) -> None:
        """Raises PermissionDenied where the user lacks the right. Subclasses add what else must hold (one's own draft ...)."""
        from django.core.exceptions import PermissionDenied

        if not may(self.user, self.right):
            raise PermissionDenied(self.right)

    @abstractmethod
    def perform(self) -> Done:
        """The work itself. Raises DetenteError for what cannot be done."""

    def execute(self) -> Any:
        """Check, do, and write it into the trail, all or nothing. Gives what `perform` named as its result."""
        from django.db import transaction

        from detente.desk.people.trail import write_trail

        self.check()
        with transaction.atomic():
            done = self.perform()
            write_trail(self.user.get_username(), self.verb, done.noun, done.key, done.detail)
        return done.result
