"""While `detente run` writes and two editors save, no request fails: real processes, on SQLite and on PostgreSQL.

Ten seconds of it in `make test`, a minute where DETENTE_CI is set."""

from __future__ import annotations

import os
from pathlib import Path

from tests.conftest import both
from tests.desk.writers import Editor, counts, write_at_once, write_desk

SECONDS = 60 if os.environ.get("DETENTE_CI") else 10


def people(editor: Editor, number: int) -> None:
    """The chief gives roles, and reads."""
    editor.post("desk/people/", act="role", name="second", role=("editor", "analyst")[number % 2])
    editor.get("desk/people/trail/")


def in_and_out(editor: Editor, number: int) -> None:
    """An editor comes and goes, and looks at the pages in between."""
    editor.get("relations/blr-usa.html")
    editor.post("desk/password/", to="desk/logout/")
    editor.log_in()


@both
def test_no_request_fails(tmp_path: Path, database: str) -> None:
    folder = tmp_path / "desk"
    write_desk(folder)
    env = {"DATABASE_URL": os.environ.get("DATABASE_URL", "")}
    report = write_at_once(folder, SECONDS, env, {"chief": people, "second": in_and_out})
    print(report.lines())
    assert not report.failures, report.lines()
    asked = counts(report)
    assert asked["POST /desk/people/"] > 3 and asked["POST /desk/login/"] > 3 and asked["detente run"] > 1, report.lines()
