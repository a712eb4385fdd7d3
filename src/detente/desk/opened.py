"""The opened desk that the views read: one for the process, made anew when the record has changed, whoever changed it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.opened_desk import Desk

_lock = Lock()
_kept: dict[str, tuple[str, str, Desk]] = {}  # folder -> stamps of the record and of the editors' decisions, and the desk


def opened_desk() -> Desk:
    """The desk as its record is now. What it has read is kept until a correction, an override, a run or new settings change the record;
    a view keeps the one it got for its whole answer."""
    from django.conf import settings
    from django.db import connection

    from detente.config import CONFIG_NAME
    from detente.pipeline import open_desk
    from detente.record.stamp import decided_stamp, record_stamp

    folder = Path(settings.DESK_FOLDER)
    toml = (folder / CONFIG_NAME).stat()
    stamp, decided = f"{record_stamp('default')} {toml.st_mtime_ns} {toml.st_size}", decided_stamp("default")
    with _lock:
        known = _kept.get(settings.DESK_FOLDER)
        if known is None or known[0] != stamp:
            anew = open_desk(folder)
            known = (stamp, decided, anew.opened_after(known[2]) if known else anew)
        elif known[1] != decided:  # the machine's part, which can take seconds, stays
            known = (stamp, decided, known[2].decided_anew())
        if not connection.in_atomic_block:  # what a transaction sees may never come to be
            _kept[settings.DESK_FOLDER] = known
    return known[2]


def own_desk() -> Desk:
    """As `opened_desk`, for an action that corrects or overrules: what it writes makes it forget what it has read, while others read on."""
    desk = opened_desk()
    return replace(desk, _kept=desk._kept.copy())


def stamp_of(desk: Desk) -> str:
    """What changes whenever `opened_desk` gives another one: a key for what is derived from it."""
    return next((stamp + decided for stamp, decided, kept in _kept.values() if kept is desk), "")
