"""``detente serve [DESK]``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from detente.cli.options import as_of_option, desk_argument

DEFAULT_PORT = 8000


@click.command()
@desk_argument
@as_of_option
@click.option("--port", type=click.IntRange(0, 65535), help=f"The port; 0 takes any. Default: the first free one from {DEFAULT_PORT}.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; the web desk alone may take another.")
@click.option("--static", is_flag=True, help="Show the static pages, even where the web desk is installed.")
@click.option("--check", is_flag=True, help="Ask for the front page once and end: whether it works, where nobody is looking.")
def command(desk: Path, as_of: date | None, port: int | None, host: str, static: bool, check: bool) -> None:
    """Start the web desk, where it is installed (the extra detente[desk]): the public pages, and the rooms of those who log in.

    Without it, or with --static or --as-of: write the desk's pages into DESK/site and show them on this machine, to nobody else.
    Ctrl-C ends either.
    """
    from detente.cli.serve_desk import serve_desk
    from detente.cli.serve_static import serve_static
    from detente.desk.start import installed

    if static or as_of is not None or not installed():
        serve_static(desk, as_of, port, DEFAULT_PORT, check)
    else:
        serve_desk(desk, host, port, DEFAULT_PORT, check)
