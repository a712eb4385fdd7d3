"""``detente export events [DESK] -o OUT --format table|plover|gdelt``"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import click

from detente.cli.options import as_of_option, desk_argument

REALIS = ("asserted", "planned", "possible", "denied")


@click.group()
def command() -> None:
    """Write what a desk holds for other programs."""


@command.command()
@desk_argument
@click.option("-o", "--out", required=True, metavar="OUT", help="The file to write; - is standard output (of a table: CSV).")
@click.option(
    "--format", "form", type=click.Choice(["table", "plover", "gdelt"]), default="table", show_default=True,
    help="table: the columns `detente relations` reads, and where each row comes from; Parquet, or CSV where OUT ends so. plover: JSON "
    "lines. gdelt: GDELT 1.0's 58 columns.",
)  # fmt: skip
@click.option("--table", metavar="NAME", help="Of an imported table instead of the articles.")
@click.option(
    "--realis", type=click.Choice(REALIS), multiple=True, default=("asserted",), show_default=True, help="Which of the articles' events."
)
@as_of_option
def events(
    desk: Path, out: str, form: Literal["table", "plover", "gdelt"], table: str | None, realis: tuple[str, ...], as_of: date | None
) -> None:
    """Events as a table, PLOVER JSON or GDELT-like columns: those the articles tell of, or an imported table's.

    An event of several sides stands in a row for each two of them. Events without a day are left out. With --as-of: what was known then.
    """
    import shutil
    import sys
    import tempfile

    from detente.cli.atomic import whole_file
    from detente.cli.opening import open_to_read
    from detente.events.tables.exporting import event_rows, load_parts, load_rows, write_events

    opened = open_to_read(desk)
    if table is not None:
        if as_of is not None:
            raise click.UsageError("--as-of is of the articles' events; a table's rows have their days")
        con = load_parts(opened.table_parts(table))
    else:
        told = [event for event in opened.told(as_of).events if event.realis in realis]
        articles = {article.id: article for article in opened.articles()}
        con = load_rows(event_rows(told, articles))
        undated = sum(event.date_start is None for event in told)
        if undated:
            click.echo(f"note: {undated} events without a day are left out", err=True)
    if out == "-":
        with tempfile.TemporaryDirectory() as folder:
            half = Path(folder) / ("events.csv" if form == "table" else "events")
            rows = write_events(con, half, form)
            with half.open("rb") as stream:
                shutil.copyfileobj(stream, sys.stdout.buffer)
    else:
        with whole_file(out) as half:
            rows = write_events(con, half, form)
    click.echo(f"{rows} rows", err=True)
