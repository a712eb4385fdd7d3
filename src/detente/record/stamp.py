"""A short text that changes whenever anything in the record does: by it a long-lived reader knows when to read anew."""

from __future__ import annotations

from detente.record import models
from detente.record.trouble import guarded


@guarded
def record_stamp(db: str) -> str:
    """Newest rows, counts and facts of all tables that statuses and pages rest on. A dozen small queries, a millisecond on SQLite."""
    from django.db.models import Count, Max

    newest = [
        table.objects.using(db).aggregate(count=Count("pk"), newest=Max("pk"))
        for table in (
            models.Coding, models.Correction, models.Override, models.OverrideWithdrawal, models.MachineStatus, models.Event,
            models.ForecastEntry, models.ForecastResolution, models.Analysis,
        )
    ]  # fmt: skip
    taken_back = models.Correction.objects.using(db).filter(withdrawn__isnull=False).count()
    facts = sorted(models.Fact.objects.using(db).values_list("key", "value"))
    articles = models.Article.objects.using(db).aggregate(count=Count("pk"), same=Count("duplicate_of"))
    tables = sorted(models.ImportedTable.objects.using(db).values_list("name", "sha256"))
    written = sorted(models.Analysis.objects.using(db).values_list("pk", "published_at", "page__updated", "withdrawn"), key=repr)
    return repr((newest, taken_back, facts, articles, tables, written))
