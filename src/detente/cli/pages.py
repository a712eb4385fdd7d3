"""``detente pages OUT [DESK]``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from detente.cli.options import as_of_option, desk_argument


@click.command()
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@desk_argument
@as_of_option
def command(out: Path, desk: Path, as_of: date | None) -> None:
    """Write the pages of a desk into the folder OUT: new, empty, or written by this command before."""
    from detente.cli.opening import open_to_read
    from detente.cli.safe_text import one_line
    from detente.pages import write_site

    report = write_site(open_to_read(desk), out, as_of)
    for note in report.notes:
        click.echo(f"note: {one_line(note, 500)}", err=True)
    size = f"{report.bytes / 1e6:.1f} MB"
    click.echo(f"{report.pages} pages as of {report.as_of} in {one_line(str(out), 300)} ({size}, {report.written} files written).")
