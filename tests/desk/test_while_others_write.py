"""While `detente run` writes and two editors save, no request fails: real processes, on SQLite and on PostgreSQL.

Ten seconds of it in `make test`, a minute where DETENTE_CI is set."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tests.conftest import both
from tests.desk.writers import Editor, counts, write_at_once, write_desk

SECONDS = 60 if os.environ.get("DETENTE_CI") else 10


def overrule(editor: Editor, number: int) -> None:
    """The chief overrules a status, reads the public page and the trail, and gives a colleague a role."""
    status = "desk/statuses/relation/BLR-USA/"
    editor.post(
        status, to=status + "overrule/", change=("improved", "deteriorated")[number % 2], from_date="2016-06-01", until_date="",
        reason=f"Word {number} of the chief",
    )  # fmt: skip
    editor.get("relations/blr-usa.html")
    editor.post("desk/people/", act="role", name="second", role="editor")
    editor.get("desk/people/trail/")


def correct(editor: Editor, number: int) -> None:
    """An editor rejects the first coding of an article, takes it back, and every tenth time comes anew."""
    inbox = editor.get("desk/inbox/?show=all")
    articles = re.findall(r'href="/(desk/inbox/[0-9a-f]{16}/)"', inbox)
    page = articles[number % len(articles)]
    reject = re.search(rf'href="/({page}reject/[^/"]+/)"', editor.get(page))
    if reject:
        editor.post(reject[1], step="save", seen=_seen(editor, reject[1]), everywhere="on", reason=f"a rumour, {number}")
        editor.post(page, to=page + "undo/")
    editor.post(page, to=page + "done/")
    if number % 10 == 9:
        editor.post("desk/password/", to="desk/logout/")
        editor.log_in()


def _seen(editor: Editor, form: str) -> str:
    """What the preview of a rejection is known by: it has to be seen before it is saved."""
    shown = re.search(r'name="seen" value="([^"]*)"', editor.post(form, step="preview", everywhere="on", reason="a rumour"))
    return shown[1] if shown else ""


@pytest.mark.long
@both
def test_no_request_fails(tmp_path: Path, database: str) -> None:
    folder = tmp_path / "desk"
    write_desk(folder)
    env = {"DATABASE_URL": os.environ.get("DATABASE_URL", "")}
    report = write_at_once(folder, SECONDS, env, {"chief": overrule, "second": correct})
    print(report.lines())
    assert not report.failures, report.lines()
    asked = counts(report)
    saved = [name for name in asked if name.startswith("POST /desk/inbox/") and name.endswith(("undo/", "done/"))]
    assert asked["POST /desk/statuses/relation/BLR-USA/overrule/"] and saved and asked["detente run"], report.lines()
    from detente.pipeline import open_desk

    desk = open_desk(folder)
    assert len(desk.overrides()) == asked["POST /desk/statuses/relation/BLR-USA/overrule/"]
    # each rejection was taken back, so every correction is there and withdrawn, but for one that the end cut off
    assert len([c for c in desk.corrections() if c.withdrawn is None]) <= 1
    assert desk.corrections() or SECONDS < 60, "nothing was corrected"
