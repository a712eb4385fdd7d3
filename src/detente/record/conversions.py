"""Between rows of the database and the dataclasses of `detente.types`: the one place that knows both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, TypeVar

from detente.record import models
from detente.record.decisions import SETTABLE, Correction, Override
from detente.types import Article, Assessment, Coding, Content, Driver, Event, Forecast, LevelPoint, Mention, Status

T = TypeVar("T", Event, Assessment, Forecast)
DAYS = ("date_start", "date_end", "horizon_start", "horizon_end", "as_of")
TUPLES = ("actor", "recipient", "contexts", "sides", "probability")


def pack(row: Any) -> Any:
    """Any dataclass of `detente.types` as JSON values, losslessly: dates as ISO text, tuples as lists."""
    if isinstance(row, date):
        return row.isoformat()
    if isinstance(row, tuple | list):
        return [pack(value) for value in row]
    if hasattr(row, "__dataclass_fields__"):
        return {field.name: pack(getattr(row, field.name)) for field in fields(row)}
    return row


def unpack(kind: type[T], payload: Mapping[str, Any]) -> T:
    """The event, assessment or forecast that `pack` made ``payload`` of."""
    values = dict(payload)
    for key in DAYS:
        if values.get(key):
            values[key] = date.fromisoformat(values[key])
    for key in TUPLES:
        if values.get(key) is not None:
            values[key] = tuple(values[key])
    values["mentions"] = tuple(Mention(**mention) for mention in values["mentions"])
    if values.get("content"):
        values["content"] = Content(**values["content"])
    return kind(**values)


def pack_coding(coding: Coding) -> dict[str, Any]:
    """The payload of a coding."""
    return {"events": pack(coding.events), "assessments": pack(coding.assessments), "forecasts": pack(coding.forecasts)}


def unpack_coding(article: str, payload: Mapping[str, Any]) -> Coding:
    """The coding that `pack_coding` made ``payload`` of."""
    return Coding(
        article=article,
        events=tuple(unpack(Event, row) for row in payload["events"]),
        assessments=tuple(unpack(Assessment, row) for row in payload["assessments"]),
        forecasts=tuple(unpack(Forecast, row) for row in payload["forecasts"]),
    )


def unpack_status(payload: Mapping[str, Any]) -> Status:
    """The status that `pack` made ``payload`` of."""
    values = dict(payload)
    values["as_of"] = date.fromisoformat(values["as_of"])
    values["sides"] = tuple(values["sides"])
    values["drivers"] = tuple(Driver(**driver) for driver in values["drivers"])
    return Status(**values)


def unpack_point(payload: Mapping[str, Any]) -> LevelPoint:
    """The level point that `pack` made ``payload`` of."""
    return LevelPoint(**{**payload, "day": date.fromisoformat(payload["day"])})


def article_row(article: Article) -> models.Article:
    """The row of an article, not yet saved."""
    plain = {key: getattr(article, key) for key in ("id", "title", "text", "source", "url", "author", "photo_credit")}
    more = {key: getattr(article, key) for key in ("language", "category", "kind", "file", "duplicate_of")}
    published = article.published
    day = published.date() if published else None
    return models.Article(**plain, **more, published=published.isoformat() if published else "", day=day)


def article_from(row: models.Article, places: Sequence[str]) -> Article:
    """The article of a row; ``places``: every place it and its duplicates were seen."""
    return Article(
        id=row.id,
        title=row.title,
        text=row.text,
        published=datetime.fromisoformat(row.published) if row.published else None,
        source=row.source,
        url=row.url,
        author=row.author,
        photo_credit=row.photo_credit,
        language=row.language,
        category=row.category,
        kind=row.kind,
        file=row.file,
        sources=tuple(dict.fromkeys(place for place in (row.source, *places) if place)),
        duplicate_of=row.duplicate_of,
    )


def event_row(event: Event, version: str, place: int) -> models.Event:
    """The row of a merged event, with the columns to filter by."""
    return models.Event(
        **_told(event, event.date_start, event.date_end, version, place),
        actor=_codes(event.actor),
        recipient=_codes(event.recipient),
        plover=event.plover,
        cameo=event.cameo,
        intensity=event.intensity,
        realis=event.realis,
    )


def assessment_row(row: Assessment, version: str, place: int) -> models.Assessment:
    """The row of a merged assessment."""
    told = _told(row, row.date_start, row.date_end, version, place)
    return models.Assessment(**told, sides=_codes(row.sides), direction=row.direction)


def forecast_row(row: Forecast, version: str, place: int) -> models.Forecast:
    """The row of a merged forecast."""
    return models.Forecast(**_told(row, row.horizon_start, row.horizon_end, version, place), sides=_codes(row.sides))


def _told(row: Event | Assessment | Forecast, start: date | None, end: date | None, version: str, place: int) -> dict[str, Any]:
    known = {"key": row.id, "version": version, "payload": pack(row), "mentions": len(row.mentions), "place": place}
    return known | {"date_start": start, "date_end": end}


def _codes(codes: Sequence[str]) -> str:
    return f" {' '.join(codes)} " if codes else ""


_SETTABLE = {key: place for place, key in enumerate(SETTABLE)}


def correction_from(row: models.Correction) -> Correction:
    """The correction of a row. What it sets stands in the order of `SETTABLE`: PostgreSQL keeps JSON in an order of its own."""
    plain = {f.name: getattr(row, f.name) for f in fields(Correction) if f.name not in ("article", "payload")}
    payload = {key: row.payload[key] for key in sorted(row.payload, key=lambda key: (_SETTABLE.get(key, len(_SETTABLE)), key))}
    return Correction(article=row.article_id, payload=payload, **plain)


def override_from(row: models.Override) -> Override:
    """The override of a row, with its withdrawal if there is one."""
    plain = {f.name: getattr(row, f.name) for f in fields(Override) if not f.name.startswith("withdrawn")}
    taken = getattr(row, "withdrawal", None)
    if taken is None:
        return Override(**plain)
    return Override(**plain, withdrawn=taken.made_at, withdrawn_by=taken.user, withdrawn_why=taken.reason)
