"""An editor's status of a category or relation, beside the machine's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.opened import opened_desk
from detente.desk.rights import Right
from detente.errors import RecordError


@dataclass(frozen=True, slots=True)
class Overrule(Action):
    """name: of a category or relation. from_date: the desk's newest day if None; until_date: the last day it counts, or None for open."""

    right: ClassVar[Right] = "overrule"
    verb: ClassVar[str] = "overruled"
    name: str
    change: str
    reason: str
    from_date: date | None = None
    until_date: date | None = None

    def perform(self) -> Done:
        """Raises RecordError."""
        if self.from_date and self.until_date and self.until_date < self.from_date:
            raise RecordError("it would end before it begins", where=self.name, hint="leave the last day empty for an open end")
        made = opened_desk().override(
            self.name, self.change, user=self.user.get_username(), reason=self.reason, from_date=self.from_date,
            until_date=self.until_date,
        )  # type: ignore[arg-type]  # the record refuses a class that there is not  # fmt: skip
        said = {"name": made.name, "change": made.change, "from": made.from_date.isoformat(), "reason": made.reason}
        return Done("override", str(made.id), said | ({"until": made.until_date.isoformat()} if made.until_date else {}), made)
