"""A run that is killed with SIGKILL, anywhere: the next one completes the work, and the result is that of a run nobody killed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = 60
KILLS = 8
# The seconds the toy coder takes for an article, so that there is something to kill: a third of what the real one takes.
SLOW = 0.01

# `detente run DESK` in a process of its own, with the toys of conftest.py in the place of reader and coder.
PROGRAM = f"""
import importlib.util, sys, time
spec = importlib.util.spec_from_file_location("toys", {str(ROOT / "tests" / "conftest.py")!r})
toys = importlib.util.module_from_spec(spec)
spec.loader.exec_module(toys)
def slowly(articles, **options):
    for coding in toys.toy_code(articles):
        time.sleep({SLOW})
        yield coding
toys.install_toys(setattr, sys.modules.__setitem__)
import detente.events
detente.events.code_articles = slowly
from detente.cli import main
main()
"""


def start(desk: Path) -> subprocess.Popen[bytes]:
    """A run of the desk, in a process group of its own."""
    command = [sys.executable, "-c", PROGRAM, "run", str(desk)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def everything(desk: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables that say something, without the numbers of rows (nor what is made of them), and without how the full text
    packs its words."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with sqlite3.connect(desk / "detente.db") as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'record_%'")]
        tables = [name for name in tables if not name.startswith("record_searchwords_")]
        for table in tables:
            columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})") if row[1] != "id" or table == "record_article"]
            quoted = ", ".join(f'"{column}"' for column in columns)
            told = "" if table != "record_fact" else " WHERE key <> 'search record'"
            found[table] = sorted(raw.execute(f"SELECT {quoted} FROM {table}{told}"), key=repr)
    return found


def fill(desk: Path, put_article: Callable[..., Path]) -> None:
    for number in range(ARTICLES):
        verb = "helps" if number % 3 else "bans"
        day = f"2016-{number % 12 + 1:02d}-10"
        put_article(desk, f"{number:03d}", f"USA {verb} BLR, report {number // 2}.", day, title=f"Report {number}")


def test_killed_anywhere_the_next_run_completes_the_work(toy_desk: Path, put_article: Callable[..., Path], tmp_path: Path) -> None:
    fill(toy_desk, put_article)
    untouched = tmp_path / "untouched"
    shutil.copytree(toy_desk, untouched)
    begun = time.perf_counter()
    whole = start(untouched)
    assert whole.wait(120) == 0, whole.stderr.read() if whole.stderr else ""
    needed = time.perf_counter() - begun
    moments = random.Random(7)
    killed = 0
    for attempt in range(KILLS):
        process = start(toy_desk)
        try:
            # the first ones early, so that each finds work left; then anywhere
            process.wait(moments.uniform(0.15, needed * (0.6 if attempt < KILLS // 2 else 1.0)))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            assert process.wait(30) == -signal.SIGKILL
            killed += 1
    assert killed >= 3
    last = start(toy_desk)
    assert last.wait(120) == 0, last.stderr.read() if last.stderr else ""
    assert everything(toy_desk) == everything(untouched)
    texts = {path.read_text().split("\n", 3)[3] for path in (toy_desk / "articles").iterdir()}
    assert len(everything(toy_desk)["record_coding"]) == len(texts) < ARTICLES  # a text that stands in two articles counts once


@pytest.mark.parametrize("stage", ["save_articles", "save_file", "save_duplicates", "save_codings", "replace_events", "save_statuses"])
def test_killed_right_before_and_after_each_transaction(
    stage: str, toy_desk: Path, put_article: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same at the seams, without a process: the transaction fails as a whole, or is done and nothing after it is."""
    from detente.pipeline import open_desk, run

    for number in range(6):
        put_article(toy_desk, str(number), f"USA helps BLR, report {number}.", f"2016-05-0{number + 1}")
    open_desk(toy_desk)  # sets Django up, which the record's modules want
    from detente.record import articles, derived

    module = articles if hasattr(articles, stage) else derived
    real = getattr(module, stage)

    class Killed(BaseException):
        """As if the process had ended here."""

    def before(*arguments: object, **more: object) -> object:
        raise Killed

    def after(*arguments: object, **more: object) -> object:
        real(*arguments, **more)
        raise Killed

    for instead in (before, after):
        monkeypatch.setattr(module, stage, instead)
        with pytest.raises(Killed):
            run(open_desk(toy_desk))
        desk = open_desk(toy_desk)
        assert len({event.id for event in desk.events()}) == len(desk.events())  # what can be read is whole
        monkeypatch.setattr(module, stage, real)
    assert run(open_desk(toy_desk)).complete
    desk = open_desk(toy_desk)
    assert len(desk.articles()) == 6 and len(desk.events()) == 6
    assert desk.status("BLR-USA", desk.as_of()).events == 6
