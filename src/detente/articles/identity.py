"""The text that is stored, and the id made from it. Nothing may change a title or text after this: offsets point into it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date, datetime

ID_LENGTH = 16  # hex digits: 64 bits, so a clash among a million articles has odds of about 1 in 37 million

_NEWLINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028]")
# Invisible characters: soft hyphen, zero-width, direction marks and overrides, byte-order mark, interlinear and tag characters.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_PARAGRAPH_GAP = re.compile(r"\n{3,}")


def clean_text(text: str) -> str:
    """One canonical form of any text: NFC, ``\\n`` for every line end, plain spaces, no invisible or control characters.

    Runs of spaces become one, lines are stripped, three or more line ends become two. Idempotent.
    """
    text = _LONE_SURROGATE.sub("\ufffd", text)
    text = _NEWLINES.sub("\n", text.replace("\u2029", "\n\n"))
    text = unicodedata.normalize("NFC", text)
    text = _SPACES.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", text)))
    text = "\n".join(line.strip(" ") for line in text.split("\n"))
    return unicodedata.normalize("NFC", _PARAGRAPH_GAP.sub("\n\n", text).strip("\n"))


def clean_line(text: str) -> str:
    """As :func:`clean_text`, on one line: a title, a name, a credit."""
    return " ".join(clean_text(text).split())


def article_id(title: str, text: str, published: datetime | date | None) -> str:
    """First 16 hex digits of the SHA-256 over title, text and publication day, in UTF-8, parted by U+001F.

    The day is the one the page states, in its own zone. U+001F cannot stand in cleaned text, so no two triples run together.
    """
    day = "" if published is None else (published.date() if isinstance(published, datetime) else published).isoformat()
    return hashlib.sha256("\x1f".join((title, text, day)).encode()).hexdigest()[:ID_LENGTH]
