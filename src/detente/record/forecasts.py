"""The ledger of forecasts in the database: published once, resolved later, never changed, never deleted (migration 0003)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Literal

from detente.errors import NotFoundError, RecordError
from detente.record import models
from detente.record.forecast_ledger import LEAST, MOST, OUTCOMES, Found, LedgerForecast, Resolution
from detente.record.trouble import guarded


@guarded
def publish_forecast(
    db: str,
    *,
    statement: str,
    probability: float,
    deadline: date,
    criterion: str,
    category: str,
    author: str,
    analysis: str | int | None = None,
    made_at: datetime,
    user: str = "",
    unchanged: Literal["yes", "no"] = "no",
    found: Found | None = None,
) -> int:
    """Put a forecast into the ledger, for good; gives its id. Raises RecordError for what could not be judged later.

    analysis: the id of the analysis it stands in. user: who put it here, if not the author. unchanged: how it comes out if nothing
    changes. found: the span it was adopted from; each only once."""
    _check(statement, probability, deadline, criterion, category, author, made_at)
    if unchanged not in ("yes", "no"):
        raise RecordError(f"without change it comes out yes or no, not {unchanged!r}", where=statement)
    span = {"article_id": found.article, "field": found.field, "start": found.start, "end": found.end} if found else {}
    if found:
        _check_found(db, found)
    made = models.ForecastEntry.objects.using(db).create(
        **{"name": category.strip(), "statement": statement.strip(), "probability": float(probability), "horizon_end": deadline},
        **{"criterion": criterion.strip(), "unchanged": unchanged, "author": author.strip(), "user": user.strip() or author.strip()},
        **{"analysis": "" if analysis is None else str(analysis), "made_at": made_at, "entered_at": datetime.now(UTC)},
        **{**span, "quote": found.quote if found else ""},
    )
    return int(made.pk)


def _check(statement: str, probability: float, deadline: date, criterion: str, category: str, author: str, made_at: datetime) -> None:
    where = statement.strip()[:80]
    named = {"a statement": statement, "a resolution criterion": criterion, "a category": category, "an author": author}
    for what, text in named.items():
        if not text.strip():
            raise RecordError(f"a forecast needs {what}", where=where)
    if not LEAST <= probability <= MOST:
        raise RecordError(f"a probability lies between {LEAST} and {MOST}, not {probability}", where=where, hint="0.7 is likely")
    if deadline < made_at.date():
        raise RecordError(f"the deadline {deadline} had passed when it was made", where=where, hint="a forecast looks ahead")


def _check_found(db: str, found: Found) -> None:
    where = f"article {found.article}, {found.field} {found.start}-{found.end}"
    row = models.Article.objects.using(db).filter(id=found.article).first()
    if row is None:
        raise NotFoundError(f"no article {found.article!r}", hint="`detente articles --json` lists their ids")
    text = {"title": row.title, "text": row.text}.get(found.field, "")
    if not 0 <= found.start < found.end <= len(text) or text[found.start : found.end] != found.quote:
        raise RecordError("there is no such span in the article", where=where)
    held = {"article_id": found.article, "field": found.field, "start": found.start, "end": found.end}
    if models.ForecastEntry.objects.using(db).filter(**held).exists():
        raise RecordError("this forecast has been adopted before", where=where)


@guarded
def resolve_forecast(
    db: str,
    number: int,
    outcome: str,
    *,
    evidence: str,
    user: str,
    made_at: datetime,
    article: str = "",
    event: str = "",
    reason: str = "",
) -> Resolution:
    """Say how a forecast came out. A later word stands over an earlier one, if it says why. Raises NotFoundError, RecordError."""
    from django.db import transaction

    where = f"forecast {number}"
    if outcome not in OUTCOMES:
        raise RecordError(f"a forecast does not come out {outcome!r}", where=where, hint=f"allowed: {', '.join(OUTCOMES)}")
    if not evidence.strip() or not user.strip():
        raise RecordError("a resolution needs its evidence and the name of who made it", where=where)
    if article and not models.Article.objects.using(db).filter(id=article).exists():
        raise NotFoundError(f"no article {article!r}", hint="`detente articles --json` lists their ids")
    with transaction.atomic(using=db):  # the row is held, so that of two at once the second sees the first
        entry = models.ForecastEntry.objects.using(db).select_for_update().filter(pk=number).first()
        if entry is None:
            raise NotFoundError(f"no forecast {number}", hint="`detente forecasts` lists them")
        if entry.resolutions.exists() and not reason.strip():
            raise RecordError("it is resolved: another word needs a reason", where=where)
        made = entry.resolutions.create(
            outcome=outcome, evidence=evidence.strip(), user=user, made_at=made_at, article=article, event=event, reason=reason.strip()
        )
    return _resolution(made)


@guarded
def forecasts_of(
    db: str, *, category: str | None = None, author: str | None = None, analysis: str | int | None = None
) -> list[LedgerForecast]:
    """The ledger, newest first; only of a category, author or analysis where one is given. A row from before the ledger that has no
    probability or no deadline stays in its table and is not part of it: it could never be judged."""
    wanted = {"name": category, "author": author, "analysis": None if analysis is None else str(analysis)}
    rows = _judgeable(db).filter(**{key: value for key, value in wanted.items() if value is not None})
    return [_entry(row) for row in rows.order_by("-made_at", "-id")]


@guarded
def forecast_by_id(db: str, number: int) -> LedgerForecast:
    """One forecast. Raises NotFoundError."""
    row = _judgeable(db).filter(pk=number).first()
    if row is None:
        raise NotFoundError(f"no forecast {number}", hint="`detente forecasts` lists them")
    return _entry(row)


def _judgeable(db: str) -> Any:
    rows = models.ForecastEntry.objects.using(db).prefetch_related("resolutions")
    return rows.filter(probability__isnull=False, horizon_end__isnull=False)


def _entry(row: models.ForecastEntry) -> LedgerForecast:
    span = Found(row.article_id, row.field, row.start, row.end, row.quote) if row.article_id else None
    resolutions = tuple(_resolution(each) for each in sorted(row.resolutions.all(), key=lambda each: each.pk))
    return LedgerForecast(
        id=row.pk, statement=row.statement, probability=row.probability, deadline=row.horizon_end, criterion=row.criterion,
        category=row.name, author=row.author, made_at=row.made_at, user=row.user,
        entered_at=row.entered_at or row.made_at, unchanged=row.unchanged, analysis=row.analysis, found=span, resolutions=resolutions,
    )  # fmt: skip


def _resolution(row: models.ForecastResolution) -> Resolution:
    return Resolution(row.pk, row.outcome, row.evidence, row.user, row.made_at, row.article, row.event, row.reason)
