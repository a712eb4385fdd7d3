"""Documents into the index and out of it: each batch whole or not at all, and of two who index at once the later one goes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from secrets import token_hex
from typing import Any

from django.db import transaction

from detente.record import models
from detente.record.search import postgres, sqlite
from detente.record.search.models import SearchDocument, SearchText
from detente.record.search.places import first_of, last_of
from detente.record.trouble import guarded
from detente.search.documents import Document, tags_of
from detente.search.words import MOST_WORDS, stems_of

# Documents a transaction: while it is open, nobody else can write. On two slow cores 200 articles of three thousand characters take 0.2 s.
BATCH = 200
# Facts of the index, which say nothing about what is told: `stamp` leaves them out.
WRITER, STANDS_FOR, RECORD = "search writer", "search stands for", "search record"


class Overtaken(Exception):
    """Somebody has begun to index, or changed something in the index, after us: what we were about to write may be old."""


def engine(db: str) -> Any:
    """The module for a database's own full text."""
    from django.db import connections

    return postgres if connections[db].vendor == "postgresql" else sqlite


@guarded
def begin(db: str) -> str:
    """Begin to write; whoever began before stops at the next batch. Gives the token that the other functions take."""
    token = token_hex(8)
    with transaction.atomic(using=db):
        models.Fact.objects.using(db).update_or_create(key=WRITER, defaults={"value": token})
    return token


@guarded
def indexed(db: str) -> dict[str, str]:
    """key -> digest of every document in the index."""
    return dict(SearchDocument.objects.using(db).values_list("key", "digest").iterator(chunk_size=5000))


@guarded
def stands_for(db: str) -> str:
    """The stamp of what the index was made from; empty if it never was."""
    return models.Fact.objects.using(db).filter(key=STANDS_FOR).values_list("value", flat=True).first() or ""


@guarded
def record_then(db: str) -> str:
    """What the record looked like from outside when it was last found to be indexed (see `desk_search`)."""
    return models.Fact.objects.using(db).filter(key=RECORD).values_list("value", flat=True).first() or ""


@guarded
def note_record(db: str, seen: str) -> None:
    """Note what the record looks like from outside now that it is known to be indexed."""
    with transaction.atomic(using=db):
        models.Fact.objects.using(db).update_or_create(key=RECORD, defaults={"value": seen})


@guarded
def put(db: str, token: str, documents: Sequence[Document]) -> None:
    """Index a batch, each in the place of what has its key. Raises Overtaken."""
    with transaction.atomic(using=db):
        _check(db, token)
        _replace(db, documents, [document.key for document in documents])


@guarded
def drop(db: str, token: str, keys: Collection[str]) -> None:
    """Take a batch out. Raises Overtaken."""
    with transaction.atomic(using=db):
        _check(db, token)
        _replace(db, (), keys)


@guarded
def finish(db: str, token: str, stamp: str) -> None:
    """Note what the index stands for now, and end. Raises Overtaken."""
    from django.db import connections

    with transaction.atomic(using=db):
        _check(db, token)
        models.Fact.objects.using(db).filter(key=WRITER).delete()
        models.Fact.objects.using(db).update_or_create(key=STANDS_FOR, defaults={"value": stamp})
    with connections[db].cursor() as cursor:
        engine(db).settle(cursor)


@guarded
def put_now(db: str, documents: Sequence[Document], gone: Collection[str] = ()) -> None:
    """Index some documents and take others out in the transaction that is open, over whoever indexes at the moment."""
    with transaction.atomic(using=db):
        models.Fact.objects.using(db).filter(key=WRITER).delete()
        _replace(db, documents, [*(document.key for document in documents), *gone])


def _check(db: str, token: str) -> None:
    writer = models.Fact.objects.using(db).select_for_update().filter(key=WRITER).first()
    if writer is None or writer.value != token:
        raise Overtaken


def _replace(db: str, documents: Iterable[Document], keys: Collection[str]) -> None:
    from django.db import connections

    rows = SearchDocument.objects.using(db)
    old = list(rows.filter(key__in=list(keys)).values_list("id", flat=True))
    with connections[db].cursor() as cursor:
        if old:
            engine(db).drop_words(cursor, old)
            SearchText.objects.using(db).filter(document_id__in=old).delete()
            rows.filter(id__in=old).delete()
        numbered = _numbered(db, documents)
        rows.bulk_create([_row(number, document) for number, document in numbered])
        texts = [(number, document.body) for number, document in numbered if not document.whole and document.body]
        SearchText.objects.using(db).bulk_create([SearchText(document_id=number, body=body) for number, body in texts])
        engine(db).put_words(cursor, [(number, *_words(document)) for number, document in numbered])


def _words(document: Document) -> tuple[list[str], list[str], list[str]]:
    title = stems_of(document.title)
    return title, stems_of(document.body, MOST_WORDS - len(title)), list(tags_of(document))


def _numbered(db: str, documents: Iterable[Document]) -> list[tuple[int, Document]]:
    """A free number for each: after the others of its day, the earlier of two first."""
    of_day: dict[date | None, list[Document]] = defaultdict(list)
    for document in documents:
        of_day[document.moment.date() if document.moment else None].append(document)
    numbered = []
    for day, those in of_day.items():
        there = SearchDocument.objects.using(db).filter(id__gte=first_of(day), id__lte=last_of(day))
        number = (there.order_by("-id").values_list("id", flat=True).first() or first_of(day)) + 1
        for place, document in enumerate(sorted(those, key=lambda d: (str(d.moment), d.key))):
            numbered.append((number + place, document))
    return sorted(numbered, key=lambda pair: pair[0])


def _row(number: int, document: Document) -> SearchDocument:
    plain = {
        key: getattr(document, key)
        for key in ("key", "digest", "kind", "title", "whole", "public", "desk", "article", "source", "language")
    }
    listed = {key: " ".join(getattr(document, key)) for key in ("categories", "actors", "relations", "classes", "realis")}
    return SearchDocument(id=number, moment=document.moment.isoformat() if document.moment else "", **plain, **listed)
