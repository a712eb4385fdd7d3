"""The web desk that `detente serve` starts where the extra is installed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click


def serve_desk(desk: Path, host: str, port: int | None, first_port: int, check: bool) -> None:
    """Start Django and serve until Ctrl-C; with ``check``, until the front page came."""
    from threading import Event, Thread

    from detente.cli.safe_text import one_line
    from detente.desk.server import make_server, port_of
    from detente.desk.start import start_desk

    began = time.perf_counter()
    config = start_desk(desk)
    from detente.desk.site.edition import warm
    from detente.desk.subscriptions.sending import check_mail

    if config.mail is not None:
        check_mail(config.mail)

    server = make_server(config, host, port, first_port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port_of(server)}/"
    click.echo(f"{one_line(config.title, 100)}: ready in {time.perf_counter() - began:.1f} s")
    if check:
        _answers(server, address)
        click.echo(f"{address} answered; ended, as asked with --check")
        return
    click.echo(f"{address} shows the pages, {address}desk/ is the desk  (Ctrl-C ends it)")
    _say_how_to_log_in(desk)
    from detente.desk.analyses.schedule import start_schedule
    from detente.desk.subscriptions.clock import start_digests

    stop = Event()
    start_schedule(stop)
    start_digests(stop)
    Thread(target=warm, daemon=True).start()
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("")
    finally:
        stop.set()
        server.close()


def _say_how_to_log_in(desk: Path) -> None:
    from detente.cli.safe_text import one_line
    from detente.desk.people.models import User

    if not User.objects.filter(is_active=True).exists():
        where = one_line(str(desk), 200)
        click.echo(f"Nobody can log in yet. In another terminal: detente user add NAME --role administrator --desk {where}")


def _answers(server: Any, address: str) -> None:
    """Serve in another thread, ask for the front page, and stop. Raises DetenteError if it does not come."""
    from urllib.error import URLError
    from urllib.request import ProxyHandler, build_opener

    from detente.desk.server import serve_in_thread
    from detente.errors import DetenteError

    stop = serve_in_thread(server)
    try:
        with build_opener(ProxyHandler({})).open(address, timeout=60) as answer:
            if b"<html" not in answer.read(2000).lower():
                raise DetenteError("the front page is no page", where=address)
    except URLError as error:
        raise DetenteError(f"the front page does not come: {error.reason}", where=address) from error
    finally:
        stop()
