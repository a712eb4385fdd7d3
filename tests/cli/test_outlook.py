"""`detente outlook` and `detente backtest`: what they print, what they promise machines, how they fail."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from detente.cli.commands import detente
from detente.pipeline import open_desk

Put = Callable[..., Path]


def call(*arguments: object) -> Result:
    return CliRunner().invoke(detente, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def desk(toy_desk: Path, put_article: Put) -> Path:
    for day in range(1, 5):
        put_article(toy_desk, f"a{day}", f"USA helps BLR, report {day}.", f"2016-05-0{day}", title=f"Report {day}")
    assert call("run", toy_desk).exit_code == 0
    return toy_desk


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rng = np.random.default_rng(3)
    path = tmp_path / "events.csv"
    with path.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["date", "actor", "recipient", "plover", "cameo", "intensity", "count"])
        for day in range(200):
            for side in ("USA", "POL", "UKR"):
                for plover, worth, rate in (("CONSULT", 1.0, 0.8), ("ACCUSE", -2.0, 0.4)):
                    if n := rng.poisson(rate):
                        rows.writerow([date(2016, 1, 1) + timedelta(day), "BLR", side, plover, "04", worth, n])
    return path


def test_all_outlooks_of_a_desk(desk: Path) -> None:
    shown = call("outlook", desk)
    assert shown.exit_code == 0 and "as of 2016-05-04" in shown.stdout and "BLR-USA" in shown.stdout
    assert "it rests on" in shown.stdout and "not known" in shown.stdout
    rows = [json.loads(line) for line in call("outlook", desk, "--json").stdout.splitlines()]
    opened = open_desk(desk)
    assert [row["name"] for row in rows] == [s.name for s in opened.statuses(opened.as_of())]
    for row in rows:
        assert set(row["balance"]) == {"expected", "no_change", "long_run_mean"}
    levelled = [row for row in rows if row["level"] is not None]
    assert 0 < len(levelled) < len(rows) and all(row["p_improved"] is None for row in rows if row not in levelled)
    for row in levelled:
        assert row["p_improved"] + row["p_unchanged"] + row["p_deteriorated"] == pytest.approx(1)
        assert row["words"]["improved"].endswith("%)")


def test_one_outlook_in_sentences(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = call("outlook", desk, "USA-BLR")
    assert "BLR-USA: outlook as of 2016-05-04" in said.stdout and "no change would be" in said.stdout
    monkeypatch.chdir(desk)
    assert "BLR-USA: outlook" in call("outlook", "BLR-USA").stdout
    unwatched = json.loads(call("outlook", ".", "POL-UKR", "--json").stdout)
    assert unwatched["level"] is None and "nobody has ever told of it" in unwatched["thin"]
    assert [unwatched[key] for key in ("p_improved", "p_unchanged", "p_deteriorated")] == [None] * 3 and unwatched["words"] == {}
    said = call("outlook", ".", "POL-UKR").stdout
    assert "Nobody has ever told of it, so it has no level" in said and "almost" not in said and "-0.0" not in said
    wrong = call("outlook", ".", "nobody")
    assert wrong.exit_code == 1 and "no category or relation" in wrong.stderr


def test_a_relation_outside_a_desk_is_told_to_name_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = call("outlook", "BLR-UKR")
    assert wrong.exit_code == 1 and "no folder 'BLR-UKR'" in wrong.stderr and "detente outlook DESK NAME" in wrong.stderr


def test_the_desk_gives_one_outlook_as_it_gives_all(desk: Path) -> None:
    opened = open_desk(desk)
    day = opened.as_of()
    assert opened.outlook("BLR-USA", day) == next(o for o in opened.outlooks(day) if o.name == "BLR-USA")


def test_backtest_of_a_table(table: Path, tmp_path: Path) -> None:
    picture = tmp_path / "out.svg"
    shown = call("backtest", table, "--plot", picture)
    assert shown.exit_code == 0 and "3 relations, 16 weeks" in shown.stdout and "long-run mean" in shown.stdout
    assert picture.read_text().startswith("<svg")
    row = json.loads(call("backtest", table, "--from", "2016-05-01", "--to", "2016-06-30", "--json").stdout)
    assert row["last"] == "2016-06-30" and row["weeks"] == 8 and [q["quantity"] for q in row["quantities"]][-1] == "balance"


def test_backtest_says_what_it_lacks(table: Path, desk: Path) -> None:
    few = call("backtest", table, "--least", 5000)
    assert few.exit_code == 1 and "no relation with 5000 events" in few.stderr
    short = call("backtest", desk, "--least", 1)
    assert short.exit_code == 1 and "too little" in short.stderr
    late = call("backtest", table, "--from", "2016-07-15")
    assert late.exit_code == 1 and "too little to judge forecasts by: 28 whole weeks" in late.stderr
    assert call("backtest", table, "--from", "2016-02-01", "--to", "2016-01-01").exit_code == 2
    assert call("backtest", "nothing.parquet").exit_code == 1


@pytest.mark.parametrize(("option", "day", "said"), [("--from", "2050-01-01", "is after the newest day there is, 2016-"),
                                                    ("--to", "1990-01-01", "is before the first day there is, 2016-")])  # fmt: skip
def test_backtest_of_days_nobody_knows_of_is_a_wrong_call(table: Path, desk: Path, option: str, day: str, said: str) -> None:
    for source in (table, desk):
        wrong = call("backtest", source, option, day)
        assert wrong.exit_code == 2 and f"{option} {day} {said}" in wrong.stderr


def test_weeks_after_the_newest_day_are_not_judged(table: Path) -> None:
    whole, beyond = (json.loads(call("backtest", table, *to, "--json").stdout) for to in ((), ("--to", "2017-12-31")))
    assert whole == beyond


@pytest.mark.parametrize(("row", "said"), [("0001-01-01,BLR,USA,CONSULT,04,1,1", "at most 60 years"),
                                           ("2016-05-05,BLR,USA,CONSULT,04,1,1000000000", "laid out"),
                                           ("yesterday,BLR,USA,CONSULT,04,1,1", "row 1")])  # fmt: skip
def test_backtest_of_a_hostile_table_ends_with_a_word(table: Path, row: str, said: str) -> None:
    lines = table.read_text().splitlines()
    table.write_text("\n".join([lines[0], row, *lines[1:]]) + "\n")
    result = call("backtest", table)
    assert result.exit_code == 1 and said in result.stderr
