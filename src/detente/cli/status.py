"""``detente status [DESK]``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from detente.cli.options import as_of_option, desk_argument, json_option


@click.command()
@desk_argument
@as_of_option
@json_option
def command(desk: Path, as_of: date | None, as_json: bool) -> None:
    """The state of a desk's categories and relations: level, change, probability, events, the last event with its words."""
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read
    from detente.cli.tables import print_statuses
    from detente.json_rows import status_json

    opened = open_to_read(desk)
    day = opened.as_of(as_of)
    statuses = opened.statuses(day)
    if as_json:
        print_lines(status_json(status) for status in statuses)
        click.echo(f"as of {day}", err=True)
    else:
        print_statuses(opened, statuses, day)
