"""Text of others on a terminal: nothing in it may move the cursor, change colours or turn the reading direction."""

from __future__ import annotations

import re

# C0 and C1 controls (escape sequences begin with one), lone surrogates, and the marks that reorder or hide text.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_ESCAPES = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[@-Z\\\\-_])")


def safe(text: str) -> str:
    """``text`` without anything a terminal would obey; line ends stay."""
    return "\n".join(_UNSAFE.sub("", line.replace("\t", " ")) for line in _ESCAPES.sub("", text).splitlines())


def one_line(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` characters, cut with an ellipsis."""
    flat = " ".join(safe(text).split())
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"
