"""The page of a recoding: what would change is worked out in the background, shown, and accepted by whoever may."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.conftest import TOY_VERBS

if TYPE_CHECKING:
    from django.test import Client

As = Callable[[str], "Client"]


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done at once, here: the toy coder is not in other processes."""
    from detente.desk.recode import worker

    monkeypatch.setattr(worker, "launch", worker.work)


def test_looked_at_and_accepted(served: Path, as_role: As, monkeypatch: pytest.MonkeyPatch, in_process: None) -> None:
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import TrailRow

    client = as_role("editor")
    assert "nothing to recode" in client.get("/desk/recode/").content.decode()
    opened_desk().override("BLR-USA", "unchanged", user="editor", reason="I know")
    statuses = opened_desk().machine_statuses(opened_desk().as_of())
    monkeypatch.setitem(TOY_VERBS, "helps", ("CONSULT", 2.0))
    monkeypatch.setattr("detente.events.CODER_VERSION", "toy-2")
    page = client.get("/desk/recode/").content.decode()
    assert "5 of 5 articles stand" in page and "Work out what would change" in page and ">Accept<" not in page
    refused = client.post("/desk/recode/accept/", {"coder": "toy-2"})
    assert refused.status_code == 422 and "not been looked at" in refused.content.decode()
    assert client.post("/desk/recode/preview/").status_code == 302
    page = client.get("/desk/recode/").content.decode()
    assert "3 of 5 articles tell something else" in page and "BLR-USA" in page and ">Accept<" in page
    assert opened_desk().machine_statuses(opened_desk().as_of()) == statuses
    coder = page.split('name="coder" value="')[1].split('"')[0]
    assert client.post("/desk/recode/accept/", {"coder": coder}).status_code == 302
    page = client.get("/desk/recode/").content.decode()
    assert "nothing to recode" in page and "Accepted" in page
    assert opened_desk().machine_statuses(opened_desk().as_of()) != statuses
    row = TrailRow.objects.get(noun="recoding")
    assert (row.user, row.verb, row.key, row.detail["articles that differ"]) == ("editor", "accepted", coder, 3)


def test_for_editors_alone(served: Path, as_role: As) -> None:
    for role, code in (("analyst", 403), ("reader", 403), ("editor", 200)):
        assert as_role(role).get("/desk/recode/").status_code == code
    assert as_role("analyst").post("/desk/recode/accept/").status_code == 403


def test_work_that_fails_or_breaks_off_says_so(served: Path, as_role: As, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a real process; the toy coder's record is not what the real coder asks for, so the lexicon has `changed since`."""
    import os

    from detente.desk.recode.state import DEAD, Work, read_work, write_work
    from detente.desk.recode.worker import start

    assert start(served, "preview", "another coder") and not start(served, "preview", "another coder")
    end = time.monotonic() + 60
    while (work := read_work(served)) is not None and work.phase == "running" and time.monotonic() < end:
        time.sleep(0.1)
    assert work is not None and work.phase == "failed" and "changed since" in work.problem
    assert "changed since" in as_role("editor").get("/desk/recode/").content.decode()
    write_work(served, Work("preview", "running", "x", time.time()))
    assert "Being worked out" in as_role("editor").get("/desk/recode/").content.decode()
    os.utime(served / ".detente" / "recoding.json", (0, time.time() - DEAD - 1))
    assert "broke off" in as_role("editor").get("/desk/recode/").content.decode()
    (served / ".detente" / "recoding.json").write_text("[]", "utf-8")
    assert read_work(served) is None
