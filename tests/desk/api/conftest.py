"""A client of the API, with a token or without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BASE = "/api/v1/"


@pytest.fixture
def token_of(served: Path) -> Callable[[str], str]:
    """The words of a new token of the user of a role."""

    def make(role: str) -> str:
        from detente.desk.api.tokens import make_token
        from detente.desk.people.models import User

        return make_token(User.objects.get(username=role), "a test")[1]

    return make


@pytest.fixture
def ask(served: Path) -> Callable[..., Any]:
    """An answer of the API: ask("articles?limit=2", token, **headers)."""
    from django.test import Client

    def get(path: str, token: str = "", method: str = "get", **headers: str) -> Any:
        given = {"Authorization": f"Bearer {token}", **headers} if token else headers
        return getattr(Client(headers=given), method)(path if path.startswith("/") else BASE + path)

    return get
