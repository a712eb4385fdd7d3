from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from evals.simulate_relations import FIRST_DAY, simulate, write

from detente.errors import TableError
from detente.relations import assess_relations
from detente.relations.resume import load


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(simulate(pairs=12, days=150, seed=5), tmp_path_factory.mktemp("sim"))[0]


def day(n: int) -> date:
    return FIRST_DAY + timedelta(days=n)


def rows(table: object) -> list[tuple[object, ...]]:
    con = duckdb.connect()
    con.register("t", table)
    return con.execute("SELECT * FROM t ORDER BY as_of, side_a, side_b").fetchall()


def same(one: list[tuple[object, ...]], other: list[tuple[object, ...]]) -> bool:
    def near(a: object, b: object) -> bool:
        return a == pytest.approx(b, abs=1e-9) if isinstance(a, float) and isinstance(b, float) else a == b

    return len(one) == len(other) and all(near(a, b) for x, y in zip(one, other, strict=True) for a, b in zip(x, y, strict=True))


def part(events: Path, first: int, last: int, out: Path) -> Path:
    duckdb.execute(
        f"COPY (SELECT * FROM '{events}' WHERE date::DATE BETWEEN DATE '{day(first)}' AND DATE '{day(last)}') TO '{out}' (FORMAT parquet)"
    )
    return out


def test_day_by_day_gives_what_the_whole_table_gives(events: Path, tmp_path: Path) -> None:
    whole = rows(assess_relations(events, start=day(100), end=day(112), every="day"))
    state = tmp_path / "state.npz"
    assess_relations(part(events, 0, 99, tmp_path / "past.parquet"), start=day(60), end=day(99), every="day", state=state)
    kept = load(state)
    assert len(kept.reports.day) < 12 * 29 + 12  # a period and one day each, however long the past
    got: list[tuple[object, ...]] = []
    for n in range(100, 113):
        one = part(events, n, n, tmp_path / "day.parquet")
        got += rows(assess_relations(one, start=day(n), end=day(n), every="day", state=state))
    assert same(got, whole)


def test_rows_the_state_knows_are_not_read_again(events: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.npz"
    assess_relations(part(events, 0, 99, tmp_path / "past.parquet"), start=day(99), end=day(99), every="day", state=state)
    again = rows(assess_relations(events, start=day(100), end=day(110), every="day", state=state))
    assert same(again, rows(assess_relations(events, start=day(100), end=day(110), every="day")))


def test_a_relation_that_is_new_and_one_that_fell_silent(tmp_path: Path) -> None:
    def table(name: str, lines: str) -> Path:
        path = tmp_path / name
        path.write_text("date,actor,recipient,plover,cameo,intensity,count\n" + lines)
        return path

    old = "2020-01-01,AAA,CCC,ACCUSE,111,-2,3\n2020-02-01,AAA,DDD,AGREE,030,4,1\n"
    new = "2020-03-10,BBB,CCC,SANCTION,163,-8,4\n2020-03-11,AAA,DDD,AGREE,030,4,2\n"
    state = tmp_path / "s"
    assess_relations(table("old.csv", old), start=date(2020, 2, 20), end=date(2020, 3, 1), every="day", state=state)
    got = rows(assess_relations(table("new.csv", new), start=date(2020, 3, 2), end=date(2020, 3, 15), every="day", state=state))
    want = rows(assess_relations(table("all.csv", old + new), start=date(2020, 3, 2), end=date(2020, 3, 15), every="day"))
    assert same(got, want)
    assert {r[6] for r in got} >= {"no-reporting", "deteriorated"}


def test_a_file_that_is_no_state_an_earlier_day_and_another_period(events: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(TableError, match="no state"):
        assess_relations(events, start=day(10), end=day(12), every="day", state=bad)
    state = tmp_path / "state"
    assess_relations(events, start=day(50), end=day(50), every="day", state=state)
    with pytest.raises(TableError, match="later day"):
        assess_relations(events, start=day(50), end=day(52), every="day", state=state)
    with pytest.raises(TableError, match="period"):
        assess_relations(events, start=day(51), end=day(52), every="day", period_days=14, state=state)
