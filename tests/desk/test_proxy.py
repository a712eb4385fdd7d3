"""Behind a proxy that ends https: its word is believed, from its own address and no other."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

FROM_PROXY = {"Host": "desk.example.org", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}


def start(folder: Path, more: str) -> tuple[subprocess.Popen[str], int]:
    """`detente serve` in a process of its own, and its port."""
    folder.mkdir()
    (folder / "articles").mkdir()
    (folder / "detente.toml").write_text(f'title = "Behind"\n[web]\naddress = "https://desk.example.org"\n{more}', "utf-8")
    command = [sys.executable, "-u", "-m", "detente.cli", "serve", str(folder), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/ shows", line):
            return process, int(found[1])
    raise AssertionError("it did not start")


@pytest.fixture(params=["", 'proxy = "192.0.2.1"'], ids=["proxy is here", "proxy is elsewhere"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, int]]:
    process, port = start(tmp_path / "desk", request.param)
    yield request.param, port
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0


def ask(port: int, path: str, headers: dict[str, str], method: str = "GET", body: str = "") -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body or None, headers)
    return connection.getresponse()


def test_scheme_and_caller(server: tuple[str, int], tmp_path: Path) -> None:
    elsewhere, port = server
    plain = ask(port, "/desk/login/", {"Host": "desk.example.org"})
    assert (plain.status, plain.headers["Location"]) == (301, "https://desk.example.org/desk/login/")
    said = ask(port, "/desk/login/", FROM_PROXY)
    if elsewhere:  # it is not the proxy that says so
        assert said.status == 301
        return
    assert said.status == 200 and "max-age=31536000" in said.headers["Strict-Transport-Security"]
    cookie = said.headers["Set-Cookie"]
    assert "csrftoken" in cookie and "Secure" in cookie
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', said.read().decode())
    assert token
    form = f"csrfmiddlewaretoken={token[1]}&username=nobody&password=x"
    sent = {**FROM_PROXY, "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie.split(";")[0]}
    answer = ask(port, "/desk/login/", {**sent, "Referer": "https://desk.example.org/desk/login/"}, "POST", form)
    assert answer.status == 200
    foreign = ask(port, "/desk/login/", {**sent, "Origin": "https://evil.example"}, "POST", form)
    assert foreign.status == 403
    import sqlite3

    with sqlite3.connect(tmp_path / "desk" / "detente.db") as database:
        assert database.execute("SELECT user, verb, address FROM people_trailrow").fetchall() == [
            ("nobody", "failed to log in", "203.0.113.9")
        ]


def test_other_names_are_refused(server: tuple[str, int]) -> None:
    _, port = server
    assert ask(port, "/desk/login/", {"Host": "evil.example"}).status == 400
