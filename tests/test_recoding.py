"""Another lexicon: what it would change is shown, nothing is stored before it is accepted, and corrections outlive it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.conftest import toy_code

from detente.pipeline import open_desk, run
from detente.types import Article, Coding

Put = Callable[..., Path]
HEAD = "name\tnames\tcode\tkind\tfrom\tto\tnote\n"
ZED = "Zedland\tZED\tUSA\tplace\t\t\t\n"


@pytest.fixture
def named(toy_desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with a lexicon of its own, and a toy coder that asks it what a side is; sides it does not know are coded as they stand. An
    event whose actor it takes for Vanuatu is not coded at all."""
    settings = (toy_desk / "detente.toml").read_text("utf-8")
    (toy_desk / "detente.toml").write_text(settings + '\n[lexicon]\nfolders = ["lexicon"]\n', "utf-8")
    (toy_desk / "lexicon").mkdir()
    (toy_desk / "lexicon" / "names.tsv").write_text(HEAD, "utf-8")

    def code(articles: Iterable[Article], *, lexicon: Any, **_: object) -> Iterator[Coding]:
        def known(codes: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(next((e.code for e in lexicon.alternatives(c)), c) for c in codes)

        for coding in toy_code(articles):
            events = [replace(e, actor=known(e.actor), recipient=known(e.recipient)) for e in coding.events]
            yield replace(coding, events=tuple(replace(e, id=f"{e.id[:8]}{'-'.join(e.actor)}") for e in events if "VUT" not in e.actor))

    monkeypatch.setattr("detente.events.code_articles", code)
    return toy_desk


def learn(desk: Path, *rows: str) -> None:
    (desk / "lexicon" / "names.tsv").write_text(HEAD + "".join(rows), "utf-8")


def test_same_coder_has_nothing_to_recode(named: Path, put_article: Put) -> None:
    from detente.recoding import recode

    put_article(named, "a", "ZED helps BLR.")
    desk = open_desk(named)
    run(desk)
    found = recode(desk)
    assert found.same_coder and not (found.differ or found.moves or found.lost or found.otherwise)


def test_looked_at_before_it_is_accepted(named: Path, put_article: Put) -> None:
    from detente.recoding import accept, recode

    put_article(named, "a", "ZED helps BLR. POL helps BLR.")
    put_article(named, "b", "UKR bans BLR.", "2016-05-09")
    run(open_desk(named))
    before = open_desk(named)
    statuses, events, old = before.machine_statuses(before.as_of()), before.events(), before.coder()
    learn(named, ZED)
    desk = open_desk(named)
    assert desk.coder() != old
    found = recode(desk)
    assert (found.before, found.after) == (old, desk.coder())
    assert [desk.article(a).file for a in found.differ] == ["articles/a.txt"]
    assert {m.status.name for m in found.moves} == {"Minsk and Washington", "BLR-USA"}
    move = next(m for m in found.moves if m.status.name == "BLR-USA")
    assert move.before and move.after and move.before.level is None and move.after.level and move.turns
    assert set(desk.coders().values()) == {old}  # nothing was stored
    assert (desk.events(), desk.machine_statuses(desk.as_of())) == (events, statuses)  # nor does anything count otherwise by itself
    learn(named)
    again = open_desk(named)
    assert (again.events(), again.machine_statuses(again.as_of())) == (events, statuses)
    learn(named, ZED)
    desk = open_desk(named)
    accept(desk, recode(desk))
    fresh = open_desk(named)
    assert {e.actor for e in fresh.events()} == {("USA",), ("POL",), ("UKR",)}
    assert next(s for s in fresh.machine_statuses(fresh.as_of()) if s.name == "BLR-USA") == move.after
    assert fresh.outdated() == 0 and recode(fresh).same_coder


def test_corrections_are_kept(named: Path, put_article: Put) -> None:
    from detente.recoding import accept, recode

    put_article(named, "a", "ZED helps BLR. POL helps BLR. FIN bans BLR.")
    desk = open_desk(named)
    run(desk)
    article = desk.articles()[0]
    made = {"user": "ada", "reason": "read it"}
    dropped = desk.correct(article.id, "text", 15, 28, action="drop", payload={"aim": "event|POL|BLR|AID"}, **made)
    moved = desk.correct(
        article.id, "text", 0, 13, action="set", payload={"plover": "COERCE", "intensity": -7.0, "aim": "event|ZED|BLR|AID"}, **made
    )
    gone = desk.correct(article.id, "text", 30, 42, action="set", payload={"realis": "planned", "aim": "event|FIN|BLR|SANCTION"}, **made)
    desk.correct(article.id, "text", 0, 3, action="add", payload={"actor": ["LTU"], "recipient": ["BLR"], "plover": "AID"}, **made)
    back = desk.correct(article.id, "text", 15, 28, action="drop", **made)
    desk.withdraw("correction", back.id)
    learn(named, ZED, "Fog\tFIN\tVUT\tplace\t\t\t\n")
    desk = open_desk(named)
    found = recode(desk)
    assert [c.id for c in found.lost] == [gone.id]
    assert [c.id for c in found.otherwise] == [moved.id]
    accept(desk, found)
    told = {(e.actor, e.plover, e.realis) for e in open_desk(named).events()}
    assert told == {(("USA",), "COERCE", "asserted"), (("LTU",), "AID", "asserted")}
    assert dropped.id in {c.id for c in desk.corrections()} and len(desk.corrections()) == 5


def test_article_that_no_longer_counts_is_said(named: Path, put_article: Put) -> None:
    from detente.recoding import recode

    put_article(named, "a", "ZED helps BLR.")
    file = put_article(named, "b", "UKR bans BLR.", "2016-05-09")
    desk = open_desk(named)
    run(desk)
    article = next(a for a in desk.articles() if "UKR" in a.text)
    made = desk.correct(article.id, "text", 0, 12, action="drop", user="ada", reason="no")
    file.write_text("A title\n2016-05-09\nen\nUKR bans BLR again.", "utf-8")
    run(desk)
    assert [c.id for c in recode(desk).lost] == [made.id]


def test_command(named: Path, put_article: Put) -> None:
    from detente.cli.commands import detente

    put_article(named, "a", "ZED helps BLR.")
    run(open_desk(named))
    learn(named, ZED)
    shown = CliRunner().invoke(detente, ["recode", str(named)])
    assert shown.exit_code == 0, shown.output
    assert "1 of 1 articles" in shown.output and "BLR-USA" in shown.output and "Nothing was stored" in shown.output
    row = json.loads(CliRunner().invoke(detente, ["recode", str(named), "--json"]).stdout.splitlines()[0])
    assert row["accepted"] is False and len(row["differ"]) == 1
    assert row["statuses"][0]["before"]["level"] is None and row["statuses"][0]["after"]["level"] > 0
    assert open_desk(named).outdated() == 1
    done = CliRunner().invoke(detente, ["recode", str(named), "--accept"])
    assert done.exit_code == 0 and "Accepted" in done.output
    assert open_desk(named).outdated() == 0
    assert "nothing to recode" in CliRunner().invoke(detente, ["recode", str(named)]).output


def test_a_run_asks_before_it_changes_what_people_judged(named: Path, put_article: Put) -> None:
    """New articles are coded by the new lexicon, those that stand stay; each status says by which; a second run adds nothing."""
    from detente.recoding import accept, recode

    put_article(named, "a", "ZED helps BLR. POL helps BLR.")
    desk = open_desk(named)
    run(desk)
    first, old = desk.articles()[0].id, desk.coder()
    desk.correct(first, "text", 15, 28, action="drop", user="ada", reason="no")
    run(desk)
    before = desk.machine_statuses(desk.as_of())
    learn(named, ZED)
    desk = open_desk(named)
    summary = run(desk)
    assert (summary.coded, summary.outdated) == (0, 1) and desk.machine_statuses(desk.as_of()) == before
    put_article(named, "b", "ZED bans BLR.", "2016-05-11")
    desk = open_desk(named)
    summary = run(desk)
    assert (summary.coded, summary.outdated, desk.waiting()) == (1, 1, 0)
    assert {(e.actor, e.plover) for e in desk.events()} == {(("ZED",), "AID"), (("USA",), "SANCTION")}
    assert desk.coders()[first] == old and old in desk.read_coder() and desk.coder() in desk.read_coder()
    version, statuses = desk.status_version(), desk.machine_statuses(desk.as_of())
    assert run(desk).coded == 0
    assert (desk.status_version(), desk.machine_statuses(desk.as_of())) == (version, statuses)
    found = recode(desk, keep=True)  # what is kept beside counts for nothing
    assert len(found.differ) == 1
    fresh = open_desk(named)
    assert (fresh.coders(), fresh.machine_statuses(fresh.as_of())) == (desk.coders(), statuses)
    accept(fresh, recode(fresh))
    done = open_desk(named)
    assert set(done.coders().values()) == {done.coder()} and run(done).outdated == 0
    assert {(e.actor, e.plover) for e in done.events()} == {(("USA",), "AID"), (("USA",), "SANCTION")}
    anew = named.parent / "anew"  # the same articles, coded by the new lexicon from the start, give the same
    shutil.copytree(named, anew, ignore=shutil.ignore_patterns("detente.db*", ".detente"))
    other = open_desk(anew)
    run(other)
    other.correct(first, "text", 15, 28, action="drop", user="ada", reason="no", from_date=date(2016, 5, 10))
    assert (other.machine_statuses(other.as_of()), other.coders()) == (done.machine_statuses(done.as_of()), done.coders())


def test_the_lexicon_that_was_accepted_is_no_question(named: Path, put_article: Put) -> None:
    put_article(named, "a", "ZED helps BLR.")
    desk = open_desk(named)
    run(desk)
    desk.override("BLR-USA", "improved", user="ada", reason="seen")
    learn(named, ZED)
    put_article(named, "b", "ZED bans BLR.", "2016-05-11")
    run(open_desk(named))
    learn(named)
    back = open_desk(named)
    assert (run(back).outdated, set(back.coders().values())) == (0, {back.coder()})


def test_an_acceptance_that_was_killed_is_completed(named: Path, put_article: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.recoding import accept, recode

    put_article(named, "a", "ZED helps BLR.")
    desk = open_desk(named)
    run(desk)
    desk.override("BLR-USA", "improved", user="ada", reason="seen")
    learn(named, ZED)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    for stage in ("accept_coder", "drop_other_codings", "replace_events"):
        desk = open_desk(named)
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(f"detente.record.derived.{stage}", killed)
            accept(desk, recode(desk))
        fresh = open_desk(named)
        assert fresh.outdated() == (stage == "accept_coder")
    run(open_desk(named))
    done = open_desk(named)
    assert {e.actor for e in done.events()} == {("USA",)} and done.outdated() == 0


@pytest.mark.parser
def test_with_the_real_coder(tmp_path: Path) -> None:
    """A name the lexicon does not know tells of nobody; with a row of the desk's own it does."""
    from detente.recoding import recode

    (tmp_path / "articles").mkdir()
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "names.tsv").write_text(HEAD, "utf-8")
    (tmp_path / "detente.toml").write_text('[[relation]]\nsides = ["BLR", "USA"]\n[lexicon]\nfolders = ["lexicon"]\n', "utf-8")
    text = "Zedland imposed sanctions on Belarus on Monday.\n\nUkraine thanked Belarus for its help.\n"
    (tmp_path / "articles" / "a.md").write_text(f"---\ntitle: News\ndate: 2016-05-10\n---\n{text}", "utf-8")
    run(open_desk(tmp_path))
    learn(tmp_path, "Zedland\tZedland\tUSA\tplace\t\t\t\n")
    found = recode(open_desk(tmp_path))
    assert len(found.differ) == 1
    assert any(m.status.name == "BLR-USA" and m.after and m.after.level is not None and m.after.level < 0 for m in found.moves)
