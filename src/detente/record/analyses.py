"""Published analyses and the statuses they froze, in the database. What is published once stays: it is replaced on its page or withdrawn,
and a frozen status is never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from detente.errors import NotFoundError
from detente.published import ForecastPart, FrozenStatus, LikeArticle, Photo, PublishedAnalysis, QuotePart, TextPart
from detente.record import models
from detente.record.conversions import pack, unpack_status
from detente.record.trouble import guarded

_PARTS = {"text": TextPart, "quote": QuotePart, "forecast": ForecastPart}
_NAMES = {kind: name for name, kind in _PARTS.items()}


@guarded
def published_analyses(db: str) -> list[PublishedAnalysis]:
    """Every analysis that is on its page now, newest first."""
    rows = models.Analysis.objects.using(db).filter(published_at__isnull=False, withdrawn=None).order_by("-published_at", "slug")
    frozen = {row.pk: row for row in models.PublishedStatus.objects.using(db).filter(analysis__in=[row.pk for row in rows]).order_by("pk")}
    return [_analysis(row, frozen.get(row.page.get("status"))) for row in rows]


@guarded
def analysis_of_page(db: str, page: int) -> PublishedAnalysis | None:
    """What was published of a page of the desk, also if it was withdrawn since; None if it never was."""
    row = models.Analysis.objects.using(db).filter(page_number=page).first()
    if row is None:
        return None
    return _analysis(row, models.PublishedStatus.objects.using(db).filter(pk=row.page.get("status")).first())


@guarded
def save_analysis(db: str, analysis: PublishedAnalysis, page: int, html: str, user: str, at: datetime) -> None:
    """Put an analysis on its page: a new one, or in the place of what was published of the same page before. Call it in a transaction.

    page: its number in the desk; html: the whole text, cleaned. A status it cited before with the same name and day stays as it was frozen.
    """
    row, _ = models.Analysis.objects.using(db).get_or_create(
        page_number=page, defaults={"slug": analysis.slug, "user": user, "made_at": at, "category": analysis.category}
    )
    status = _freeze(db, row, analysis.status, at) if analysis.status else None
    row.category, row.title, row.text, row.user = analysis.category, analysis.title, html, user
    row.published_at, row.withdrawn = analysis.published, None
    row.page = {
        "author": analysis.author,
        "updated": analysis.updated.isoformat() if analysis.updated else None,
        "status": status,
        "parts": [{"part": _NAMES[type(part)], **_plain(part)} for part in analysis.parts],
        "kept": [_plain(part) for part in analysis.kept],
        "photo": asdict(analysis.photo) if analysis.photo else None,
        "similar": [_plain(like) for like in analysis.similar],
        "trends": [_packed(trend) | {"version": trend.version} for trend in analysis.trends],
    }
    row.save(using=db)


@guarded
def withdraw_analysis(db: str, page: int, at: datetime) -> str:
    """Take an analysis off the pages; the row, its statuses and its forecasts stay. Gives its slug. Raises NotFoundError."""
    row = models.Analysis.objects.using(db).filter(page_number=page).first()
    if row is None:
        raise NotFoundError(f"page {page} was never published")
    models.Analysis.objects.using(db).filter(pk=row.pk).update(withdrawn=at)
    return str(row.slug)


@guarded
def slug_taken(db: str, slug: str, page: int) -> bool:
    """Whether another page was published under an address."""
    return bool(models.Analysis.objects.using(db).filter(slug=slug).exclude(page_number=page).exists())


def _freeze(db: str, row: models.Analysis, status: FrozenStatus, at: datetime) -> int:
    """The key of the frozen status: the one this analysis froze before, or a new one."""
    rows = models.PublishedStatus.objects.using(db)
    same = {"analysis": row, "name": status.shown.name, "kind": status.shown.kind, "as_of": status.shown.as_of}
    kept = rows.filter(**same).first()
    if kept is None:
        kept = rows.create(**same, published_at=at, version=status.version, payload=_packed(status))
    return int(kept.pk)


def _packed(status: FrozenStatus) -> dict[str, Any]:
    return {"shown": pack(status.shown), "machine": pack(status.machine), "period_days": status.period_days}


def _frozen(payload: Mapping[str, Any], version: str) -> FrozenStatus:
    return FrozenStatus(unpack_status(payload["shown"]), unpack_status(payload["machine"]), version, payload["period_days"])


def _plain(part: Any) -> dict[str, Any]:
    """Any part as JSON values; moments and days as ISO text."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in asdict(part).items()}


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _part(payload: Mapping[str, Any]) -> TextPart | QuotePart | ForecastPart:
    values = {key: value for key, value in payload.items() if key != "part"}
    if payload["part"] == "quote":
        return QuotePart(**{**values, "published": _moment(values["published"])})
    return TextPart(**values) if payload["part"] == "text" else _forecast(values)


def _forecast(values: Mapping[str, Any]) -> ForecastPart:
    return ForecastPart(**{**values, "deadline": date.fromisoformat(values["deadline"])})


def _analysis(row: models.Analysis, status: models.PublishedStatus | None) -> PublishedAnalysis:
    page = row.page
    return PublishedAnalysis(
        slug=row.slug, title=row.title, category=row.category, author=page["author"], published=row.published_at,
        updated=_moment(page["updated"]), status=_frozen(status.payload, status.version) if status else None,
        parts=tuple(map(_part, page["parts"])), kept=tuple(map(_forecast, page["kept"])),
        photo=Photo(**page["photo"]) if page["photo"] else None,
        similar=tuple(replace(LikeArticle(**like), published=_moment(like["published"])) for like in page["similar"]),
        trends=tuple(_frozen(trend, trend["version"]) for trend in page["trends"]),
    )  # fmt: skip
