"""Wagtail's forms, as each role: who may write, send in, approve, publish; what is refused."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from django.test import Client


def block(at: int, kind: str, value: dict[str, Any] | str, key: str = "") -> dict[str, Any]:
    """A block of the text, as the form sends it."""
    name = f"body-{at}"
    inside = {f"{name}-value": value} if isinstance(value, str) else {f"{name}-value-{field}": v for field, v in value.items()}
    return {f"{name}-type": kind, f"{name}-order": str(at), f"{name}-deleted": "", f"{name}-id": key, **inside}


def draftail(text: str) -> str:
    line = {"key": "aaaaa", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"blocks": [line], "entityMap": {}})


def form(*blocks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """The whole form."""
    sent: dict[str, Any] = {
        "title": "Aid and what follows", "slug": "aid", "category": "Minsk and Washington", "as_of": "", "byline": "", "photo": "",
        "photo_alt": "", "photo_credit": "", "body-count": str(len(blocks)), "go_live_at": "", "expire_at": "",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
    }  # fmt: skip
    for each in blocks:
        sent |= each
    return sent | fields


def a_forecast(**fields: Any) -> dict[str, Any]:
    made = {"statement": "An ambassador is named.", "probability": "70", "criterion": "The ministry says so.", "unchanged": "no"}
    return made | {"deadline": (datetime.now(UTC).date() + timedelta(days=30)).isoformat()} | fields


def a_quote(words: str, article: str) -> dict[str, Any]:
    return {"quote": words, "article": article, "event": "", "field": "text", "start": "", "end": ""}


@pytest.fixture
def add() -> str:
    from django.urls import reverse

    from detente.desk.analyses.models import Analyses

    return reverse("wagtailadmin_pages:add", args=["analyses", "analysis", Analyses.objects.get().pk])


def only() -> Any:
    from detente.desk.analyses.models import Analysis

    return Analysis.objects.get()


def edit(page: Any) -> str:
    return f"/write/pages/{page.pk}/edit/"


TEXT = block(0, "text", draftail("Minsk and Washington speak."))


def test_sent_in_by_an_analyst_approved_by_an_editor(served: Path, add: str, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import TrailRow

    analyst, editor = as_role("analyst"), as_role("editor")
    assert analyst.post(add, form(TEXT, **{"action-submit": "1"})).status_code == 302
    page = only()
    assert page.workflow_in_progress and not page.live
    task = page.current_workflow_task_state
    action = f"/write/pages/workflow/action/{page.pk}/approve/{task.pk}/"
    assert analyst.post(action, {"comment": ""}).status_code in (302, 403, 404)
    assert not only().live
    assert editor.post(action, {"comment": "Good."}).status_code in (200, 302)
    assert only().live
    assert opened_desk().analyses()[0].title == "Aid and what follows"
    told = list(TrailRow.objects.filter(noun="analysis", verb__in=("sent to review", "approved", "published")).values_list("user", "verb"))
    assert set(told) == {("analyst", "sent to review"), ("editor", "approved"), ("editor", "published")}


def test_an_analyst_cannot_publish_nor_touch_anothers_draft(served: Path, add: str, as_role: Callable[[str], Client]) -> None:
    analyst, editor = as_role("analyst"), as_role("editor")
    analyst.post(add, form(TEXT, **{"action-publish": "1"}))
    assert not only().live
    analyst.post(edit(only()), form(TEXT, title="Mine", **{"action-publish": "1"}))
    assert not only().live and only().get_latest_revision_as_object().title == "Mine"
    only().delete()
    editor.post(add, form(TEXT))
    answer = analyst.post(edit(only()), form(TEXT, title="Taken over"))
    assert answer.status_code in (302, 403)
    assert only().get_latest_revision_as_object().title == "Aid and what follows"


@pytest.mark.parametrize("role", ["anonymous", "reader"])
def test_readers_see_no_draft(role: str, served: Path, add: str, as_role: Callable[[str], Client]) -> None:
    as_role("analyst").post(add, form(TEXT))
    page, client = only(), as_role(role)
    for path in (add, edit(page), f"/write/pages/{page.pk}/view_draft/", f"/write/pages/{page.pk}/history/", "/desk/analyses/evidence/"):
        assert client.get(path).status_code in (302, 403), path
    assert client.get(f"/{page.slug}/").status_code == 404
    assert "Aid and what follows" not in client.get("/desk/analyses/", follow=True).content.decode()


def test_drafts_may_be_incomplete_publications_not(served: Path, add: str, as_role: Callable[[str], Client]) -> None:
    editor = as_role("editor")
    assert editor.post(add, form(category="", **{"action-publish": "1"})).status_code == 200
    assert editor.post(add, form(category="")).status_code == 302
    assert not only().live


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ((block(0, "quote", a_quote("USA bombs BLR", "ID")),), "These words do not stand in that article"),
        ((block(0, "quote", a_quote("USA", "nobody")),), "does not have the article it is from"),
        ((block(0, "forecast", a_forecast(probability="100")),), "less than or equal to 99"),
        ((block(0, "forecast", a_forecast(deadline="2016-01-01")),), "had passed when it was made"),
    ],
)  # fmt: skip
def test_refused(
    blocks: tuple[dict[str, Any], ...], said: str, served: Path, add: str, article_id: str, as_role: Callable[[str], Client]
) -> None:
    sent = {key: article_id if value == "ID" else value for key, value in form(*blocks).items()}
    answer = as_role("editor").post(add, sent)
    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_a_quote_finds_its_place(served: Path, add: str, article_id: str, as_role: Callable[[str], Client]) -> None:
    as_role("analyst").post(add, form(block(0, "quote", a_quote("BLR helps RUS", article_id))))
    value = only().get_latest_revision_as_object().body[0].value
    assert (value["start"], value["end"]) == (15, 28)


def test_a_quote_finds_its_article(served: Path, add: str, article_id: str, as_role: Callable[[str], Client]) -> None:
    editor = as_role("editor")
    refused = editor.post(add, form(block(0, "quote", a_quote("USA bombs BLR", ""))))
    assert "stand in no article" in refused.content.decode()
    editor.post(add, form(block(0, "quote", a_quote("BLR helps RUS", ""))))
    value = only().get_latest_revision_as_object().body[0].value
    assert (value["article"], value["start"], value["end"]) == (article_id, 15, 28)
    assert value["source"].startswith("And more of it, ") and value["source"].endswith("20 June 2016")


@pytest.mark.parametrize("name", ["title", "byline", "photo_credit"])
def test_no_control_characters(name: str, served: Path, add: str, as_role: Callable[[str], Client]) -> None:
    answer = as_role("analyst").post(add, form(TEXT, **{name: "A\x1bB"}))
    assert answer.status_code == 200 and "control character" in answer.content.decode()


def test_many_at_once_say_which_cannot_be_published(draft: Callable[..., Any], as_role: Callable[[str], Client]) -> None:
    """Wagtail's list publishes drafts without their forms: a deadline may have passed meanwhile."""
    page = draft()
    page.body[2].value["deadline"] = datetime.now(UTC).date() - timedelta(days=1)
    page.save_revision()
    answer = as_role("editor").post(f"/write/bulk/wagtailcore/page/publish/?id={page.pk}")
    assert answer.status_code == 422 and not only().live
    said = answer.content.decode()
    assert f"“{page.title}” cannot be published" in said and "had passed when it was made" in said and "Open it in the editor" in said


def test_a_forecast_that_was_made_cannot_be_changed(
    draft: Callable[..., Any], publish: Callable[[Any], Any], as_role: Callable[[str], Client]
) -> None:
    page = publish(draft())
    value = dict(page.body[2].value)
    sent = a_forecast(deadline=value["deadline"].isoformat(), criterion=value["criterion"])
    key = "33333333-3333-3333-3333-333333333333"
    editor = as_role("editor")
    assert editor.post(edit(page), form(block(0, "forecast", sent, key), title="Same")).status_code == 302
    answer = editor.post(edit(page), form(block(0, "forecast", sent | {"probability": "90"}, key)))
    assert "can no longer be changed" in answer.content.decode()


def test_photos_need_words_and_credit(served: Path, add: str, as_role: Callable[[str], Client]) -> None:
    number = photo_in(as_role("analyst"))
    answer = as_role("editor").post(add, form(TEXT, photo=str(number), **{"action-publish": "1"}))
    assert answer.content.decode().count("Needed with a photo.") >= 2


def photo_in(client: Client, name: str = "photo.jpg", content: bytes | None = None) -> int:
    """Uploads a photo, with a place in its metadata; gives its number."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from PIL import Image as Pillow
    from wagtail.images.models import Image
    from wagtail.models import Collection

    if content is None:
        made, exif, out = Pillow.new("RGB", (400, 300), "teal"), Pillow.Exif(), io.BytesIO()
        exif[0x010E] = "a secret place"
        made.save(out, "JPEG", exif=exif, comment=b"a secret place")
        content = out.getvalue()
    file = SimpleUploadedFile(name, content, "image/jpeg")
    client.post("/write/images/add/", {"title": "A photo", "file": file, "collection": Collection.get_first_root_node().pk})
    newest = Image.objects.order_by("-pk").first()
    return newest.pk if newest else 0


def test_a_photo_on_the_page(served: Path, add: str, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk

    editor = as_role("editor")
    number = photo_in(editor)
    said = {"photo_alt": "A teal field", "photo_credit": "I. Seer", "photo": str(number)}
    assert editor.post(add, form(TEXT, **said, **{"action-publish": "1"})).status_code == 302
    photo = opened_desk().analyses()[0].photo
    assert photo and (photo.width, photo.height, photo.alt, photo.credit) == (400, 300, "A teal field", "I. Seer")
    anyone = as_role("anonymous")
    answer = anyone.get(f"/photos/{photo.file}")
    assert answer.status_code == 200 and answer["Content-Type"] == "image/jpeg" and b"a secret place" not in answer.content
    only().unpublish()
    assert anyone.get(f"/photos/{photo.file}").status_code == 404


def test_what_is_no_photo_is_refused(served: Path, as_role: Callable[[str], Client]) -> None:
    assert photo_in(as_role("analyst"), "photo.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>") == 0
    assert photo_in(as_role("analyst"), "photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>") == 0


def test_evidence(draft: Callable[..., Any], as_role: Callable[[str], Client]) -> None:
    sent = {"category": "Minsk and Washington", "title": "Aid", "text": ["It <goes on"], "as_of": ""}
    answer = as_role("analyst").post("/desk/analyses/evidence/", sent)
    html = answer.content.decode()
    assert answer.status_code == 200 and html.count("data-quote=") >= 5
    assert "▲ Improved" in html and "a situation" in html and "a story" in html
    assert as_role("analyst").get("/desk/analyses/evidence/").status_code == 405
    earlier = as_role("analyst").post("/desk/analyses/evidence/", sent | {"as_of": "2016-03-01"}).content.decode()
    assert "▼ Deteriorated" in earlier and "2016-05-10" not in earlier


def test_preview_and_comparison(draft: Callable[..., Any], as_role: Callable[[str], Client]) -> None:
    from detente.record.models import Analysis as Row

    page = draft()
    first = page.latest_revision.pk
    page.title = "Another title"
    page.save_revision()
    editor = as_role("editor")
    html = editor.get(f"/write/pages/{page.pk}/view_draft/").content.decode()
    assert "Another title" in html and "Category status:" in html and 'href="/style.css"' in html and "An ambassador is named." in html
    compared = editor.get(f"/write/pages/{page.pk}/revisions/compare/{first}...latest/").content.decode()
    assert "Another" in compared
    assert Row.objects.count() == 0


def test_the_place_of_analyses_is_not_deleted(served: Path, as_role: Callable[[str], Client]) -> None:
    """The site hangs on it: without it nobody could write any more."""
    from wagtail.models import Site

    from detente.desk.analyses.models import Analyses

    editor, home = as_role("editor"), Analyses.objects.get()
    assert editor.post(f"/write/pages/{home.pk}/delete/").status_code == 302
    assert editor.post(f"/write/bulk/wagtailcore/page/delete/?id={home.pk}&next=/write/").status_code == 302
    assert Site.objects.get().root_page_id == Analyses.objects.get().pk == home.pk
