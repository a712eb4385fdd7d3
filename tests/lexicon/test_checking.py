"""What a desk's rows do to the tables, told as loading does it."""

from __future__ import annotations

from pathlib import Path

from detente.lexicon import load_lexicon
from detente.lexicon.checking import check_actor_tables, check_lexicon


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_rows_are_those_that_are_loaded(tmp_path: Path) -> None:
    put(tmp_path, "places.tsv", "name\tcountry\tkind\tremove\nBrest\tFRA\tcity\nGomel\t\t\tyes\nZorb\tBLR\tcity\n")
    checked, lexicon = check_actor_tables([tmp_path]), load_lexicon([tmp_path])
    assert [(row.line, row.cells) for row in checked.rows["places"]] == [(row.line, row.cells) for row in lexicon.table("places")]
    assert [(change.what, change.key, len(change.before)) for change in checked.changes] == [
        ("overrules", "Brest", 1), ("removes", "Gomel", 1), ("adds", "Zorb", 0)]


def test_a_later_folder_overrules_an_earlier_one(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    put(first, "places.tsv", "name\tcountry\tkind\nZorb\tBLR\tcity\n")
    put(second, "places.tsv", "name\tcountry\tkind\nZorb\tPOL\tcity\n")
    assert [change.what for change in check_actor_tables([first, second]).changes] == ["adds", "overrules"]
    assert [row.text("country") for row in check_actor_tables([first, second]).rows["places"] if row.text("name") == "Zorb"] == ["POL"]


def test_all_wrong_rows_of_all_tables_and_the_right_ones_stay(tmp_path: Path) -> None:
    put(tmp_path, "organisations.tsv", "code\tname\tmembers\nIGOZRB\tZorb\tBLR:soon\nIGOZRC\tZorc\tBLR:never\nIGOZRD\tZord\tBLR\n")
    put(tmp_path, "names.tsv", "name\tcode\tkind\nZorba\t\tgroup\nZorbb\tBLR\tnone\n")
    problems = check_lexicon([tmp_path])
    assert [problem.where.rpartition("/")[2] for problem in problems] == [
        "organisations.tsv, line 2, column members", "organisations.tsv, line 3, column members",
        "names.tsv, line 2, column code", "names.tsv, line 3, column code",
    ]  # fmt: skip
    rows = check_actor_tables([tmp_path]).rows["organisations"]
    assert {row.text("code") for row in rows} & {"IGOZRB", "IGOZRC", "IGOZRD"} == {"IGOZRD"}
