"""Statuses as of other days than the newest: the same as the pages of articles say, computed once and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from detente.desk.api.problems import Refused

if TYPE_CHECKING:
    from detente.desk.api.snapshot import Snapshot
    from detente.types import Status

DAYS = 64  # kept at once: two months of a reader that goes through them; a day of 100 relations is some 200 kB
_kept: OrderedDict[tuple[str, date, bool], list[Status]] = OrderedDict()
_keeping, _computing = Lock(), Lock()
WAITS = 2.0  # seconds; a day takes some tenths of one on a desk of 10,000 articles, and a second or two where there are ten times as many


def statuses_of(now: Snapshot, day: date | None, machine: bool) -> list[Status]:
    """The statuses of a day: the machine's, or those that stand. Raises Refused for a day outside the desk's time."""
    newest = now.material.as_of
    if day is None or day == newest:
        return now.desk.machine_statuses(newest) if machine else now.desk.statuses(newest)
    first = min((a.published.date() for a in now.material.articles if a.published), default=newest)
    if not first <= day <= newest:
        raise Refused(422, f"as_of: the desk knows the days from {first} to {newest}",
                      errors=[{"parameter": "as_of", "message": f"a day from {first} to {newest}"}])  # fmt: skip
    key = (now.stamp, day, machine)
    found = _kept.get(key)
    if found is None:
        found = _computed(now, day, machine)
        with _keeping:
            _kept[key] = found
            while len(_kept) > DAYS:
                _kept.popitem(last=False)
    return found


def _computed(now: Snapshot, day: date, machine: bool) -> list[Status]:
    """One day at a time, whoever asks, and nobody waits for long: the other threads serve pages. Raises Refused."""
    if not _computing.acquire(timeout=WAITS):
        raise Refused(503, "The statuses of another day are being computed. Come again.", {"Retry-After": "10"})
    try:
        desk = replace(now.desk, _kept=now.desk._kept.copy())  # what the day takes to compute is let go with it
        return desk.machine_statuses(day) if machine else desk.statuses(day)
    finally:
        _computing.release()
