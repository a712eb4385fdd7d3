"""Rows as plain JSON values, as the contracts of ``--json`` want them: what the commands print and the API answers with."""

from __future__ import annotations

from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.types import Article, Assessment, Driver, Event, Forecast, Status

if TYPE_CHECKING:
    from detente.published import PublishedAnalysis
    from detente.record.forecast_ledger import LedgerForecast
    from detente.record.forecast_scores import ScoreRow


def status_json(status: Status) -> dict[str, Any]:
    """A status as the contract of ``detente status --json`` wants it."""
    plain = {key: getattr(status, key) for key in ("level", "low", "high", "change", "p_improved", "p_deteriorated", "events")}
    return {
        **{"name": status.name, "kind": status.kind, "sides": list(status.sides), "as_of": status.as_of.isoformat()},
        **plain,
        **{"drivers": [driver_json(driver) for driver in status.drivers], "by": status.by, "reason": status.reason},
        **{"source": status.source},
    }


def driver_json(driver: Driver) -> dict[str, Any]:
    """``{"event": id, "share"}``; the row of what fades has no id."""
    return {driver.kind: driver.id, "share": driver.share}


def article_json(article: Article) -> dict[str, Any]:
    """An article as the contract of ``detente articles --json`` wants it."""
    plain = {key: getattr(article, key) for key in ("text", "source", "photo_credit", "language", "duplicate_of", "file")}
    published = article.published.isoformat() if article.published else None
    return {"id": article.id, "title": article.title, "published": published, **plain}


def told_json(row: Event | Assessment | Forecast) -> dict[str, Any]:
    """An event, assessment or forecast as in ``detente code``, with its id in front."""
    from detente.events.wire import assessment_to_json, event_to_json, forecast_to_json

    if isinstance(row, Event):
        body = event_to_json(row)
    elif isinstance(row, Assessment):
        body = assessment_to_json(row)
    else:
        body = forecast_to_json(row)
    return {"id": row.id, **body}


def forecast_json(row: LedgerForecast, today: date) -> dict[str, Any]:
    """A forecast as plain JSON: days and moments as ISO text."""
    from detente.pages.wording import estimative

    names = ("id", "statement", "probability", "criterion", "category", "author", "user", "unchanged", "analysis")
    plain = {name: getattr(row, name) for name in names}
    days = {"deadline": row.deadline.isoformat(), "made_at": row.made_at.isoformat(), "entered_at": row.entered_at.isoformat()}
    told = [{**asdict(each), "made_at": each.made_at.isoformat()} for each in row.resolutions]
    words = {"words": estimative(row.probability), "state": row.state(today)}
    return {"kind": "forecast", **plain, **words, **days, "found": asdict(row.found) if row.found else None, "resolutions": told}


def score_json(row: ScoreRow) -> dict[str, Any]:
    """A score as plain JSON."""
    against = [{**asdict(plain), "verdict": plain.verdict} for plain in row.score.against]
    counts = {"resolved": row.score.count, "yes": row.score.yes, "too_few": row.score.few, "states": row.states}
    return {"kind": "score", "of": row.of, "name": row.name, **counts, "brier": row.score.brier, "against": against,
            "calibration": [asdict(b) for b in row.score.bins]}  # fmt: skip


def analysis_json(analysis: PublishedAnalysis) -> dict[str, Any]:
    """One published analysis as plain JSON values; each part of the text says its kind."""
    from detente.published import ForecastPart, QuotePart

    kinds = {QuotePart: "quote", ForecastPart: "forecast"}
    parts = [{"part": kinds.get(type(part), "text"), **_plain(part)} for part in analysis.parts]
    made: dict[str, Any] = _plain(analysis) | {"parts": parts}
    return made


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
