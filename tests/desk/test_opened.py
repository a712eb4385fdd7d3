"""A glance at the database tells whether anything changed, whoever changed it."""

from __future__ import annotations

from pathlib import Path

import pytest


def _insert() -> None:
    from datetime import UTC, datetime

    from detente.record.models import Fact

    Fact.objects.update_or_create(key="seen", defaults={"value": datetime.now(UTC).isoformat()})


def test_equal_until_something_changes(served: Path) -> None:
    from threading import Thread

    from django.db import connections, transaction

    from detente.record.stamp import glance

    first = glance("default")
    assert first is not None and glance("default") == first
    _insert()
    own = glance("default")
    assert own != first

    def elsewhere() -> None:
        _insert()
        connections.close_all()

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    other = glance("default")
    assert other != own and glance("default") == other
    with transaction.atomic():
        assert glance("default") is None


def test_another_connection_is_another_glance(served: Path) -> None:
    from django.db import connection

    from detente.record.stamp import glance

    first = glance("default")
    connection.close()
    second = glance("default")
    assert first is not None and second is not None and first[0] is not second[0]


def test_stamps_are_asked_for_once(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.desk.opened import opened_desk
    from detente.record import stamp

    asked: list[str] = []
    real = stamp.record_stamp
    monkeypatch.setattr(stamp, "record_stamp", lambda db: (asked.append(db), real(db))[1])
    opened_desk()
    assert len(asked) <= 1
    for _ in range(5):
        opened_desk()
    before = len(asked)
    _insert()
    opened_desk(), opened_desk()
    assert len(asked) == before + 1
