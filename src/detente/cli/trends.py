"""``detente trends [DESK]``: what moved most over a span, with what moved it; categories from their relations; turning points."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.cli.options import Day, as_of_option, desk_argument, json_option
from detente.relations.signed import signed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.opened_desk import Desk
    from detente.relations.table_observations import Behind
    from detente.types import Assessment, Driver, Event, Status, TurningPoint

TOP = 10
DRIVERS = 2  # named for each relation: what moved it most; `detente explain` names all
QUOTE = 160


@click.command()
@desk_argument
@as_of_option
@click.option("--days", type=click.IntRange(1, 3660), metavar="N", help="How far back to compare. Default: the desk's period.")
@click.option("--from", "start", type=Day(), metavar="DATE", help="The day to compare with, instead of --days.")
@click.option("--to", "end", type=Day(), metavar="DATE", help="The last day, instead of --as-of.")
@click.option("--top", type=click.IntRange(1), default=TOP, show_default=True, metavar="N", help="How many relations each way.")
@json_option
def command(desk: Path, as_of: date | None, days: int | None, start: date | None, end: date | None, top: int, as_json: bool) -> None:
    """What moved most, up and down, over any span of days, among all relations that are told of.

    Each with its level before and after and what moved it most. Categories with the weight and part of each of their relations: the parts
    add up to the category's change. Turning points of the span, dated, with the days they may lie between (80 %).
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read

    if start and days:
        raise click.UsageError("give --days or --from, not both")
    if end and as_of:
        raise click.UsageError("give --to or --as-of, not both: both are the last day that is used")
    opened = open_to_read(desk)
    day = opened.as_of(end or as_of)
    if start and not 1 <= (day - start).days <= 3660:
        raise click.UsageError(f"from {start} to {day} is no span of 1 to 3660 days")
    span = (day - start).days if start else days or opened.config.period_days
    moved = opened.trends(day, span)
    if as_json:
        print_lines(_json(opened, moved, day, span, top))
        click.echo(f"{day - timedelta(days=span)} to {day}", err=True)
    else:
        _print(opened, moved, day, span, top)


def split(moved: Sequence[Status], top: int) -> tuple[list[Status], list[Status]]:
    """The ``top`` that rose most and the ``top`` that fell most."""
    from detente.relations.status import change_of

    up, down = [s for s in moved if change_of(s) > 0], [s for s in moved if change_of(s) < 0]
    return up[:top], down[:top]


def turns_in_span(desk: Desk, moved: Sequence[Status], day: date, span: int) -> list[TurningPoint]:
    """The turning points of the relations named, and of categories of several relations, that may lie in the span; oldest first."""
    since = day - timedelta(days=span)
    names = [*(c.name for c in desk.config.categories if len(c.relations) > 1), *(s.name for s in moved)]
    found = [turn for name in names for turn in desk.turning_points(name, day) if turn.latest > since]
    return sorted(found, key=lambda turn: (turn.day, turn.name))


def _json(desk: Desk, moved: Sequence[Status], day: date, span: int, top: int) -> list[dict[str, Any]]:
    told = told_by_id(desk, day)
    named = split(moved, top)
    rows = [_moved_json(status, day, span, told) for part in named for status in part]
    for status, parts in desk.category_trends(day, span):
        plain = [{k: getattr(p, k) for k in ("relation", "weight", "before", "after", "part")} for p in parts]
        rows.append({**_moved_json(status, day, span, told), "parts": plain})
    return rows + [turn_json(turn, told) for turn in turns_in_span(desk, [*named[0], *named[1]], day, span)]


def _moved_json(status: Status, day: date, span: int, told: dict[str, Event | Assessment]) -> dict[str, Any]:
    from detente.relations.status import change_of

    change, after = change_of(status), status.level
    return {
        **{"kind": status.kind, "name": status.name, "from": (day - timedelta(days=span)).isoformat(), "to": day.isoformat()},
        **{"before": None if after is None else after - change, "after": after, "change": change, "events": status.events},
        "drivers": [driver_told(d, told) for d in status.drivers],
    }


def driver_told(driver: Driver, told: dict[str, Event | Assessment]) -> dict[str, Any]:
    """A driver with its words."""
    from detente.json_rows import driver_json

    row = told.get(driver.id or "")
    return driver_json(driver) | ({"quote": row.mentions[0].quote} if row and row.mentions else {})


def turn_json(turn: TurningPoint, told: dict[str, Event | Assessment]) -> dict[str, Any]:
    """A turning point as JSON."""
    days = {key: getattr(turn, key).isoformat() for key in ("day", "earliest", "latest", "noticed", "until")}
    plain = {key: getattr(turn, key) for key in ("change", "before", "after", "relation", "clear")}
    return {"kind": "turning point", "name": turn.name, **days, **plain, "drivers": [driver_told(d, told) for d in turn.drivers]}


def told_by_id(desk: Desk, day: date) -> dict[str, Event | Assessment]:
    """Events and assessments known by a day."""
    told = desk.told(day)
    rows: tuple[Event | Assessment, ...] = (*told.events, *told.assessments)
    return {row.id: row for row in rows}


def drivers_words(
    drivers: Sequence[Driver], told: dict[str, Event | Assessment], most: int = DRIVERS, behind: Mapping[str, Behind] | None = None
) -> str:
    """The first drivers, each with its share and words. behind: what stands behind those of an imported table."""
    from detente.cli.safe_text import one_line
    from detente.cli.wording import behind_words, days_words

    behind = behind or {}

    said = []
    for driver in drivers[:most]:
        row = told.get(driver.id or "")
        if driver.kind == "fading":
            said.append(f"{signed(driver.share, 2)} fading of earlier events")
        elif row is None:
            found = behind.get(driver.id or "")
            said.append(f"{signed(driver.share, 2)} {f'{found.day} {behind_words(found)}' if found else driver.id}")
        else:
            quote = one_line(row.mentions[0].quote if row.mentions else row.id, QUOTE)
            said.append(f"{signed(driver.share, 2)} {days_words(row)} “{quote}”")
    return "; ".join(said)


def _behind(desk: Desk, status: Status) -> Mapping[str, Behind]:
    """What stands behind the drivers of a status that rests on an imported table."""
    from detente.config import ARTICLES

    return {} if status.source == ARTICLES else desk.behind(status)


def _print(desk: Desk, moved: Sequence[Status], day: date, span: int, top: int) -> None:
    from detente.cli.tables import print_table
    from detente.cli.wording import COLOURS

    told, since = told_by_id(desk, day), day - timedelta(days=span)
    named = split(moved, top)
    for title, part in zip(("improved most", "deteriorated most"), named, strict=True):
        first = [replace(s, drivers=s.drivers[:DRIVERS]) for s in part]
        moved_by = [drivers_words(s.drivers, told, behind=_behind(desk, s)) for s in first]
        rows = [[s.name, *levels(s), str(s.events), words] for s, words in zip(part, moved_by, strict=True)]
        if rows:
            print_table(f"{desk.config.title}: {title}, {since} to {day}", ("", "level", "moved", "events", "what moved it"), rows)
        else:
            click.echo(f"nothing {title.removesuffix(' most')} from {since} to {day}\n")
    rows = []
    for status, parts in desk.category_trends(day, span):
        rows.append([status.name, "", *levels(status, 3)])
        rows += [[f"└ {p.relation}", f"{p.weight:.3f}", f"{signed(p.before, 2)} → {signed(p.after, 2)}", signed(p.part, 3)] for p in parts]
    if rows:
        title = f"categories, {since} to {day}: a relation's part is its weight times its own change; the parts add up"
        print_table(title, ("", "weight", "level", "change, part of it"), rows)
    turns = turns_in_span(desk, [*named[0], *named[1]], day, span)
    if turns:
        columns = ("date", "may lie between", "", "change", "level", "what moved it")
        print_table("turning points", columns, [turn_cells(turn, told) for turn in turns], [COLOURS[turn.change] for turn in turns])
    else:
        click.echo(f"no turning point from {since} to {day}")


def _before_after(status: Status) -> tuple[float, float]:
    from detente.relations.status import change_of

    after = status.level or 0.0
    return after - change_of(status), after


def levels(status: Status, places: int = 2) -> list[str]:
    """``+0.10 → +1.30`` and ``+1.20``."""
    before, after = _before_after(status)
    return [f"{signed(before, 2)} → {signed(after, 2)}", signed(after - before, places)]


def turn_cells(turn: TurningPoint, told: dict[str, Event | Assessment], behind: Mapping[str, Behind] | None = None) -> list[str]:
    """A turning point as the cells of a table. behind: as in `drivers_words`."""
    from detente.cli.wording import ARROWS

    name = turn.name if turn.relation == turn.name else f"{turn.name} (by {turn.relation})"
    change = f"{ARROWS[turn.change]} {turn.change}" + ("" if turn.clear else " (weak)")
    said = drivers_words([d for d in turn.drivers if d.share * (turn.after - turn.before) > 0] or turn.drivers, told, 1, behind)
    return [str(turn.day), f"{turn.earliest} … {turn.latest}", name, change, f"{signed(turn.before, 2)} → {signed(turn.after, 2)}", said]


def turn_lines(desk: Desk, status: Status) -> list[str]:
    """Lines of the turning points of a status, for `detente explain`."""
    told = told_by_id(desk, status.as_of)
    turns = desk.turning_points(status.name, status.as_of, status.source)
    if not turns:
        return []
    behind = _behind(desk, replace(status, drivers=tuple(turn.drivers[0] for turn in turns if turn.drivers)))
    cells = (turn_cells(replace(turn, name=turn.relation) if status.kind == "relation" else turn, told, behind) for turn in turns)
    return ["turning points (date; it may lie between; level on the day before and after; what moved it):", *("  ".join(c) for c in cells)]
