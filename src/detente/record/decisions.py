"""What humans decide, as plain data: corrections of codings and overrides of statuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from detente.types import Assessment, Change, Coding, DateSource, Event, Field, Forecast, Mention, Status, StatusKind

Action = Literal["drop", "set", "add"]
ACTIONS: tuple[Action, ...] = ("drop", "set", "add")
# What a correction of action "set" may change in an event; the rest follows from the text.
SETTABLE = (
    "actor",
    "recipient",
    "plover",
    "mode",
    "contexts",
    "cameo",
    "intensity",
    "realis",
    "date_start",
    "date_end",
    "quantity",
    "speaker",
)


@dataclass(frozen=True, slots=True)
class Correction:
    """A human's word on what was coded at a span of an article.

    action: "drop" (nothing is told there), "set" (payload changes fields of the event there), "add" (payload is an event).
    from_date: the as-of day from which it counts; by default the desk's newest day when it was made.
    """

    id: int
    article: str
    field: Field
    start: int
    end: int
    quote: str
    action: Action
    payload: Mapping[str, Any]
    user: str
    made_at: datetime
    reason: str
    from_date: date
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """An editor's status of a relation or category from a day on (until ``until_date`` if given), with the reason.

    withdrawn, withdrawn_by, withdrawn_why: when, by whom and why it was taken back; it then counts for no day, and stays on record."""

    id: int
    name: str
    kind: StatusKind
    change: Change
    user: str
    made_at: datetime
    reason: str
    from_date: date
    until_date: date | None = None
    withdrawn: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_why: str = ""


def apply_corrections(coding: Coding, corrections: Iterable[Correction]) -> Coding:
    """``coding`` as the humans want it. Corrections of other articles and withdrawn ones do nothing; later ones win."""
    events, assessments, forecasts = list(coding.events), list(coding.assessments), list(coding.forecasts)
    for correction in sorted(corrections, key=lambda c: (c.made_at, c.id)):
        if correction.article != coding.article or correction.withdrawn is not None:
            continue
        if correction.action == "add":
            events.append(_added(correction))
        elif correction.action == "drop":
            events = [event for event in events if not _touches(event, correction)]
            assessments = [row for row in assessments if not _touches(row, correction)]
            forecasts = [row for row in forecasts if not _touches(row, correction)]
        else:
            events = [_changed(event, correction) if _touches(event, correction) else event for event in events]
    return replace(coding, events=tuple(events), assessments=tuple(assessments), forecasts=tuple(forecasts))


def apply_overrides(statuses: Iterable[Status], overrides: Iterable[Override], as_of: date) -> list[Status]:
    """Statuses with the editors' word where there is one for ``as_of``: the latest from_date wins, then the latest made."""
    found: dict[tuple[str, str], Override] = {}
    for override in sorted(overrides, key=lambda o: (o.from_date, o.made_at, o.id)):
        ended = override.until_date is not None and override.until_date < as_of
        if override.withdrawn is None and override.from_date <= as_of and not ended:
            found[override.kind, override.name] = override
    decided = [(status, found.get((status.kind, status.name))) for status in statuses]
    return [replace(status, change=o.change, by=o.user, reason=o.reason) if o else status for status, o in decided]


def _touches(row: Event | Assessment | Forecast, correction: Correction) -> bool:
    return any(
        m.article == correction.article and m.field == correction.field and m.start < correction.end and correction.start < m.end
        for m in row.mentions
    )


def _values(payload: Mapping[str, Any]) -> dict[str, Any]:
    values = {key: value for key, value in payload.items() if key in SETTABLE}
    for key in ("actor", "recipient", "contexts"):
        if key in values:
            values[key] = tuple(values[key])
    for key in ("date_start", "date_end"):
        if values.get(key):
            values[key] = date.fromisoformat(values[key])
    return values


def _changed(event: Event, correction: Correction) -> Event:
    return replace(event, **_values(correction.payload), id=_id(correction, event.id), rule=f"correction {correction.id} of {event.rule}")


def _added(correction: Correction) -> Event:
    defaults: dict[str, Any] = {
        **{"actor": (), "recipient": (), "plover": "", "mode": None, "contexts": (), "cameo": "", "intensity": 0.0},
        **{"realis": "asserted", "date_start": None, "date_end": None, "quantity": None, "speaker": None},
    }
    mention = Mention(correction.article, correction.field, correction.quote, correction.start, correction.end)
    fields = defaults | _values(correction.payload)
    dated: DateSource | None = "stated" if fields["date_start"] else None
    return Event(id=_id(correction, ""), content=None, date_source=dated, mentions=(mention,), rule=f"correction {correction.id}", **fields)


def _id(correction: Correction, before: str) -> str:
    from hashlib import sha256

    spot = f"{before}|{correction.article}|{correction.field}|{correction.start}|{correction.end}|{sorted(correction.payload.items())!r}"
    return sha256(spot.encode()).hexdigest()[:16]
