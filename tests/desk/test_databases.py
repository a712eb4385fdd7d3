"""What the database itself must hold to, on SQLite and on PostgreSQL: an append-only trail, one log-in, one correction at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


def test_the_trail_is_append_only(served: Path) -> None:
    from django.db import DatabaseError, connection, transaction

    from detente.desk.people.models import TrailRow
    from detente.desk.people.trail import write_trail

    write_trail("ada", "withdrew", "correction", "7", {"reason": "a wrong name"})
    rows = list(TrailRow.objects.values_list("id", "verb"))
    changes = ["UPDATE people_trailrow SET verb = 'added'", "DELETE FROM people_trailrow"]
    if connection.vendor == "postgresql":
        changes.append("TRUNCATE people_trailrow")
    else:
        changes.append("INSERT OR REPLACE INTO people_trailrow SELECT * FROM people_trailrow")
    for change in changes:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)
    assert list(TrailRow.objects.values_list("id", "verb")) == rows


def test_log_in_and_a_page(served: Path, as_role: Callable[[str], Client]) -> None:
    from tests.desk.conftest import PASSWORD

    from detente.desk.people.models import TrailRow

    client = as_role("anonymous")
    assert client.post("/desk/login/", {"username": "editor", "password": "wrong"}).status_code == 200
    assert client.post("/desk/login/", {"username": "editor", "password": PASSWORD}).status_code == 302
    assert client.get("/desk/statuses/").status_code == 200
    assert set(TrailRow.objects.filter(user="editor").values_list("verb", flat=True)) == {"failed to log in", "logged in"}


def test_decisions_move_what_is_served(served: Path, as_role: Callable[[str], Client]) -> None:
    """An override and a correction are seen on the public page at once, and taken back at once."""
    from detente.desk.opened import opened_desk

    client = as_role("anonymous")

    def page() -> str:
        return client.get("/relations/blr-usa.html").content.decode()

    assert "a state visit is agreed" not in page()
    made = opened_desk().override("BLR-USA", "deteriorated", user="editor", reason="a state visit is agreed")
    assert "a state visit is agreed" in page()
    opened_desk().withdraw("override", made.id, **_who())
    assert "a state visit is agreed" not in page()
    before = len(opened_desk().events())
    article = next(a for a in opened_desk().articles() if a.text.startswith("UKR bans"))
    made_correction = opened_desk().correct(article.id, "text", 0, len("UKR bans BLR"), action="drop", user="editor", reason="a rumour")
    assert len(opened_desk().events()) == before - 1
    opened_desk().withdraw("correction", made_correction.id, **_who())
    assert len(opened_desk().events()) == before


def _who() -> dict[str, str]:
    """Who withdraws and why, where `withdraw` asks for it."""
    from inspect import signature

    from detente.opened_desk import Desk

    asked = signature(Desk.withdraw).parameters
    return {name: value for name, value in {"user": "editor", "reason": "it was so after all"}.items() if name in asked}


def test_writing_in_wagtail(served: Path, as_role: Callable[[str], Client]) -> None:
    """Wagtail's own tables differ by database: its admin and its search answer on both."""
    client = as_role("editor")
    assert client.get("/write/").status_code == 200
    assert client.get("/write/pages/search/?q=minsk").status_code == 200


@pytest.mark.sqlite
@pytest.mark.postgres
@pytest.mark.long
@pytest.mark.representative
def test_all_of_this_on_postgres() -> None:
    """Django is set up once a process, and Wagtail's models depend on the kind of database: so another process."""
    from tests.postgres import missing

    if reason := missing():
        pytest.skip(reason)
    here = Path(__file__).parent
    files = [str(here / name) for name in ("test_databases.py", "test_live.py", "test_walk.py")]
    words = [sys.executable, "-m", "pytest", "-n0", "--database", "postgres", "-p", "no:cacheprovider", *files]
    done = subprocess.run(words, cwd=here.parents[1], env=os.environ | {"DATABASE_URL": ""}, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
