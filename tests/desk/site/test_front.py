"""What the server keeps between two readers: the same bytes, no drafts, no log-ins, and gone at once when the record changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from django.test import Client

RELATION = "/relations/blr-usa.html"
Asked = Callable[..., tuple[HTTPResponse, bytes]]


@pytest.fixture
def asked(live: str) -> Asked:
    """Asks the real server: (answer, body)."""

    def ask(path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        line = HTTPConnection(urlsplit(live).netloc, timeout=60)
        line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        return answer, answer.read()

    return ask


def test_the_second_reader_gets_the_same(asked: Asked, as_role: Callable[[str], Client]) -> None:
    from detente.desk.site.edition import known_edition

    rendered = as_role("anonymous").get(RELATION).content
    first, second = asked(RELATION), asked(RELATION)
    assert first[1] == second[1] == rendered
    now = known_edition()
    assert now is not None and now.answers.get(("http", RELATION)) is not None
    headers = dict(second[0].getheaders())
    assert headers["Cache-Control"] == "public, no-cache" and headers["Vary"] == "Accept-Encoding" and "Set-Cookie" not in headers
    assert "script-src 'self'" in headers["Content-Security-Policy"] and headers["X-Content-Type-Options"] == "nosniff"
    again, body = asked(RELATION, If_None_Match=second[0].headers["ETag"])
    assert (again.status, body) == (304, b"")
    assert asked(f"{RELATION}?utm_source=x")[1] == rendered and len(now.answers) == 1
    assert asked(RELATION, "POST")[0].status != 200


@pytest.mark.parametrize("path", [RELATION, "/desk/login/", "/none.html"])
def test_nothing_follows_the_head_that_was_asked_for(live: str, path: str) -> None:
    """Bytes of a body after an answer to HEAD would be read as the next answer."""
    import socket

    host = urlsplit(live)
    for _ in range(2):  # made anew, and kept
        with socket.create_connection((str(host.hostname), int(host.port or 0)), timeout=60) as line:
            line.sendall(f"HEAD {path} HTTP/1.1\r\nHost: {host.netloc}\r\nConnection: close\r\n\r\n".encode())
            said = b"".join(iter(lambda: line.recv(1 << 16), b""))
        head, _, body = said.partition(b"\r\n\r\n")
        assert body == b"" and int(re.search(rb"Content-Length: (\d+)", head)[1]) > 100  # type: ignore[index]


def test_a_decision_is_seen_at_once_by_who_has_an_older_page(asked: Asked) -> None:
    from detente.desk.opened import opened_desk

    tag = asked(RELATION)[0].headers["ETag"]
    assert asked(RELATION, If_None_Match=tag)[0].status == 304
    made = opened_desk().override("BLR-USA", "deteriorated", user="editor", reason="I know more", from_date=date(2016, 6, 1))
    answer, body = asked(RELATION, If_None_Match=tag)
    assert answer.status == 200 and b"I know more" in body
    opened_desk().withdraw("override", made.id, user="editor", reason="not so")
    assert b"I know more" not in asked(RELATION)[1]


def test_a_log_in_changes_nothing_of_a_public_page(asked: Asked, as_role: Callable[[str], Client]) -> None:
    cookie = "; ".join(f"{name}={value.value}" for name, value in as_role("editor").cookies.items())
    assert "sessionid" in cookie
    inside = asked(RELATION, Cookie=cookie)
    assert inside[1] == asked(RELATION)[1] and inside[0].headers["Set-Cookie"] is None
    answer, _ = asked("/desk/inbox/", Cookie=cookie, Accept_Encoding="gzip")
    assert answer.status == 200 and answer.headers["Cache-Control"] == "no-store" and answer.headers["Content-Encoding"] is None
    assert asked("/desk/inbox/")[0].status == 302


def test_a_stranger_as_host_is_refused_though_the_page_is_kept(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["127.0.0.1"])
    assert asked(RELATION)[0].status == 200
    assert asked(RELATION, Host="elsewhere.example")[0].status == 400


def test_a_look_at_an_unchanged_record_is_one_query(served: Path, as_role: Callable[[str], Client]) -> None:
    """However large the desk is: what is asked of the database at each view is whether anything changed."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from detente.pipeline import open_desk, run

    client, counts = as_role("anonymous"), []
    for more in (0, 40):
        for number in range(more):
            day = f"2016-0{1 + number % 6}-{1 + number % 28:02d}"
            (served / "articles" / f"more-{number}.txt").write_text(f"More {number}\n{day}\nen\nNote {number}. USA bans BLR", "utf-8")
        run(open_desk(served))
        client.get(RELATION)
        looks = []
        for _ in range(3):  # PostgreSQL's own tidying may come between two views, and then more is asked
            with CaptureQueriesContext(connection) as asked_for:
                html = client.get(RELATION).content.decode()
            looks.append(len(asked_for))
        counts.append((min(looks), html.count('class="row ')))
    (few, few_rows), (many, many_rows) = counts
    assert few == many == 1 and many_rows > 2 * few_rows


def test_the_first_view_after_a_change_asks_no_more_of_a_larger_desk(served: Path, as_role: Callable[[str], Client]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from detente.desk.opened import opened_desk

    client, counts = as_role("anonymous"), []
    for _ in range(2):
        client.get(RELATION)
        opened_desk().override("BLR-USA", "deteriorated", user="editor", reason="I know more", from_date=date(2016, 6, 1))
        with CaptureQueriesContext(connection) as asked_for:
            client.get(RELATION)
        counts.append(len(asked_for))
    assert counts[0] == counts[1] <= 20, counts


def test_readers_and_a_writer_at_once(asked: Asked) -> None:
    """Nobody gets half a page, and after the last decision everybody sees it."""
    from detente.desk.opened import opened_desk

    wrong: list[int] = []

    def read() -> None:
        for _ in range(8):
            answer, body = asked(RELATION, Accept_Encoding="")
            if answer.status != 200 or not body.endswith(b"</html>\n"):
                wrong.append(answer.status)

    readers = [Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    for number in range(3):
        desk = opened_desk()
        desk.override("BLR-USA", "deteriorated", user="editor", reason=f"reason {number}", from_date=date(2016, 6, 1 + number))
    for reader in readers:
        reader.join()
    assert not wrong and b"reason 2" in asked(RELATION)[1]


def test_answers_to_questions_are_compressed_for_strangers(asked: Asked) -> None:
    from gzip import decompress

    paths = ("/explore/relation?name=BLR-USA", "/search?q=border", "/api/v1/events", "/search.rss?q=border")
    for path in paths:
        plain, zipped = asked(path), asked(path, Accept_Encoding="gzip")
        assert zipped[0].headers["Content-Encoding"] == "gzip" and decompress(zipped[1]) == plain[1], path
        assert len(zipped[1]) == int(zipped[0].headers["Content-Length"]) < len(plain[1])
        assert "Content-Encoding" not in plain[0].headers
        assert all("Accept-Encoding" in answer.headers["Vary"] for answer, _ in (plain, zipped))
        for known in ({"Cookie": "sessionid=x"}, {"Authorization": "Bearer x"}):
            assert "Content-Encoding" not in asked(path, Accept_Encoding="gzip", **known)[0].headers
    tag = asked("/api/v1/events", Accept_Encoding="gzip")[0].headers["ETag"]
    assert tag.startswith("W/") and asked("/api/v1/events", Accept_Encoding="gzip", If_None_Match=tag)[0].status == 304
    assert "Content-Encoding" not in asked("/subscribe/", Accept_Encoding="gzip")[0].headers
    head, body = asked("/search?q=border", "HEAD", Accept_Encoding="gzip")
    assert head.status == 200 and body == b""
