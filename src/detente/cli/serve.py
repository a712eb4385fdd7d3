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
@click.option("--check", is_flag=True, help="Ask for the front page once and end: whether it works, where nobody is looking.")
def command(desk: Path, as_of: date | None, port: int | None, check: bool) -> None:
    """Write the desk's pages into DESK/site and show them on this machine, to nobody else. Ctrl-C ends it."""
    from detente.cli.local_server import answers, local_server
    from detente.cli.opening import open_to_read
    from detente.cli.safe_text import one_line
    from detente.pages import write_site

    out = desk / "site"
    report = write_site(open_to_read(desk), out, as_of)
    server = local_server(out, port, DEFAULT_PORT)
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    click.echo(f"{report.pages} pages as of {report.as_of}, in {one_line(str(out), 300)}")
    if check:
        answers(server, address)
        click.echo(f"{address} answered; ended, as asked with --check")
        return
    click.echo(f"{address}  (Ctrl-C ends it)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("")
    finally:
        server.server_close()
