"""A status opened: levels, drivers with their shares, words and places. The printed shares add up to the printed change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from detente.cli.safe_text import one_line
from detente.cli.status_dynamics import outlook_lines, outlook_rows
from detente.cli.trends import turn_json, turn_lines
from detente.cli.wording import (
    behind_words,
    change_words,
    days_words,
    level_words,
    probability_words,
    source_words,
    table_row_words,
    what_words,
)
from detente.config import ARTICLES
from detente.json_rows import driver_json, status_json
from detente.relations.signed import signed
from detente.types import Assessment, Event, Mention, Status

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.relations.table_observations import Behind

WIDTH = 400


def status_lines(desk: Desk, status: Status) -> Iterable[str]:
    """Plain lines."""
    then, change = _before(status)
    days = desk.config.period_days
    source = source_words(status, len(desk.sources_of(status.name)) > 1)
    yield f"{status.name}{source}, as of {status.as_of}: {change_words(status)}" + (f", because: {status.reason}" if status.reason else "")
    if status.by != "machine":
        key = (status.kind, status.name, status.source)
        machine = next(s for s in desk.machine_statuses(status.as_of) if (s.kind, s.name, s.source) == key)
        yield f"the machine says: {change_words(machine)}"
    if status.level is None:
        yield f"no level: nothing that is told of it by {status.as_of} is dated"
        yield from outlook_lines(desk, status)
        return
    yield f"level {level_words(status)} on {status.as_of}; {signed(then, 2)} on {status.as_of - timedelta(days=days)}"
    yield f"probability of what is said of the change: {probability_words(status)}"
    yield f"{status.events} distinct events in the {days} days. Their shares of the change:"
    told = _told(desk, status)
    rows = desk.behind(status) if status.source != ARTICLES else {}
    for driver in status.drivers:
        if driver.id in rows:
            first, *others = behind_lines(rows[driver.id])
            yield f"{driver.share:+z.6f}  event {first}"
            yield from others
            continue
        row = told.get(driver.id or "")
        if row is None:
            yield f"{driver.share:+z.6f}  {'fading of earlier events' if driver.kind == 'fading' else driver.id}"
            continue
        yield f"{driver.share:+z.6f}  {driver.kind} {row.id}  {days_words(row)}  {what_words(row)}"
        for mention in row.mentions:
            yield mention_line(desk, mention)
        yield f"           rule: {row.rule}"
    yield f"{change:+z.6f}  sum: level on {status.as_of} less level {days} days before"
    yield from turn_lines(desk, status)
    yield from outlook_lines(desk, status)


def status_rows(desk: Desk, status: Status) -> dict[str, Any]:
    """The same for machines: the status with its drivers opened."""
    then, change = _before(status)
    told = _told(desk, status)
    rows = desk.behind(status) if status.source != ARTICLES else {}
    drivers = [
        driver_json(driver) | (table_rows(rows[driver.id]) if driver.id in rows else _opened(desk, told.get(driver.id or "")))
        for driver in status.drivers
    ]
    turns = [turn_json(turn, told) for turn in desk.turning_points(status.name, status.as_of, status.source)]
    before = {"level_before": None if status.level is None else then, "sum": change}
    return {**status_json(status), **before, "drivers": drivers, "turning_points": turns, **outlook_rows(desk, status)}


def behind_lines(found: Behind) -> Iterable[str]:
    """What stands behind an observation of an imported table, down to the published rows."""
    yield f"{found.id}  {found.day}  {behind_words(found)}"
    for row in found.rows:
        yield f"           {one_line(table_row_words(row), WIDTH)}"
    if len(found.rows) < found.events:
        yield f"           and {found.events - len(found.rows)} more"


def table_rows(found: Behind) -> dict[str, Any]:
    """What stands behind an observation of an imported table."""
    rows = [{**asdict(row), "day": row.day.isoformat()} for row in found.rows]
    return {"days": found.day.isoformat(), "what": behind_words(found), "rule": None, "mentions": [], "events": found.events, "rows": rows}


def _opened(desk: Desk, row: Event | Assessment | None) -> dict[str, Any]:
    if row is None:
        return {"days": None, "what": None, "rule": None, "mentions": []}
    places = [
        {"article": m.article, "file": desk_file(desk, m), "field": m.field, "quote": m.quote, "start": m.start, "end": m.end}
        for m in row.mentions
    ]
    return {"days": days_words(row), "what": what_words(row), "rule": row.rule, "mentions": places}


def mention_line(desk: Desk, mention: Mention) -> str:
    """Where it is told, and in which words."""
    return f"           “{one_line(mention.quote, WIDTH)}”  {desk_file(desk, mention)}, {mention.field} {mention.start}-{mention.end}"


def desk_file(desk: Desk, mention: Mention) -> str:
    """The file of a mention's article, or its id."""
    article = next((a for a in desk.articles() if a.id == mention.article), None)
    return (article.file if article else "") or mention.article


def _before(status: Status) -> tuple[float, float]:
    change = sum(driver.share for driver in status.drivers)
    return (status.level or 0.0) - change, change


def _told(desk: Desk, status: Status) -> dict[str, Event | Assessment]:
    if status.source != ARTICLES:
        return {}
    told = desk.told(status.as_of)
    rows: tuple[Event | Assessment, ...] = (*told.events, *told.assessments)
    return {row.id: row for row in rows}
