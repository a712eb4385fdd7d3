"""Statuses of a day that were kept to be cited, in the database: added, never changed; and those that analyses were published with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from detente.record import models
from detente.record.conversions import pack, unpack_status
from detente.record.trouble import guarded
from detente.types import Status, StatusKind

# Anybody may keep an answer, so what all together can add is bounded: a class of students citing in one day, no flood of robots.
MOST_A_DAY = 300
MOST_SHOWN = 50  # answers of one day on its page; each is there only because what is known of the day changed


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A row of the table. drivers: plain JSON, as whoever kept it wrote it."""

    key: str
    made_at: datetime
    version: str
    shown: Status
    machine: Status
    period_days: int
    drivers: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class AnalysisRow:
    """A status of a day that an analysis was published with, which is on its page now."""

    slug: str
    title: str
    published: datetime
    shown: Status


@guarded
def cited_statuses(db: str, kind: StatusKind, name: str, day: date) -> list[CitedRow]:
    """Every answer that was kept for a day, oldest first; of many, the oldest. name: as its address has it, for a category its slug."""
    rows = models.CitedStatus.objects.using(db).filter(kind=kind, name=name, as_of=day).order_by("pk")[:MOST_SHOWN]
    return [_row(row) for row in rows]


@guarded
def cited_status(db: str, kind: StatusKind, name: str, day: date, key: str) -> CitedRow | None:
    """One answer by its key."""
    row = models.CitedStatus.objects.using(db).filter(kind=kind, name=name, as_of=day, key=key).first()
    return _row(row) if row else None


@guarded
def keep_status(db: str, name: str, row: CitedRow, may_add: Callable[[], bool] = lambda: True) -> bool:
    """Keep an answer under a name (as its address has it); one that is kept already stays as it is. False where the day's room is used up,
    or ``may_add``, which is asked only before a row is added, says no: nothing is kept then."""
    rows = models.CitedStatus.objects.using(db)
    of = {"kind": row.shown.kind, "name": name, "as_of": row.shown.as_of, "key": row.key}
    if rows.filter(**of).exists():
        return True
    if rows.filter(made_at__gt=row.made_at - timedelta(days=1)).count() >= MOST_A_DAY or not may_add():
        return False
    payload = {"shown": pack(row.shown), "machine": pack(row.machine), "period_days": row.period_days, "drivers": list(row.drivers)}
    with transaction.atomic(using=db):
        made = models.CitedStatus(**of, made_at=row.made_at, version=row.version[:300], payload=payload)
        rows.bulk_create([made], ignore_conflicts=True)  # somebody else may keep the same at this moment
    return True


@guarded
def analyses_with(db: str, kind: StatusKind, name: str, day: date) -> list[AnalysisRow]:
    """The analyses on their pages now that were published with a status of the day, oldest first."""
    rows = models.PublishedStatus.objects.using(db).filter(
        kind=kind, name=name, as_of=day, analysis__published_at__isnull=False, analysis__withdrawn=None
    )
    found = rows.select_related("analysis").order_by("pk")[:MOST_SHOWN]
    return [AnalysisRow(row.analysis.slug, row.analysis.title, row.published_at, unpack_status(row.payload["shown"])) for row in found]


def _row(row: models.CitedStatus) -> CitedRow:
    said = row.payload
    return CitedRow(
        row.key, row.made_at, row.version, unpack_status(said["shown"]), unpack_status(said["machine"]), said["period_days"],
        tuple(said["drivers"]),
    )  # fmt: skip
