from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.streams import START

from detente.errors import TableError
from detente.relations import assess_relations, relation_status, write_statuses
from detente.relations.observing import Observation
from detente.relations.table import status_days

HEAD = ["date", "actor", "recipient", "plover", "cameo", "intensity", "count"]
Row = tuple[Any, ...]
rows_of = st.lists(
    st.tuples(
        st.integers(0, 150),
        st.sampled_from([("AAA", "BBB"), ("BBBGOV", "AAAMIL"), ("AAA", "IGOEUU"), ("AAAGOV", "AAAOPP")]),
        st.one_of(st.none(), st.floats(-10, 10).map(lambda x: round(x, 2))),
        st.integers(1, 9),
    ),
    min_size=1,
    max_size=40,
)


def write_csv(path: Path, rows: list[Row], head: list[str] = HEAD) -> Path:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def as_rows(drawn: list[tuple[int, tuple[str, str], float | None, int]]) -> list[Row]:
    return [
        (START + timedelta(days=d), a, b, "" if x is None else "SANCTION", "16", 3.0 if x is None else x, n) for d, (a, b), x, n in drawn
    ]


def read(table: Any) -> list[dict[str, Any]]:
    con = duckdb.connect()
    con.register("t", table)
    cursor = con.execute("SELECT * FROM t ORDER BY side_a, side_b, as_of")
    names = [d[0] for d in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def test_one_row_a_pair_and_date_with_the_columns_of_the_contract(tmp_path: Path) -> None:
    rows = [
        (START, "BBBGOV", "AAA", "SANCTION", "16", -5, 2),
        (START + timedelta(days=9), "AAAGOV", "AAAOPP", "CONSULT", "04", 1, 1),
        (START, "IGOEUU", "AAA", "", "", 0, 3),
        (START, "AAA", "", "CONSULT", "04", 1, 1),
    ]
    got = read(assess_relations(write_csv(tmp_path / "t.csv", rows), start=START, end=START + timedelta(days=14), every="week"))
    assert list(got[0]) == ["side_a", "side_b", "as_of", "level", "low", "high", "change", "p_improved", "p_deteriorated", "events"]
    assert {(r["side_a"], r["side_b"]) for r in got} == {("AAA", "AAA"), ("AAA", "BBB"), ("AAA", "EUU")} and len(got) == 9
    inside = [r for r in got if r["side_b"] == "AAA"]
    assert (
        [r["level"] is None for r in inside] == [True, True, False]
        and inside[0]["change"] == "no-reporting"
        and inside[0]["as_of"] == START
    )
    assert [r["events"] for r in got if r["side_b"] == "BBB"] == [2, 2, 2]
    assert {r["level"] for r in got if r["side_b"] == "EUU"} == {0.0}  # volume alone has no tone


@settings(max_examples=25, deadline=None)
@given(rows_of, st.integers(0, 160))
def test_cutting_the_table_at_a_row_leaves_the_row_as_it_is(tmp_path_factory: pytest.TempPathFactory, drawn: Any, cut: int) -> None:
    folder, rows, last = tmp_path_factory.mktemp("cut"), as_rows(drawn), START + timedelta(days=cut)
    whole = read(assess_relations(write_csv(folder / "whole.csv", rows), start=START, end=START + timedelta(days=160), every="day"))
    part = read(assess_relations(write_csv(folder / "part.csv", [r for r in rows if r[0] <= last]), start=START, end=last, every="day"))
    full = {(r["side_a"], r["side_b"], r["as_of"]): r for r in whole}
    for row in part:
        other = full[row["side_a"], row["side_b"], row["as_of"]]
        for key, value in row.items():
            assert other[key] == (pytest.approx(value, abs=1e-9) if isinstance(value, float) else value), key
    missing = {k: v for k, v in full.items() if k[2] <= last}.keys() - {(r["side_a"], r["side_b"], r["as_of"]) for r in part}
    assert all(full[k]["level"] is None and full[k]["events"] == 0 for k in missing)  # pairs first named later


@settings(max_examples=20, deadline=None)
@given(rows_of, st.integers(1, 60))
def test_the_table_says_what_the_desk_says(tmp_path_factory: pytest.TempPathFactory, drawn: Any, period: int) -> None:
    path = write_csv(tmp_path_factory.mktemp("same") / "t.csv", as_rows(drawn))
    table = read(assess_relations(path, start=START, end=START + timedelta(days=160), every="day", period_days=period))
    stream = [
        Observation(("AAA", "BBB"), START + timedelta(days=d), START + timedelta(days=d), x, float(n), "event", f"{i}")
        for i, (d, sides, x, n) in enumerate(drawn)
        if sides in {("AAA", "BBB"), ("BBBGOV", "AAAMIL")}
    ]
    for row in [r for r in table if r["side_b"] == "BBB"][::13]:
        status = relation_status(stream, ("AAA", "BBB"), row["as_of"], period)
        assert row["change"] == status.change
        for key in ("level", "low", "high", "p_improved", "p_deteriorated"):
            assert row[key] == (None if getattr(status, key) is None else pytest.approx(getattr(status, key), abs=1e-9)), key


def test_neither_the_grid_nor_the_start_changes_a_row(tmp_path: Path) -> None:
    rows = as_rows([(d, ("AAA", "BBB"), -8.0 if 60 < d < 70 else 2.0, 3) for d in range(0, 150, 2)])
    path = write_csv(tmp_path / "t.csv", rows)
    end = START + timedelta(days=150)
    daily = {r["as_of"]: r for r in read(assess_relations(path, start=START, end=end, every="day"))}
    weekly = read(assess_relations(path, start=START + timedelta(days=61), end=end, every="week"))
    assert weekly and all(daily[r["as_of"]] == r for r in weekly)
    assert {r["change"] for r in daily.values()} >= {"deteriorated", "unchanged"}


def test_parquet_csv_and_arrow_say_the_same_and_can_be_written(tmp_path: Path) -> None:
    rows = as_rows([(d, ("AAA", "BBB"), -5.0, 1) for d in range(0, 40, 3)])
    path = write_csv(tmp_path / "t.csv", rows)
    parquet = tmp_path / "it's.parquet"
    con = duckdb.connect()
    con.execute(f"COPY (SELECT * FROM read_csv('{path}')) TO '{str(parquet).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")
    span = {"start": START, "end": START + timedelta(days=30)}
    first = assess_relations(path, **span)
    from arro3.core import Table

    arrow = Table.from_arrow(con.sql(f"SELECT * FROM read_csv('{path}')"))
    assert read(first) == read(assess_relations(parquet, **span)) == read(assess_relations(arrow, **span))
    write_statuses(first, tmp_path / "out.parquet")
    write_statuses(first, tmp_path / "out.csv")
    got = con.execute(f"SELECT count(*), min(as_of), typeof(any_value(as_of)) FROM '{tmp_path / 'out.parquet'}'").fetchall()
    assert got == [(5, START, "DATE")]
    assert (tmp_path / "out.csv").read_text().startswith("side_a,side_b,as_of,level")
    with pytest.raises(TableError, match="cannot be written"):
        write_statuses(first, tmp_path / "no" / "folder.parquet")


GOOD: Row = ("2018-03-01", "AAA", "BBB", "CONSULT", "04", "1.0", "1")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("date", "March"),
        ("date", ""),
        ("actor", "usa"),
        ("recipient", "B"),
        ("intensity", "11"),
        ("intensity", ""),
        ("intensity", "nan"),
        ("count", "-1"),
        ("count", "many"),
        ("count", ""),
    ],
)
def test_a_wrong_value_is_named_with_its_column_and_row(tmp_path: Path, column: str, value: str) -> None:
    bad = tuple(value if h == column else v for h, v in zip(HEAD, GOOD, strict=True))
    path = write_csv(tmp_path / "t.csv", [GOOD, GOOD, bad, GOOD])
    with pytest.raises(TableError, match=f"column {column}, row 3"):
        assess_relations(path, start=date(2018, 3, 1), end=date(2018, 3, 8))


@pytest.mark.parametrize("column", HEAD)
def test_a_missing_column_is_named(tmp_path: Path, column: str) -> None:
    keep = [i for i, h in enumerate(HEAD) if h != column]
    path = write_csv(tmp_path / "t.csv", [tuple(GOOD[i] for i in keep)], [HEAD[i] for i in keep])
    with pytest.raises(TableError, match=f"no column {column}"):
        assess_relations(path, start=date(2018, 3, 1), end=date(2018, 3, 8))


def test_files_that_are_no_tables_are_refused(tmp_path: Path) -> None:
    empty, torn = tmp_path / "empty.csv", tmp_path / "torn.parquet"
    empty.write_text("")
    torn.write_bytes(b"PAR1 and then nothing of the kind")
    for path in (empty, torn, tmp_path / "absent.parquet"):
        with pytest.raises(TableError):
            assess_relations(path, start=START, end=START)


def test_a_table_with_a_head_only_has_no_statuses(tmp_path: Path) -> None:
    assert assess_relations(write_csv(tmp_path / "t.csv", []), start=START, end=START).num_rows == 0


def test_status_days() -> None:
    assert status_days(date(2018, 1, 31), date(2018, 4, 1), "month") == [date(2018, 1, 31), date(2018, 2, 28), date(2018, 3, 31)]
    assert status_days(date(2018, 1, 1), date(2018, 1, 15), "week")[-1] == date(2018, 1, 15)
    assert len(status_days(date(2018, 1, 1), date(2018, 1, 15), "day")) == 15
    with pytest.raises(TableError, match="empty"):
        status_days(date(2018, 2, 1), date(2018, 1, 1), "day")
    with pytest.raises(TableError, match="every"):
        status_days(date(2018, 1, 1), date(2018, 2, 1), "year")  # type: ignore[arg-type]
