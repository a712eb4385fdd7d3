"""The index of a desk: made by a run, only what changed, complete after whatever broke off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import both

from detente.desk_search import index_desk, is_current, search
from detente.pipeline import open_desk, run
from detente.search import SearchQuery


def found(desk: Path, words: str, *, public: bool = True) -> list[str]:
    return sorted(hit.title_text for hit in search(open_desk(desk), SearchQuery(words=words), public=public).hits)


@both
def test_a_run_indexes_what_is_new(toy_desk: Path, put_article: Callable[..., Path]) -> None:
    assert "Nothing is indexed" in search(open_desk(toy_desk), SearchQuery(words="x")).note
    put_article(toy_desk, "one", "USA helps BLR with grain", title="First")
    put_article(toy_desk, "copy", "USA helps BLR with grain", title="Second, the same", day="2016-05-12")
    run(open_desk(toy_desk))
    assert found(toy_desk, "grain", public=False) == ["First"]
    assert found(toy_desk, "grain") == [] and found(toy_desk, '"usa helps"') == ["Aid: United States → Belarus", "First"]
    put_article(toy_desk, "two", "USA bans BLR", title="Third", day="2016-05-11")
    run(open_desk(toy_desk))
    assert found(toy_desk, "bans") == ["Sanction: United States → Belarus", "Third"]
    desk = open_desk(toy_desk)
    assert is_current(desk)
    report = index_desk(desk)
    assert (report.put, report.dropped, report.complete) == (0, 0, True)
    desk.override("BLR-USA", "improved", user="ann", reason="a test")
    desk.forget()
    assert is_current(desk)
    (toy_desk / "articles" / "two.txt").unlink()
    (toy_desk / "articles" / "one.txt").write_text("First, changed\n2016-05-10\nen\nUSA helps BLR with wheat", "utf-8")
    run(open_desk(toy_desk))
    assert found(toy_desk, "wheat", public=False) == ["First, changed"]


def test_only_what_changed_is_written(toy_desk: Path, put_article: Callable[..., Path]) -> None:
    from detente.record.search.store import indexed

    for number in range(4):
        put_article(toy_desk, f"{number}", f"USA helps BLR, report {number}", title=f"Report {number}")
    run(open_desk(toy_desk))
    before = indexed(open_desk(toy_desk).db)
    settings = (toy_desk / "detente.toml").read_text("utf-8")
    (toy_desk / "detente.toml").write_text(f'{settings}\n[sources."2"]\npublish_text = true\n', "utf-8")
    desk = open_desk(toy_desk)
    assert not is_current(desk)
    report = index_desk(desk)
    assert (report.put, report.dropped) == (1, 1)  # the one article, and its second document for the desk alone
    after = indexed(desk.db)
    assert len(before.keys() & after.keys()) == len(after) and sum(before[key] != after[key] for key in after) == 1
    assert found(toy_desk, '"report 2" helps') == ["Report 2"]


@pytest.mark.parametrize("function", ["put", "drop", "finish"])
def test_broken_off_anywhere_the_next_run_completes(
    toy_desk: Path, put_article: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    desk = open_desk(toy_desk)
    from detente.record.search import store

    monkeypatch.setattr(store, "BATCH", 1)
    for number in range(3):
        put_article(toy_desk, f"{number}", f"USA helps BLR, report {number}", title=f"Report {number}")
    run(desk)
    put_article(toy_desk, "0", "USA bans BLR, changed", title="Report 0")
    put_article(toy_desk, "9", "POL helps BLR", title="Report 9")
    whole, calls = getattr(store, function), 0

    def breaks(*given: object) -> None:
        nonlocal calls
        calls += 1
        if calls == (1 if function != "put" else 2):
            raise KeyboardInterrupt
        whole(*given)

    with monkeypatch.context() as patch:
        patch.setattr(store, function, breaks)
        with pytest.raises(KeyboardInterrupt):
            run(open_desk(toy_desk))
    assert not is_current(open_desk(toy_desk))
    run(open_desk(toy_desk))
    assert is_current(open_desk(toy_desk))
    assert found(toy_desk, "report", public=False) == ["Report 0", "Report 1", "Report 2", "Report 9"]
    assert found(toy_desk, "bans") == ["Report 0", "Sanction: United States → Belarus"]


def test_who_is_overtaken_begins_anew(toy_desk: Path, put_article: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    put_article(toy_desk, "one", "USA helps BLR", title="First")
    desk = open_desk(toy_desk)
    from detente.record.search import store

    whole, others = store.put, iter([True, True])

    def put(db: str, token: str, documents: object) -> None:
        if next(others, False):
            store.begin(db)
        whole(db, token, documents)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "put", put)
    run(desk)
    assert is_current(open_desk(toy_desk)) and found(toy_desk, "helps") == ["Aid: United States → Belarus", "First"]
    monkeypatch.setattr(store, "put", lambda db, token, documents: (_ for _ in ()).throw(store.Overtaken))
    put_article(toy_desk, "two", "USA bans BLR", title="Second")
    run(open_desk(toy_desk))  # others write all the time: the run goes on without
    assert not is_current(open_desk(toy_desk))
