"""What can be made again: codings, merged events, series and machine statuses, each with the version that made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db import transaction

from detente.record import models
from detente.record.conversions import (
    assessment_row,
    event_row,
    forecast_row,
    pack,
    pack_coding,
    unpack,
    unpack_coding,
    unpack_point,
    unpack_status,
)
from detente.record.trouble import guarded
from detente.types import Assessment, Coding, Event, Forecast, LevelPoint, Status

VERSION_KEY = "derived version"
# Rows a statement: SQLite takes 32766 variables a statement, our widest row has 15.
CHUNK = 500


@guarded
def save_codings(db: str, coder: str, codings: Iterable[Coding]) -> None:
    """Store a batch of codings in one transaction; those stored before stay as they are."""
    rows = [models.Coding(article_id=coding.article, coder=coder, payload=pack_coding(coding)) for coding in codings]
    with transaction.atomic(using=db):
        models.Coding.objects.using(db).bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)


@guarded
def load_codings(db: str, coder: str) -> dict[str, Coding]:
    """article -> coding, by this version of the coder."""
    rows = models.Coding.objects.using(db).filter(coder=coder).order_by("article_id").values_list("article_id", "payload")
    return {article: unpack_coding(article, payload) for article, payload in rows.iterator(chunk_size=2000)}


@guarded
def stored_coder(db: str, present: str) -> str:
    """The coder whose codings the record rests on: of those stored, another one than ``present`` if there is one (it is dropped when the
    present one has coded everything), the one with most codings first; "" if nothing was coded."""
    from django.db.models import Count

    counts = models.Coding.objects.using(db).values_list("coder").annotate(count=Count("id")).order_by("-count", "coder")
    stored = [coder for coder, _ in counts]
    return next((coder for coder in stored if coder != present), stored[0] if stored else "")


@guarded
def drop_other_codings(db: str, coder: str) -> None:
    """Forget the codings of other versions of the coder."""
    models.Coding.objects.using(db).exclude(coder=coder).delete()


@guarded
def replace_events(
    db: str, version: str, events: Sequence[Event], assessments: Sequence[Assessment], forecasts: Sequence[Forecast]
) -> None:
    """Put these in the place of all merged rows, in one transaction."""
    with transaction.atomic(using=db):
        for model in (models.Event, models.Assessment, models.Forecast, models.Series, models.MachineStatus):
            model.objects.using(db).all().delete()
        models.Event.objects.using(db).bulk_create([event_row(e, version, n) for n, e in enumerate(events)], batch_size=CHUNK)
        models.Assessment.objects.using(db).bulk_create(
            [assessment_row(a, version, n) for n, a in enumerate(assessments)], batch_size=CHUNK
        )
        models.Forecast.objects.using(db).bulk_create([forecast_row(f, version, n) for n, f in enumerate(forecasts)], batch_size=CHUNK)
        models.Fact.objects.using(db).update_or_create(key=VERSION_KEY, defaults={"value": version})


@guarded
def derived_version(db: str) -> str:
    """The version that made the merged rows; empty if there are none."""
    return models.Fact.objects.using(db).filter(key=VERSION_KEY).values_list("value", flat=True).first() or ""


@guarded
def load_events(db: str) -> list[Event]:
    """The merged events, in the order of the merge."""
    return [unpack(Event, payload) for payload in models.Event.objects.using(db).order_by("place").values_list("payload", flat=True)]


@guarded
def load_assessments(db: str) -> list[Assessment]:
    """The merged assessments, in the order of the merge."""
    rows = models.Assessment.objects.using(db).order_by("place").values_list("payload", flat=True)
    return [unpack(Assessment, payload) for payload in rows]


@guarded
def load_forecasts(db: str) -> list[Forecast]:
    """The merged forecasts, in the order of the merge."""
    return [unpack(Forecast, payload) for payload in models.Forecast.objects.using(db).order_by("place").values_list("payload", flat=True)]


@guarded
def save_statuses(
    db: str, version: str, as_of: date, statuses: Sequence[Status], series: Mapping[tuple[str, str], Sequence[LevelPoint]]
) -> None:
    """Keep what the machine says as of a day, in one transaction. series: by name and source."""
    with transaction.atomic(using=db):
        models.MachineStatus.objects.using(db).filter(as_of=as_of).delete()
        models.Series.objects.using(db).filter(as_of=as_of).delete()
        models.MachineStatus.objects.using(db).bulk_create(
            [
                models.MachineStatus(
                    name=s.name, kind=s.kind, source=s.source, as_of=as_of, version=version, change=s.change, place=place, payload=pack(s)
                )
                for place, s in enumerate(statuses)
            ],
            batch_size=CHUNK,
        )
        models.Series.objects.using(db).bulk_create(
            [
                models.Series(name=name, source=source, as_of=as_of, version=version, points=pack(list(points)))
                for (name, source), points in series.items()
            ],
            batch_size=CHUNK,
        )


@guarded
def load_statuses(db: str, version: str, as_of: date) -> list[Status]:
    """What this version of the machine said as of a day; empty if it has said nothing."""
    rows = models.MachineStatus.objects.using(db).filter(as_of=as_of, version=version).order_by("place")
    return [unpack_status(payload) for payload in rows.values_list("payload", flat=True)]


@guarded
def load_series(db: str, version: str, as_of: date, name: str, source: str = "articles") -> list[LevelPoint] | None:
    """A stored series, or None."""
    row = models.Series.objects.using(db).filter(as_of=as_of, version=version, name=name, source=source).first()
    return [unpack_point(point) for point in row.points] if row else None
