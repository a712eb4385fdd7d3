"""``detente restore FILE DESK``"""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("desk", type=click.Path(path_type=Path))
def command(file: Path, desk: Path) -> None:
    """Make the desk of a backup anew in the folder DESK, which must not be there yet.

    A record on PostgreSQL goes into the empty database that DATABASE_URL names, and needs pg_restore on the PATH. Users keep their
    passwords and log in anew.
    """
    from detente.cli.safe_text import one_line
    from detente.desk_backup import restore

    made = restore(file, desk)
    where = one_line(str(desk), 300)
    click.echo(f"{made.files} files, {made.bytes / 1e6:.1f} MB, as of {made.made_at:%Y-%m-%d %H:%M} UTC, in {where}")
