"""A record in which two runs wrote the same merged rows is brought up to date, and keeps the oldest of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import both

from detente.record.django_settings import database_for, register, start_django


@both
def test_doubles_go_before_the_constraints_come(tmp_path: Path, database: str) -> None:
    start_django()
    from django.db import IntegrityError, connections, transaction
    from django.db.migrations.executor import MigrationExecutor

    alias = register(database_for(tmp_path))
    connection = connections[alias]
    old = MigrationExecutor(connection)
    old.migrate([("record", "0005_review")])
    apps = old.loader.project_state([("record", "0005_review")]).apps
    more = {
        "Event": {"actor": " BLR ", "recipient": " USA ", "plover": "AID", "cameo": "070", "intensity": 7.0, "realis": "asserted"},
        "Assessment": {"sides": " BLR ", "direction": "improving"},
        "Forecast": {"sides": " BLR "},
    }
    kept = {}
    for name, values in more.items():
        rows = apps.get_model("record", name).objects.using(alias)
        made = [
            rows.create(key=f"k{number}", version=version, payload={}, mentions=1, place=place, **values).pk
            for number, (version, place) in enumerate([("1", 0), ("1", 1), ("1", 0), ("2", 0), ("1", 0)])
        ]
        kept[name] = [made[0], made[1], made[3]]

    MigrationExecutor(connection).migrate([("record", "0006_merged_rows_once")])
    for name, values in more.items():
        rows = apps.get_model("record", name).objects.using(alias)
        assert list(rows.order_by("pk").values_list("pk", flat=True)) == kept[name]
        with pytest.raises(IntegrityError), transaction.atomic(using=alias):
            rows.create(key="k", version="1", payload={}, mentions=1, place=0, **values)
    connection.close()
