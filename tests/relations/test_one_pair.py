from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from detente.errors import NotFoundError, TableError
from detente.relations import assess_relations
from detente.relations.moved import moved_most
from detente.relations.one_pair import STRONGEST, follow_pair

HEAD = "date,actor,recipient,plover,cameo,intensity,count\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    days = [date(2016, 1, 1) + timedelta(n) for n in range(60)]
    rows = [f"{d},BLRGOV,USA,{'AID,070,7.0' if n < 30 else 'SANCTION,163,-6.0'},{1 + n % 3}" for n, d in enumerate(days)]
    rows += [f"{d},USA,BLR,,,,2" for d in days[::5]] + [f"{d},POL,IGOEUU,CONSULT,040,1.0,1" for d in days[::4]]
    path = tmp_path / "it's events.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n")
    return path


def test_a_pair_alone_has_the_levels_it_has_among_all(table: Path) -> None:
    days, rows = follow_pair(table, ("USA", "BLR"))
    every = assess_relations(table, start=date(2016, 1, 1), end=date(2016, 2, 29), every="day")
    columns = [every.column(c).to_pylist() for c in ("side_a", "side_b", "as_of", "level", "change")]
    mine = {day: (level, change) for a, b, day, level, change in zip(*columns, strict=True) if (a, b) == ("BLR", "USA")}
    assert [d.day for d in days] == sorted(mine)
    assert all(d.level == pytest.approx(mine[d.day][0]) and d.change == mine[d.day][1] for d in days)
    assert days[0].reports == 3.0
    assert {r.plover for r in rows} == {"AID", "SANCTION"}
    assert len(rows) == 2 * STRONGEST
    assert [r.day for r in rows] == sorted(r.day for r in rows)


def test_as_of_cuts_the_table(table: Path) -> None:
    days, rows = follow_pair(table, ("EUU", "POL"), date(2016, 1, 20))
    assert days[-1].day == date(2016, 1, 20)
    assert max(r.day for r in rows) <= date(2016, 1, 20)


def test_what_the_table_does_not_tell_of_is_said(table: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        follow_pair(table, ("AAA", "BBB"))
    with pytest.raises(TableError):
        follow_pair(tmp_path / "none.csv", ("AAA", "BBB"))


def test_what_moved_most_between_two_days(table: Path) -> None:
    statuses = assess_relations(table, start=date(2016, 1, 25), end=date(2016, 2, 25), every="month")
    up, down = moved_most(statuses, 5)
    assert [m.relation for m in down] == ["BLR-USA"]
    assert all(m.moved > 0 for m in up)
    assert down[0].moved == pytest.approx(down[0].after - down[0].before)
    assert moved_most(statuses, 0) == ([], [])
