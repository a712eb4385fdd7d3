"""A forecast that the coder found in an article goes into the ledger, under the name of whoever made it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import ClassVar, Literal

from detente.desk.action import Action, Done
from detente.desk.forecasts.found import Candidate
from detente.desk.opened import opened_desk
from detente.desk.rights import Right
from detente.errors import RecordError


@dataclass(frozen=True, slots=True)
class Adopt(Action):
    """candidate: what was found, with its author, probability and span. The deadline is the candidate's where it has one: nobody may lend
    its author another."""

    right: ClassVar[Right] = "forecast"
    verb: ClassVar[str] = "adopted"
    candidate: Candidate
    deadline: date | None
    criterion: str
    category: str
    unchanged: Literal["yes", "no"] = "no"

    def perform(self) -> Done:
        """Raises RecordError."""
        from detente.record.forecasts import publish_forecast

        found = self.candidate
        deadline = found.deadline or self.deadline
        if deadline is None or found.published is None:
            raise RecordError("a forecast needs a deadline, and its article a date", where=found.statement[:80])
        made_at = found.published if found.published.tzinfo else datetime.combine(found.published.date(), time(), UTC)
        number = publish_forecast(
            opened_desk().db, statement=found.statement, probability=found.probability, deadline=deadline, criterion=self.criterion,
            category=self.category, author=found.author, made_at=made_at, user=self.user.get_username(), unchanged=self.unchanged,
            found=found.span,
        )  # fmt: skip
        said = {"statement": found.statement, "author": found.author, "article": found.span.article, "probability": found.probability}
        return Done("forecast", str(number), said, number)
