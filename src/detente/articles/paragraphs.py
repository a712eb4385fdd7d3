"""Lines to paragraphs: hard-wrapped lines are joined, separate paragraphs are kept apart by a blank line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# Editors and mail programs wrap at 60 to 100 characters; longer lines are whole paragraphs.
WIDEST_WRAP = 100
# Lines shorter than this are not wrapped text but a list, an address, a verse.
NARROWEST_WRAP = 40
_ITEM = re.compile(r"(?:[-*•–—▪◦·]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")


def blocks(lines: Sequence[str]) -> list[list[str]]:
    """Runs of lines without a blank one between them."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


def to_paragraphs(lines: Sequence[str]) -> list[str]:
    """The paragraphs of the lines, in order. No word is lost, added or moved."""
    return [paragraph for block in blocks(lines) for paragraph in _unwrap(block)]


def _unwrap(block: list[str]) -> list[str]:
    widest = max(len(line) for line in block)
    if not NARROWEST_WRAP <= widest <= WIDEST_WRAP:
        return block
    joined = [block[0]]
    for before, line in pairwise(block):
        full = len(before) + 1 + len(line.split(" ", 1)[0]) > widest  # the next word would not have fitted
        if full and not _ITEM.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def is_prose(line: str) -> bool:
    """Whether a line reads as running text and not as a headline: a full stop at its end, or too long for a headline."""
    return len(line) > 250 or bool(SENTENCE_END.search(line) and len(line.split()) >= 5 and not line.endswith("?"))


def is_headline(line: str) -> bool:
    """Whether a line could be a title: at most 250 characters, a letter in it, and no end of a sentence but ``?`` or ``!``.

    250: the longest title of a page in the project's examples has 116, agency headlines reach about 200.
    """
    if not 0 < len(line) <= 250 or not any(c.isalpha() for c in line) or _ITEM.match(line):
        return False
    bare = line.rstrip("\"'”’»)]")
    return not bare.endswith((".", ",", ";", ":", "…")) or bool(re.search(r"\b[A-Z]\.(?:[A-Z]\.)+$", bare))
