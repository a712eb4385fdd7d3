"""Every address as every role, against the table of rights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from detente.desk.rights import RIGHTS, right_of

if TYPE_CHECKING:
    from django.test import Client

ALL = ("anonymous", "reader", "analyst", "editor", "administrator")


def views(patterns: Any = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """(pattern, view) of every address, but for Wagtail's admin."""
    from django.urls import URLResolver, get_resolver

    for entry in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            if not path.startswith("write/"):
                yield from views(entry.url_patterns, path)
        else:
            yield path, entry.callback


def test_every_view_names_its_right() -> None:
    rights = RIGHTS["administrator"]
    seen = dict(views())
    assert len(seen) > 8
    for path, view in seen.items():
        right = right_of(view)
        assert right is None or right in rights, f"{path} says no right that is in the table: {right}"


@pytest.mark.parametrize("role", ALL)
def test_first_pages(role: str, served: Path, as_role: Callable[[str], Client]) -> None:
    from django.urls import reverse

    from detente.desk.context import NAVIGATION

    client = as_role(role)
    assert client.get("/").status_code == 200
    for name, _, right in NAVIGATION:
        answer = client.get(reverse(name))
        if role == "anonymous":
            assert answer.status_code == 302 and answer["Location"].startswith("/desk/login/"), name
        else:
            assert answer.status_code == (200 if right in RIGHTS[role] else 403), name


@pytest.mark.parametrize("role", ALL)
def test_wagtail_admin(role: str, served: Path, as_role: Callable[[str], Client]) -> None:
    expected = 302 if role == "anonymous" else 200 if "write" in RIGHTS[role] else 403
    assert as_role(role).get("/write/").status_code == expected
