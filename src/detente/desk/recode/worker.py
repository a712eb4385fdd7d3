"""The work on a recoding, in a process of its own: coding thousands of articles takes minutes, and no request may wait for it.

``python -m detente.desk.recode.worker DESK preview|accept CODER``. CODER: by which it was asked for; it fails where the lexicon has
changed since. A preview keeps its codings beside those that stand, so that accepting it need not code anew."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, cast

from detente.desk.recode.state import BEAT, Task, Work, beat, read_work, write_work
from detente.errors import DeskError, DetenteError

if TYPE_CHECKING:
    from detente.recoding import Recoding
    from detente.types import Status

_starting = Lock()
_children: list[subprocess.Popen[bytes]] = []


def start(folder: Path, task: Task, coder: str) -> bool:
    """Begin in the background; False where work is going on already."""
    with _starting:
        _children[:] = [child for child in _children if child.poll() is None]
        work = read_work(folder)
        if work is not None and work.phase == "running":
            return False
        write_work(folder, Work(task, "running", coder, time.time()))
        launch(folder, task, coder)
    return True


def launch(folder: Path, task: Task, coder: str) -> None:
    """The process itself. What goes wrong before it can say so itself goes to the server's standard error."""
    command = [sys.executable, "-m", "detente.desk.recode.worker", str(folder), task, coder]
    _children.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL))


def work(folder: Path, task: Task, coder: str) -> None:
    """Do it, and write down how far it is, and what came of it."""
    now, over = Work(task, "running", coder, time.time()), Event()
    write_work(folder, now)
    alive = Thread(target=_beats, args=(folder, over), daemon=True)
    alive.start()
    try:
        result = _recode(folder, now)
        now = replace(now, phase="done", result=result, at=time.time())
    except DetenteError as error:
        now = replace(now, phase="failed", problem=str(error), at=time.time())
    except Exception as error:
        now = replace(now, phase="failed", problem=f"a fault: {type(error).__name__}", at=time.time())
        raise
    finally:
        over.set()
        alive.join()
        write_work(folder, now)


def _beats(folder: Path, over: Event) -> None:
    while not over.wait(BEAT):
        beat(folder)


def _recode(folder: Path, now: Work) -> dict[str, Any]:
    from detente.pipeline import open_desk
    from detente.recoding import accept, recode

    desk, told = open_desk(folder), time.monotonic()
    if desk.coder() != now.coder:
        raise DeskError("the lexicon has changed since this was asked for", hint="work out anew what it would change")

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told > 1:
            told = time.monotonic()
            write_work(folder, replace(now, done=done, total=total))

    found = recode(desk, progress, keep=now.task == "preview")
    result = _result(found, len(desk.counted()), desk.told_version())
    if now.task == "accept":
        accept(desk, found)
    return result


def _result(found: Recoding, counted: int, version: str) -> dict[str, Any]:
    """Plain JSON for the page. version: of what is told, by which one sees whether the record has moved on."""
    moves = [{"name": m.status.name, "source": m.status.source, "before": _seen(m.before), "after": _seen(m.after)} for m in found.moves]
    listed = {
        name: [{"article": c.article, "quote": c.quote, "user": c.user, "reason": c.reason} for c in rows]
        for name, rows in (("lost", found.lost), ("otherwise", found.otherwise))
    }
    return {
        "before": found.before, "after": found.after, "articles": counted, "differ": len(found.differ), "moves": moves,
        "failed": [problem.file for problem in found.failed], "version": version, **listed,
    }  # fmt: skip


def _seen(status: Status | None) -> dict[str, Any] | None:
    if status is None:
        return None
    return {key: getattr(status, key) for key in ("change", "level", "low", "high", "p_improved", "p_deteriorated")}


def main() -> None:
    """Called as a program."""
    folder, task, coder = sys.argv[1:]
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)  # requests come first
    work(Path(folder), cast(Task, task), coder)


if __name__ == "__main__":
    main()
