"""Users are added, given roles, disabled: in the browser and in the terminal, and all of it is in the trail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.desk.conftest import PASSWORD

from detente.cli.commands import detente
from detente.desk.rights import role_of
from detente.errors import DeskError

if TYPE_CHECKING:
    from django.test import Client

PEOPLE = "/desk/people/"
GOOD = "nine green bottles"


def trail() -> list[tuple[str, str, str, str]]:
    from detente.desk.people.models import TrailRow

    return [(row.user, row.verb, row.noun, row.key) for row in TrailRow.objects.order_by("id") if row.noun != "log-in"]


def test_an_administrator_adds_a_user(as_role: Callable[[str], Client]) -> None:
    from detente.desk.people.models import User

    admin = as_role("administrator")
    answer = admin.post(PEOPLE, {"act": "add", "name": "maria", "role": "analyst", "password": GOOD}, follow=True)
    assert "You added maria" in answer.content.decode()
    assert role_of(User.objects.get(username="maria")) == "analyst"
    assert trail()[-1] == ("administrator", "added", "user", "maria")
    assert GOOD not in str(list(User.objects.values()))


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("Editor", GOOD, "such a user"),
        ("a b", GOOD, "valid username"),
        ("maria", "short", "too short"),
        ("maria", "1234567890", "too common"),
    ],
)
def test_what_cannot_be_a_user(name: str, password: str, said: str, as_role: Callable[[str], Client]) -> None:
    answer = as_role("administrator").post(PEOPLE, {"act": "add", "name": name, "role": "reader", "password": password})
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not trail()


@pytest.mark.parametrize("asked", [{"act": "add", "role": "king"}, {"act": "crown"}, {}])
def test_forms_that_no_page_sends(asked: dict[str, str], as_role: Callable[[str], Client]) -> None:
    assert as_role("administrator").post(PEOPLE, {"name": "maria", **asked}).status_code == 400


def test_the_last_administrator_stays(as_role: Callable[[str], Client]) -> None:
    admin = as_role("administrator")
    for asked in ({"act": "role", "role": "reader"}, {"act": "disable"}):
        answer = admin.post(PEOPLE, {"name": "administrator", **asked})
        assert answer.status_code == 422 and "last administrator" in answer.content.decode()
    admin.post(PEOPLE, {"act": "role", "name": "editor", "role": "administrator"})
    assert admin.post(PEOPLE, {"act": "role", "name": "administrator", "role": "reader"}).status_code == 302
    assert admin.get(PEOPLE).status_code == 403


def test_a_new_role_counts_at_the_next_request(as_role: Callable[[str], Client]) -> None:
    reader, admin = as_role("reader"), as_role("administrator")
    assert reader.get("/desk/inbox/").status_code == 403
    admin.post(PEOPLE, {"act": "role", "name": "reader", "role": "analyst"})
    assert reader.get("/desk/inbox/").status_code == 200
    admin.post(PEOPLE, {"act": "role", "name": "reader", "role": "reader"})
    assert reader.get("/desk/inbox/").status_code == 403


def test_others_cannot_act_on_users(as_role: Callable[[str], Client]) -> None:
    from detente.desk.people.actions.add_user import AddUser

    for role in ("reader", "analyst", "editor"):
        assert as_role(role).post(PEOPLE, {"act": "role", "name": role, "role": "administrator"}).status_code == 403
    from django.core.exceptions import PermissionDenied

    from detente.desk.people.models import User

    with pytest.raises(PermissionDenied):  # the action itself refuses, whatever view forgot to
        AddUser(User.objects.get(username="editor"), "maria", "administrator", GOOD).execute()
    assert not trail()


def test_what_fails_leaves_no_row(served: Path) -> None:
    from detente.desk.people.actions.change_role import ChangeRole
    from detente.desk.people.models import User

    with pytest.raises(DeskError):
        ChangeRole(User.objects.get(username="administrator"), "administrator", "reader").execute()
    assert not trail()


def test_ones_own_password(as_role: Callable[[str], Client]) -> None:
    here, elsewhere = as_role("reader"), as_role("reader")
    wrong = here.post("/desk/password/", {"old": "no", "new": GOOD, "again": GOOD})
    assert wrong.status_code == 422
    assert here.post("/desk/password/", {"old": PASSWORD, "new": GOOD, "again": GOOD + "x"}).status_code == 422
    assert here.post("/desk/password/", {"old": PASSWORD, "new": GOOD, "again": GOOD}).status_code == 302
    assert here.get("/desk/statuses/").status_code == 200
    assert elsewhere.get("/desk/statuses/").status_code == 302
    assert trail()[-1] == ("reader", "changed the password of", "user", "reader")


def test_in_the_terminal(served: Path) -> None:
    def typed(*words: str, given: str = "") -> tuple[int, str]:
        done = CliRunner().invoke(detente, ["user", *words, "--desk", str(served)], input=given)
        return done.exit_code, done.output

    assert typed("add", "maria", "--role", "editor", "--password-stdin", given=GOOD + "\n")[0] == 0
    assert typed("add", "maria", "--role", "editor", "--password-stdin", given=GOOD + "\n")[0] == 1
    assert typed("role", "maria", "--role", "reader")[0] == 0
    assert typed("password", "maria", "--password-stdin", given="other green bottles\n")[0] == 0
    assert typed("disable", "maria")[0] == 0
    code, said = typed("list")
    assert code == 0 and "maria: reader, disabled; last log-in never" in said
    assert typed("enable", "maria")[0] == 0
    assert typed("disable", "nobody")[0] == 1
    assert typed("add", "x", "--role", "king")[0] == 2
    assert [row[1] for row in trail()] == ["added", "changed the role of", "set the password of", "disabled", "enabled"]
    assert all("terminal" in row[0] for row in trail())
