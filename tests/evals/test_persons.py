"""Which sides are persons, and what is counted as right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest
from evals.persons import body_words, figures, is_person, outcome, tallies

from detente.lexicon import load_lexicon
from evals import persons

LEXICON = load_lexicon()
BODIES = body_words(LEXICON)


@pytest.mark.parametrize(
    "name", ["Jane Zorb", "Jane van der Zorb", "Zorb bin Zorb al-Zorb", "J. R. O'Zorb", "Zorb Zorb-Zorb", "Angela Merkel"]
)
def test_persons(name: str) -> None:
    assert is_person(name, LEXICON, BODIES)


@pytest.mark.parametrize(
    "name",
    ["Zorb", "Citizen (Zorb)", "Zorb Party", "Zorb News", "Zorb Police", "United States", "Minsk", "Boko Haram", "European Union",
     "Zorb 9", "Zorb, Jane", "the Zorb", "A B C D E F G", "Zorb and Zorb"],
)  # fmt: skip
def test_no_persons(name: str) -> None:
    assert not is_person(name, LEXICON, BODIES)


@pytest.mark.parametrize(
    ("name", "country", "on", "expected"),
    [
        ("Angela Merkel", "DEU", date(2018, 1, 1), ("right", "DEUGOV")),
        ("Angela Merkel", "DEU", date(2024, 1, 1), ("right", "DEUELI")),
        ("Angela Merkel", "FRA", date(2018, 1, 1), ("wrong", "DEUGOV")),
        ("Antonio Guterres", "PRT", date(2018, 1, 1), ("organisation", "IGOUNO")),
        ("Jane Zorb", "DEU", date(2018, 1, 1), ("left out", "")),
        ("Jane Zorb", "", date(2018, 1, 1), ("unknown", "")),
        ("Angela Merkel", "", date(2018, 1, 1), ("known", "DEUGOV")),
        ("Jane Merkel Zorb", "DEU", date(2018, 1, 1), ("left out", "")),
    ],
)
def test_outcome(name: str, country: str, on: date, expected: tuple[str, str]) -> None:
    assert outcome(LEXICON, name, country, on) == expected


def test_shares_are_weighted_by_events_and_each_side_counts(tmp_path: Path) -> None:
    rows = [("Angela Merkel", "DEU", "Jane Zorb", "DEU")] * 3
    rows += [("Angela Merkel", "FRA", "Minsk", "BLR"), ("Citizen (Zorb)", "BLR", "Zorb", "")]
    table = tmp_path / "events.parquet"
    con = duckdb.connect()
    con.execute("CREATE TABLE e (date DATE, source TEXT, source_iso3 TEXT, target TEXT, target_iso3 TEXT)")
    con.executemany("INSERT INTO e VALUES ('2018-01-01', ?, ?, ?, ?)", rows)
    con.execute(f"COPY e TO '{table}' (FORMAT parquet)")
    found = figures(tallies(LEXICON, table))
    assert found["all, right"] == pytest.approx(3 / 7)
    assert found["all, right where found"] == pytest.approx(3 / 4)
    assert found["all, known"] == pytest.approx(4 / 7)
    assert found["in high office, right"] == pytest.approx(3 / 4)


def test_without_the_tables_there_are_no_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persons, "TABLES", {"2018": tmp_path / "none.parquet"})
    assert persons.run() == {}
