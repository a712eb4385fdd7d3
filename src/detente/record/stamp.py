"""A short text that changes whenever anything in the record does: by it a long-lived reader knows when to read anew."""

from __future__ import annotations

from detente.record import models
from detente.record.trouble import guarded


@guarded
def record_stamp(db: str) -> str:
    """Newest rows, counts and facts of all tables that statuses and pages rest on. Nine small queries, a millisecond on SQLite."""
    from django.db.models import Count, Max

    newest = [
        table.objects.using(db).aggregate(count=Count("pk"), newest=Max("pk"))
        for table in (models.Coding, models.Correction, models.Override, models.MachineStatus, models.Event, models.ForecastEntry)
    ]
    # Numbers alone will not do: a number whose row was rolled back is given out again.
    decided = [
        table.objects.using(db).aggregate(made=Max("made_at"), taken_back=Count("withdrawn"), last_taken_back=Max("withdrawn"))
        for table in (models.Correction, models.Override, models.ForecastEntry)
    ]
    facts = sorted(models.Fact.objects.using(db).values_list("key", "value"))
    articles = models.Article.objects.using(db).aggregate(count=Count("pk"), same=Count("duplicate_of"))
    tables = sorted(models.ImportedTable.objects.using(db).values_list("name", "sha256"))
    return repr((newest, decided, facts, articles, tables))
