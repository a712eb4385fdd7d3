"""Events, assessments and forecasts as the JSON of the contracts, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from detente.types import Assessment, Content, Event, Forecast, Mention, Realis

Json = dict[str, Any]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _parse_day(value: object) -> date | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"no day: {value!r}")
    return date.fromisoformat(value)


def _one_of(value: Any, allowed: tuple[Any, ...], what: str) -> Any:
    if value not in allowed:
        raise ValueError(f"no {what}: {value!r}")
    return value


def _mentions(mentions: tuple[Mention, ...]) -> list[Json]:
    return [{"article": m.article, "field": m.field, "quote": m.quote, "start": m.start, "end": m.end} for m in mentions]


def _parse_mentions(rows: object) -> tuple[Mention, ...]:
    if not isinstance(rows, list):
        raise ValueError(f"no list of mentions: {rows!r}")
    return tuple(Mention(r["article"], r["field"], r["quote"], r["start"], r["end"]) for r in rows)


def event_to_json(event: Event) -> Json:
    """The event as `detente code` and `detente events` print it."""
    content = event.content
    return {
        "id": event.id,
        "actor": list(event.actor),
        "recipient": list(event.recipient),
        "plover": event.plover,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "intensity": event.intensity,
        "realis": event.realis,
        "content": {"plover": content.plover, "cameo": content.cameo, "quote": content.quote} if content else None,
        "date_start": _day(event.date_start),
        "date_end": _day(event.date_end),
        "date_source": event.date_source,
        "quantity": event.quantity,
        "speaker": event.speaker,
        "mentions": _mentions(event.mentions),
        "rule": event.rule,
    }


def event_from_json(row: Mapping[str, Any]) -> Event:
    """What `event_to_json` wrote. Raises KeyError or ValueError for anything else."""
    content = row["content"]
    return Event(
        id=row["id"], actor=tuple(row["actor"]), recipient=tuple(row["recipient"]), plover=row["plover"], mode=row["mode"],
        contexts=tuple(row["contexts"]), cameo=row["cameo"], intensity=row["intensity"],
        realis=_one_of(row["realis"], get_args(Realis), "realis"),
        content=Content(content["plover"], content["cameo"], content["quote"]) if content else None,
        date_start=_parse_day(row["date_start"]), date_end=_parse_day(row["date_end"]), date_source=row["date_source"],
        quantity=row["quantity"], speaker=row["speaker"], mentions=_parse_mentions(row["mentions"]), rule=row["rule"],
    )  # fmt: skip


def assessment_to_json(found: Assessment) -> Json:
    """The assessment as `detente code` and `detente events --kind assessment` print it."""
    return {
        "id": found.id, "sides": list(found.sides), "direction": found.direction, "realis": found.realis,
        "date_start": _day(found.date_start), "date_end": _day(found.date_end), "speaker": found.speaker,
        "mentions": _mentions(found.mentions), "rule": found.rule,
    }  # fmt: skip


def assessment_from_json(row: Mapping[str, Any]) -> Assessment:
    """What `assessment_to_json` wrote."""
    return Assessment(
        row["id"], tuple(row["sides"]), row["direction"], row["realis"], _parse_day(row["date_start"]), _parse_day(row["date_end"]),
        row["speaker"], _parse_mentions(row["mentions"]), row["rule"],
    )  # fmt: skip


def forecast_to_json(found: Forecast) -> Json:
    """The forecast as `detente code` and `detente events --kind forecast` print it."""
    return {
        "id": found.id, "sides": list(found.sides), "probability": list(found.probability) if found.probability else None,
        "band": found.band, "horizon_start": _day(found.horizon_start), "horizon_end": _day(found.horizon_end), "speaker": found.speaker,
        "mentions": _mentions(found.mentions), "rule": found.rule,
    }  # fmt: skip


def forecast_from_json(row: Mapping[str, Any]) -> Forecast:
    """What `forecast_to_json` wrote."""
    probability = row["probability"]
    return Forecast(
        row["id"], tuple(row["sides"]), (probability[0], probability[1]) if probability else None, row["band"],
        _parse_day(row["horizon_start"]), _parse_day(row["horizon_end"]), row["speaker"], _parse_mentions(row["mentions"]), row["rule"],
    )  # fmt: skip
