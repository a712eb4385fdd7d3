"""The form, the confirmation and the leaving: nothing by a mere GET, nothing stored before, nothing after, nobody told who is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.desk.subscriptions.conftest import link_in, outbox, subscribe

from detente.desk.subscriptions.limits import ADDRESS_LIMIT, NETWORK_LIMIT

if TYPE_CHECKING:
    from django.test import Client

FORM = {"address": "reader@example.net", "rhythm": "daily", "topic": "relation:BLR-USA"}


def rows() -> list[tuple[str, str, list[str]]]:
    from detente.desk.subscriptions.models import Subscriber

    return list(Subscriber.objects.order_by("pk").values_list("address", "rhythm", "topics"))


def test_without_mail_nothing_is_offered(served: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    assert client.get("/subscribe/").status_code == 404 and client.post("/subscribe/", FORM).status_code == 404
    assert "subscribe/" not in client.get("/relations/blr-usa.html").content.decode()
    assert client.post("/subscribe/leave/some-key/").status_code == 200  # whoever has a link may leave all the same


def test_pages_lead_to_the_form(mailing: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    assert '<a href="../subscribe/?topic=relation:BLR-USA">by e-mail</a>' in client.get("/relations/blr-usa.html").content.decode()
    page = client.get("/categories/minsk-and-washington.html").content.decode()
    assert '<a href="../subscribe/?topic=category:Minsk%20and%20Washington">by e-mail</a>' in page
    form = client.get("/subscribe/?topic=relation:BLR-USA&topic=nonsense&address=x@example.net")
    assert 'value="relation:BLR-USA" checked' in form.content.decode() and "x@example.net" not in form.content.decode()
    assert form["Cache-Control"] == "no-store" and form["Referrer-Policy"] == "same-origin"
    keyed = client.get("/subscribe/leave/a-key/")
    assert keyed["Cache-Control"] == "no-store" and keyed["Referrer-Policy"] == "no-referrer"


def test_nothing_is_stored_until_the_button_is_pressed(mailing: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.subscriptions.models import Asked, Subscriber

    client = as_role("anonymous")
    assert client.post("/subscribe/", FORM, follow=True).status_code == 200
    assert not rows() and "reader" not in str(list(Asked.objects.values()))
    (mail,) = outbox()
    assert mail.to == ["reader@example.net"] and "Belarus – United States" in mail.body and mail.extra_headers["Auto-Submitted"]
    link = link_in(mail, "confirm")
    for _ in range(2):
        assert "Yes, send it" in client.get(link).content.decode() and client.head(link).status_code == 200
    assert not rows()
    assert "It is set up" in client.post(link).content.decode()
    client.post(link)
    assert rows() == [("reader@example.net", "daily", ["relation:BLR-USA"])]
    assert "reader" not in Subscriber.objects.get().key


def test_forged_and_old_links(mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    import time
    from unittest.mock import patch

    client = as_role("anonymous")
    client.post("/subscribe/", FORM)
    link = link_in(outbox()[0], "confirm")
    for bad in (link.replace("confirm/", "confirm/x"), link[:-3] + "aa/", "/subscribe/confirm/x/"):
        assert client.post(bad).status_code == 410
    later = time.time() + 48 * 3600 + 5
    with patch("django.core.signing.time.time", lambda: later):
        assert client.get(link).status_code == 410 and client.post(link).status_code == 410
    assert not rows()


def test_the_answer_never_says_who_is_there(mailing: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    subscribe(client)
    answers = set()
    for address in ("reader@example.net", "READER@example.net", "stranger@example.net") + ("reader@example.net",) * 3:
        answer = client.post("/subscribe/", FORM | {"address": address}, follow=True)
        answers.add((answer.status_code, answer.content))
    assert len(answers) == 1
    to_reader = [mail for mail in outbox() if mail.to[0].casefold() == "reader@example.net"]
    assert len(to_reader) == ADDRESS_LIMIT[0]  # the others were dropped, and nobody was told


def test_another_choice_takes_the_place_of_the_first(mailing: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.subscriptions.models import Subscriber

    client = as_role("anonymous")
    subscribe(client, topics=("relation:BLR-USA",))
    key = Subscriber.objects.get().key
    subscribe(client, address="Reader@EXAMPLE.net", rhythm="weekly", topics=("category:Neighbours", "relation:BLR-RUS"))
    assert rows() == [("reader@example.net", "weekly", ["category:Neighbours", "relation:BLR-RUS"])]
    assert Subscriber.objects.get().key == key  # links in older mails go on working


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"address": "no address"}, "no e-mail address"),
        ({"address": "a@b.example\nBcc: c@d.example"}, "no e-mail address"),
        ({"address": "a" * 300 + "@b.example"}, "no e-mail address"),
        ({"address": "имя@пример.example"}, "no e-mail address"),
        ({"address": ""}, "no e-mail address"),
        ({"address": "root@localhost"}, "no e-mail address"),
        ({"address": "root@[127.0.0.1]"}, "no e-mail address"),
        ({"topic": "relation:XXX-YYY"}, "Choose what"),
        ({"topic": ()}, "Choose what"),
        ({"rhythm": "hourly"}, "Choose how often"),
    ],
)
def test_what_the_form_refuses(asked: dict[str, object], said: str, mailing: Path, as_role: Callable[[str], Client]) -> None:
    answer = as_role("anonymous").post("/subscribe/", FORM | asked)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not outbox()


def test_a_network_may_ask_so_often(mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    from detente.desk.subscriptions.limits import forget_asked
    from detente.desk.subscriptions.models import Asked

    client = as_role("anonymous")

    def ask(number: int, remote: str) -> int:
        return int(client.post("/subscribe/", FORM | {"address": f"a{number}@example.net"}, REMOTE_ADDR=remote).status_code)

    most = NETWORK_LIMIT[0]
    assert [ask(n, f"2001:db8::{n + 1:x}") for n in range(most + 1)] == [302] * most + [429]
    assert ask(20, "2001:db8:0:1::1") == 302 and ask(21, "192.0.2.1") == 302
    clock(timedelta(hours=1, minutes=1))
    assert ask(22, "2001:db8::1") == 302
    clock(timedelta(days=1, minutes=1))
    forget_asked()
    assert not Asked.objects.exists()


def test_leaving(mailing: Path, as_role: Callable[[str], Client]) -> None:
    """By a button after a GET that changes nothing; by one click of a mail program (RFC 8058), without cookie or token of a form."""
    from django.test import Client as Strict

    from detente.desk.subscriptions.models import Issue, Seen, Subscriber

    subscribe(as_role("anonymous"))
    subscribe(as_role("anonymous"), address="other@example.net")
    one, other = Subscriber.objects.order_by("pk")
    Issue.objects.create(subscriber=one, period="2016-06-20", state="sent", at=one.confirmed)
    strict = Strict(enforce_csrf_checks=True)
    link = f"/subscribe/leave/{one.key}/"
    assert "Leave" in strict.get(link).content.decode() and Subscriber.objects.count() == 2
    answer = strict.post(link, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200 and Subscriber.objects.get() == other and not Issue.objects.exists()
    again, never = strict.post(link), strict.post("/subscribe/leave/never-was/")
    assert again.content == never.content == answer.content
    assert "reader@example.net" not in str([list(model.objects.values()) for model in (Subscriber, Issue, Seen)])


def test_the_trail_holds_no_address(mailing: Path, as_role: Callable[[str], Client]) -> None:
    from click.testing import CliRunner

    from detente.cli.commands import detente
    from detente.desk.people.models import TrailRow

    subscribe(as_role("anonymous"))
    assert "1 subscriber by e-mail" in as_role("administrator").get("/desk/people/").content.decode()
    listed = CliRunner().invoke(detente, ["subscribers", "list", "--desk", str(mailing)])
    assert "reader@example.net, daily since" in listed.output and listed.output.endswith(": all\n")
    assert '"topics": ["all"]' in CliRunner().invoke(detente, ["subscribers", "list", "--json", "--desk", str(mailing)]).output
    assert CliRunner().invoke(detente, ["subscribers", "remove", "no@example.net", "--desk", str(mailing)]).exit_code == 1
    done = CliRunner().invoke(detente, ["subscribers", "remove", "READER@example.net", "--desk", str(mailing)])
    assert done.exit_code == 0 and not rows()
    assert TrailRow.objects.filter(verb="removed", noun="subscriber").exists()
    assert "reader" not in str(list(TrailRow.objects.exclude(user="reader").values()))


def test_a_backup_holds_the_subscribers(mailing: Path, as_role: Callable[[str], Client], tmp_path: Path) -> None:
    import sqlite3
    import zipfile

    from detente.desk_backup import back_up

    subscribe(as_role("anonymous"))
    back_up(mailing, tmp_path / "desk.zip")
    with zipfile.ZipFile(tmp_path / "desk.zip") as archive:
        if "detente.db" in archive.namelist():
            archive.extract("detente.db", tmp_path)
            assert sqlite3.connect(tmp_path / "detente.db").execute("SELECT address FROM subscriptions_subscriber").fetchall() == [
                ("reader@example.net",)
            ]
