"""A status in plain words: where it stands, what moved it and by how much, and how one can check the sum."""

from __future__ import annotations

from collections.abc import Mapping

from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.signed import signed
from detente.relations.status import change_of
from detente.types import Driver, Status

WORDS = {
    "improved": "improved",
    "unchanged": "unchanged",
    "deteriorated": "deteriorated",
    "no-reporting": "no reporting: there is too little to tell",
}


def explain_status(
    status: Status, words: Mapping[str, str] | None = None, period_days: int = 28, top: int = 12, c: Calibration = DEFAULT
) -> list[str]:
    """Lines of plain text. words: event or assessment id -> what to call it (a quote, say); ids stand in for what is missing. top:
    drivers named one by
    one; the others share a line."""
    lines = [f"{status.name} as of {status.as_of}: {WORDS[status.change]}"]
    if status.by != "machine":
        lines.append(f"set by {status.by}: {status.reason}" if status.reason else f"set by {status.by}")
    if status.level is None or status.low is None or status.high is None:
        lines.append("No report on it is known as of that day, so it has no level.")
        return lines
    change = change_of(status)
    lines.append(
        f"level {signed(status.level, 2)} (80 % band {signed(status.low, 2)} to {signed(status.high, 2)}) on a scale from -10 to 10; "
        f"{period_days} days before {signed(status.level - change, 2)}; change {signed(change, 2)}"
    )
    if status.p_improved is not None and status.p_deteriorated is not None:
        lines.append(
            f"chance that it stands more than the threshold ({c.threshold:g} point for a relation) above the days of the period "
            f"{status.p_improved:.0%}, below them {status.p_deteriorated:.0%}; "
            f"a status turns at {c.enter:.0%} and turns back under {c.leave:.0%}"
        )
    lines.append(f"distinct reports in the period: {status.events}")
    named = [d for d in status.drivers if d.kind != "fading"]
    lines += [_line(d, words or {}) for d in named[:top]]
    if named[top:]:
        lines.append(f"{signed(sum(d.share for d in named[top:]), 3)}  {len(named) - top} further reports")
    lines += [_line(d, words or {}) for d in status.drivers if d.kind == "fading"]
    lines.append(f"{signed(change, 3)}  sum of the shares = level now less level {period_days} days before")
    return lines


def _line(driver: Driver, words: Mapping[str, str]) -> str:
    if driver.kind == "fading" or driver.id is None:
        return f"{signed(driver.share, 3)}  fading of earlier events"
    return f"{signed(driver.share, 3)}  {driver.kind} {words.get(driver.id, driver.id)}"
