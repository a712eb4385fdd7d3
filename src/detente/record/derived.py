"""What can be made again: codings, merged events, series and machine statuses, each with the version that made it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

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
CODER_KEY = "accepted coder"
# Rows a statement: SQLite takes 32766 variables a statement, our widest row has 15.
CHUNK = 500
# Rows a transaction: while it is open, nobody else can write. On two slow cores 1000 merged rows take 0.1 s, a series of ten years 0.01 s.
ROWS = 1000
SERIES = 5


@guarded
def save_codings(db: str, coder: str, codings: Iterable[Coding]) -> None:
    """Store codings, a thousand in a transaction; those stored before stay as they are."""
    rows = [models.Coding(article_id=coding.article, coder=coder, payload=pack_coding(coding)) for coding in codings]
    for start in range(0, len(rows), ROWS):
        with transaction.atomic(using=db):
            models.Coding.objects.using(db).bulk_create(rows[start : start + ROWS], batch_size=CHUNK, ignore_conflicts=True)


@guarded
def load_codings(db: str, coder: str) -> dict[str, Coding]:
    """article -> coding, by this version of the coder."""
    rows = models.Coding.objects.using(db).filter(coder=coder).order_by("article_id").values_list("article_id", "payload")
    return {article: unpack_coding(article, payload) for article, payload in rows.iterator(chunk_size=2000)}


@guarded
def accepted_coder(db: str) -> str:
    """The coder that was last accepted for the whole record; where none was named yet, the one that coded first; "" if nothing is coded."""
    named = models.Fact.objects.using(db).filter(key=CODER_KEY).values_list("value", flat=True).first()
    return named or models.Coding.objects.using(db).order_by("id").values_list("coder", flat=True).first() or ""


@guarded
def accept_coder(db: str, coder: str) -> None:
    """From now on the codings of this coder stand, wherever it has coded: at one stroke."""
    models.Fact.objects.using(db).update_or_create(key=CODER_KEY, defaults={"value": coder})


@guarded
def standing_coders(db: str) -> dict[str, str]:
    """article -> the coder whose coding of it stands: the accepted one's, else the earliest. So what another lexicon or version makes of
    an article that stands changes nothing by being stored, and new articles may be coded by it all the same."""
    return {article: coder for article, (coder, _) in _chosen(db).items()}


@guarded
def standing_codings(db: str) -> dict[str, Coding]:
    """article -> the coding that stands."""
    chosen = {key for _, key in _chosen(db).values()}
    rows = models.Coding.objects.using(db).order_by("article_id", "id").values_list("id", "article_id", "payload")
    return {article: unpack_coding(article, payload) for key, article, payload in rows.iterator(chunk_size=2000) if key in chosen}


def _chosen(db: str) -> dict[str, tuple[str, int]]:
    """article -> (coder, number) of the coding that stands."""
    accepted, found = accepted_coder(db), dict[str, tuple[str, int]]()
    for key, article, coder in models.Coding.objects.using(db).order_by("id").values_list("id", "article_id", "coder"):
        if article not in found or (coder == accepted != found[article][0]):
            found[article] = (coder, key)
    return found


@guarded
def drop_other_codings(db: str, coder: str) -> None:
    """Forget the codings of other versions of the coder."""
    others = models.Coding.objects.using(db).exclude(coder=coder)
    while keys := list(others.values_list("pk", flat=True)[:ROWS]):
        models.Coding.objects.using(db).filter(pk__in=keys).delete()


@guarded
def replace_events(
    db: str, version: str, events: Sequence[Event], assessments: Sequence[Assessment], forecasts: Sequence[Forecast]
) -> None:
    """Put these in the place of all merged rows: at one stroke for who reads, in short transactions for who waits to write.

    They are written beside those that stand, the stroke is the change of one fact, and what it put out of use is deleted after it. A run
    that is killed, or overtaken by another, leaves rows that the next one takes up or deletes."""
    made: tuple[Staged, ...] = (
        (models.Event, [partial(event_row, e, version, n) for n, e in enumerate(events)]),
        (models.Assessment, [partial(assessment_row, a, version, n) for n, a in enumerate(assessments)]),
        (models.Forecast, [partial(forecast_row, f, version, n) for n, f in enumerate(forecasts)]),
    )
    if derived_version(db) == version:  # made before: right, unless the merge itself was changed without a new version
        if (load_events(db), load_assessments(db), load_forecasts(db)) != (list(events), list(assessments), list(forecasts)):
            _put_in_place(db, version, made)
    else:
        _put_beside(db, version, made)
    for model in (*(model for model, _ in made), models.Series, models.MachineStatus):
        while _drop_old(db, model):
            pass


Staged = tuple[type[models.Event] | type[models.Assessment] | type[models.Forecast], list[Callable[[], Any]]]


def _put_in_place(db: str, version: str, made: Sequence[Staged]) -> None:
    """Replace the rows that stand by others of the same version, in one transaction."""
    with transaction.atomic(using=db):
        for model, rows in made:
            model.objects.using(db).filter(version=version).delete()
            _stage(db, model, [row() for row in rows])


def _put_beside(db: str, version: str, made: Sequence[Staged]) -> None:
    """Write rows beside those that stand, then let them stand."""
    models.Fact.objects.using(db).get_or_create(key=VERSION_KEY, defaults={"value": ""})
    for model, rows in made:
        for start in range(0, len(rows), ROWS):
            _stage(db, model, [row() for row in rows[start : start + ROWS]])
    with transaction.atomic(using=db):
        fact = models.Fact.objects.using(db).select_for_update().get(key=VERSION_KEY)
        for model, rows in made:  # where another run has deleted some since
            if model.objects.using(db).filter(version=version).count() != len(rows):
                _stage(db, model, [row() for row in rows])
        fact.value = version
        fact.save(using=db)


def _stage(db: str, model: Any, rows: Sequence[Any]) -> None:
    """Write rows; those that are there, by a run that was killed or by one at the same time, are the same."""
    with transaction.atomic(using=db):
        model.objects.using(db).bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)


def _drop_old(db: str, model: Any) -> bool:
    """Delete some rows that were made from other merged rows than those that stand now. Gives back whether there were any."""
    with transaction.atomic(using=db):
        stands = models.Fact.objects.using(db).select_for_update().get(key=VERSION_KEY).value
        rows = model.objects.using(db).all()
        old = rows.exclude(version=stands) if issubclass(model, models.Told) else rows.exclude(version__startswith=stands)
        keys = list(old.values_list("pk", flat=True)[:ROWS])
        model.objects.using(db).filter(pk__in=keys).delete()
    return bool(keys)


@guarded
def derived_version(db: str) -> str:
    """The version that made the merged rows; empty if there are none."""
    return models.Fact.objects.using(db).filter(key=VERSION_KEY).values_list("value", flat=True).first() or ""


@guarded
def load_events(db: str) -> list[Event]:
    """The merged events, in the order of the merge."""
    return [unpack(Event, payload) for payload in _standing(db, models.Event)]


@guarded
def load_assessments(db: str) -> list[Assessment]:
    """The merged assessments, in the order of the merge."""
    return [unpack(Assessment, payload) for payload in _standing(db, models.Assessment)]


@guarded
def load_forecasts(db: str) -> list[Forecast]:
    """The merged forecasts, in the order of the merge."""
    return [unpack(Forecast, payload) for payload in _standing(db, models.Forecast)]


def _standing(db: str, model: Any) -> list[Any]:
    """The rows that stand, all of one version: read again where a run has put others in their place meanwhile."""
    while True:
        version = derived_version(db)
        payloads = list(model.objects.using(db).filter(version=version).order_by("place").values_list("payload", flat=True))
        if derived_version(db) == version:
            return payloads


@guarded
def save_statuses(
    db: str, version: str, as_of: date, statuses: Sequence[Status], series: Mapping[tuple[str, str], Sequence[LevelPoint]]
) -> None:
    """Keep what the machine says as of a day: the statuses in one transaction, then the series, which are computed where they are missing.
    series: by name and source."""
    said = [
        models.MachineStatus(
            name=s.name, kind=s.kind, source=s.source, as_of=as_of, version=version, change=s.change, place=place, payload=pack(s)
        )
        for place, s in enumerate(statuses)
    ]
    with transaction.atomic(using=db):
        models.MachineStatus.objects.using(db).filter(as_of=as_of).delete()
        models.MachineStatus.objects.using(db).bulk_create(said, batch_size=CHUNK, ignore_conflicts=True)
    stale = models.Series.objects.using(db).filter(as_of=as_of)
    while keys := list(stale.values_list("pk", flat=True)[:SERIES]):
        models.Series.objects.using(db).filter(pk__in=keys).delete()
    named = list(series.items())
    for start in range(0, len(named), SERIES):
        rows = [
            models.Series(name=name, source=source, as_of=as_of, version=version, points=pack(list(points)))
            for (name, source), points in named[start : start + SERIES]
        ]
        models.Series.objects.using(db).bulk_create(rows, ignore_conflicts=True)


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
