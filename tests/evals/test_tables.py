"""The tables of the gate, and those of docs/accuracy.md, which are written from them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from evals.tables import ABSENT, TABLES, Table, figures_in_tables, for_markdown, for_terminal, measured, shown, write_into

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
TABLE = Table(
    "small", "A title", ("", "F1", "aim", "n", "false alarms"),
    (("one", ("a: b", "=.5", "a: by class X, events", "a: false alarms")), ("two", ("a: gone", "=", "=", "="))), "A note of some words.",
)  # fmt: skip
FIGURES = {"a: b": 0.25, "a: by class X, events": 7.0, "a: false alarms": 3.0}


def frame(markdown: str) -> list[tuple[str, int]]:
    """Label and number of cells of each row: what a table has before anything is measured."""
    rows = [line.split("|")[1:-1] for line in markdown.splitlines() if line.startswith("|")]
    return [(row[0].strip(), len(row)) for row in rows]


def test_cells() -> None:
    assert shown("a: b", FIGURES) == ".250"
    assert shown("a: b", {"a: b": 1.0}) == "1.000"
    assert shown("a: by class X, events", FIGURES) == "7"
    assert shown("=20 of 70", {}) == "20 of 70"
    assert shown("a: gone", FIGURES) == ABSENT


def test_in_the_terminal_columns_stand_below_each_other() -> None:
    title, _, head, one, two, *_ = for_terminal(TABLE, FIGURES).splitlines()
    assert title == "A title"
    assert one.split() == ["one", ".250", ".5", "7", "3"]
    assert two.split() == ["two", ABSENT]
    assert head.index("F1") + 2 == one.index(".250") + 4 == two.index(ABSENT) + 1


def test_notes_are_broken_and_lose_no_word() -> None:
    note = for_terminal(TABLE, FIGURES, width=10).split("\n\n")[-1]
    assert note.split() == TABLE.note.split()
    assert all(len(line) <= 10 for line in note.splitlines())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_fills_its_columns_and_fits_a_terminal(table: Table) -> None:
    assert {len(cells) + 1 for _, cells in table.rows} == {len(table.columns)}
    assert max(map(len, for_terminal(table, dict.fromkeys(figures_in_tables(), 0.5)).splitlines())) <= 120


def test_a_table_without_any_figure_is_not_measured() -> None:
    assert measured(TABLE, FIGURES)
    assert not measured(TABLE, {"other: b": 1.0})


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_page_has_the_rows_that_are_printed(table: Table) -> None:
    found = re.findall(rf"<!-- table: {table.name} -->.*?<!-- end: {table.name} -->", PAGE, re.DOTALL)
    assert len(found) == 1, "write it anew: python -m evals --markdown docs/accuracy.md"
    assert frame(found[0]) == frame(for_markdown(table, {}))
    assert table.note in found[0]


def test_the_page_was_written_where_all_was_measured() -> None:
    """A run without the development data would write dashes; a class that a set lacks is no figure of it."""
    for table in TABLES:
        held = re.search(rf"<!-- table: {table.name} -->(.*?)<!-- end", PAGE, re.DOTALL)
        assert held
        if table.name != "classes":
            assert f"| {ABSENT} |" not in held[1], table.name


def test_every_figure_with_a_floor_that_a_table_names_is_spelt_as_in_the_floors() -> None:
    floors = json.loads((ROOT / "evals" / "floors.json").read_text())["floors"]
    shown_only = ("by class", "lenient", ", precision", ", recall")
    spelt = {name for name in figures_in_tables() if not any(word in name for word in shown_only)} - {"events: class YIELD"}
    assert spelt <= floors.keys()


def test_writing_changes_only_what_stands_between_the_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- table: small -->\nold\n<!-- end: small -->\nafter\n")
    write_into(page, FIGURES, [TABLE])
    text = page.read_text()
    assert text == f"before\n{for_markdown(TABLE, FIGURES)}\nafter\n"
    assert "| one | .250 | .5 | 7 | 3 |" in text
    write_into(page, FIGURES, [TABLE])
    assert page.read_text() == text


@pytest.mark.parametrize("text", ["", "<!-- table: small --><!-- end: small -->" * 2])
def test_a_page_without_the_marks_is_left_alone(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text)
    with pytest.raises(ValueError, match="small"):
        write_into(page, FIGURES, [TABLE])
    assert page.read_text() == text
