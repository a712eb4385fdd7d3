"""Statuses at the desk: the table, one status with its evidence, overruled and withdrawn, and what readers then see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

PAGE = "/desk/statuses/relation/BLR-USA/"
GIVEN = {"change": "deteriorated", "from_date": "2016-06-20", "until_date": "", "reason": "The ban <stays> in place"}


def test_table_shows_both_sides(served: Path, as_role: Callable[[str], Client]) -> None:
    as_role("editor").post(PAGE + "overrule/", GIVEN)
    html = as_role("reader").get("/desk/statuses/").content.decode()
    row = html[html.index('href="/desk/statuses/relation/BLR-USA/"') :]
    row = row[: row.index("</tr>")]
    assert "The ban &lt;stays&gt; in place" in row and "change deteriorated" in row and "the editor’s" in row
    assert html.count("<tr") > 2 and "the machine’s" in html


def test_a_status_with_its_evidence(served: Path, as_role: Callable[[str], Client]) -> None:
    html = as_role("reader").get(PAGE).content.decode()
    for said in ("What the machine says", "What moved it", "What would change this status", "How far it is", "would have to", "Outlook"):
        assert said in html, said
    assert "<svg" in html and 'href="../../../../relations/' not in html and "Overrule the machine" not in html
    assert 'href="/relations/blr-usa.html"' in html
    for path in ("/desk/statuses/relation/XXX-YYY/", "/desk/statuses/category/nothing/", "/desk/statuses/relation/%00/"):
        assert as_role("reader").get(path).status_code == 404, path


def test_overruled_then_withdrawn_with_all_of_it_kept(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import TrailRow

    editor = as_role("editor")
    assert editor.post(PAGE + "overrule/", GIVEN).status_code == 302
    public = as_role("anonymous").get("/relations/blr-usa.html").content.decode()
    assert "Status set by editor: The ban &lt;stays&gt; in place" in public
    log = as_role("anonymous").get("/changes.html").content.decode()
    assert "The ban &lt;stays&gt; in place" in log and "the machine: " in log
    assert b"set to deteriorated by editor" in as_role("anonymous").get("/changes.atom").content
    (made,) = opened_desk().overrides()
    assert (made.user, made.change, made.until_date) == ("editor", "deteriorated", None)
    assert editor.post(f"{PAGE}withdraw/{made.id}/", {"reason": " "}).status_code == 422
    assert editor.post(f"{PAGE}withdraw/{made.id}/", {"reason": "It was lifted"}).status_code == 302
    assert editor.post(f"{PAGE}withdraw/{made.id}/", {"reason": "twice"}).status_code == 422
    (kept,) = opened_desk().overrides()
    assert kept.withdrawn and (kept.withdrawn_by, kept.withdrawn_why) == ("editor", "It was lifted")
    assert "Status set by" not in as_role("anonymous").get("/relations/blr-usa.html").content.decode()
    assert "It was lifted" in as_role("anonymous").get("/changes.html").content.decode()
    assert "Withdrawn by editor" in editor.get(PAGE).content.decode()
    verbs = list(TrailRow.objects.filter(noun="override").order_by("id").values_list("verb", "user", "key"))
    assert verbs == [("overruled", "editor", str(made.id)), ("withdrew", "editor", str(made.id))]


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": " "},
        {"reason": "a\x00b"},
        {"reason": "x" * 4001},
        {"change": "better"},
        {"from_date": "soon"},
        {"from_date": "2016-06-20", "until_date": "2016-06-19"},
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(wrong: dict[str, str], served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import TrailRow

    answer = as_role("editor").post(PAGE + "overrule/", {**GIVEN, **wrong})
    html = answer.content.decode()
    assert answer.status_code == 422 and 'role="alert"' in html
    assert "reason" in wrong or "The ban &lt;stays&gt; in place</textarea>" in html
    assert opened_desk().overrides() == [] and not TrailRow.objects.filter(noun="override").exists()


@pytest.mark.parametrize("role", ["anonymous", "reader", "analyst"])
def test_only_editors_overrule(role: str, served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk

    for path in (PAGE + "overrule/", PAGE + "withdraw/1/"):
        assert as_role(role).post(path, GIVEN).status_code == (302 if role == "anonymous" else 403)
    assert opened_desk().overrides() == []


def test_the_action_asks_again(served: Path) -> None:
    from django.core.exceptions import PermissionDenied

    from detente.desk.people.models import User
    from detente.desk.status.actions.overrule import Overrule

    with pytest.raises(PermissionDenied):
        Overrule(User.objects.get(username="analyst"), "BLR-USA", "improved", "why").execute()


def test_a_category_is_overruled_by_its_slug(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk

    category = opened_desk().config.categories[0]
    path = f"/desk/statuses/category/{category.slug}/"
    assert "How far it is" in as_role("reader").get(path).content.decode()
    assert as_role("editor").post(path + "overrule/", GIVEN).status_code == 302
    assert [(o.kind, o.name) for o in opened_desk().overrides()] == [("category", category.name)]


def test_a_decision_leaves_what_the_machine_computed(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk

    before = opened_desk()
    day = before.as_of()
    computed = before.machine_statuses(day)
    outlook = before.outlook("BLR-USA", day)
    as_role("editor").post(PAGE + "overrule/", GIVEN)
    after = opened_desk()
    assert after is not before and after.outlook("BLR-USA", day) is outlook and after.machine_statuses(day) == computed
    assert after.status("BLR-USA", day).by == "editor"
    after.withdraw("override", after.overrides()[0].id, user="editor", reason="enough")
    assert after.status("BLR-USA", day).by == "machine" == opened_desk().status("BLR-USA", day).by


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({}, "Your status is in force"),
        ({"from_date": "2030-01-01"}, "counts from 2030-01-01 on"),
        ({"from_date": "2016-01-01", "until_date": "2016-02-01"}, "It counted until 2016-02-01"),
    ],
)
def test_it_is_said_whether_it_counts_today(
    days: dict[str, str], said: str, served: Path, as_role: Callable[[str], Client]
) -> None:
    assert said in as_role("editor").post(PAGE + "overrule/", GIVEN | days, follow=True).content.decode()
