"""``detente search``: the same question as on the page, on the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli.commands import detente


def call(*arguments: object) -> Result:
    return CliRunner().invoke(detente, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def desk(toy_desk: Path, put_article: Callable[..., Path]) -> Path:
    put_article(toy_desk, "a", "USA helps BLR with grain\x1b[2J.", "2016-05-01", title="Grain for Minsk")
    put_article(toy_desk, "b", "USA bans BLR.", "2017-05-01", title="A ban")
    assert call("run", toy_desk).exit_code == 0
    return toy_desk


def test_found_as_a_table_and_as_json(desk: Path) -> None:
    result = call("search", "grain", desk)
    assert result.exit_code == 0 and "1 found" in result.stdout and "Grain for Minsk" in result.stdout and "\x1b" not in result.stdout
    result = call("search", "bans OR helps", desk, "--kind", "event", "--from", "2017-01-01", "--json")
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (row["title"], row["day"], row["classes"], row["actors"]) == (
        "Sanction: United States → Belarus", "2017-05-01", ["SANCTION"], ["BLR", "USA"],
    )  # fmt: skip
    assert [row["snippet"][start:end] for start, end in row["marks"]] == ["bans"] and "1 found" in result.stderr
    assert call("search", '"with grain"', desk, "--public", "--json").stdout == ""


def test_facets(desk: Path) -> None:
    rows = [json.loads(line) for line in call("search", "", desk, "--facets", "--json").stdout.splitlines()]
    assert {"facet": "year", "value": "2017", "count": 2} in rows and {"facet": "kind", "value": "event", "count": 2} in rows
    assert "SANCTION" in call("search", "", desk, "--facets").stdout


def test_what_cannot_be_asked_and_what_is_not_there(desk: Path) -> None:
    for arguments in (("--actor", "x"), ("--class", "NONE"), ("--from", "2017-01-01", "--to", "2016-01-01"), ("--category", "?"),
    ("--kind", "x")):
        assert call("search", "grain", desk, *arguments).exit_code == 2, arguments
    assert call("search", "grain OR", desk / "none").exit_code == 1
    result = call("search", "zzz", desk)
    assert result.exit_code == 0 and "Nothing was found" in result.stdout


def test_an_index_that_is_behind_says_so(desk: Path) -> None:
    settings = (desk / "detente.toml").read_text("utf-8")
    (desk / "detente.toml").write_text("publish_text = true\n" + settings, "utf-8")
    assert "has changed since it was indexed" in call("search", "grain", desk).stderr
    call("run", desk)
    assert "indexed" not in call("search", "grain", desk).stderr
