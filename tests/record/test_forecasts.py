"""The ledger of forecasts: published once, resolved by added rows, and the database itself refuses anything else."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from detente.errors import NotFoundError, RecordError
from detente.record.forecast_ledger import Found
from detente.record.opening import open_record
from detente.types import Article

MADE = datetime(2016, 5, 10, 9, tzinfo=UTC)
LATER = datetime(2016, 8, 1, 9, tzinfo=UTC)
PLAIN: dict[str, Any] = {
    "statement": "The two will sign before July", "probability": 0.7, "deadline": date(2016, 6, 30), "author": "an editor",
    "criterion": "Both governments publish a signed text", "category": "Neighbours", "made_at": MADE,
}  # fmt: skip
GUARDED = ("override", "overridewithdrawal", "forecastentry", "forecastresolution")
WITHDRAWN_ONCE = ("correction", "review")


@pytest.fixture
def db(tmp_path: Path) -> str:
    return open_record(tmp_path)


def test_what_is_published_comes_back(db: str) -> None:
    from detente.record.forecasts import forecast_by_id, forecasts_of, publish_forecast

    number = publish_forecast(db, **PLAIN, analysis=12, unchanged="yes")
    other = publish_forecast(db, **{**PLAIN, "author": "another", "category": "BLR-USA", "made_at": LATER, "deadline": date(2017, 1, 1)})
    kept = forecast_by_id(db, number)
    assert (kept.statement, kept.probability, kept.deadline, kept.criterion) == tuple(
        PLAIN[key] for key in ("statement", "probability", "deadline", "criterion")
    )
    assert (kept.category, kept.author, kept.user, kept.analysis, kept.unchanged) == ("Neighbours", "an editor", "an editor", "12", "yes")
    assert [f.id for f in forecasts_of(db)] == [other, number]
    assert [f.id for f in forecasts_of(db, category="BLR-USA")] == [other]
    assert [f.id for f in forecasts_of(db, author="an editor")] == [f.id for f in forecasts_of(db, analysis=12)] == [number]
    assert kept.state(date(2016, 6, 30)) == "open" and kept.state(date(2016, 7, 1)) == "due"


@pytest.mark.parametrize(
    "wrong",
    [
        {"probability": 0.0}, {"probability": 1.0}, {"probability": float("nan")}, {"deadline": date(2016, 5, 9)}, {"statement": " "},
        {"criterion": ""}, {"author": ""}, {"category": ""}, {"unchanged": "perhaps"},
    ],
)  # fmt: skip
def test_what_could_not_be_judged_is_refused(db: str, wrong: dict[str, Any]) -> None:
    from detente.record.forecasts import publish_forecast

    with pytest.raises(RecordError):
        publish_forecast(db, **{**PLAIN, **wrong})


def test_a_later_word_stands_with_a_reason(db: str) -> None:
    from detente.record.forecasts import forecast_by_id, publish_forecast, resolve_forecast

    number = publish_forecast(db, **PLAIN)
    signed: dict[str, Any] = {"user": "an editor", "made_at": LATER}
    for wrong in ({"outcome": "maybe", "evidence": "x"}, {"outcome": "yes", "evidence": " "}):
        with pytest.raises(RecordError):
            resolve_forecast(db, number, **wrong, **signed)
    resolve_forecast(db, number, "no", evidence="nothing was signed", **signed)
    with pytest.raises(RecordError, match="needs a reason"):
        resolve_forecast(db, number, "yes", evidence="the text came out", **signed)
    resolve_forecast(db, number, "yes", evidence="the text came out", reason="it was published late", event="e1", **signed)
    kept = forecast_by_id(db, number)
    assert [r.outcome for r in kept.resolutions] == ["no", "yes"]
    assert kept.resolution and (kept.resolution.reason, kept.resolution.event) == ("it was published late", "e1")
    assert kept.state(date(2016, 6, 1)) == "yes"
    for call in (lambda: resolve_forecast(db, 99, "no", evidence="x", **signed), lambda: forecast_by_id(db, 99)):
        with pytest.raises(NotFoundError):
            call()
    with pytest.raises(NotFoundError):
        resolve_forecast(db, number, "yes", evidence="x", reason="y", article="nowhere", **signed)


def test_a_found_forecast_is_adopted_once_at_its_span(db: str) -> None:
    from detente.record.articles import save_articles
    from detente.record.forecasts import forecast_by_id, publish_forecast

    save_articles(db, "x", [Article("a1", "T", "They will probably sign.", MADE)])
    found = Found("a1", "text", 0, 23, "They will probably sign")
    number = publish_forecast(db, **PLAIN, found=found)
    assert forecast_by_id(db, number).found == found
    for wrong in (found, Found("a1", "text", 0, 23, "other words"), Found("a1", "text", 5, 99, "x")):
        with pytest.raises(RecordError):
            publish_forecast(db, **PLAIN, found=wrong)
    with pytest.raises(NotFoundError):
        publish_forecast(db, **PLAIN, found=Found("a2", "text", 0, 1, "T"))


def test_the_database_refuses_to_change_or_delete(db: str) -> None:
    from django.db import DatabaseError, connections, transaction

    from detente.record import human
    from detente.record.forecasts import forecasts_of, publish_forecast, resolve_forecast

    number = publish_forecast(db, **PLAIN)
    resolve_forecast(db, number, "no", evidence="nothing", user="an editor", made_at=LATER)
    day = date(2016, 5, 10)
    made = human.add_override(db, "BLR-USA", "relation", "improved", user="an editor", made_at=MADE, reason="talks", from_date=day)
    human.withdraw(db, "override", made.id, LATER, user="another", reason="the talks failed")
    with pytest.raises(NotFoundError):
        human.withdraw(db, "override", made.id, LATER)
    connection = connections[db]
    for table in GUARDED:
        for sql in (f"UPDATE record_{table} SET id = id", f"DELETE FROM record_{table}"):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(using=db), connection.cursor() as cursor:
                cursor.execute(sql)
    if connection.vendor == "sqlite":
        replace = "INSERT OR REPLACE INTO record_forecastentry SELECT * FROM record_forecastentry"
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(using=db), connection.cursor() as cursor:
            cursor.execute(replace)
    assert len(forecasts_of(db)) == 1
    (kept,) = human.overrides(db)
    assert (kept.withdrawn, kept.withdrawn_by, kept.withdrawn_why) == (LATER, "another", "the talks failed")


def test_a_correction_is_withdrawn_once_and_nothing_else(db: str) -> None:
    from django.db import DatabaseError, connections, transaction

    from detente.record import human, reviews
    from detente.record.articles import save_articles

    save_articles(db, "x", [Article("a1", "T", "They will probably sign.", MADE)])
    made = human.add_correction(
        db, "a1", "text", 0, 3, action="drop", payload={}, user="ada", made_at=MADE, reason="no", from_date=date(2016, 5, 10)
    )
    seen = reviews.add_review(db, "a1", coding="x", user="ada", made_at=MADE)
    again = human.add_correction(
        db, "a1", "text", 0, 3, action="drop", payload={}, user="ada", made_at=MADE, reason="no", from_date=date(2016, 5, 10)
    )
    human.withdraw(db, "correction", made.id, LATER)
    reviews.withdraw_review(db, seen.id, LATER)
    connection = connections[db]
    more = ["INSERT OR REPLACE INTO record_{} SELECT * FROM record_{}"] if connection.vendor == "sqlite" else ["TRUNCATE record_{}"]
    change, back = """UPDATE record_{} SET "user" = 'eve'""", "UPDATE record_{} SET withdrawn = NULL"
    both_at_once = f"UPDATE record_correction SET reason = 'x', withdrawn = made_at WHERE id = {again.id}"
    for sql in (both_at_once, *(s.format(t, t) for t in WITHDRAWN_ONCE for s in (change, back, "DELETE FROM record_{}", *more))):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(using=db), connection.cursor() as cursor:
            cursor.execute(sql)
    assert [c.withdrawn for c in human.corrections(db)] == [LATER, None] and not reviews.reviews(db)


OLD = """
import sys
from pathlib import Path
from datetime import UTC, date, datetime
from detente.record.django_settings import database_for, register, start_django
start_django()
from django.core.management import call_command
from django.db import connections
alias = register(database_for(Path(sys.argv[1])))
call_command("migrate", "record", "0002", database=alias, verbosity=0)
at = datetime(2016, 5, 10, tzinfo=UTC)
with connections[alias].cursor() as cursor:
    entry = ('INSERT INTO record_forecastentry (name, statement, probability, horizon_start, horizon_end, "user", made_at, outcome,'
             " withdrawn) VALUES ('C', %s, %s, NULL, %s, 'u', %s, %s, %s)")
    cursor.execute(entry, ["came", 0.7, date(2016, 6, 1), at, "yes", None])
    cursor.execute(entry, ["taken back", 0.7, date(2016, 6, 1), at, "", at])
    cursor.execute(entry, ["vague", None, None, at, "", None])
    over = ('INSERT INTO record_override (name, kind, "change", "user", made_at, reason, from_date, until_date, withdrawn)'
            " VALUES ('BLR-USA', 'relation', 'improved', 'u', %s, 'r', %s, NULL, %s)")
    cursor.execute(over, [at, at.date(), at])
    cursor.execute(over, [at, at.date(), None])
from detente.record.opening import open_record
from detente.record.forecasts import forecasts_of
from detente.record.human import overrides
from detente.record import models
assert open_record(Path(sys.argv[1])) == alias
print(sorted((f.statement, f.state(date(2016, 5, 20)), f.author) for f in forecasts_of(alias)))
print(models.ForecastEntry.objects.using(alias).count(), [o.withdrawn is not None for o in overrides(alias)])
"""


def test_what_an_older_record_held_is_carried_over(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OLD, str(tmp_path)], capture_output=True, text=True, env={**os.environ, "PYTHONWARNINGS": "error"}
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["[('came', 'yes', 'u'), ('taken back', 'void', 'u')]", "3 [True, False]"]


def test_a_later_migration_must_not_lose_the_guards(db: str) -> None:
    """SQLite drops a table's triggers when Django makes the table anew."""
    from django.db import connections

    connection = connections[db]
    if connection.vendor != "sqlite":
        pytest.skip("other databases keep triggers")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        there = {name for (name,) in cursor.fetchall()}
    assert there >= {f"record_{table}_no_{verb}" for table in (*GUARDED, *WITHDRAWN_ONCE) for verb in ("update", "delete", "replace")}
