"""`detente whatif`, and the end of `detente explain RELATION`, on a desk with toy stages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli.commands import detente

Put = Callable[..., Path]


def call(*arguments: object) -> Result:
    return CliRunner().invoke(detente, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def desk(toy_desk: Path, put_article: Put) -> Path:
    """A desk that has been run: four weeks of help."""
    for day in range(1, 29, 3):
        put_article(toy_desk, f"a{day}", f"USA helps BLR, report {day}.", f"2016-05-{day:02}", title=f"Report {day}")
    assert call("run", toy_desk).exit_code == 0
    return toy_desk


def test_a_sanction_lowers_the_level_and_nothing_is_written(desk: Path) -> None:
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    result = call("whatif", "BLR-USA", desk, "--event", "sanction", "--by", "USA", "--date", "2016-05-28", "--count", "4", "--json")
    assert result.exit_code == 0, result.output
    row = json.loads(result.stdout)
    assert row["event"] == {
        "by": "USA", "on": "BLR", "plover": "SANCTION", "cameo": "161", "intensity": -4.0, "date": "2016-05-28", "count": 4
    }  # fmt: skip
    assert row["after"]["level"] < row["before"]["level"] and row["share"] < 0
    assert row["after"]["p_deteriorated"] > row["before"]["p_deteriorated"]
    assert row["response"]["kind"] == "conflict" and "too few reports" in row["response"]["weak"]
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before
    status = json.loads(next(line for line in call("status", desk, "--json").stdout.splitlines() if '"relation"' in line))
    assert status["level"] == row["before"]["level"]


def test_lines(desk: Path) -> None:
    said = call("whatif", "BLR-USA", desk, "--cameo", "163", "--on", "USA").stdout
    assert "BLR-USA, 2016-05-28: if BLR → USA: SANCTION (CAMEO 163, intensity -8.0)" in said
    for word in ("as it is: level ", "with it:  level ", "its share of the change over 28 days: -", "warning: too few reports of conflict"):
        assert word in said


def test_wrong_calls_say_what_is_allowed(desk: Path) -> None:
    for arguments, said in (
        (["--event", "WAR"], "one of ACCUSE, AGREE, AID"),
        (["--cameo", "16x"], "near it: "),
        (["--cameo", "99"], "they begin with 02, 03"),
        ([], "give --event CLASS or --cameo CODE"),
        (["--event", "AID", "--cameo", "163"], "give --event CLASS or --cameo CODE"),
        (["--event", "AID", "--by", "POL"], "must be the two sides of BLR-USA"),
        (["--event", "AID", "--by", "USA", "--on", "USA"], "must be the two sides of BLR-USA"),
        (["--event", "AID", "--count", "0"], "--count"),
    ):
        result = call("whatif", "BLR-USA", desk, *arguments)
        assert result.exit_code == 2 and said in result.stderr, (arguments, result.stderr)
    nowhere = call("whatif", "nowhere", desk, "--event", "AID")
    assert nowhere.exit_code == 1 and "a relation is two codes" in nowhere.stderr


def test_explain_ends_with_what_would_change_it_and_the_dynamics(desk: Path) -> None:
    said = call("explain", "BLR-USA", desk).stdout
    assert "what would change this status, if it were all told that day:\n  To " in said
    assert "dynamics:\n  How long a shock to BLR-USA lasts cannot be said: too few reports" in said
    row = json.loads(call("explain", "BLR-USA", desk, "--json").stdout)
    assert {r["target"] for r in row["would_change"]} == {"improved", "unchanged", "deteriorated"} - {row["change"]}
    assert [f["kind"] for f in row["findings"]] == ["inertia", "reciprocity", "spiral", "third-party"]


def test_without_the_extra_statuses_are_still_shown(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("detente.relations.dynamics", "detente.relations.dynamics.response"):
        monkeypatch.setattr(f"{module}.dynamics_available", lambda: False)
    result = call("whatif", "BLR-USA", desk, "--event", "AID")
    assert result.exit_code == 0 and "with it:  level +" in result.stdout
    assert "warning: statsmodels is not installed: pip install 'detente[dynamics]'" in result.stdout
    assert "Not fitted: statsmodels is not installed" in call("explain", "BLR-USA", desk).stdout
