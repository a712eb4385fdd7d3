"""Cursors: where a list goes on. A cursor names the last row that was sent, not a number of rows, so that what comes in meanwhile neither
repeats nor hides a row. It is signed, and holds for one list with one set of filters."""

from __future__ import annotations

from hashlib import sha256

from detente.desk.api.problems import Refused

_SALT = "detente.desk.api.cursor"
LENGTH = 2000  # a key is a moment and an id


def write_cursor(key: tuple[str, ...], of: str) -> str:
    """of: the list and its filters."""
    from django.core.signing import Signer

    return str(Signer(salt=_SALT).sign_object([_short(of), *key]))  # without a moment: the same page has the same cursor


def read_cursor(cursor: str, of: str, parts: int) -> tuple[str, ...]:
    """The key of the last row that was sent. Raises Refused."""
    from django.core.signing import BadSignature, Signer

    hint = "Take it from `next` of the page before, with the same filters."
    try:
        read = Signer(salt=_SALT).unsign_object(cursor)
    except BadSignature:
        raise Refused(400, f"This cursor was not made here, or by an earlier key of the desk. {hint}") from None
    if not isinstance(read, list) or len(read) != parts + 1 or not all(isinstance(part, str) for part in read):
        raise Refused(400, f"This cursor is of another list. {hint}")
    if read[0] != _short(of):
        raise Refused(400, f"This cursor is of another list, or of other filters. {hint}")
    return tuple(read[1:])


def _short(of: str) -> str:
    return sha256(of.encode()).hexdigest()[:12]
