"""The trail is append-only, holds what Wagtail's admin does, and is for administrators alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


def test_the_database_refuses_to_change_or_delete(served: Path) -> None:
    from django.db import DatabaseError

    from detente.desk.people.models import TrailRow
    from detente.desk.people.trail import write_trail

    write_trail("ann", "withdrew", "correction", "7", {"reason": "a slip"})
    with pytest.raises(DatabaseError, match="append-only"):
        TrailRow.objects.update(user="bob")
    with pytest.raises(DatabaseError, match="append-only"):
        TrailRow.objects.all().delete()
    assert TrailRow.objects.get(key="7").user == "ann"


def test_wagtails_log_is_in_it(served: Path) -> None:
    from wagtail.log_actions import log
    from wagtail.models import Page

    from detente.desk.people.models import TrailRow, User

    log(Page.objects.get(depth=2), "wagtail.publish", user=User.objects.get(username="editor"))
    row = TrailRow.objects.latest("id")
    assert (row.user, row.verb, row.noun) == ("editor", "published", "page")


def test_the_page(as_role: Callable[[str], Client]) -> None:
    from detente.desk.people.trail import write_trail

    write_trail("<b>ann</b>", "withdrew", "correction", "7", {"reason": "<script>alert(1)</script>"})
    for n in range(120):
        write_trail("bob", "made", "override", str(n))
    admin = as_role("administrator")
    first = admin.get("/desk/people/trail/").content.decode()
    assert "Page 1 of" in first and "<script>alert" not in first
    found = admin.get("/desk/people/trail/?noun=correction&page=x").content.decode()
    assert "&lt;b&gt;ann" in found and "bob" not in found.split("<tbody>")[1]
    for role in ("anonymous", "reader", "analyst", "editor"):
        assert as_role(role).get("/desk/people/trail/").status_code in (302, 403)
