"""The web server of the desk: waitress, in this process, with threads."""

from __future__ import annotations

from typing import Any

from detente.errors import DeskError

HOST = "127.0.0.1"
# Ten people read and save in bursts; a page takes tens of milliseconds. Each thread keeps one connection to the database.
THREADS = 8
TRIES = 20  # how many ports to try when none was asked for


def application() -> Any:
    """The WSGI application, with everything loaded that a first request would wait for."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.urls import get_resolver

    made = WSGIHandler()
    _ = get_resolver().url_patterns
    return made


def make_server(host: str, port: int | None, first: int) -> Any:
    """A waitress server on ``port``, or on the first free one from ``first``. Raises DeskError."""
    from waitress import create_server

    from detente.desk.settings import MAX_UPLOAD_BYTES

    made, reason = application(), ""
    for candidate in [port] if port is not None else range(first, first + TRIES):
        try:
            return create_server(
                made, host=host, port=candidate, threads=THREADS, ident="", max_request_body_size=MAX_UPLOAD_BYTES + 2**20,
                channel_timeout=60, clear_untrusted_proxy_headers=False,
            )  # fmt: skip
        except OSError as error:
            reason = error.strerror or str(error)
    tried = f"port {port}" if port is not None else f"ports {first} to {first + TRIES - 1}"
    raise DeskError(f"{tried} cannot be used: {reason}", hint="name another with --port, or 0 for any")


def port_of(server: Any) -> int:
    """The port a server got."""
    return int(server.effective_port)
