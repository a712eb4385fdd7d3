"""Statuses of past days, kept in files between calls: what a day's statuses were never changes through what comes in later.

They are derived and may be deleted at any time. A file that cannot be read, or was made from something else, counts as none."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from detente.record.conversions import pack, unpack_status
from detente.types import Status

FOLDER = "statuses"


def load_day(folder: Path, day: date, version: str) -> list[Status] | None:
    """The statuses of a day as this version made them, or None."""
    try:
        kept = json.loads(_file(folder, day).read_text("utf-8"))
        if kept["version"] != version:
            return None
        return [unpack_status(row) for row in kept["statuses"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def keep_day(folder: Path, day: date, version: str, statuses: Sequence[Status]) -> None:
    """Keep them, if the folder may be written to: reading a desk needs no more than reading rights."""
    path = _file(folder, day)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps({"version": version, "statuses": pack(list(statuses))}, allow_nan=False), "utf-8")
        half.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            half.unlink()


def _file(folder: Path, day: date) -> Path:
    return folder / FOLDER / f"{day.isoformat()}.json"
