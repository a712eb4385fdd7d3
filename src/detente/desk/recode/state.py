"""How far the work on a recoding has come, in a file beside the record: the process that works writes it, whoever asks reads it.

    {"task": "preview" | "accept", "phase": "running" | "done" | "failed", "coder", "at", "done", "total", "problem", "result"}

It is derived and may be deleted: then the page offers to work it out again."""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from detente.opened_desk import DERIVED_FOLDER

Task = Literal["preview", "accept"]
BEAT = 5.0  # seconds between two signs of life; reading and writing a file that often costs nothing
DEAD = 30.0  # seconds without one after which the work counts as broken off: six beats, for a machine under load


@dataclass(frozen=True, slots=True)
class Work:
    """The work at hand or done last. coder: by which it codes. at: when it began or ended, seconds since 1970. result: see `worker`."""

    task: Task
    phase: Literal["running", "done", "failed"]
    coder: str
    at: float
    done: int = 0
    total: int = 0
    problem: str = ""
    result: Mapping[str, Any] = field(default_factory=dict)


def read_work(folder: Path) -> Work | None:
    """What is known of the desk in ``folder``; None if nothing is, or the file is no such file."""
    path = _file(folder)
    try:
        work = Work(**json.loads(path.read_text("utf-8")))
        silent = time.time() - path.stat().st_mtime
    except (OSError, ValueError, TypeError):
        return None
    if work.phase == "running" and silent > DEAD:
        return Work(work.task, "failed", work.coder, work.at, work.done, work.total, "the work broke off")
    return work


def write_work(folder: Path, work: Work) -> None:
    """Put it in the place of what was known. Raises OSError."""
    path = _file(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_text(json.dumps(asdict(work), allow_nan=False), "utf-8")
    half.replace(path)


def beat(folder: Path) -> None:
    """A sign of life."""
    with contextlib.suppress(OSError):
        os.utime(_file(folder))


def _file(folder: Path) -> Path:
    return folder / DERIVED_FOLDER / "recoding.json"
