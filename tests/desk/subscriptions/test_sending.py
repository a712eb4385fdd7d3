"""What is due is sent once, says what changed and why, and nothing is lost when something breaks on the way."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.desk.subscriptions.conftest import decide, happen, outbox, subscribe
from tests.desk.subscriptions.smtp_server import HANG_UP, Post, start

from detente.cli.commands import detente
from detente.desk.subscriptions.periods import may_try_again, period_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

DAY = timedelta(days=1)


def send() -> Any:
    from detente.desk.subscriptions.digests import send_due

    return send_due()


def digests() -> list[Any]:
    return [mail for mail in outbox() if "List-Id" in mail.extra_headers]


def test_a_change_is_told_once_and_why(mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    subscribe(as_role("anonymous"))
    clock(DAY)
    assert send().empty == 1 and not digests()  # what was there before is no news
    happen(mailing)
    assert send().sent == 0  # not twice in a period
    clock(DAY)
    assert send().sent == 1
    assert send().sent == 0
    (mail,) = digests()
    assert "Belarus – United States: deteriorated" in mail.body and "“USA bans BLR”" in mail.body
    assert re.search(r"−\d+\.\d\d Sanction: United States → Belarus, 4 July 2016", mail.body)
    assert re.search(r"https://desk\.example\.org/relations/blr-usa\.html#r-\w+", mail.body)
    (html, kind), = mail.alternatives
    assert kind == "text/html" and "<blockquote>“USA bans BLR”</blockquote>" in html and "<style" not in html and "<img" not in html
    clock(DAY)
    assert send().sent == 0 and len(digests()) == 1


def test_headers_of_bulk_mail(mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    subscribe(as_role("anonymous"))
    decide()
    clock(DAY)
    send()
    (mail,) = digests()
    message = mail.message()
    leave = re.fullmatch(r"<https://desk\.example\.org(/subscribe/leave/[\w-]{32}/)>", message["List-Unsubscribe"])
    assert leave and message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click" and leave[1] in mail.body
    assert message["From"] == "Toy desk <desk@example.org>" and message["To"] == "reader@example.net"
    assert message["Auto-Submitted"] == "auto-generated" and message["List-Id"] == "<digest.example.org>"
    assert message["Message-ID"].endswith("@example.org>") and "reader" not in message["Message-ID"]
    assert max(map(len, mail.body.splitlines())) <= 150
    assert as_role("anonymous").post(leave[1], {"List-Unsubscribe": "One-Click"}).status_code == 200
    decide("improved", "On second thoughts")
    clock(DAY)
    assert send().sent == 0


def test_everybody_gets_what_was_asked_for(mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    client = as_role("anonymous")
    subscribe(client, "usa@example.net", topics=("relation:BLR-USA",))
    subscribe(client, "rus@example.net", topics=("relation:BLR-RUS",))
    subscribe(client, "cat@example.net", topics=("category:Minsk and Washington",))
    subscribe(client, "week@example.net", "weekly", ("relation:BLR-USA",))
    happen(mailing)
    clock(DAY)
    send()
    for _ in range(8):
        clock(DAY)
        send()
    got = {mail.to[0]: mail.body for mail in digests()}
    assert set(got) == {"usa@example.net", "cat@example.net", "week@example.net"} and len(digests()) == 3
    assert "Belarus – United States" in got["usa@example.net"] and "Minsk and Washington:" not in got["usa@example.net"]
    assert "Minsk and Washington: deteriorated" in got["cat@example.net"] and "Weekly digest" in got["week@example.net"]


def test_a_category_that_is_renamed_is_still_followed(
    mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]
) -> None:
    from detente.desk.opened import opened_desk

    before = next(c for c in opened_desk().config.categories if "BLR-USA" in [r.name for r in c.relations])
    subscribe(as_role("anonymous"), topics=(f"category:{before.name}",))
    toml = (mailing / "detente.toml").read_text("utf-8")
    renamed = toml.replace(f'name = "{before.name}"', f'name = "Quite another"\nformerly = ["{before.name}"]', 1)
    (mailing / "detente.toml").write_text(renamed, "utf-8")
    clock(DAY)
    assert send().empty == 1, "a new name is no news"
    opened_desk().override("Quite another", "improved", user="editor", reason="talks", from_date=datetime(2016, 6, 1, tzinfo=UTC).date())
    clock(DAY)
    assert send().sent == 1
    (mail,) = digests()
    assert "Quite another: set to improved by editor" in mail.body and "editor: talks. It counts from 1 June 2016." in mail.body


def test_an_editor_and_hostile_words(mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    subscribe(as_role("anonymous"))
    decide(reason="<script>alert(1)</script>\n-- \nTo get no more of it: https://evil.example\u202e")
    clock(DAY)
    send()
    (mail,) = digests()
    assert "set to deteriorated by editor" in mail.subject and "\n" not in mail.subject
    (html, _), = mail.alternatives
    assert "<script" not in html and "&lt;script&gt;" in html and "\u202e" not in html + mail.body
    assert [line for line in mail.body.splitlines() if line.startswith("To get no more")] == [f"To get no more of it: {leave_of(mail)}"]


def leave_of(mail: Any) -> str:
    return str(mail.extra_headers["List-Unsubscribe"]).strip("<>")


def test_what_a_new_reading_of_the_past_changes_is_no_news(
    mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]
) -> None:
    subscribe(as_role("anonymous"))
    happen(mailing, "POL bans BLR", day="2016-02-01")  # an old article that comes late
    clock(DAY)
    assert send().sent == 0


class Killed(BaseException):
    pass


def test_killed_while_sending(
    mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At most once an issue; and what was in it comes in the next."""
    from django.core.mail.backends.locmem import EmailBackend

    from detente.desk.subscriptions.models import Issue

    client = as_role("anonymous")
    for name in ("a", "b"):
        subscribe(client, f"{name}@example.net")
    decide()
    clock(DAY)
    real = EmailBackend.send_messages

    def die(self: Any, mails: Any) -> Any:
        raise Killed

    monkeypatch.setattr(EmailBackend, "send_messages", die)
    with pytest.raises(Killed):
        send()
    assert [issue.state for issue in Issue.objects.all()] == ["sending"]
    monkeypatch.setattr(EmailBackend, "send_messages", real)
    send()
    send()
    assert [mail.to for mail in digests()] == [["b@example.net"]]
    clock(timedelta(hours=2))
    send()
    assert len(digests()) == 1
    clock(DAY)
    assert send().sent == 1
    assert [mail.to for mail in digests()] == [["b@example.net"], ["a@example.net"]]
    assert "I know more" in digests()[1].body


def test_two_at_once(mailing: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    """The server's thread and cron: a row in the ledger is one's own or another's."""
    from threading import Barrier, Thread

    from django.db import connections

    for name in "abcd":
        subscribe(as_role("anonymous"), f"{name}@example.net", topics=("relation:BLR-USA",))
    decide()
    clock(DAY)
    together, wrong = Barrier(2), list[Exception]()

    def work() -> None:
        try:
            together.wait(30)
            send()
        except Exception as error:  # noqa: BLE001 - the test says what it was
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert sorted(mail.to[0] for mail in digests()) == [f"{name}@example.net" for name in "abcd"]


@pytest.fixture
def post(served: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """A real mail server, and a desk that is set up for it by its settings alone."""
    made, stop = start()
    with (served / "detente.toml").open("a", encoding="utf-8") as file:
        file.write('\n[web]\naddress = "https://desk.example.org"\n[mail]\nhost = "127.0.0.1"\ntls = "none"\n')
        file.write(f'port = {made.port}\nfrom = "desk@example.org"\n')
    yield made
    stop()


def subscribe_by(post: Post, client: Client, address: str = "reader@example.net") -> None:
    client.post("/subscribe/", {"address": address, "rhythm": "daily", "topic": "all"})
    outbox()
    recipient, mail = post.mails[-1]
    body = mail.get_content()
    link = re.search(r"https://desk\.example\.org(/subscribe/confirm/\S+/)", body)
    assert recipient == address and link, body
    assert client.post(link[1]).status_code == 200


def test_through_a_real_server(post: Post, as_role: Callable[[str], Client], clock: Callable[[timedelta], None], served: Path) -> None:
    subscribe_by(post, as_role("anonymous"))
    decide()
    clock(DAY)
    tried = CliRunner().invoke(detente, ["digest", str(served), "--dry-run"])
    assert tried.exit_code == 0 and "1 would be sent, 0 without news" in tried.output and "reader" not in tried.output
    assert len(post.mails) == 1
    done = CliRunner().invoke(detente, ["digest", str(served)])
    assert done.exit_code == 0 and "1 sent, 0 without news" in done.output, done.output
    recipient, mail = post.mails[1]
    assert recipient == "reader@example.net" and mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text and html and "I know more" in text.get_content() and "I know more" in html.get_content()
    assert CliRunner().invoke(detente, ["digest", str(served)]).output.endswith("0 sent, 0 without news\n")


def test_a_server_that_says_later(post: Post, as_role: Callable[[str], Client], clock: Callable[[timedelta], None], served: Path) -> None:
    subscribe_by(post, as_role("anonymous"))
    decide()
    clock(DAY)
    post.answers["END"] = "451 later"
    done = CliRunner().invoke(detente, ["digest", str(served)])
    assert done.exit_code == 1 and "1 turned down" in done.output
    del post.answers["END"]
    assert send().sent == 0  # not yet
    clock(timedelta(minutes=11))
    assert send().sent == 1 and len(post.mails) == 2


def test_a_server_that_gives_no_answer(post: Post, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    """It took the mail and hung up before it said so: not sent again; told again with the next issue."""
    subscribe_by(post, as_role("anonymous"))
    decide()
    clock(DAY)
    post.answers["END"] = HANG_UP
    assert send().unknown == 1
    del post.answers["END"]
    clock(timedelta(hours=3))
    assert send().sent == 0 and len(post.mails) == 2
    clock(DAY)
    assert send().sent == 1 and "I know more" in post.mails[2][1].get_body(("plain",)).get_content()


def test_a_process_that_is_killed_while_sending(post: Post, as_role: Callable[[str], Client], served: Path) -> None:
    """By SIGKILL, when the server has the mail and has not said so yet."""
    from django.db import connection

    from detente.desk.subscriptions.models import Issue, Subscriber

    for name in ("a", "b"):
        subscribe_by(post, as_role("anonymous"), f"{name}@example.net")
    decide()
    Subscriber.objects.update(period="2000-01-01")
    connection.close()
    came, go_on = Event(), Event()
    post.before_end = lambda: (came.set(), go_on.wait(60))
    command = [sys.executable, "-m", "detente.cli", "digest", str(served)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert came.wait(60), process.stderr
        process.kill()
    post.before_end = lambda: None
    go_on.set()
    assert [issue.state for issue in Issue.objects.all()] == ["sending"]
    again = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert again.returncode == 0 and "1 sent, 0 without news" in again.stdout, again.stderr
    assert sorted(recipient for recipient, _ in post.mails[2:]) == ["a@example.net", "b@example.net"]


def test_an_address_that_is_dead(post: Post, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    from detente.desk.subscriptions.models import Subscriber

    subscribe_by(post, as_role("anonymous"))
    post.answers["RCPT"] = "550 no such user"
    for n in range(3):
        decide(("deteriorated", "improved", "unchanged")[n], f"reason {n}")
        clock(DAY)
        assert Subscriber.objects.exists()
        report = send()
    assert report.dropped == 1 and not Subscriber.objects.exists()


def test_a_server_that_is_away(post: Post, as_role: Callable[[str], Client], clock: Callable[[timedelta], None], served: Path) -> None:
    from detente.desk.subscriptions.models import Issue

    subscribe_by(post, as_role("anonymous"))
    decide()
    clock(DAY)
    toml = served / "detente.toml"
    settings = toml.read_text("utf-8")
    toml.write_text(settings.replace(f"port = {post.port}", "port = 1"), "utf-8")
    done = CliRunner().invoke(detente, ["digest", str(served)])
    assert done.exit_code == 1 and "cannot be used" in done.output and not Issue.objects.exists()
    toml.write_text(settings, "utf-8")
    assert send().sent == 1


def test_the_server_does_it_by_itself(post: Post, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]) -> None:
    from detente.desk.subscriptions.clock import start_digests

    subscribe_by(post, as_role("anonymous"))
    decide()
    clock(DAY)
    stop = Event()
    thread = start_digests(stop, every=0.05)
    deadline = datetime.now(UTC) + timedelta(seconds=60)
    while len(post.mails) < 2 and datetime.now(UTC) < deadline:
        stop.wait(0.05)
    stop.set()
    thread.join(30)
    assert len(post.mails) == 2


def test_without_mail_there_is_nothing_to_send(served: Path) -> None:
    done = CliRunner().invoke(detente, ["digest", str(served)])
    assert done.exit_code == 1 and "[mail]" in done.output


def test_periods() -> None:
    monday = datetime(2016, 6, 20, 6, 0, tzinfo=UTC)
    assert period_of("daily", monday) == "2016-06-20" and period_of("daily", monday - timedelta(seconds=1)) == "2016-06-19"
    assert period_of("weekly", monday) == "2016-W25" and period_of("weekly", monday - timedelta(seconds=1)) == "2016-W24"
    assert period_of("weekly", datetime(2016, 1, 2, tzinfo=UTC)) == "2015-W53"
    waits = [next(m for m in range(1000) if may_try_again(n, monday, monday + timedelta(minutes=m))) for n in range(1, 5)]
    assert waits == [10, 20, 40, 80] and not may_try_again(5, monday, monday + timedelta(days=9))
