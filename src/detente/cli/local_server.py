"""A web server for one folder of static pages, for this machine only."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from detente.errors import DetenteError

HOST = "127.0.0.1"
# How many ports to try when none was asked for.
TRIES = 20
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "script-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class Pages(SimpleHTTPRequestHandler):
    """Files only, no listings, headers on each answer, and no answer to a name that is not this machine's (DNS rebinding)."""

    server_version = "detente"
    sys_version = ""

    def end_headers(self) -> None:
        """The security headers, on every answer."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> Any:
        """Refuse foreign host names and hidden files."""
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in (HOST, "localhost"):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        if any(part.startswith(".") for part in self.path.split("?")[0].split("/")):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:
        """No listings."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what is asked for comes from outside and does not belong on a terminal."""


def local_server(folder: Path, port: int | None, first: int) -> ThreadingHTTPServer:
    """A server on ``port``, or on the first free one from ``first``. Raises DetenteError."""
    handler = partial(Pages, directory=str(folder))
    for candidate in [port] if port is not None else range(first, first + TRIES):
        try:
            return ThreadingHTTPServer((HOST, candidate), handler)
        except OSError as error:
            reason = error.strerror
    tried = f"port {port}" if port is not None else f"ports {first} to {first + TRIES - 1}"
    raise DetenteError(f"{tried} cannot be used: {reason}", hint="name another with --port, or 0 for any")


def answers(server: ThreadingHTTPServer, address: str) -> None:
    """Serve in another thread, ask for the front page, and stop. Raises DetenteError if it does not come."""
    from threading import Thread
    from urllib.error import URLError
    from urllib.request import ProxyHandler, build_opener

    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with build_opener(ProxyHandler({})).open(address, timeout=10) as answer:
            if b"<html" not in answer.read(2000).lower():
                raise DetenteError("the front page is no page", where=address)
    except URLError as error:
        raise DetenteError(f"the front page does not come: {error.reason}", where=address) from error
    finally:
        server.shutdown()
        server.server_close()
