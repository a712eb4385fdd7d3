"""The pipeline's own logic, with toy stages: what is read again, what counts once, what a day may know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import both

from detente.errors import ConfigError, NotFoundError, RecordError
from detente.pipeline import init_desk, open_desk, run
from detente.types import Article, Coding

Put = Callable[..., Path]


def snapshot(desk: Path) -> object:
    """All a desk says, to compare."""
    opened = open_desk(desk)
    as_of = opened.as_of()
    return (opened.articles(), opened.events(), opened.statuses(as_of), opened.series("BLR-USA", as_of))


@both
def test_run_reads_codes_and_scores(toy_desk: Path, put_article: Put) -> None:
    for day in ("2016-05-01", "2016-05-02", "2016-05-03", "2016-05-04"):
        put_article(toy_desk, day, f"USA helps BLR. Said on {day}.", day)
    desk = open_desk(toy_desk)
    summary = run(desk)
    assert (summary.files_read, summary.articles, summary.articles_new, summary.coded, summary.complete) == (4, 4, 4, 4, True)
    assert desk.as_of() == date(2016, 5, 4)
    statuses = desk.statuses(desk.as_of())
    assert [s.name for s in statuses] == ["Minsk and Washington", "Neighbours", "BLR-USA", "BLR-UKR", "BLR-POL", "BLR-RUS"]
    assert statuses[0].change == "improved" and statuses[0].events == 4
    assert statuses[1].change == "no-reporting" and statuses[1].level is None
    shares = sum(driver.share for driver in statuses[2].drivers)
    before = desk.status("BLR-USA", date(2016, 5, 4)).level
    assert before is not None and shares == pytest.approx(before, abs=1e-6)  # it began at 0


@both
def test_running_twice_adds_nothing(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "a", "USA helps BLR.")
    put_article(toy_desk, "b", "USA bans BLR.", "2016-05-11")
    run(open_desk(toy_desk))
    first = snapshot(toy_desk)
    again = run(open_desk(toy_desk))
    assert (again.files_read, again.files_unchanged, again.articles_new, again.coded) == (0, 2, 0, 0)
    assert snapshot(toy_desk) == first


@both
def test_stored_statuses_equal_computed_ones(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "a", "USA helps BLR. POL bans BLR.")
    desk = open_desk(toy_desk)
    run(desk)
    day = desk.as_of()
    from detente.record.derived import load_series, load_statuses

    assert load_statuses(desk.db, desk.status_version(), day) == desk.compute_statuses(day)
    assert load_series(desk.db, desk.status_version(), day, "BLR-USA") == desk._series("BLR-USA", None, day)


def test_duplicates_count_once_and_keep_every_source(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "agency", "USA helps BLR.", "2016-05-10")
    put_article(toy_desk, "paper", "USA helps BLR.", "2016-05-11")
    desk = open_desk(toy_desk)
    assert run(desk).duplicates == 1
    first = next(a for a in desk.articles() if a.duplicate_of is None)
    assert first.sources == ("agency", "paper")
    assert [len(event.mentions) for event in desk.events()] == [1]


def test_same_article_in_two_files_is_one(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "one", "USA helps BLR.")
    put_article(toy_desk, "two", "USA helps BLR.")
    desk = open_desk(toy_desk)
    run(desk)
    assert len(desk.articles()) == 1 and len(desk.articles()[0].sources) == 2


@both
def test_changed_file_replaces_its_article(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "a", "USA helps BLR.")
    desk = open_desk(toy_desk)
    run(desk)
    put_article(toy_desk, "a", "USA bans BLR.")
    summary = run(desk)
    assert (summary.files_read, summary.articles) == (1, 1)
    assert [event.plover for event in desk.events()] == ["SANCTION"]


def test_unreadable_file_is_a_problem_each_time_and_the_rest_goes_on(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "good", "USA helps BLR.")
    (toy_desk / "articles" / "bad.txt").write_text("BAD")
    for _ in range(2):
        summary = run(open_desk(toy_desk))
        assert not summary.complete
        assert [(p.file, p.fatal) for p in summary.problems] == [("articles/bad.txt", True)]
    assert len(open_desk(toy_desk).articles()) == 1
    assert [p.file for p in open_desk(toy_desk).problems()] == ["articles/bad.txt"]


def test_missing_date_is_a_note_and_moves_nothing(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "dated", "POL helps BLR.")
    put_article(toy_desk, "undated", "USA bans BLR.", day="")
    desk = open_desk(toy_desk)
    summary = run(desk)
    assert summary.complete and [p.what for p in summary.problems] == ["no date"]
    assert desk.status("BLR-USA", desk.as_of()).level is None
    assert len(desk.events()) == 2
    assert run(desk).problems  # the note stays when the file is not read again


def test_other_languages_are_stored_and_reported(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "ru", "USA helps BLR.", language="ru")
    desk = open_desk(toy_desk)
    summary = run(desk)
    assert summary.not_coded == {"ru": 1} and summary.coded == 0 and summary.complete
    assert len(desk.articles()) == 1 and not desk.events()
    assert "'ru'" in desk.problems()[0].what


def test_an_article_the_coder_breaks_on_is_told_and_the_others_are_coded(
    toy_desk: Path, put_article: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    import detente.events

    toy = detente.events.code_articles

    def breaking(articles: Iterable[Article], **options: object) -> Iterator[Coding]:
        for article in articles:
            if "BOOM" in article.text:
                raise ValueError("nobody foresaw this")
            yield from toy([article])

    for name in "abcd":
        put_article(toy_desk, name, f"USA helps BLR, {name}." if name != "c" else "BOOM")
    monkeypatch.setattr(detente.events, "code_articles", breaking)
    summary = run(open_desk(toy_desk))
    assert summary.coded == 3 and not summary.complete
    assert [(p.file, "nobody foresaw this" in p.what) for p in summary.problems] == [("articles/c.txt", True)]
    assert [p.file for p in open_desk(toy_desk).problems()] == ["articles/c.txt"]
    monkeypatch.setattr(detente.events, "code_articles", toy)
    assert run(open_desk(toy_desk)).coded == 1 and open_desk(toy_desk).problems() == []


def test_missing_path_is_a_problem(toy_desk: Path) -> None:
    summary = run(open_desk(toy_desk), [toy_desk / "nowhere"])
    assert not summary.complete and summary.problems[0].fatal


def test_paths_outside_are_read_in_place(toy_desk: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.txt"
    outside.write_text("T\n2016-05-10\nen\nUSA helps BLR.")
    desk = open_desk(toy_desk)
    assert run(desk, [outside]).articles_new == 1
    assert desk.articles()[0].file == str(outside.resolve())
    assert run(desk, [outside]).files_unchanged == 1


def test_as_of_uses_nothing_later(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "early", "USA helps BLR.", "2016-05-01")
    run(open_desk(toy_desk))
    then = open_desk(toy_desk).statuses(date(2016, 5, 1))
    put_article(toy_desk, "late", "USA bans BLR. USA bans BLR.", "2016-06-01")
    run(open_desk(toy_desk))
    desk = open_desk(toy_desk)
    assert desk.statuses(date(2016, 5, 1)) == then
    assert desk.status("BLR-USA", date(2016, 6, 1)).level < desk.status("BLR-USA", date(2016, 5, 1)).level  # type: ignore[operator]


@both
def test_new_version_of_the_coder_codes_again(toy_desk: Path, put_article: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put_article(toy_desk, "a", "USA helps BLR.")
    run(open_desk(toy_desk))
    monkeypatch.setattr("detente.events.CODER_VERSION", "toy-2")
    assert run(open_desk(toy_desk)).coded == 1
    assert len(open_desk(toy_desk).events()) == 1


@both
def test_correction_drops_and_sets_and_survives_a_recoding(toy_desk: Path, put_article: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.recoding import accept, recode

    put_article(toy_desk, "a", "USA helps BLR. POL helps BLR.")
    desk = open_desk(toy_desk)
    run(desk)
    article = desk.articles()[0]
    desk.correct(article.id, "text", 0, 13, action="drop", user="ada", reason="it was announced only")
    assert [event.actor for event in desk.events()] == [("POL",)]
    payload = {"plover": "COERCE", "intensity": -7.0}
    made = desk.correct(article.id, "text", 15, 28, action="set", payload=payload, user="ada", reason="misread")
    assert [(event.plover, event.intensity) for event in desk.events()] == [("COERCE", -7.0)]
    monkeypatch.setattr("detente.events.CODER_VERSION", "toy-2")
    accept(desk, recode(desk))
    assert [event.plover for event in open_desk(toy_desk).events()] == ["COERCE"]
    desk.withdraw("correction", made.id)
    assert [event.plover for event in desk.events()] == ["AID"]
    with pytest.raises(NotFoundError):
        desk.withdraw("correction", made.id)


@both
def test_correction_counts_from_its_day(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "a", "USA helps BLR.", "2016-05-01")
    put_article(toy_desk, "b", "POL helps BLR.", "2016-05-20")
    desk = open_desk(toy_desk)
    run(desk)
    article = next(a for a in desk.articles() if "USA" in a.text)
    desk.correct(article.id, "text", 0, 13, action="drop", user="ada", reason="wrong")
    assert desk.status("BLR-USA", date(2016, 5, 20)).level is None
    assert desk.status("BLR-USA", date(2016, 5, 19)).level is not None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"action": "burn"}, "cannot 'burn'"),
        ({"end": 4000}, "no such span"),
        ({"user": ""}, "name of who made it"),
        ({"reason": " "}, "needs a reason"),
        ({"payload": {"id": "x"}, "action": "set"}, "cannot set 'id'"),
    ],
)
def test_wrong_correction_is_refused(toy_desk: Path, put_article: Put, change: dict[str, object], message: str) -> None:
    put_article(toy_desk, "a", "USA helps BLR.")
    desk = open_desk(toy_desk)
    run(desk)
    wish = {"action": "drop", "user": "ada", "reason": "wrong", "end": 5} | change
    end = wish.pop("end")
    with pytest.raises(RecordError, match=message):
        desk.correct(desk.articles()[0].id, "text", 0, end, **wish)  # type: ignore[arg-type]


@both
def test_override_stands_beside_the_machine(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "a", "USA helps BLR.")
    desk = open_desk(toy_desk)
    run(desk)
    day = desk.as_of()
    made = desk.override("minsk-and-washington", "deteriorated", user="ada", reason="the embassy closed")
    status = desk.statuses(day)[0]
    assert (status.change, status.by, status.reason) == ("deteriorated", "ada", "the embassy closed")
    assert desk.machine_statuses(day)[0].by == "machine"
    assert desk.statuses(date(2016, 5, 9))[0].by == "machine"
    assert desk.status("Minsk and Washington", day).by == "ada"
    run(desk)
    assert open_desk(toy_desk).statuses(day)[0].by == "ada"
    desk.withdraw("override", made.id)
    assert desk.statuses(day)[0].by == "machine"


def test_status_of_any_relation_and_of_none(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "a", "CHN helps BLR.")
    desk = open_desk(toy_desk)
    run(desk)
    assert desk.status("chn-blr", desk.as_of()).name == "BLR-CHN"
    with pytest.raises(NotFoundError, match="BLR-USA"):
        desk.status("nonsense", desk.as_of())


def test_unconfigured_desk_watches_what_is_told(toy_desk: Path, put_article: Put) -> None:
    (toy_desk / "detente.toml").write_text('title = "T"')
    put_article(toy_desk, "a", "CHN helps BLR. USA helps POL.")
    put_article(toy_desk, "b", "CHN helps BLR.", "2016-05-12")
    desk = open_desk(toy_desk)
    run(desk)
    assert [s.name for s in desk.statuses(desk.as_of())] == ["BLR-CHN", "POL-USA"]


def test_category_series_is_the_weighted_mean(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "a", "UKR helps BLR.", "2016-05-01")
    put_article(toy_desk, "b", "POL bans BLR.", "2016-05-03")
    desk = open_desk(toy_desk)
    run(desk)
    day = desk.as_of()
    last = desk.series("Neighbours", day)[-1]
    ukr, pol = desk.series("BLR-UKR", day)[-1], desk.series("BLR-POL", day)[-1]
    assert last.day == day and last.level == pytest.approx((2 * ukr.level + pol.level) / 3)  # type: ignore[operator]
    assert last.level == pytest.approx(desk.status("Neighbours", day).level)
    assert sum(point.events for point in desk.series("Neighbours", day)) == 2


def test_steps_and_trends(toy_desk: Path, put_article: Put) -> None:
    for n in range(1, 6):
        put_article(toy_desk, f"g{n}", f"USA helps BLR, {n}.", f"2016-03-0{n}")
        put_article(toy_desk, f"b{n}", f"USA bans BLR, {n}.", f"2016-06-0{n}")
    desk = open_desk(toy_desk)
    run(desk)
    steps = [status.change for _, status in desk.status_steps("BLR-USA", desk.as_of())]
    assert steps[0] == "improved" and "deteriorated" in steps
    assert [s.name for s in desk.trends(desk.as_of())] == ["BLR-USA"]


def test_init_makes_a_desk_once(tmp_path: Path) -> None:
    desk = init_desk(tmp_path / "my-desk")
    assert desk.config.title == "my desk" and (tmp_path / "my-desk" / "articles").is_dir()
    with pytest.raises(ConfigError, match="already"):
        init_desk(tmp_path / "my-desk")


def test_empty_desk_says_what_to_do(toy_desk: Path) -> None:
    desk = open_desk(toy_desk)
    assert run(desk).complete
    with pytest.raises(NotFoundError, match="detente run"):
        desk.as_of()
    assert desk.as_of(date(2016, 1, 1)) == date(2016, 1, 1)
    assert desk.statuses(date(2016, 1, 1))[0].change == "no-reporting"
