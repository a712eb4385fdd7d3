"""The web server of the desk: waitress, in this process, with threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from detente.errors import DeskError

if TYPE_CHECKING:
    from detente.config import Config

HOST = "127.0.0.1"
# Ten people read and save in bursts; a page takes tens of milliseconds. Each thread keeps one connection to the database.
THREADS = 8
PROXY_HEADERS = {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"}
TRIES = 20  # how many ports to try when none was asked for


def application() -> Any:
    """The WSGI application, with everything loaded that a first request would wait for."""
    from django.urls import get_resolver

    from detente.desk.site.front import Front

    made = Front()
    _ = get_resolver().url_patterns
    return made


def make_server(config: Config, host: str, port: int | None, first: int) -> Any:
    """A waitress server on ``port``, or on the first free one from ``first``. Raises DeskError.

    Where the desk is reached by https, the proxy's word on scheme and caller is taken, and from no other machine."""
    from waitress import create_server

    from detente.desk.settings import MAX_UPLOAD_BYTES

    made, reason = application(), ""
    believed: dict[str, Any] = {}
    if config.web_address.startswith("https:"):
        believed = {"trusted_proxy": config.web_proxy, "trusted_proxy_count": 1, "trusted_proxy_headers": PROXY_HEADERS}
    for candidate in [port] if port is not None else range(first, first + TRIES):
        try:
            return create_server(
                made, host=host, port=candidate, threads=THREADS, ident="", max_request_body_size=MAX_UPLOAD_BYTES + 2**20,
                channel_timeout=60, clear_untrusted_proxy_headers=True, **believed,
            )  # fmt: skip
        except OSError as error:
            reason = error.strerror or str(error)
    tried = f"port {port}" if port is not None else f"ports {first} to {first + TRIES - 1}"
    raise DeskError(f"{tried} cannot be used: {reason}", hint="name another with --port, or 0 for any")


def serve_in_thread(server: Any) -> Callable[[], None]:
    """Serve in another thread; what comes back stops it, and every connection with it."""
    from threading import Thread

    from waitress import wasyncore

    thread = Thread(target=server.run, daemon=True)
    thread.start()

    def stop() -> None:
        # in the server's own thread, which then finds nothing to wait for
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
        thread.join(timeout=10)
        server.task_dispatcher.shutdown()

    return stop


def port_of(server: Any) -> int:
    """The port a server got."""
    return int(server.effective_port)
