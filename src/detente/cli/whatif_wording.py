"""What `detente whatif` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.cli.wording import change_words, level_words, probability_words
from detente.config import ARTICLES
from detente.json_rows import status_json
from detente.relations.signed import signed
from detente.types import Spread, Status

if TYPE_CHECKING:
    from detente.cli.whatif import Supposed
    from detente.relations.counterfactual import WhatIf
    from detente.relations.dynamics.response import Response


def whatif_lines(
    supposed: Supposed, found: WhatIf, response: Response, period_days: int, newest: date | None, source: str
) -> Iterable[str]:
    """Plain lines. newest: the day of the newest report."""
    rests = "" if source == ARTICLES else f" (from the table {source})"
    yield f"{found.before.name}{rests}, {supposed.day}: if {_event_words(supposed)}"
    yield from old_news(supposed, newest, period_days)
    yield f"as it is: {_status_words(found.before)}"
    yield f"with it:  {_status_words(found.after)}"
    yield f"its share of the change over {period_days} days: {signed(found.share, 2)} points of level"
    by, other = _names(supposed)
    if response.other is not None and response.own is not None:
        days = response.steps[-1].days
        yield f"expected in the {days} days after, because of it:"
        yield f"  {other} on {by}: {_spread_words(response.other)} events of {response.kind}"
        yield f"  {by} on {other}: {_spread_words(response.own)} more of {response.kind}"
        for step in response.steps:
            yield f"    by day {step.days}: {other} {_spread_words(step.other)}, {by} {_spread_words(step.own)}"
    if response.weak:
        yield f"warning: {response.weak}"


def old_news(supposed: Supposed, newest: date | None, period_days: int) -> Iterable[str]:
    """A warning where all that is known is older than the period."""
    if newest is None:
        yield "warning: nothing is told of this relation by then; what follows is what any relation would do"
    elif (supposed.day - newest).days > period_days:
        yield f"warning: the newest report is of {newest}; the fit says how the relation moved then, and nothing of the time since"


def whatif_json(supposed: Supposed, found: WhatIf, response: Response) -> dict[str, Any]:
    """The same for machines."""
    by, other = _names(supposed)
    event = {"by": by, "on": other, "plover": supposed.plover, "cameo": supposed.cameo, "intensity": supposed.value}
    statuses = {"before": status_json(found.before), "after": status_json(found.after)}
    return {
        "name": found.before.name, "event": {**event, "date": supposed.day.isoformat(), "count": supposed.count}, **statuses,
        "share": found.share, "response": asdict(response),
    }  # fmt: skip


def _names(supposed: Supposed) -> tuple[str, str]:
    sides = supposed.sides if supposed.way != 1 else supposed.sides[::-1]
    return sides[0], sides[1]


def _event_words(supposed: Supposed) -> str:
    by, other = _names(supposed)
    times = "" if supposed.count == 1 else f" {supposed.count} times"
    return f"{by} → {other}: {supposed.plover} (CAMEO {supposed.cameo}, intensity {signed(supposed.value)}){times}"


def _status_words(status: Status) -> str:
    up, down = status.p_improved, status.p_deteriorated
    chances = "" if up is None or down is None else f"; improved {up:.0%}, deteriorated {down:.0%}"
    return f"level {level_words(status)}, {change_words(status)} {probability_words(status)}{chances}"


def _spread_words(spread: Spread) -> str:
    return f"{signed(spread.mean)} ({signed(spread.low)} … {signed(spread.high)})"
