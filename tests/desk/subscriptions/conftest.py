"""A desk that sends mail into a list, with a clock that tests move."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

MAIL = '\n[web]\naddress = "https://desk.example.org"\n[mail]\nbackend = "console"\nfrom = "desk@example.org"\n'
LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def mailing(served: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The served desk, with ``[mail]``; what it sends is in `django.core.mail.outbox`."""
    from django.core import mail

    from detente.desk.subscriptions import sending

    with (served / "detente.toml").open("a", encoding="utf-8") as file:
        file.write(MAIL)
    monkeypatch.setitem(sending.BACKENDS, "console", LOCMEM)
    mail.outbox = []
    yield served


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Moves the time of `django.utils.timezone.now` on."""
    from django.utils import timezone

    real, passed = timezone.now, [timedelta()]
    monkeypatch.setattr(timezone, "now", lambda: real() + passed[0])

    def move(by: timedelta) -> None:
        passed[0] += by

    return move


def outbox() -> list[Any]:
    """What was sent so far, confirmations that were under way too."""
    from django.core import mail

    from detente.desk.subscriptions.outbox import drain

    drain()
    return list(getattr(mail, "outbox", []))  # the list comes with its first mail


def link_in(mail: Any, what: str) -> str:
    """The path of a link of a mail."""
    found = re.search(rf"https://desk\.example\.org(/subscribe/{what}/\S+/)", mail.body)
    assert found, mail.body
    return found[1]


def subscribe(client: Any, address: str = "reader@example.net", rhythm: str = "daily", topics: tuple[str, ...] = ("all",)) -> None:
    """Through the form, the mail and the button."""
    before = len(outbox())
    answer = client.post("/subscribe/", {"address": address, "rhythm": rhythm, "topic": topics})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    mails = outbox()
    assert len(mails) == before + 1
    assert client.post(link_in(mails[-1], "confirm")).status_code == 200


def happen(folder: Path, text: str = "USA bans BLR", day: str = "2016-07-04", name: str = "new") -> None:
    """An article comes in and is run."""
    from detente.pipeline import open_desk, run

    (folder / "articles" / f"{name}.txt").write_text(f"Quite new: {name}\n{day}\nen\n{text}", "utf-8")
    run(open_desk(folder))


def decide(change: str = "deteriorated", reason: str = "I know more") -> None:
    """An editor overrules BLR-USA: a change of status at once."""
    from detente.desk.opened import opened_desk

    opened_desk().override("BLR-USA", change, user="editor", reason=reason, from_date=datetime(2016, 6, 1).date())  # type: ignore[arg-type]  # noqa: DTZ001
