"""What was looked at and left as it is, in the database: added and withdrawn, never changed, never deleted."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime

from detente.errors import NotFoundError, RecordError
from detente.record import models
from detente.record.decisions import Review
from detente.record.trouble import guarded


@guarded
def add_review(
    db: str,
    article: str,
    *,
    coding: str,
    user: str,
    made_at: datetime,
    field: str = "",
    start: int | None = None,
    end: int | None = None,
    aim: str = "",
) -> Review:
    """Note that ``user`` let an article stand, or one thing in it. Raises NotFoundError, RecordError."""
    if not models.Article.objects.using(db).filter(id=article).exists():
        raise NotFoundError(f"no article {article!r}", hint="`detente articles --json` lists their ids")
    if not user.strip() or user == "machine":
        raise RecordError("a review needs the name of who made it", where=f"article {article}")
    made = models.Review.objects.using(db).create(
        article_id=article, field=field, start=start, end=end, aim=aim, coding=coding, user=user, made_at=made_at
    )
    return _review_from(made)


@guarded
def reviews(db: str, article: str = "") -> list[Review]:
    """Every review that stands, oldest first; with ``article``, those of it."""
    rows = models.Review.objects.using(db).filter(withdrawn=None).order_by("made_at", "id")
    return [_review_from(row) for row in (rows.filter(article_id=article) if article else rows)]


@guarded
def withdraw_review(db: str, number: int, at: datetime) -> None:
    """Withdraw a review; the row stays. Raises NotFoundError."""
    if not models.Review.objects.using(db).filter(id=number, withdrawn=None).update(withdrawn=at):
        raise NotFoundError(f"no review {number} that stands", hint="was it withdrawn before?")


def _review_from(row: models.Review) -> Review:
    plain = {field.name: getattr(row, field.name) for field in fields(Review) if field.name != "article"}
    return Review(article=row.article_id, **plain)
