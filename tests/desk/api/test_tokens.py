"""Tokens: whose they are, what they open, and how they end; every operation as every role."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.desk.walk import DRAFT, UNPUBLISHED, fill_desk

from detente.cli.commands import detente
from detente.desk.rights import RIGHTS, ROLES

if TYPE_CHECKING:
    from django.test import Client

Ask = Callable[..., Any]
PAGE = "/desk/tokens/"


def trail() -> list[tuple[str, str, str]]:
    from detente.desk.people.models import TrailRow

    return [(row.user, row.verb, row.key) for row in TrailRow.objects.filter(noun="token").order_by("id")]


def test_every_operation_as_every_role(
    ask: Ask, served: Path, token_of: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from detente.desk.api import limits
    from detente.desk.api.description import description
    from detente.desk.api.own import TAKES

    monkeypatch.setattr(limits, "OF_ADDRESS", 10**6)
    filled = fill_desk(served)
    given = {"article": filled["article"], "event": "x", "name": "BLR-USA", "slug": "neighbours", "number": "1"}
    described = {each["get"]["operationId"]: (path, each["get"]) for path, each in description()["paths"].items()}
    paths = {name: re.sub(r"\{(\w+)\}", lambda found: given[found[1]], path) for name, (path, _) in described.items()}
    lists = {name for name, (_, each) in described.items() if any(p["name"] == "format" for p in each["parameters"])}
    assert set(TAKES) < set(paths) and len(lists) > 10
    for role in (None, *ROLES):
        token, rights = (token_of(role), RIGHTS[role]) if role else ("", frozenset())
        for name, path in paths.items():
            for form in ("json", "csv"):
                if form == "csv" and name not in lists:
                    continue
                answer = ask(f"{path}?format=csv" if form == "csv" else path, token)
                seen = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
                right = TAKES.get(name)
                if right is None:
                    assert answer.status_code in (200, 404), (role, path, seen)
                else:
                    assert answer.status_code == (200 if right in rights else 403 if role else 401), (role, path)
                assert UNPUBLISHED not in seen or "review" in rights, (role, path)
                assert DRAFT not in seen or "write" in rights, (role, path)
    assert UNPUBLISHED in ask("articles", token_of("analyst")).content.decode(), "the test would see it"


def test_a_cookie_opens_nothing(as_role: Callable[[str], Client]) -> None:
    admin = as_role("administrator")
    assert admin.get("/api/v1/own/me").status_code == 401
    assert admin.get("/api/v1/articles").json()["items"][0]["text"] is None


def test_made_shown_once_and_revoked(ask: Ask, as_role: Callable[[str], Client]) -> None:
    from detente.desk.api.models import Token

    editor = as_role("editor")
    shown = editor.post(PAGE, {"act": "make", "label": "  a   notebook "})
    assert shown.status_code == 200 and shown["Cache-Control"] == "no-store"
    words = re.search(r'value="(detente_[\w-]{43})"', shown.content.decode())
    assert words
    assert words[1] not in editor.get(PAGE).content.decode() and "a notebook" in editor.get(PAGE).content.decode()
    assert words[1] not in str(list(Token.objects.values()))
    me = ask("own/me", words[1]).json()
    assert (me["user"], me["role"]) == ("editor", "editor") and set(me["rights"]) == RIGHTS["editor"]
    made = Token.objects.get()
    assert made.last_used
    stranger = as_role("analyst")
    assert stranger.post(PAGE, {"act": "revoke", "number": made.pk}).status_code == 422
    assert "a notebook" not in stranger.get(PAGE).content.decode()
    assert editor.post(PAGE, {"act": "revoke", "number": made.pk}).status_code == 302
    refused = ask("own/me", words[1])
    assert refused.status_code == 401 and "invalid_token" in refused["WWW-Authenticate"]
    assert ask("articles", words[1]).status_code == 401, "a token that does not work is not taken for none"
    assert trail() == [("editor", "made", str(made.pk)), ("editor", "revoked", str(made.pk))]


def test_it_ends_with_its_user_and_follows_the_role(ask: Ask, token_of: Callable[[str], str]) -> None:
    from detente.desk.people.accounts import give_role, switch

    token = token_of("editor")
    assert ask("own/inbox", token).status_code == 200
    give_role("editor", "reader")
    assert ask("own/inbox", token).status_code == 403
    switch("editor", False)
    assert ask("own/me", token).status_code == ask("articles", token).status_code == 401
    switch("editor", True)
    assert ask("own/me", token).status_code == 200


@pytest.mark.parametrize("said", ["Basic YTpi", "Bearer", "Bearer x", "detente_x", "Bearer detente_" + "é" * 300])
def test_what_is_no_token(said: str, ask: Ask) -> None:
    assert ask("articles", Authorization=said.encode().decode("latin-1")).status_code == 401


def test_labels_and_how_many(as_role: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.desk.api import tokens

    monkeypatch.setattr(tokens, "MOST_TOKENS", 1)
    reader = as_role("reader")
    for label in ("", " ", "x" * 101):
        assert reader.post(PAGE, {"act": "make", "label": label}).status_code == 422, label
    assert reader.post(PAGE, {"act": "make", "label": "<b>one</b>"}).status_code == 200
    assert "&lt;b&gt;one" in reader.get(PAGE).content.decode()
    answer = reader.post(PAGE, {"act": "make", "label": "two"})
    assert answer.status_code == 422 and "no more than 1" in answer.content.decode()
    assert reader.post(PAGE, {"act": "crown"}).status_code == 400


def test_from_the_terminal(ask: Ask, served: Path) -> None:
    desk, runner = str(served), CliRunner()
    made = runner.invoke(detente, ["token", "add", "analyst", "--label", "cron", "--desk", desk])
    assert made.exit_code == 0, made.output
    words = made.stdout.strip()
    assert ask("own/me", words).json()["user"] == "analyst"
    listed = runner.invoke(detente, ["token", "list", "--desk", desk])
    assert "analyst, cron" in listed.stdout and words not in listed.stdout
    number = listed.stdout.split(":")[0]
    assert runner.invoke(detente, ["token", "list", "--user", "editor", "--json", "--desk", desk]).stdout == ""
    assert runner.invoke(detente, ["token", "revoke", number, "--desk", desk]).exit_code == 0
    assert ask("own/me", words).status_code == 401
    again = runner.invoke(detente, ["token", "revoke", number, "--desk", desk])
    assert again.exit_code == 1 and "no token" in again.stderr
    assert runner.invoke(detente, ["token", "add", "nobody", "--label", "x", "--desk", desk]).exit_code == 1
    assert [(verb, key) for _, verb, key in trail()] == [("made", number), ("revoked", number)]


def test_the_desks_own_data(ask: Ask, served: Path, token_of: Callable[[str], str]) -> None:
    from detente.pipeline import open_desk

    desk = open_desk(served)
    article = next(a for a in desk.articles() if a.text.startswith("POL"))
    desk.correct(article.id, "text", 0, 13, action="drop", user="analyst", reason="It was Sweden.")
    desk.override("BLR-USA", "unchanged", user="editor", reason="One report is no turn.")
    token = token_of("editor")
    correction = ask("own/corrections", token).json()["items"][0]
    assert (correction["user"], correction["reason"], correction["quote"]) == ("analyst", "It was Sweden.", "POL helps BLR")
    assert ask("own/corrections?article=none", token).json()["items"] == []
    override = ask("own/overrides", token).json()["items"][0]
    assert (override["user"], override["change"], override["withdrawn"]) == ("editor", "unchanged", None)
    waiting, every = ask("own/inbox", token).json()["items"], ask("own/inbox?show=all&limit=2", token).json()
    assert waiting and every["next"] and all(ask(row["links"]["self"], token).status_code == 200 for row in waiting)
