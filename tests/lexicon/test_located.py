"""Entries know the row they come from, and none is missing from those the coder uses."""

from __future__ import annotations

from datetime import date

from detente.lexicon import load_lexicon
from detente.lexicon.checking import check_actor_tables
from detente.lexicon.located import located_entries, meanings

TABLES = check_actor_tables().rows


def test_the_entries_are_those_of_the_lexicon() -> None:
    located = {each.entry for each in located_entries(TABLES)}
    assert located == {entry for found in load_lexicon().names.values() for entry in found}


def test_each_entry_has_its_row() -> None:
    for each in located_entries(TABLES):
        names = " ".join(str(cell) for cell in each.row.cells.values())
        assert each.entry.name in names, each


def test_meanings_come_with_the_table_of_each_best_first() -> None:
    assert [(each.entry.code, each.table) for each in meanings(TABLES, "brussels")] == [("IGOEUU", "seats"), ("BEL", "countries")]
    terms = [each.row.day("from") for each in meanings(TABLES, "Donald Trump") if each.entry.code == "USAGOV"]
    assert terms == [date(2025, 1, 20), date(2017, 1, 20)]
