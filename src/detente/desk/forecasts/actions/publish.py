"""A forecast goes into the ledger, for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import ClassVar, Literal

from detente.desk.action import Action, Done
from detente.desk.opened import opened_desk
from detente.desk.rights import Right


@dataclass(frozen=True, slots=True)
class Publish(Action):
    """The user's own forecast. probability: 0 to 1. unchanged: how it comes out if nothing changes."""

    right: ClassVar[Right] = "forecast"
    verb: ClassVar[str] = "published"
    statement: str
    probability: float
    deadline: date
    criterion: str
    category: str
    unchanged: Literal["yes", "no"] = "no"

    def perform(self) -> Done:
        """Raises RecordError."""
        from detente.record.forecasts import publish_forecast

        number = publish_forecast(
            opened_desk().db, statement=self.statement, probability=self.probability, deadline=self.deadline, criterion=self.criterion,
            category=self.category, author=self.user.get_username(), made_at=datetime.now(UTC), unchanged=self.unchanged,
        )  # fmt: skip
        said = {"statement": self.statement, "probability": self.probability, "deadline": self.deadline.isoformat()}
        return Done("forecast", str(number), said, number)
