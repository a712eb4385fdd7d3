"""Confirmations go out in a thread of their own: the form answers at once and alike, whatever becomes of the mail.

A short queue in memory: what is in it when the server stops is lost, and asked for again by whoever waits. Digests do not pass here.
"""

from __future__ import annotations

import logging
from queue import Full, Queue
from threading import Lock, Thread
from typing import Any

ROOM = 100  # mails: the form takes 300 an hour at most, and a server that takes none is not made up for by waiting longer

_queue: Queue[tuple[Any, Any]] = Queue(ROOM)
_lock = Lock()
_thread: Thread | None = None
_log = logging.getLogger("detente.desk.subscriptions")


def post(connection: Any, mail: Any) -> None:
    """Send a mail, later; where there is no room it is dropped, with a word in the log and none on whose it was."""
    global _thread
    with _lock:
        if _thread is None or not _thread.is_alive():
            _thread = Thread(target=_send, name="detente-outbox", daemon=True)
            _thread.start()
    try:
        _queue.put_nowait((connection, mail))
    except Full:
        _log.error("a confirmation was not sent: %s wait already", ROOM)


def drain() -> None:
    """Wait until all that was posted is sent, or has failed."""
    _queue.join()


def _send() -> None:
    while True:
        connection, mail = _queue.get()
        try:
            connection.send_messages([mail])
        except Exception as error:  # noqa: BLE001 - whatever a mail server says, the next mail is sent; its words may hold the address
            _log.error("a confirmation was not sent: %s", type(error).__name__)
        finally:
            _queue.task_done()
