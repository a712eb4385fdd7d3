"""What humans decide, as plain data: corrections of codings, overrides of statuses, and what they looked at and let stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal

from detente.types import Assessment, Change, Coding, Event, Field, Forecast, Mention, Status, StatusKind

Coded = Event | Assessment | Forecast
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
# In the payload of a correction: which of the things told at the span is meant, as `aim_of` says it. Without it, all of them.
AIM = "aim"


@dataclass(frozen=True, slots=True)
class Correction:
    """A human's word on what was coded at a span of an article.

    action: "drop" (nothing is told there), "set" (payload changes fields of the event there), "add" (payload is an event). Of several
    things told at one span, payload["aim"] says which is meant.
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


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody looked at an article, or at one thing coded in it, and let it stand.

    aim, field, start, end: which thing, as in a correction; empty and None for the article as a whole. coding: `coding_digest` of the
    article's coding then, so that what is coded otherwise later counts as not yet reviewed.
    """

    id: int
    article: str
    field: str
    start: int | None
    end: int | None
    aim: str
    coding: str
    user: str
    made_at: datetime
    withdrawn: datetime | None = None


def aim_of(row: Coded) -> str:
    """What is told, short enough to know it again in another coding: kind, who, to whom or which way, class."""
    if isinstance(row, Event):
        return "|".join(("event", "+".join(row.actor), "+".join(row.recipient), row.plover))
    if isinstance(row, Assessment):
        return "|".join(("assessment", "+".join(row.sides), row.direction, ""))
    return "|".join(("forecast", "+".join(row.sides), row.band or "", ""))


def rows_in(coding: Coding) -> list[Coded]:
    """Everything told in an article: events, assessments, forecasts."""
    return [*coding.events, *coding.assessments, *coding.forecasts]


def coding_digest(coding: Coding) -> str:
    """A short text that changes when what is told in an article, where or when, does. Who coded it and by which rule does not count."""
    from hashlib import sha256

    told = [(aim_of(row), [(m.field, m.start, m.end) for m in row.mentions], *_moments(row)) for row in rows_in(coding)]
    return sha256(repr(sorted(told, key=repr)).encode()).hexdigest()[:16]


def _moments(row: Coded) -> tuple[str, ...]:
    if isinstance(row, Forecast):
        return (str(row.horizon_start), str(row.horizon_end), str(row.probability))
    more = (row.mode or "", f"{row.intensity:g}") if isinstance(row, Event) else ()
    return (str(row.date_start), str(row.date_end), row.realis, *more)


def meant(rows: Sequence[Coded], correction: Correction) -> set[int]:
    """Places in ``rows`` of what a correction is about.

    Without an aim: all that its span touches. With one, of these the one that reads as it did when the correction was made; if none does
    (it was coded otherwise since), those of its kind that have most in common with it.
    """
    touched = [n for n, row in enumerate(rows) if _touches(row, correction)]
    aim = str(correction.payload.get(AIM, ""))
    if not aim:
        return set(touched)
    alike = {n: likeness(aim_of(rows[n]), aim) for n in touched}
    best = max(alike.values(), default=0)
    return {n for n, value in alike.items() if best and value == best}


def likeness(one: str, other: str) -> int:
    """How many parts of two aims are the same, the kind included; 0 where the kinds differ."""
    parts = list(zip(one.split("|"), other.split("|"), strict=False))
    return sum(a == b for a, b in parts) if parts and parts[0][0] == parts[0][1] else 0


def apply_corrections(coding: Coding, corrections: Iterable[Correction]) -> Coding:
    """``coding`` as the humans want it. Corrections of other articles and withdrawn ones do nothing; later ones win."""
    told = rows_in(coding)
    rows = list(told)
    for correction in sorted(corrections, key=lambda c: (c.made_at, c.id)):
        if correction.article != coding.article or correction.withdrawn is not None:
            continue
        if correction.action == "add":
            rows.append(_added(correction))
            continue
        about = meant(rows, correction)
        if not _reads(rows, about, correction) and _reads(told, meant(told, correction), correction):
            about = set()  # what it means was told, and an earlier correction has seen to it: its neighbour is not meant
        if correction.action == "drop":
            rows = [row for n, row in enumerate(rows) if n not in about]
        else:
            rows = [_changed(row, correction) if n in about and isinstance(row, Event) else row for n, row in enumerate(rows)]
    return replace(
        coding,
        events=tuple(row for row in rows if isinstance(row, Event)),
        assessments=tuple(row for row in rows if isinstance(row, Assessment)),
        forecasts=tuple(row for row in rows if isinstance(row, Forecast)),
    )


def apply_overrides(statuses: Iterable[Status], overrides: Iterable[Override], as_of: date) -> list[Status]:
    """Statuses with the editors' word where there is one for ``as_of``: the latest from_date wins, then the latest made."""
    found: dict[tuple[str, str], Override] = {}
    for override in sorted(overrides, key=lambda o: (o.from_date, o.made_at, o.id)):
        ended = override.until_date is not None and override.until_date < as_of
        if override.withdrawn is None and override.from_date <= as_of and not ended:
            found[override.kind, override.name] = override
    decided = [(status, found.get((status.kind, status.name))) for status in statuses]
    return [replace(status, change=o.change, by=o.user, reason=o.reason) if o else status for status, o in decided]


def decided_steps(
    machine: Sequence[tuple[date, Status]], overrides: Iterable[Override], of: tuple[StatusKind, str], as_of: date,
    status_at: Callable[[date], Status],
) -> list[tuple[date, Status]]:  # fmt: skip
    """The days on which the status that is shown stepped: the machine's steps, and the days on which an editor's word for ``of`` (kind,
    name) begins or ends; a step of the machine under an editor's word is none. status_at: what the machine says on any day."""
    mine = [o for o in overrides if (o.kind, o.name) == of and o.withdrawn is None and o.from_date <= as_of]
    if not mine:
        return list(machine)
    known = dict(machine)
    ends = {o.until_date + timedelta(days=1) for o in mine if o.until_date is not None and o.until_date < as_of}
    out: list[tuple[date, Status]] = []
    for day in sorted({*known, *(o.from_date for o in mine), *ends}):
        (status,) = apply_overrides([known[day] if day in known else status_at(day)], mine, day)
        if not out or (status.change, status.by, status.reason) != (out[-1][1].change, out[-1][1].by, out[-1][1].reason):
            out.append((day, status))
    return out


def _reads(rows: Sequence[Coded], about: set[int], correction: Correction) -> bool:
    """Whether what a correction is about reads just as it did when the correction was made."""
    return any(aim_of(rows[n]) == correction.payload.get(AIM) for n in about)


def _touches(row: Coded, correction: Correction) -> bool:
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
    if "date_start" in values:
        values["date_source"] = "stated" if values["date_start"] else None  # by a human, who read it there
    return values


def _changed(event: Event, correction: Correction) -> Event:
    return replace(event, **_values(correction.payload), id=_id(correction, event.id), rule=f"correction {correction.id} of {event.rule}")


def _added(correction: Correction) -> Event:
    defaults: dict[str, Any] = {
        **{"actor": (), "recipient": (), "plover": "", "mode": None, "contexts": (), "cameo": "", "intensity": 0.0},
        **{"realis": "asserted", "date_start": None, "date_end": None, "date_source": None, "quantity": None, "speaker": None},
    }
    mention = Mention(correction.article, correction.field, correction.quote, correction.start, correction.end)
    fields = defaults | _values(correction.payload)
    return Event(id=_id(correction, ""), content=None, mentions=(mention,), rule=f"correction {correction.id}", **fields)


def _id(correction: Correction, before: str) -> str:
    from hashlib import sha256

    spot = f"{before}|{correction.article}|{correction.field}|{correction.start}|{correction.end}|{sorted(correction.payload.items())!r}"
    return sha256(spot.encode()).hexdigest()[:16]
