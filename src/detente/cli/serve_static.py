"""The preview of the static pages that `detente serve` shows without the web desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click


def serve_static(desk: Path, as_of: date | None, port: int | None, first_port: int, check: bool) -> None:
    """Write the pages and serve them until Ctrl-C; with ``check``, until the front page came."""
    from detente.cli.local_server import answers, local_server
    from detente.cli.opening import open_to_read
    from detente.cli.safe_text import one_line
    from detente.pages import write_site

    out = desk / "site"
    report = write_site(open_to_read(desk), out, as_of)
    server = local_server(out, port, first_port)
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
