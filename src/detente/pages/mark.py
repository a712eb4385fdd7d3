"""Marks coded phrases in a text by their offsets: text and marks in, runs of text with their marks out.

No HTML here: a template prints the runs and escapes every one. Offsets count code points of the stored text, so the text
is cleaned of direction overrides and control characters only after it was cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.pages.parts import TextMark, TextSpan
from detente.pages.wording import clean

_PARAGRAPH = re.compile(r"[^\n\r]*[^\s][^\n\r]*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark and where it stands: ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int
    mark: TextMark


def mark_text(text: str, marked: Sequence[Marked]) -> tuple[TextSpan, ...]:
    """The whole text as runs, each with the marks that cover it. Marks outside the text or of no length are left out."""
    return tuple(_spans(text, 0, len(text), _usable(text, marked)))


def mark_paragraphs(text: str, marked: Sequence[Marked]) -> tuple[tuple[TextSpan, ...], ...]:
    """The same by paragraphs (lines with anything in them); a mark that crosses a line's end is carried on in the next."""
    usable = _usable(text, marked)
    return tuple(tuple(_spans(text, start, end, usable)) for start, end in paragraphs(text))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of `mark_paragraphs` stand: start inclusive, end exclusive."""
    return [found.span() for found in _PARAGRAPH.finditer(text)]


def _usable(text: str, marked: Sequence[Marked]) -> list[Marked]:
    inside = {m for m in marked if 0 <= m.start < m.end <= len(text)}
    return sorted(inside, key=lambda m: (m.start, m.end, m.mark.number))


def _spans(text: str, start: int, end: int, marked: Sequence[Marked]) -> Iterator[TextSpan]:
    here = [m for m in marked if m.start < end and m.end > start]
    cuts = sorted({start, end, *(c for m in here for c in (m.start, m.end) if start < c < end)})
    opening, active = iter(here), list[Marked]()
    coming = next(opening, None)
    for left, right in pairwise(cuts):
        active = [m for m in active if m.end > left]
        while coming is not None and coming.start <= left:
            active.append(coming)
            coming = next(opening, None)
        piece = clean(text[left:right])
        if piece:
            yield TextSpan(piece, _marks(active), _marks([m for m in active if m.end == right or (right == end and m.end > end)]))


def _marks(active: Sequence[Marked]) -> tuple[TextMark, ...]:
    return tuple(dict.fromkeys(m.mark for m in active))
