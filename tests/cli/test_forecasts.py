"""`detente forecasts` lists the ledger and its scores, for people and for programs."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from detente.cli.commands import detente


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with eleven forecasts, of which ten are resolved, one of these void."""
    from detente.record.forecasts import publish_forecast, resolve_forecast
    from detente.record.opening import open_record

    (tmp_path / "articles").mkdir()
    (tmp_path / "detente.toml").write_text('title = "Forecasters"\n', "utf-8")
    db, at = open_record(tmp_path), datetime(2016, 5, 1, tzinfo=UTC)
    for i in range(11):
        number = publish_forecast(
            db, statement=f"Number {i}\x1b[31m", probability=0.8, deadline=date(2016, 6, 1), criterion="seen", category="BLR-USA",
            author="a \x1b[1mname", made_at=at,
        )  # fmt: skip
        if i < 10:
            resolve_forecast(db, number, "void" if i == 0 else "yes", evidence="seen", user="editor", made_at=at)
    return tmp_path


def test_for_people(desk: Path) -> None:
    done = CliRunner().invoke(detente, ["forecasts", str(desk)])
    assert done.exit_code == 0, done.output
    assert "80 %, likely" in done.output and "9 resolved: too few to judge; it takes 10." in done.output and "\x1b[1m" not in done.output
    assert "due" in done.output and "void" in done.output


def test_for_programs(desk: Path) -> None:
    done = CliRunner().invoke(detente, ["forecasts", str(desk), "--state", "yes", "--json"])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    forecasts, scores = ([row for row in rows if row["kind"] == kind] for kind in ("forecast", "score"))
    assert len(forecasts) == 9 and {row["state"] for row in forecasts} == {"yes"} and forecasts[0]["words"] == "likely"
    assert [row["of"] for row in scores] == ["all", "category", "author"]
    assert scores[0]["resolved"] == 9 and scores[0]["too_few"] and scores[0]["states"] == {"due": 1, "yes": 9, "void": 1}
    assert forecasts[0]["resolutions"][0]["evidence"] == "seen"


def test_an_empty_ledger_says_how_one_is_filled(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "detente.toml").write_text('title = "None"\n', "utf-8")
    done = CliRunner().invoke(detente, ["forecasts", str(tmp_path)])
    assert done.exit_code == 0 and "no such forecast" in done.output
    assert CliRunner().invoke(detente, ["forecasts", str(tmp_path), "--state", "lost"]).exit_code == 2
