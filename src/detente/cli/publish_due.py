"""``detente publish-due [DESK]``"""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.options import desk_argument


@click.command()
@desk_argument
def command(desk: Path) -> None:
    """Publish the scheduled analyses that are due, and take back those that have expired.

    `detente serve` does it by itself; this is for cron, where the desk is not always served. Needs the extra detente[desk].
    """
    from detente.cli.safe_text import one_line
    from detente.desk.start import start_desk

    start_desk(desk)
    from detente.desk.analyses.schedule import publish_due

    done = publish_due()
    for title in done:
        click.echo(one_line(title, 200))
    click.echo(f"{len(done)} due")
