"""A text cut into sentence-like pieces before it is parsed: cheaply, and only where a sentence surely ends.

The pieces join to the text. A piece may hold several sentences (after "Mr." or "Iraq." nothing is cut); no sentence is cut in two.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Piece(NamedTuple):
    """Where a piece stands in its text (end exclusive), and whether a blank line, or the text, ends with it."""

    start: int
    end: int
    ends_paragraph: bool


# What may follow the end of a sentence: a capital, a digit, or one of these before it.
_OPENING = r"""["'(\[“‘«¿¡–—-]*"""
_ENDS = re.compile(
    rf"""(?P<word>[^\W_]*)(?P<stop>[.!?…]+)["')\]”’»]*\s+(?={_OPENING}[^\W_a-zß-öø-ÿ])|\n[^\S\n]*\n\s*""",
)
# Abbreviations before a full stop: initials ("J.", "U.S."), short capitalised words ("Gov.", "Capt."), and small ones ("vs."). What looks
# like one and is none ("Iraq.", "so.") only makes a longer piece.
_SHORT_CAPITALISED, _SHORT_SMALL = 5, 2


def split_pieces(text: str) -> list[Piece]:
    """The pieces in order and without gaps: they join to the text. White space after a piece belongs to it."""
    out: list[Piece] = []
    start = 0
    for match in _ENDS.finditer(text):
        if match["stop"] == "." and _is_abbreviation(match["word"], text, match.start()):
            continue
        if match.end() < len(text):
            out.append(Piece(start, match.end(), match[0].count("\n") > 1))
            start = match.end()
    if start < len(text):
        out.append(Piece(start, len(text), True))
    return out


def _is_abbreviation(word: str, text: str, at: int) -> bool:
    if at and text[at - 1] == "." and word:
        return True  # "p.m.", "U.S."
    if word[:1].isupper():
        return len(word) <= _SHORT_CAPITALISED
    return 0 < len(word) <= _SHORT_SMALL and not word.isdigit()


def join_pieces(pieces: list[Piece], longest: int) -> list[tuple[int, int]]:
    """Neighbouring pieces joined to stretches of at most so many characters (a longer piece stays one), none across a blank line."""
    out: list[tuple[int, int]] = []
    begun: int | None = None
    for n, (start, end, ends_paragraph) in enumerate(pieces):
        begun = start if begun is None else begun
        after = pieces[n + 1] if n + 1 < len(pieces) else None
        if ends_paragraph or after is None or after.start != end or after.end - begun > longest:
            out.append((begun, end))
            begun = None
    return out
