"""``detente backup DESK -o FILE``"""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.options import desk_argument


@click.command()
@desk_argument
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The file to write, as in desk.zip.")
def command(desk: Path, out: Path) -> None:
    """Write a desk into one file: database, settings, articles, photos, imported tables. Others may go on working meanwhile.

    A record on PostgreSQL (DATABASE_URL) needs pg_dump on the PATH. The file can be read by its owner alone: it holds what is not
    published.
    """
    from detente.cli.safe_text import one_line
    from detente.desk_backup import back_up

    made = back_up(desk, out)
    click.echo(f"{made.files} files, {made.bytes / 1e6:.1f} MB, in {one_line(str(out), 300)}")
