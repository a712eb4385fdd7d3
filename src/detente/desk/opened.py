"""The opened desk that the views read: one for the process, made anew when the record has changed, whoever changed it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Lock, local
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.opened_desk import Desk

_lock = Lock()
_kept: dict[str, tuple[str, str, Desk]] = {}  # folder -> stamps of the record and of the editors' decisions, and the desk
_looked = local()  # of each thread: its last glance at the database and the settings, and the stamps as they were then


def opened_desk() -> Desk:
    """The desk as its record is now. What it has read is kept until a correction, an override, a run or new settings change the record;
    a view keeps the one it got for its whole answer."""
    from django.conf import settings
    from django.db import connection

    from detente.pipeline import open_desk

    folder = Path(settings.DESK_FOLDER)
    stamp, decided = _stamps(folder)
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


def _stamps(folder: Path) -> tuple[str, str]:
    """Of the record with the settings, and of the editors' decisions. They are asked for anew only where a glance shows a change: it costs
    a hundredth of the dozen queries they take."""
    from detente.config import CONFIG_NAME
    from detente.record.stamp import decided_stamp, glance, record_stamp

    toml = (folder / CONFIG_NAME).stat()
    settings_now = f"{toml.st_mtime_ns} {toml.st_size}"
    seen: Any = glance("default")  # before the stamps: what changes meanwhile is seen at the next look
    last = getattr(_looked, "last", None)
    if seen is not None and last is not None and last[0] == (folder, settings_now) and _same(last[1], seen):
        return last[2]  # type: ignore[no-any-return]
    stamps = (f"{record_stamp('default')} {settings_now}", decided_stamp("default"))
    _looked.last = ((folder, settings_now), seen, stamps) if seen is not None else None
    return stamps


def _same(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Whether two glances are equal, and of the very same connection."""
    return one[0] is other[0] and one[1:] == other[1:]


def stamp_of(desk: Desk) -> str:
    """What changes whenever `opened_desk` gives another one: a key for what is derived from it."""
    return next((stamp + decided for stamp, decided, kept in _kept.values() if kept is desk), "")
