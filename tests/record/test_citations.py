"""Statuses kept to be cited: added once, never changed, never too many a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from detente.record.opening import open_record
from detente.types import Driver, Status

DAY = date(2016, 5, 10)
MADE = datetime(2016, 7, 1, 9, tzinfo=UTC)
STATUS = Status("BLR-USA", "relation", ("BLR", "USA"), DAY, 1.25, 0.5, 2.0, "improved", 0.7, 0.1, 5, (Driver("event", "e1", 0.5),))


@pytest.fixture
def db(tmp_path: Path) -> str:
    return open_record(tmp_path)


def test_what_is_kept_comes_back_and_is_kept_once(db: str) -> None:
    from detente.record.citations import CitedRow, cited_status, cited_statuses, keep_status

    row = CitedRow("abc", MADE, "0.1.0", STATUS, replace(STATUS, level=1.0), 28, ({"share": 0.5, "what": "x", "when": None, "quote": ""},))
    assert keep_status(db, "BLR-USA", row) and keep_status(db, "BLR-USA", replace(row, made_at=MADE + timedelta(days=9), version="0.2.0"))
    assert cited_statuses(db, "relation", "BLR-USA", DAY) == [row]
    assert keep_status(db, "BLR-USA", replace(row, key="def"))
    assert [r.key for r in cited_statuses(db, "relation", "BLR-USA", DAY)] == ["abc", "def"]
    assert cited_status(db, "relation", "BLR-USA", DAY, "def") and cited_status(db, "category", "BLR-USA", DAY, "def") is None


def test_all_together_keep_so_many_a_day(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.record import citations

    monkeypatch.setattr(citations, "MOST_A_DAY", 2)
    row = citations.CitedRow("k0", MADE, "0.1.0", STATUS, STATUS, 28, ())
    kept = [citations.keep_status(db, "BLR-USA", replace(row, key=f"k{n}")) for n in (0, 1, 2, 0)]
    assert kept == [True, True, False, True]  # what is kept already needs no room
    assert citations.keep_status(db, "BLR-USA", replace(row, key="k3", made_at=MADE + timedelta(days=1, hours=1)))


def test_the_database_refuses_to_change_or_delete(db: str) -> None:
    from django.db import DatabaseError, connections, transaction

    from detente.record.citations import CitedRow, cited_statuses, keep_status

    keep_status(db, "BLR-USA", CitedRow("abc", MADE, "0.1.0", STATUS, STATUS, 28, ()))
    for sql in ("UPDATE record_citedstatus SET key = 'x'", "DELETE FROM record_citedstatus"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(using=db), connections[db].cursor() as cursor:
            cursor.execute(sql)
    assert len(cited_statuses(db, "relation", "BLR-USA", DAY)) == 1
