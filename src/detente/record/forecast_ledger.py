"""The ledger of forecasts as plain data: what was said to come, how likely, by when, and how it came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from detente.types import Field

Outcome = Literal["yes", "no", "void"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
State = Literal["open", "due", "yes", "no", "void"]
# The ends of the words of ICD 203: what is certain needs no forecast, and one miss at 0 or 100 % would be past repair.
LEAST, MOST = 0.01, 0.99


@dataclass(frozen=True, slots=True)
class Found:
    """Where the coder found a forecast that was adopted: article, field and span, with the words. Offsets count code points."""

    article: str
    field: Field
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a forecast came out, by whose word. article, event: ids of what shows it, or empty. reason: why it stands over an earlier one."""

    id: int
    outcome: Outcome
    evidence: str
    user: str
    made_at: datetime
    article: str = ""
    event: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LedgerForecast:
    """A forecast in the ledger.

    probability: 0 to 1. deadline: the last day that counts. category: of a category or relation, its name. unchanged: how it comes out if
    nothing changes. made_at: when its author made it; entered_at: when ``user`` put it into the ledger. resolutions: oldest first, the
    last stands."""

    id: int
    statement: str
    probability: float
    deadline: date
    criterion: str
    category: str
    author: str
    made_at: datetime
    user: str
    entered_at: datetime
    unchanged: Literal["yes", "no"] = "no"
    analysis: str = ""
    found: Found | None = None
    resolutions: tuple[Resolution, ...] = ()

    @property
    def resolution(self) -> Resolution | None:
        """The one that stands."""
        return self.resolutions[-1] if self.resolutions else None

    def state(self, today: date) -> State:
        """How it came out; else "due" once the deadline has passed, "open" before."""
        if self.resolution is not None:
            return self.resolution.outcome
        return "due" if self.deadline < today else "open"
