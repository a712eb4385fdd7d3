"""Corrections and overrides in the database: added and withdrawn, never changed, never deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from detente.errors import NotFoundError, RecordError
from detente.record import models
from detente.record.conversions import correction_from, override_from
from detente.record.decisions import ACTIONS, AIM, SETTABLE, Correction, Override
from detente.record.texts import kept_text
from detente.record.trouble import guarded
from detente.types import Change, Field, StatusKind

# What people did by the statuses as they were, withdrawn or not.
_BY_PEOPLE = (models.Correction, models.Override, models.Review, models.ForecastEntry, models.Analysis)
CHANGES: tuple[Change, ...] = ("improved", "unchanged", "deteriorated", "no-reporting")


@guarded
def add_correction(
    db: str,
    article: str,
    field: Field,
    start: int,
    end: int,
    *,
    action: str,
    payload: Mapping[str, Any],
    user: str,
    made_at: datetime,
    reason: str,
    from_date: date,
) -> Correction:
    """Store a correction of what was coded at a span. Raises NotFoundError, RecordError."""
    row = models.Article.objects.using(db).filter(id=article).first()
    if row is None:
        raise NotFoundError(f"no article {article!r}", hint="`detente articles --json` lists their ids")
    where = f"article {article}, {field} {start}-{end}"
    text = {"title": row.title, "text": row.text}.get(field)
    if text is None or not 0 <= start < end <= len(text):
        raise RecordError("there is no such span in the article", where=where, hint="field is title or text; offsets count code points")
    if action not in ACTIONS:
        raise RecordError(f"a correction cannot {action!r}", where=where, hint=f"allowed: {', '.join(ACTIONS)}")
    if wrong := [key for key in payload if key not in (*SETTABLE, AIM)]:
        raise RecordError(f"a correction cannot set {wrong[0]!r}", where=where, hint=f"allowed: {', '.join(SETTABLE)}")
    _signed(user, reason, where)
    made = models.Correction.objects.using(db).create(
        **{"article_id": article, "field": field, "start": start, "end": end, "quote": text[start:end], "action": action},
        **{"payload": dict(payload), "user": user, "made_at": made_at, "reason": reason, "from_date": from_date},
    )
    return correction_from(made)


@guarded
def add_override(
    db: str,
    name: str,
    kind: StatusKind,
    change: str,
    *,
    user: str,
    made_at: datetime,
    reason: str,
    from_date: date,
    until_date: date | None = None,
) -> Override:
    """Store an editor's status. Raises RecordError."""
    if change not in CHANGES:
        raise RecordError(f"no such change {change!r}", where=name, hint=f"allowed: {', '.join(CHANGES)}")
    _signed(user, reason, name)
    made = models.Override.objects.using(db).create(
        **{"name": name, "kind": kind, "change": change, "user": user, "made_at": made_at, "reason": reason},
        **{"from_date": from_date, "until_date": until_date},
    )
    return override_from(made)


def _signed(user: str, reason: str, where: str) -> None:
    if not user.strip() or user == "machine":
        raise RecordError("a decision needs the name of who made it", where=where)
    if not reason.strip():
        raise RecordError("a decision needs a reason", where=where)
    kept_text(reason, "a reason", where)


@guarded
def corrections(db: str) -> list[Correction]:
    """Every correction, the withdrawn ones too, oldest first."""
    return [correction_from(row) for row in models.Correction.objects.using(db).order_by("made_at", "id")]


@guarded
def overrides(db: str) -> list[Override]:
    """Every override, the withdrawn ones too, oldest first."""
    rows = models.Override.objects.using(db).select_related("withdrawal").order_by("made_at", "id")
    return [override_from(row) for row in rows]


@guarded
def withdraw(db: str, kind: str, number: int, at: datetime, *, user: str = "", reason: str = "") -> None:
    """Withdraw a "correction" or an "override"; who and why are kept with an override. Raises NotFoundError."""
    if kind == "override":
        found = _withdraw_override(db, number, at, user, reason)
    else:
        found = bool(models.Correction.objects.using(db).filter(id=number, withdrawn=None).update(withdrawn=at))
    if not found:
        raise NotFoundError(f"no {kind} {number} that stands", hint="was it withdrawn before?")


def _withdraw_override(db: str, number: int, at: datetime, user: str, reason: str) -> bool:
    """Whether there was one that stood. Of two at once the second meets the key that allows one withdrawal an override."""
    from django.db import IntegrityError, transaction

    kept_text(reason, "the reason of a withdrawal", f"override {number}", needed=False)
    if not models.Override.objects.using(db).filter(id=number).exists():
        return False
    try:
        with transaction.atomic(using=db):
            models.OverrideWithdrawal.objects.using(db).create(override_id=number, user=user, made_at=at, reason=reason)
    except IntegrityError:
        return False
    return True


@guarded
def rests_on_statuses(db: str) -> bool:
    """Whether people have judged or published anything by what the machine said."""
    return any(model.objects.using(db).exists() for model in _BY_PEOPLE)
