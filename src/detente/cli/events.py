"""``detente events [DESK]``"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from detente.cli.options import as_of_option, desk_argument, json_option
from detente.types import Assessment, Event, Forecast

Told = Event | Assessment | Forecast


@click.command()
@desk_argument
@as_of_option
@click.option("--kind", type=click.Choice(["event", "assessment", "forecast"]), default="event", show_default=True, help="What to list.")
@click.option("--relation", metavar="A-B", help="Only what is told of this relation.")
@json_option
def command(desk: Path, as_of: date | None, kind: str, relation: str | None, as_json: bool) -> None:
    """What the articles tell: each event with its days, class, sides and words; or the assessments, or the forecasts."""
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read
    from detente.cli.tables import print_table
    from detente.cli.wording import days_words, what_words
    from detente.json_rows import told_json
    from detente.pipeline import relation_sides

    opened = open_to_read(desk)
    day = opened.as_of(as_of)
    told = opened.told(as_of)  # without --as-of also what undated articles tell
    rows: Sequence[Told] = told.events
    if kind == "assessment":
        rows = told.assessments
    elif kind == "forecast":
        rows = told.forecasts
    if relation:
        sides = relation_sides(relation)
        rows = [row for row in rows if sides in sides_of_row(row)]
    if as_json:
        print_lines(told_json(row) for row in rows)
        click.echo(f"as of {day}", err=True)
        return
    listed = sorted(rows, key=lambda row: (days_words(row), row.id))
    cells = [(row.id, days_words(row), what_words(row), f"{len(row.mentions)}", _quote(row)) for row in listed]
    print_table(f"{len(rows)} {kind}s, as of {day}", ("id", "days", "what", "told", "words"), cells)


def sides_of_row(row: Told) -> list[tuple[str, str]]:
    """The relations a row is about."""
    from detente.relations.observing import event_sides, place_of, sides_of

    if isinstance(row, Event):
        return event_sides(row.actor, row.recipient)
    return event_sides(row.sides, ()) or [sides_of(place_of(code), place_of(code)) for code in row.sides[:1]]


def _quote(row: Told) -> str:
    return f"“{row.mentions[0].quote}”" if row.mentions else ""
