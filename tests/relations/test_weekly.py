from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.relations.observing import Observation
from detente.relations.path import day_number
from detente.relations.quads import quad_sign
from detente.relations.weekly import week_ends, weekly_of_observations, weekly_of_table

START = date(2016, 1, 4)
VALUES = {"CONSULT": 1.0, "AID": 7.0, "SANCTION": -4.0, "ASSAULT": -10.0}


def observed(day: int, way: int, plover: str, number: int, late: int = 0) -> Observation:
    on = START + timedelta(day)
    return Observation(("AAA", "BBB"), on, on + timedelta(late), VALUES.get(plover), 2.0, "event", f"e{number}", way, plover)


rows = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 1), st.sampled_from([*VALUES, ""])), min_size=1, max_size=30)


@settings(max_examples=25, deadline=None)
@given(rows)
def test_observations_and_tables_agree(drawn: list[tuple[int, int, str]]) -> None:
    last = START + timedelta(max(day for day, _, _ in drawn))
    ours = weekly_of_observations([observed(*row, number=i) for i, row in enumerate(drawn)], [("BBB", "AAA")], last)
    con = duckdb.connect()
    con.execute("CREATE TABLE t (date DATE, actor VARCHAR, recipient VARCHAR, plover VARCHAR, cameo VARCHAR, intensity DOUBLE, count INT)")
    for day, way, plover in drawn:
        actor, recipient = ("AAAGOV", "BBB") if way == 0 else ("BBB", "AAAMIL")
        con.execute("INSERT INTO t VALUES (?, ?, ?, ?, '', ?, 1)",
                    [START + timedelta(day), actor, recipient, plover, VALUES.get(plover, 0.0)])  # fmt: skip
    theirs = weekly_of_table(_arrow(con))
    assert ours.sides == theirs.sides == (("AAA", "BBB"),) and np.array_equal(ours.ends, theirs.ends)
    for name in ("cooperation", "conflict", "tone", "events"):
        assert getattr(ours, name) == pytest.approx(getattr(theirs, name)), name


def _arrow(con: duckdb.DuckDBPyConnection) -> object:
    from arro3.core import Table

    return Table.from_arrow(con.sql("SELECT * FROM t"))


def test_a_meeting_counts_once_of_the_relation_and_for_both_sides() -> None:
    weekly = weekly_of_observations([observed(3, 2, "CONSULT", 1), observed(4, 0, "AID", 2)], [("AAA", "BBB")], START + timedelta(6))
    assert weekly.both_ways(weekly.cooperation).tolist() == [[2.0]]
    assert weekly.directed(weekly.cooperation).tolist() == [[[2.0], [1.0]]]


def test_the_edges_of_weeks() -> None:
    last = START + timedelta(13)
    days = {"first": 0, "end of first": 6, "second": 7, "last": 13}
    weekly = weekly_of_observations([observed(d, 0, "AID", i) for i, d in enumerate(days.values())], [("AAA", "BBB")], last)
    assert weekly.both_ways(weekly.cooperation).tolist() == [[2.0, 2.0]]
    assert weekly.ends.tolist() == [day_number(START) + 6, day_number(START) + 13]
    # a week that is not whole is left out, the newest one never is
    assert len(week_ends(0, 12)) == 1 and len(week_ends(0, 13)) == 2 and week_ends(5, 6).tolist() == [6]


def test_what_is_known_later_or_of_others_does_not_count() -> None:
    known = [observed(3, 0, "AID", 1, late=9), observed(9, 0, "AID", 2), observed(2, 0, "", 3)]
    weekly = weekly_of_observations(known, [("AAA", "BBB"), ("AAA", "CCC")], START + timedelta(6))
    assert weekly.both_ways(weekly.cooperation).tolist() == [[0.0], [0.0]] and weekly.events.tolist() == [[1.0], [0.0]]


def test_a_table_up_to_a_day_and_of_relations_with_enough(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [f"2016-01-{d:02d},AAA,BBB,AID,07,7,1" for d in range(1, 29)] + [
        "2016-01-05,AAA,CCC,AID,07,7,1",
        "2016-01-05,AAAGOV,AAAOPP,AID,07,7,9",
    ]
    path.write_text("date,actor,recipient,plover,cameo,intensity,count\n" + "\n".join(lines) + "\n")
    weekly = weekly_of_table(path, date(2016, 1, 14), least=2)
    assert weekly.sides == (("AAA", "BBB"),) and weekly.both_ways(weekly.cooperation).tolist() == [[7.0, 7.0]]
    assert weekly_of_table(path, least=1).sides == (("AAA", "BBB"), ("AAA", "CCC"))


@pytest.mark.parametrize(("plover", "sign"), [("AID", 1), ("RETREAT", 1), ("REQUEST", -1), ("ASSAULT", -1), ("", 0), ("NEWS", 0)])
def test_the_side_of_the_ledger(plover: str, sign: int) -> None:
    assert quad_sign(plover) == sign
