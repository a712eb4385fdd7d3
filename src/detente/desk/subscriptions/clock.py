"""Digests go out by themselves where `detente serve` runs: a thread looks whether one is due."""

from __future__ import annotations

import logging
from threading import Event, Thread

EVERY = 60.0  # seconds between looks: an issue is due once a day, and a look is two small queries

_log = logging.getLogger("detente.desk.subscriptions")


def start_digests(stop: Event, every: float = EVERY) -> Thread:
    """A thread that sends what is due until ``stop`` is set; a desk without ``[mail]`` has nothing due."""
    thread = Thread(target=_look, args=(stop, every), name="detente-digests", daemon=True)
    thread.start()
    return thread


def _look(stop: Event, every: float) -> None:
    from django.db import close_old_connections, connection

    while not stop.is_set():
        try:
            close_old_connections()
            _once()
        except Exception as error:  # noqa: BLE001 - a mail server that is away must not end the thread; its words may hold addresses
            _log.error("digests could not be sent; it is tried again in %s s: %s", every, type(error).__name__)
        finally:
            connection.close()
        stop.wait(every)


def _once() -> None:
    from detente.desk.opened import opened_desk
    from detente.desk.subscriptions.digests import send_due
    from detente.desk.subscriptions.limits import forget_asked
    from detente.desk.subscriptions.models import Subscriber

    forget_asked()
    if Subscriber.objects.exists() and opened_desk().config.mail is not None:
        send_due()
