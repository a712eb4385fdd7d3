"""How a forecast came out: a row that is added; a later one stands over it if it says why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from detente.desk.action import Action, Done
from detente.desk.opened import opened_desk
from detente.desk.rights import Right
from detente.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Resolve(Action):
    """shows: the id of an article or an event that shows it, or empty."""

    right: ClassVar[Right] = "resolve"
    verb: ClassVar[str] = "resolved"
    number: int
    outcome: str
    evidence: str
    shows: str = ""
    reason: str = ""

    def perform(self) -> Done:
        """Raises NotFoundError, RecordError."""
        from detente.record.forecasts import resolve_forecast

        desk, article, event = opened_desk(), "", ""
        if self.shows:
            try:
                article = desk.article(self.shows).id
            except NotFoundError:
                event = desk.event(self.shows).id
        user, now = self.user.get_username(), datetime.now(UTC)
        resolve_forecast(
            desk.db, self.number, self.outcome, evidence=self.evidence, user=user, made_at=now, article=article, event=event,
            reason=self.reason,
        )  # fmt: skip
        said = {"outcome": self.outcome, "evidence": self.evidence} | ({"reason": self.reason} if self.reason else {})
        return Done("forecast", str(self.number), said)
