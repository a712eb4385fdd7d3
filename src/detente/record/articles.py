"""Articles, the files they came from and the places they were seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from detente.record.conversions import article_from, article_row
from detente.record.models import Article as ArticleRow
from detente.record.models import ArticleSource, Coding, SourceFile
from detente.record.trouble import guarded
from detente.types import Article

# Rows a statement: SQLite takes 32766 variables a statement.
CHUNK = 500


@dataclass(frozen=True, slots=True)
class FileState:
    """What the record knows of a file: its hash, whether it was read in full, by which reader, and the notes on it."""

    path: str
    sha256: str
    size: int
    read: bool
    reader: str
    problems: tuple[Mapping[str, Any], ...]


@guarded
def file_states(db: str) -> dict[str, FileState]:
    """path -> what is known of it."""
    rows = SourceFile.objects.using(db).order_by("path")
    return {r.path: FileState(r.path, r.sha256, r.size, r.outcome == "read", r.reader, tuple(r.problems)) for r in rows}


@guarded
def save_articles(db: str, file: str, articles: Sequence[Article]) -> int:
    """Store articles and the file they stand in, in one transaction. Gives back how many are new to the record."""
    with transaction.atomic(using=db):
        ids = [article.id for article in articles]
        known = set(ArticleRow.objects.using(db).filter(id__in=ids).values_list("id", flat=True))
        fresh = {article.id: article for article in articles if article.id not in known}
        ArticleRow.objects.using(db).bulk_create([article_row(a) for a in fresh.values()], ignore_conflicts=True)
        places = [ArticleSource(article_id=a.id, file=file, source=a.source, url=a.url) for a in articles]
        ArticleSource.objects.using(db).bulk_create(places, ignore_conflicts=True)
    return len(fresh)


@guarded
def save_file(db: str, state: FileState, ids: Collection[str]) -> None:
    """Note that a file has been gone through to its end, and that these articles stand in it.

    Articles that stood in an earlier version of the file and no longer do lose that place; with no place left they are kept but
    not used. A file that cannot be read in full keeps what it gave before.
    """
    with transaction.atomic(using=db):
        if state.read:
            places = ArticleSource.objects.using(db).filter(file=state.path).values_list("id", "article_id")
            gone = [key for key, article in places if article not in ids]
            for start in range(0, len(gone), CHUNK):
                ArticleSource.objects.using(db).filter(id__in=gone[start : start + CHUNK]).delete()
        SourceFile.objects.using(db).update_or_create(
            path=state.path,
            defaults={
                **{"sha256": state.sha256, "size": state.size, "outcome": "read" if state.read else "failed"},
                **{"reader": state.reader, "problems": list(state.problems)},
            },
        )


@guarded
def forget_files(db: str, paths: Sequence[str]) -> None:
    """Forget files that could not be read and are gone."""
    SourceFile.objects.using(db).filter(path__in=paths).delete()


@guarded
def load_articles(db: str) -> list[Article]:
    """Every article that still has a place, newest first, undated ones last; ties by id."""
    places: dict[str, list[str]] = defaultdict(list)
    own: set[str] = set()
    for article, file, source, url in ArticleSource.objects.using(db).order_by("id").values_list("article_id", "file", "source", "url"):
        own.add(article)
        places[article].append(source or url or file)
    rows = [row for row in ArticleRow.objects.using(db) if row.id in own]
    for row in rows:
        if row.duplicate_of and row.duplicate_of != row.id:
            places[row.duplicate_of] += places[row.id]
    rows.sort(key=lambda row: row.id)
    rows.sort(key=lambda row: (row.day is not None, row.day.isoformat() if row.day else "", row.published), reverse=True)
    return [article_from(row, places[row.id]) for row in rows]


@guarded
def save_duplicates(db: str, duplicates: Mapping[str, str]) -> None:
    """Note which article duplicates which; those not named are duplicates of none."""
    before = dict(ArticleRow.objects.using(db).exclude(duplicate_of=None).values_list("id", "duplicate_of"))
    changed: list[tuple[str, str | None]] = [(gone, None) for gone in before if gone not in duplicates]
    changed += [(article, earlier) for article, earlier in duplicates.items() if before.get(article) != earlier]
    for start in range(0, len(changed), CHUNK):  # short transactions: others wait to write
        with transaction.atomic(using=db):
            for article, earlier in changed[start : start + CHUNK]:
                ArticleRow.objects.using(db).filter(id=article).update(duplicate_of=earlier)


@guarded
def coded_articles(db: str, coder: str) -> set[str]:
    """The ids of the articles that this version of the coder has coded."""
    return set(Coding.objects.using(db).filter(coder=coder).values_list("article_id", flat=True))
