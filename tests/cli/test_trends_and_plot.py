"""``trends``, ``plot`` and ``relations --table``: what they print and how they fail."""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
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
    for day in range(1, 29):
        put_article(toy_desk, f"a{day}", f"USA helps BLR, report {day}.", f"2016-04-{day:02}", title=f"Report {day}")
        put_article(toy_desk, f"b{day}", f"USA bans BLR, report {day}.", f"2016-05-{day:02}", title=f"Ban {day}")
    put_article(toy_desk, "plain", "POL bans BLR\x1b[2J.", "2016-05-04", title="Of Poland")
    assert call("run", toy_desk).exit_code == 0
    return toy_desk


def test_trends_names_what_moved_with_words_and_parts(desk: Path) -> None:
    result = call("trends", desk)
    assert result.exit_code == 0
    for words in ("deteriorated most, 2016-04-30 to 2016-05-28", "BLR-USA", "“USA bans BLR”", "Neighbours", "└ BLR-POL", "turning points"):
        assert words in result.stdout, words
    assert "\x1b" not in result.stdout


def test_trends_as_json_add_up(desk: Path) -> None:
    rows = [json.loads(line) for line in call("trends", desk, "--from", "2016-04-10", "--to", "2016-05-20", "--json").stdout.splitlines()]
    assert {row["kind"] for row in rows} == {"relation", "category", "turning point"}
    for row in rows:
        if row["kind"] == "turning point":
            assert row["earliest"] <= row["day"] <= row["latest"] <= "2016-05-20"
            assert sum(d["share"] for d in row["drivers"]) == pytest.approx(row["after"] - row["before"], abs=1e-6)
            continue
        assert (row["from"], row["to"]) == ("2016-04-10", "2016-05-20")
        assert sum(d["share"] for d in row["drivers"]) == pytest.approx(row["change"], abs=1e-6)
        if row["kind"] == "category":
            assert sum(p["part"] for p in row["parts"]) == pytest.approx(row["change"], abs=1e-9)
            assert sum(p["weight"] for p in row["parts"]) == pytest.approx(1)


def test_trends_refuses_what_cannot_be_meant(desk: Path) -> None:
    for arguments in (
        ("--days", "7", "--from", "2016-05-01"),
        ("--as-of", "2016-05-01", "--to", "2016-05-01"),
        ("--from", "2016-06-30"),
        ("--days", "0"),
    ):
        assert call("trends", desk, *arguments).exit_code == 2, arguments


def test_explain_lists_turning_points(desk: Path) -> None:
    assert "turning points" in call("explain", "BLR-USA", desk).stdout
    row = json.loads(call("explain", "BLR-USA", desk, "--json").stdout)
    assert [t["change"] for t in row["turning_points"]][-1] == "deteriorated"


def test_plot_of_relations_and_categories(desk: Path, tmp_path: Path) -> None:
    for name in ("BLR-USA", "usa-blr", "Neighbours", "AAA-BBB"):
        out = tmp_path / f"{name}.svg"
        assert call("plot", name, desk, "-o", out).exit_code == 0, name
        ET.parse(out)
    png = tmp_path / "x.png"
    assert call("plot", "BLR-USA", desk, "-o", png, "--from", "2016-04-20", "--width", "800").exit_code == 0
    assert png.read_bytes()[1:4] == b"PNG"
    assert call("plot", "BLR-USA", desk, "-o", "-").stdout.startswith("<svg")


def test_plot_refuses_what_it_cannot_draw(desk: Path, tmp_path: Path) -> None:
    assert call("plot", "BLR-USA", desk, "-o", tmp_path / "x.pdf").exit_code == 2
    assert call("plot", "BLR-USA", desk, "-o", tmp_path / "x.svg", "--from", "2016-05-02", "--to", "2016-05-01").exit_code == 2
    assert call("plot", "BLR-USA", desk, "-o", tmp_path / "x.svg", "--from", "2030-05-02").exit_code == 2
    assert call("plot", "Nowhere", desk, "-o", tmp_path / "x.svg").exit_code == 1
    assert list(tmp_path.glob("x.*")) == []


def test_plot_without_the_extra_is_one_clean_line(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.pages.chart_file.find_spec", lambda name: None)
    result = call("plot", "BLR-USA", desk, "-o", tmp_path / "x.png")
    assert result.exit_code == 1
    assert "detente[plot]" in result.stderr and "Traceback" not in result.stderr
    assert "resvg_py" not in sys.modules or not (tmp_path / "x.png").exists()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    rows = [f"2016-01-{d:02},BLRGOV,USA,AID,070,7.0,2\n2016-02-{d:02},USA,BLR,SANCTION,163,-6.0,3" for d in range(1, 29)]
    path.write_text("date,actor,recipient,plover,cameo,intensity,count\n" + "\n".join(rows) + "\n")
    return path


def test_plot_of_a_table(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "t.svg"
    assert call("plot", "BLR-USA", "--table", table, "-o", out).exit_code == 0
    text = out.read_text("utf-8")
    assert "Belarus – United States" in text and "Sanction" in text
    assert call("plot", "BLR-POL", "--table", table, "-o", out).exit_code == 1


def test_relations_as_a_table(table: Path, tmp_path: Path) -> None:
    span = ("--from", "2016-01-28", "--to", "2016-02-28", "--every", "month")
    shown = call("relations", table, *span, "--table")
    assert "deteriorated most, 2016-01-28 to 2016-02-28" in shown.stdout and "BLR-USA" in shown.stdout
    both = call("relations", table, *span, "--table", "-o", tmp_path / "s.csv")
    assert both.stdout == shown.stdout and (tmp_path / "s.csv").read_text().startswith("side_a,")
    assert call("relations", table, *span, "--table", "-o", "-").exit_code == 2
    assert call("relations", table, *span).stdout.startswith("side_a,")  # a pipe gets the table of the contract
