"""What the roles may do in Wagtail's admin: its permissions, given by `detente.desk.people.roles`, say what the table of rights says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from django.test import Client


def draft_of(name: str) -> Any:
    """A draft that a user owns."""
    from wagtail.models import Page

    from detente.desk.people.models import User

    page = Page(title=f"Of {name}", slug=f"of-{name}", live=False, owner=User.objects.get(username=name))
    Page.objects.get(depth=2).add_child(instance=page)
    page.save_revision(user=page.owner)
    return page


def publish(client: Client, page: Any) -> Any:
    form = {"title": page.title, "slug": page.slug, "action-publish": "1", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    return client.post(f"/write/pages/{page.pk}/edit/", form)


@pytest.mark.parametrize(("role", "live"), [("reader", False), ("analyst", False), ("editor", True), ("administrator", True)])
def test_who_publishes(role: str, live: bool, served: Path, as_role: Callable[[str], Client]) -> None:
    page = draft_of("analyst")
    publish(as_role(role), page)
    page.refresh_from_db()
    assert page.live is live


def test_an_analyst_writes_at_ones_own_and_not_at_others(served: Path, as_role: Callable[[str], Client]) -> None:
    own, other = draft_of("analyst"), draft_of("editor")
    analyst = as_role("analyst")
    assert analyst.get(f"/write/pages/{own.pk}/edit/").status_code == 200
    assert analyst.get(f"/write/pages/{other.pk}/edit/").status_code == 302
    assert analyst.get(f"/write/pages/{other.pk}/view_draft/").status_code in (302, 403)
    assert analyst.post(f"/write/pages/{other.pk}/delete/").status_code == 302
    other.refresh_from_db()


def test_an_editor_takes_back_and_the_trail_says_so(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.people.models import TrailRow

    page, editor = draft_of("analyst"), as_role("editor")
    publish(editor, page)
    assert as_role("anonymous").get("/of-analyst/").status_code == 200
    editor.post(f"/write/pages/{page.pk}/unpublish/")
    assert as_role("anonymous").get("/of-analyst/").status_code == 404
    rows = TrailRow.objects.filter(noun="page", key=str(page.pk), user="editor").order_by("id").values_list("verb", flat=True)
    assert list(rows)[-2:] == ["published", "took back"]


def test_nobody_uploads_documents(served: Path, as_role: Callable[[str], Client]) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile
    from wagtail.documents.models import Document

    for role in ("analyst", "editor", "administrator"):
        for path in ("/write/documents/add/", "/write/documents/chooser/create/", "/write/documents/multiple/add/"):
            for before in ("", "document-chooser-upload-"):
                given = {"title": "x", "collection": "1", "file": SimpleUploadedFile("x.html", b"<script>")}
                as_role(role).post(path, {before + name: value for name, value in given.items()})
    assert not Document.objects.exists()
