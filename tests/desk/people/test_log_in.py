"""Log-in, log-out, and the limit on attempts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.desk.conftest import PASSWORD

if TYPE_CHECKING:
    from django.test import Client

LOGIN = "/desk/login/"


def attempt(client: Client, name: str, password: str, **more: Any) -> Any:
    return client.post(LOGIN, {"username": name, "password": password}, **more)


def test_in_and_out(as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    answer = attempt(client, "editor", PASSWORD)
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert client.get("/desk/inbox/").status_code == 200
    assert client.get("/desk/logout/").status_code == 405  # a link or an image cannot log anybody out
    assert client.post("/desk/logout/").status_code == 302
    assert client.get("/desk/inbox/").status_code == 302


def test_goes_on_where_it_was_asked_for_and_never_elsewhere(as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    asked = client.get("/desk/inbox/?x=1")["Location"]
    assert asked.startswith(LOGIN)
    there = client.post(asked, {"username": "editor", "password": PASSWORD, "next": "/desk/inbox/?x=1"})
    assert there["Location"] == "/desk/inbox/?x=1"
    away = as_role("anonymous").post(LOGIN, {"username": "editor", "password": PASSWORD, "next": "https://evil.example/"})
    assert away["Location"] == "/desk/"


@pytest.mark.parametrize(("name", "password"), [("editor", "wrong"), ("nobody", PASSWORD), ("", ""), ("x" * 5000, "y"), ("a\x00b", "c")])
def test_says_the_same_of_every_wrong_pair(name: str, password: str, as_role: Callable[[str], Client]) -> None:
    answer = attempt(as_role("anonymous"), name, password)
    assert answer.status_code == 200 and "do not belong together" in answer.content.decode()


def test_five_failures_hold_a_name_back_from_one_address(as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    for _ in range(5):
        attempt(client, "editor", "wrong")
    held = attempt(client, "editor", PASSWORD)
    assert held.status_code == 429 and "Too many attempts" in held.content.decode()
    assert attempt(client, "analyst", PASSWORD).status_code == 302
    assert attempt(as_role("anonymous"), "editor", PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_name_is_held_from_everywhere_after_twenty(as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    for n in range(20):
        attempt(client, "editor", "wrong", REMOTE_ADDR=f"192.0.2.{n // 4}")
    assert attempt(client, "editor", PASSWORD, REMOTE_ADDR="198.51.100.1").status_code == 429


def test_an_address_is_held_after_thirty_names(as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    for n in range(30):
        attempt(client, f"name{n}", "wrong")
    assert attempt(client, "editor", PASSWORD).status_code == 429


def test_a_network_is_one_address(as_role: Callable[[str], Client]) -> None:
    """Whoever has one address of an IPv6 /64 has all of them."""
    from detente.desk.people.models import TrailRow

    client = as_role("anonymous")
    for n in range(5):
        attempt(client, "editor", "wrong", REMOTE_ADDR=f"2001:db8:0:7::{n + 1:x}")
    assert attempt(client, "editor", PASSWORD, REMOTE_ADDR="2001:db8::7:ffff:0:0:1").status_code == 429
    assert attempt(client, "editor", PASSWORD, REMOTE_ADDR="2001:db8:0:8::1").status_code == 302
    first = TrailRow.objects.filter(noun="log-in").order_by("id")[0]
    assert (first.address, first.detail) == ("2001:db8:0:7::/64", {"address": "2001:db8:0:7::1"})


@pytest.mark.parametrize(
    ("address", "network"),
    [("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("fe80::1%eth0", "fe80::/64"), ("", ""), ("unix:", "unix:")],
)
def test_networks(address: str, network: str) -> None:
    from detente.desk.people.trail import network_of

    assert network_of(address) == network


def test_a_quarter_of_an_hour_later_it_may_be_tried_again(as_role: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.desk.people import backend

    client = as_role("anonymous")
    for _ in range(5):
        attempt(client, "editor", "wrong")
    now = backend.timezone.now()
    monkeypatch.setattr(backend.timezone, "now", lambda: now + timedelta(minutes=16))
    assert attempt(client, "editor", PASSWORD).status_code == 302


def test_a_log_in_forgives_what_was_before_it(as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    for _ in range(4):
        attempt(client, "editor", "wrong")
    assert attempt(client, "editor", PASSWORD).status_code == 302
    client.post("/desk/logout/")
    for _ in range(4):
        attempt(client, "editor", "wrong")
    assert attempt(client, "editor", PASSWORD).status_code == 302


def test_what_is_held_back_is_not_written_down(served: Path, as_role: Callable[[str], Client]) -> None:
    """A guesser cannot fill the disk: after the limit nothing more is kept of the attempts."""
    from detente.desk.people.models import TrailRow

    client = as_role("anonymous")
    for _ in range(12):
        attempt(client, "editor", "wrong")
    assert TrailRow.objects.filter(user="editor", verb="failed to log in").count() == 5


def test_a_disabled_user_is_out_at_once(as_role: Callable[[str], Client]) -> None:
    from detente.desk.people.accounts import switch

    client = as_role("editor")
    assert client.get("/desk/inbox/").status_code == 200
    switch("editor", False)
    assert client.get("/desk/inbox/").status_code == 302
    assert attempt(as_role("anonymous"), "editor", PASSWORD).status_code == 200


def test_forms_need_their_token(served: Path) -> None:
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    answer = attempt(strict, "editor", PASSWORD)
    assert answer.status_code == 403 and "too old" in answer.content.decode()
