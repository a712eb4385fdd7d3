"""Reading and merging tables: what a wrong row says, and what a desk's file changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import LexiconError
from detente.lexicon.tables import Column, Row, merge_rows, read_table, scan_table

COLUMNS = (
    Column("name", required=True),
    Column("names", "list"),
    Column("code", "code", required=True),
    Column("from", "date"),
    Column("kind", "choice", choices=("city", "region")),
    Column("kinds", "choices", choices=("a", "b")),
    Column("weight", "number"),
    Column("ambiguous", "flag"),
)


def write(folder: Path, text: str) -> Path:
    path = folder / "places.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_every_kind_of_cell(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "# a comment\nname\tnames\tcode\tfrom\tkind\tkinds\tweight\tambiguous\n\n"
        "Minsk\tMensk | Miensk\tBLRGOV\t1991-08-25\tcity\ta|b\t-2.5\tyes\nBrest\t\tBLR\n",
    )
    minsk, brest = read_table(path, COLUMNS)
    assert minsk.text("name") == "Minsk" and minsk.values("names") == ("Mensk", "Miensk") and minsk.day("from") == date(1991, 8, 25)
    assert minsk.number("weight") == -2.5 and minsk.flag("ambiguous") and minsk.values("kinds") == ("a", "b") and minsk.line == 4
    assert (brest.values("names"), brest.day("from"), brest.number("weight"), brest.flag("ambiguous"), brest.text("kind")) == (
        (), None, None, False, "")


@pytest.mark.parametrize(
    ("row", "where", "allowed"),
    [
        ("Minsk\t\tblr", "line 2, column code", "BLRGOV"),
        ("Minsk\t\tBLRG", "line 2, column code", "three capitals"),
        ("\t\tBLR", "line 2, column name", "needs a value"),
        ("Minsk\tA||B\tBLR", "line 2, column names", "empty value"),
        ("Minsk\t\tBLR\t1991", "line 2, column from", "YYYY-MM-DD"),
        ("Minsk\t\tBLR\t1991-02-30", "line 2, column from", "YYYY-MM-DD"),
        ("Minsk\t\tBLR\t\tvillage", "line 2, column kind", "city, region"),
        ("Minsk\t\tBLR\t\t\ta|c", "line 2, column kinds", "a, b"),
        ("Minsk\t\tBLR\t\t\t\theavy", "line 2, column weight", "number"),
        ("Minsk\t\tBLR\t\t\t\t\tno", "line 2, column ambiguous", "yes"),
        ("Minsk\t\tBLR\t\t\t\t\t\tx", "line 2", "tab"),
    ],
)
def test_a_wrong_row_says_where_and_what_is_allowed(tmp_path: Path, row: str, where: str, allowed: str) -> None:
    path = write(tmp_path, "\t".join(column.name for column in COLUMNS) + "\n" + row + "\n")
    with pytest.raises(LexiconError) as caught:
        read_table(path, COLUMNS)
    assert caught.value.where == f"{path}, {where}"
    assert allowed in caught.value.hint


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("name\tcode\tcolour\n", "unknown column 'colour'"),
        ("name\tcode\tname\n", "stands twice"),
        ("name\n", "column 'code' is missing"),
        ("# nothing\n", "no header"),
        ("name\tcode\tremove\n", "unknown column 'remove'"),
    ],
)
def test_a_wrong_header(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(LexiconError, match=what):
        read_table(write(tmp_path, text), COLUMNS)


def test_not_utf8_and_missing_files_are_said_so(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    path.write_bytes(b"name\tcode\nM\xfcnchen\tDEU\n")
    with pytest.raises(LexiconError, match="UTF-8"):
        read_table(path, COLUMNS)
    with pytest.raises(LexiconError, match="cannot be read"):
        read_table(tmp_path / "none.tsv", COLUMNS)


def test_windows_line_ends_and_a_byte_order_mark_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    path.write_bytes("\ufeffname\tcode\r\nMinsk\tBLR\r\n".encode())
    assert [row.text("code") for row in read_table(path, COLUMNS)] == ["BLR"]


def test_scan_goes_on_after_a_wrong_row(tmp_path: Path) -> None:
    rows, problems = scan_table(write(tmp_path, "name\tcode\nMinsk\tx\nBrest\tBLR\n\tBLR\n"), COLUMNS)
    assert [row.text("name") for row in rows] == ["Brest"]
    assert [problem.where[-12:] for problem in problems] == [", column code", ", column name"] or len(problems) == 2
    with pytest.raises(LexiconError, match="1 more wrong cells"):
        read_table(tmp_path / "places.tsv", COLUMNS)


def test_a_desks_rows_add_overrule_and_remove(tmp_path: Path) -> None:
    base = read_table(write(tmp_path, "name\tcode\nMinsk\tBLR\nBrest\tBLR\nPinsk\tBLR\n"), COLUMNS)
    mine = read_table(write(tmp_path, "name\tcode\tremove\nBrest\tFRA\nPinsk\t\tyes\nLyon\tFRA\n"), COLUMNS, key=("name",), overlay=True)
    assert [(row.text("name"), row.text("code")) for row in merge_rows(base, mine, ("name",))] == [
        ("Brest", "FRA"), ("Lyon", "FRA"), ("Minsk", "BLR")]


def test_removing_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    mine = read_table(write(tmp_path, "name\tcode\tremove\nMinks\t\tyes\n"), COLUMNS, key=("name",), overlay=True)
    with pytest.raises(LexiconError, match="Minks"):
        merge_rows([], mine, ("name",))


@given(st.lists(st.sampled_from("abcd"), max_size=6), st.lists(st.sampled_from("abcd"), max_size=4))
def test_after_a_merge_each_key_has_the_rows_of_one_side_only(base: list[str], mine: list[str]) -> None:
    rows = [Row("base", n, {"name": name}) for n, name in enumerate(base)]
    own = [Row("mine", n, {"name": name}) for n, name in enumerate(mine)]
    merged = merge_rows(rows, own, ("name",))
    for name in "abcd":
        expected = "mine" if name in mine else "base"
        assert {row.file for row in merged if row.text("name") == name} <= {expected}
    assert len(merged) == len(mine) + sum(name not in mine for name in base)
