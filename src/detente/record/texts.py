"""What people type, before it is kept for good: there, of bounded length, and without characters that no page or database can hold."""

from __future__ import annotations

import re

from detente.errors import RecordError

LONGEST = 4000  # characters of one field: a page of print; more belongs into an analysis
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def kept_text(text: str, what: str, where: str, *, needed: bool = True) -> str:
    """``text`` without white space around it. what: "a reason", for the message. Raises RecordError."""
    text = text.strip()
    if needed and not text:
        raise RecordError(f"{what} is needed", where=where)
    if len(text) > LONGEST:
        raise RecordError(f"{what} may have {LONGEST} characters, not {len(text)}", where=where)
    if _CONTROLS.search(text):
        raise RecordError(f"{what} has a character that cannot be kept", where=where, hint="type it anew")
    return text
