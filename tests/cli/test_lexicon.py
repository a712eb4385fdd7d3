"""``detente lexicon``: every wrong row of a desk is told, what right rows change, and what is known of a word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli.commands import detente

DOCS = Path(__file__).resolve().parents[2] / "docs" / "lexicon.md"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(detente, ["lexicon", *map(str, arguments)], catch_exceptions=False)


def put(folder: Path, **tables: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.tsv").write_text(text.replace("    ", "\t"), encoding="utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The desk of docs/lexicon.md, from its text."""
    (tmp_path / "detente.toml").write_text('title = "A desk"\n[lexicon]\nfolders = ["lexicon"]\n')
    (tmp_path / "lexicon").mkdir()
    files = re.findall(r"File `(lexicon/\w+\.tsv)`:\n\n```\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert len(files) == 4
    for name, text in files:
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_built_in_tables_are_right(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    result = call("check")
    assert result.exit_code == 0
    assert "27 tables" in result.stdout
    assert result.stdout.endswith("Nothing is wrong.\n")


def test_the_worked_example_is_right_and_says_what_it_changes(desk: Path) -> None:
    result = call("check", desk)
    assert result.exit_code == 0
    for said in ("overrules", "country: BLR -> FRA", "removes", "Gomel", "adds", "fete|lionise + actor"):
        assert said in result.stdout, said


def test_the_worked_examples_words_are_known_in_the_desk_only(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.parent)
    assert call("show", "fete", "Beispiel").exit_code == 1
    (verb, person) = map(json.loads, call("show", "fete", "Beispiel", "--on", "2016-05-31", "--desk", desk, "--json").stdout.splitlines())
    assert [(use["plover"], use["cameo"]) for use in verb["coder"]] == [("SUPPORT", "051")]
    assert person["meant"]["code"] == "BLROPP"
    monkeypatch.chdir(desk)
    assert "BLROPP" in call("show", "Beispiel").stdout


def test_every_wrong_row_is_told_with_its_line(tmp_path: Path) -> None:
    own = put(
        tmp_path / "own",
        leaders="name    code    office    from    to\nA Zorb    BLRGOV    king    2015-01-01\nB Zorb    QQQGOV    other\n"
        "C Zorb    BLRGOV    head of state\nD Zorb    BLRGOV    other    2016-01-01    2015-01-01\n",
        places="name    country    kind    remove\nGomell            yes\nZorb    BLR    city\nZorb    BLR    city\n",
        events_rules="verbs    object    cameo\nzorb    talkz    163\nzorb    actor    9999\n@zorbs    actor    163\n"
        "meet    -|actor    040\n",
        scales_directions="meaning    of    words\nbetter    noun    zorb\n",
        zorbs="name\n",
    )
    result = call("check", own, "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    wrong = {Path(row["where"].partition(",")[0]).name + row["where"].partition(",")[2]: row for row in rows if row["kind"] == "problem"}
    assert result.exit_code == 1
    assert set(wrong) == {
        "leaders.tsv line 2, column office", "leaders.tsv line 3, column code", "leaders.tsv line 4, column from",
        "leaders.tsv line 5, column to", "places.tsv line 2, column remove", "places.tsv line 4", "events_rules.tsv line 2, column object",
        "events_rules.tsv line 3, column cameo", "events_rules.tsv line 4, column verbs", "scales_directions.tsv line 2, column of",
        "zorbs.tsv",
    }  # fmt: skip
    assert "did you mean 'Gomel'" in wrong["places.tsv line 2, column remove"]["hint"]
    assert all(row["what"] and row["hint"] for row in wrong.values())
    assert [(row["kind"], row["key"]) for row in rows if row["kind"] in ("adds", "overrules")] == [
        ("adds", "Zorb"), ("overrules", "meet + -|actor")]


def test_a_wrong_topic_is_no_reason_to_call_its_rules_wrong(tmp_path: Path) -> None:
    own = put(tmp_path / "own", events_topics="topic    words\nzorb    \n", events_rules="verbs    object    cameo\nfete    zorb    051\n")
    rows = [json.loads(line) for line in call("check", own, "--json").stdout.splitlines()]
    assert [row["where"].partition("own/")[2] for row in rows if row["kind"] == "problem"] == ["events_topics.tsv, line 2, column words"]


def test_names_with_two_meanings_on_the_same_days(tmp_path: Path) -> None:
    rows = "name    surname    code    office    from    to\n"
    rows += "Carla Zorb    Merkel    BLRGOV    head of government    2015-01-01    2016-12-31\n"
    rows += "Dora Zorb    Lukashenko    POLGOV    other    2015-01-01    2015-12-31\n"
    found = [json.loads(line) for line in call("check", put(tmp_path / "own", leaders=rows), "--json").stdout.splitlines()]
    pairs = {row["name"]: row for row in found if row["kind"] == "two meanings"}
    assert set(pairs) == {"Merkel", "Lukashenko"}
    assert (pairs["Merkel"]["start"], pairs["Merkel"]["end"], pairs["Merkel"]["taken"]) == ("2015-01-01", "2016-12-31", None)
    assert pairs["Lukashenko"]["taken"] == "BLRGOV"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Lukashenco", "did you mean Lukashenko"),
        ("Brussels", "also the capital of Belgium"),
        ("deputy foreign minister", "sector GOV"),
        ("threaten", "operator"),
        ("163", "CAMEO code"),
        ("BLRGOV", "of Belarus (government)"),
        ("likely", "word of a scale"),
        ("peace talk", "which"),
        ("qqqqqqqq", "nothing is written nearly so"),
        ("\x1b[2J", "unknown"),
        (" ", "unknown"),
    ],
)
def test_show(word: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    result = call("show", word)
    assert said in result.stdout
    assert "\x1b" not in result.stdout
    assert result.exit_code == ("unknown" in result.stdout)


def test_who_is_meant_depends_on_the_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for day, code in (("2018-05-01", "USAGOV"), ("2022-05-01", "USAELI")):
        (row,) = map(json.loads, call("show", "Donald Trump", "--on", day, "--json").stdout.splitlines())
        assert row["meant"]["code"] == code
        assert row["actors"][0]["where"].rpartition(", line ")[2].isdigit()
    assert call("show", "Trump", "--on", "yesterday").exit_code == 2


def test_a_folder_that_is_not_there_or_holds_no_table(tmp_path: Path) -> None:
    assert "there is no such folder" in call("check", tmp_path / "none").stdout
    (tmp_path / "empty").mkdir()
    result = call("check", tmp_path / "empty")
    assert result.exit_code == 1
    assert "holds no table" in result.stdout
