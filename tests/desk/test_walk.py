"""Every address as every role, against the table of rights; what is not published is in no answer to those who may not read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.desk.walk import DRAFT, UNPUBLISHED, Place, fill_desk, places

from detente.desk.middleware import WRITING
from detente.desk.rights import RIGHTS, right_of

if TYPE_CHECKING:
    from django.test import Client

ALL = ("anonymous", "reader", "analyst", "editor", "administrator")
# Parts of Wagtail's admin that nobody uses: users and roles have pages of their own, documents are not served.
SHUT = re.compile(r"/write/(users|groups|collections|documents/(add|edit|delete|multiple)|sites|workflows/(add|edit|enable|disable))\b")
FAILS_ON_PURPOSE = "/write/failwhale/"  # Wagtail's own test of error pages


def wanted(place: Place) -> Any:
    """The right an address takes; None: none."""
    return "write" if place.path.startswith(WRITING) else right_of(place.view)


def refused(answer: Any) -> bool:
    """Whether an answer is a way to the log-in, a way back to Wagtail's first page with a word on it, or a plain no."""
    return answer.status_code == 403 or (answer.status_code == 302 and re.match(r"/desk/login/|/write/$", answer["Location"]) is not None)


def text_of(answer: Any) -> str:
    return b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode("utf-8", "replace")


def test_every_view_names_its_right() -> None:
    found = places({"page_id": "1", "draft_slug": "x"})
    assert len(found) > 100
    for place in found:
        right = wanted(place)
        assert right is None or right in RIGHTS["administrator"], f"{place.pattern} says no right that is in the table: {right}"


def test_roles_add_up() -> None:
    """Each role may all that the one before may."""
    steps = list(RIGHTS.values())
    assert all(fewer < more for fewer, more in pairwise(steps))


@pytest.mark.parametrize("role", ALL)
def test_walk(role: str, served: Path, as_role: Callable[[str], Client]) -> None:
    filled = fill_desk(served)
    client = as_role(role)
    client.raise_request_exception = False
    rights = RIGHTS.get(role, frozenset())  # type: ignore[call-overload]
    wrong = []
    for place in places(filled):
        right = wanted(place)
        answer = client.get(place.path)
        seen = text_of(answer)
        if right is not None and right not in rights:
            posted = client.post(place.path)
            if not refused(answer) or not refused(posted):
                wrong.append(f"{place.path}: open, and needs {right}")
        elif answer.status_code >= 500 and place.path != FAILS_ON_PURPOSE:
            wrong.append(f"{place.path}: {answer.status_code}")
        elif right is not None and answer.status_code == 302 and answer["Location"].startswith("/desk/login/"):
            wrong.append(f"{place.path}: shut, and {role} has the right to {right}")
        elif SHUT.match(place.path) and not refused(answer) and answer.status_code not in (404, 405):
            wrong.append(f"{place.path}: open, and nobody uses it")
        if "write" not in rights and DRAFT in seen:
            wrong.append(f"{place.path}: shows a draft")
        if "review" not in rights and UNPUBLISHED in seen:
            wrong.append(f"{place.path}: shows the text of an article that may not be published")
        if answer.status_code == 200 and "text/html" in answer["Content-Type"] and "Content-Security-Policy" not in answer:
            wrong.append(f"{place.path}: no Content-Security-Policy")
    assert not wrong, "\n".join(wrong)


def test_public_pages_hold_nothing_unpublished(served: Path, as_role: Callable[[str], Client]) -> None:
    """Every page of the site and every feed, read by nobody in particular."""
    from detente.desk.site.edition import edition

    fill_desk(served)
    client = as_role("anonymous")
    paths = [*edition().plan.paths.values(), "feed.rss", "feed.atom", "feed.json", "sitemap.xml", "robots.txt", "style.css", "icon.svg"]
    assert len(paths) > 15
    for path in paths:
        answer = client.get(f"/{path}")
        assert answer.status_code == 200, path
        assert UNPUBLISHED not in text_of(answer) and DRAFT not in text_of(answer), path


def test_photos_of_drafts(served: Path, as_role: Callable[[str], Client]) -> None:
    filled = fill_desk(served)
    photo = f"/media/{filled['name']}"
    for role, status in (("anonymous", 404), ("reader", 404), ("analyst", 200), ("editor", 200)):
        answer = as_role(role).get(photo)
        assert answer.status_code == status, role
    assert "no-store" in answer["Cache-Control"]
    for path in ("original_images/photo.png", "images/../original_images/photo.png", "images/../../detente.db", "images/", "images/x.html"):
        assert as_role("editor").get(f"/media/{path}").status_code == 404, path


@pytest.mark.parametrize("role", ["anonymous", "reader"])
def test_the_draft_itself(role: str, served: Path, as_role: Callable[[str], Client]) -> None:
    fill_desk(served)
    answer = as_role(role).get("/a-draft/")
    assert answer.status_code == 404 and DRAFT not in text_of(answer)
