"""Statuses of past days are kept in files: the same as computed, made anew when what they rest on changed, and never needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from detente.opened_desk import Desk
from detente.pipeline import open_desk, run

Put = Callable[..., Path]
DAY = date(2016, 5, 3)


@pytest.fixture
def desk(toy_desk: Path, put_article: Put) -> Path:
    for day in range(1, 6):
        put_article(toy_desk, f"a{day}", f"USA helps BLR, report {day}.", f"2016-05-0{day}", title=f"Report {day}")
    run(open_desk(toy_desk))
    return toy_desk


def kept(desk: Path) -> Path:
    return desk / ".detente" / "statuses" / f"{DAY}.json"


def test_kept_is_what_was_computed(desk: Path) -> None:
    from detente.record.kept_days import load_day  # needs a record that is open

    computed = open_desk(desk).machine_statuses(DAY)
    assert load_day(desk / ".detente", DAY, open_desk(desk).day_version(DAY)) == computed
    assert open_desk(desk).machine_statuses(DAY) == computed == open_desk(desk).compute_statuses(DAY)


def test_nothing_is_computed_twice(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_desk(desk).machine_statuses(DAY)
    monkeypatch.setattr(Desk, "compute_statuses", lambda *_: pytest.fail("computed again"))
    assert open_desk(desk).machine_statuses(DAY) == first


def test_a_later_article_changes_nothing_and_an_earlier_one_does(desk: Path, put_article: Put) -> None:
    before = open_desk(desk).day_version(DAY)
    put_article(desk, "later", "USA bans BLR, later.", "2016-05-09", title="Later")
    run(open_desk(desk))
    assert open_desk(desk).day_version(DAY) == before
    first = open_desk(desk).machine_statuses(DAY)
    put_article(desk, "earlier", "USA bans BLR, earlier.", "2016-05-02", title="Earlier")
    run(open_desk(desk))
    assert open_desk(desk).day_version(DAY) != before
    again = open_desk(desk).machine_statuses(DAY)
    assert again != first and again == open_desk(desk).compute_statuses(DAY)


def test_a_correction_counts_from_its_day_on(desk: Path) -> None:
    opened = open_desk(desk)
    before, article = opened.day_version(DAY), opened.articles()[-1]
    late, early = date(2016, 5, 4), date(2016, 5, 1)
    opened.correct(article.id, "text", 0, 9, action="drop", user="x", reason="no", from_date=late)
    assert opened.day_version(DAY) == before
    opened.correct(article.id, "text", 0, 9, action="drop", user="x", reason="no", from_date=early)
    assert opened.day_version(DAY) != before


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 1}', '{"version": "V", "statuses": [{"name": 1}]}', "[" * 100_000])
def test_a_broken_file_counts_as_none(desk: Path, text: str) -> None:
    opened = open_desk(desk)
    first = opened.machine_statuses(DAY)
    kept(desk).write_text(text.replace('"V"', f'"{opened.day_version(DAY)}"'))
    assert open_desk(desk).machine_statuses(DAY) == first


def test_where_nothing_may_be_written_nothing_is_kept(desk: Path, tmp_path: Path) -> None:
    from detente.record.kept_days import keep_day, load_day

    (tmp_path / "file").write_text("")
    keep_day(tmp_path / "file", DAY, "v", [])
    assert load_day(tmp_path / "file", DAY, "v") is None
