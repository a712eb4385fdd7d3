"""An editor's status of a category or relation, beside the machine's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.opened import own_desk
from detente.desk.rights import Right
from detente.errors import RecordError
from detente.record.human import CHANGES


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
        change = next((known for known in CHANGES if known == self.change), None)
        if change is None:
            raise RecordError(f"no such status {self.change[:40]!r}", where=self.name, hint=f"one of: {', '.join(CHANGES)}")
        user, days = self.user.get_username(), (self.from_date, self.until_date)
        made = own_desk().override(self.name, change, user=user, reason=self.reason, from_date=days[0], until_date=days[1])
        said = {"name": made.name, "change": made.change, "from": made.from_date.isoformat(), "reason": made.reason}
        return Done("override", str(made.id), said | ({"until": made.until_date.isoformat()} if made.until_date else {}), made)
