"""A short text that changes whenever anything in the record does: by it a long-lived reader knows when to read anew."""

from __future__ import annotations

from typing import Any

from detente.record import models
from detente.record.trouble import guarded

# What statuses and pages rest on, row by row. Numbers alone will not do: a number whose row was rolled back is given out again; so the
# moments a row was made or withdrawn at count too. Which merged rows stand is a fact; others may be being written beside them.
_TABLES = (models.Coding, models.Correction, models.MachineStatus, models.ForecastEntry, models.ForecastResolution, models.Analysis)


@guarded
def record_stamp(db: str) -> str:
    """Numbers, counts and moments of all tables, and the facts. Ten small queries, a millisecond or two on SQLite."""
    from django.db.models import Count

    # what the search's index stands for says nothing of what is told
    facts = sorted(models.Fact.objects.using(db).exclude(key__startswith="search ").values_list("key", "value"))
    articles = models.Article.objects.using(db).aggregate(count=Count("pk"), same=Count("duplicate_of"))
    tables = sorted(models.ImportedTable.objects.using(db).values_list("name", "sha256"))
    written = sorted(models.Analysis.objects.using(db).values_list("pk", "published_at", "page__updated", "withdrawn"), key=repr)
    return repr(([_newest(table, db) for table in _TABLES], facts, articles, tables, written))


def _newest(table: Any, db: str) -> dict[str, Any]:
    """How many rows, the highest number, and of each column of moments how many and the last."""
    from django.db.models import Count, DateTimeField, Max

    asked: dict[str, Any] = {"rows": Count("pk"), "newest": Max("pk")}
    for column in table._meta.fields:
        if isinstance(column, DateTimeField):
            asked |= {f"{column.name}_count": Count(column.name), f"{column.name}_last": Max(column.name)}
    found: dict[str, Any] = table.objects.using(db).aggregate(**asked)
    return found


@guarded
def decided_stamp(db: str) -> str:
    """The same for what editors decide of statuses: it leaves what the machine has computed as it is."""
    return repr([_newest(table, db) for table in (models.Override, models.OverrideWithdrawal)])


def glance(db: str) -> tuple[Any, ...] | None:
    """What a thread sees of the database at all: two equal glances of one thread mean that nothing was changed between them, by whomever.
    One tiny query. None within a transaction, which may have changed what nobody else sees.

    SQLite counts the commits of other connections (`PRAGMA data_version`) and the rows this one has changed; in PostgreSQL a snapshot names
    the transactions whose work can be seen."""
    from django.db import connections

    connection = connections[db]
    connection.ensure_connection()
    raw = connection.connection
    if connection.in_atomic_block:
        return None
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version" if sqlite else "SELECT pg_current_snapshot()::text")
        return (raw, *cursor.fetchone(), raw.total_changes if sqlite else 0)
