"""A date phrase of a sentence, and the days it means for a past or a coming event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.events.date_words import Span, shift, unit_of

Precision = Literal["day", "week", "month", "season", "year", "span", "decade"]
DateKind = Literal["absolute", "relative", "anaphoric", "duration", "history-marker", "modifier", "vague"]
Role = Literal["at", "since", "until", "by", "before", "after", "for"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date phrase. start, end: code points in the text searched. first, last: inclusive days when the event is past (None: not known).

    planned: the days when the event is to come. kind: ``absolute`` (the same whenever it was written), ``relative`` (to publication),
    ``anaphoric`` (to an earlier date of the text), ``duration`` (says nothing of when), ``history-marker`` ("25 years since": the thing
    remembered lies ``shift`` back), ``modifier`` ("the 2008 sanctions", "Monday's raid": dates that noun only), ``vague`` ("recently").
    role: the preposition's sense; "until" and "before" give an end, no beginning; "for" (set for, moved to) only dates what is to come.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    precision: Precision
    kind: DateKind
    planned: Span | None = None
    shift: tuple[str, int] | None = None
    role: Role = "at"
    bare: bool = False  # without a year or week of its own: a weekday, a day or month of some year, to be read by tense

    def resolve(self, future: bool, anchor: Span | None = None) -> Span | None:
        """The days meant. future: the event is to come. anchor: the earlier date for the anaphoric ("two days later")."""
        if self.kind == "anaphoric":
            if anchor is not None:
                return anchor if self.shift is None or self.shift == ("day", 0) else _step(anchor, *self.shift)
            return None if self.shift is None else self.planned
        if future:
            return self.planned
        return (self.first, self.last) if self.first and self.last else None


def _step(anchor: Span, unit: str, n: int) -> Span:
    return unit_of(shift(anchor[1] if n > 0 else anchor[0], unit, n), "week" if unit == "fortnight" else unit)
