"""Limits: counted by address and by token."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.desk.api import limits


def test_too_much(ask: Callable[..., Any], token_of: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "OF_ADDRESS", 12)
    first = ask("articles?format=csv")
    assert first["RateLimit"].startswith('"address";r=2;t=') and first["RateLimit-Policy"] == '"address";q=12;w=60'
    refused = ask("articles?format=csv")
    assert refused.status_code == 429 and 1 <= int(refused["Retry-After"]) <= 60
    assert refused["Content-Type"] == "application/problem+json" and refused["Cache-Control"] == "no-store"
    assert ask("articles").status_code == 200, "a page is cheaper than a file"
    token = token_of("reader")
    assert ask("articles", token)["RateLimit"].startswith('"token";r=599'), "a token has a count of its own"
    assert [ask("own/me", "detente_guess").status_code for _ in range(3)] == [401, 429, 429], "guesses count for the address"
    assert ask("articles", token).status_code == 200


def test_an_ipv6_network_is_one_caller(served: Path) -> None:
    from django.test import Client

    def left(address: str) -> str:
        return str(Client(REMOTE_ADDR=address).get("/api/v1/")["RateLimit"]).split(";")[1]

    assert [left("2001:db8:1:2::1"), left("2001:db8:1:2:ffff::9"), left("2001:db8:1:3::1")] == ["r=119", "r=118", "r=119"]
    assert [left("192.0.2.1"), left("::ffff:192.0.2.1"), left("192.0.2.2")] == ["r=119", "r=118", "r=119"]
