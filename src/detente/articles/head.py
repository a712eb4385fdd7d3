"""Reads the head of an article: title, date line, byline, photo credit, in whatever order pages put them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from detente.articles.dates import LONGEST_DATE, parse_published
from detente.articles.furniture import Furniture, head_line, is_name
from detente.articles.paragraphs import SENTENCE_END, is_headline
from detente.articles.stated import Stated

# Lines of text (a standfirst, a name) that may stand between a title and its date line.
_HELD_LINES = 3
# Lines looked at for the date line that belongs to a title. A bound, so that a page of a million short lines takes no time
# that grows with its square; heads have under ten lines.
LOOK_AHEAD = 30
_LONGEST_HELD = 400  # characters: a long standfirst; beyond it the text has begun
# A head line without a clock, with this many other bare dates in the text, opens a chronology and is no date of publication.
_CHRONOLOGY_DATES = 2
_PLACE_AND_DATE = re.compile(
    r"[A-Z\u0400-\u042f][\w\s.,'’/-]{1,60}?[,.:]?\s+\(?(?P<date>[^()]{6,40}?\d{4})\)?\s*(?:\([^()]{2,40}\)\s*)?[–—-]+\s"
)


def read_head(lines: Sequence[str], stated: Stated, *, guess_title: bool) -> tuple[Stated, list[str], int]:
    """What the head states, lines of it that are text all the same, and the index of the first line of the body."""
    held: list[str] = []  # text seen since the last certain line of the head
    kept: list[str] = []  # text that certain lines of the head came after
    updated: datetime | None = None
    end_of_head, dated = 0, False
    for at, line in enumerate(lines):
        if not line:
            continue
        pieces = head_line(line)
        first, untitled = not held and not kept, guess_title and not stated.title
        if any(p.kind == "date" for p in pieces) and (dated or _is_date_in_text(lines, at, pieces, [*kept, *held])):
            break
        if pieces and held and not any(p.moment or p.kind == "byline" for p in pieces):
            continue  # a credit or a button within the text: left to the body
        if pieces:
            signed = bool(stated.author) or any(p.kind == "byline" for p in pieces)
            if held and not signed and is_name(held[-1]) and len(held[-1].split()) <= 4:
                stated = replace(stated, author=held.pop())
            kept, held, end_of_head = [*kept, *held], [], at + 1
            stated, updated = _take(stated, updated, pieces)
            dated = dated or any(p.kind in ("date", "published") for p in pieces)
        elif first and (_same(line, stated.title) or (untitled and is_headline(line) and _is_label(lines, at))):
            end_of_head = at + 1
        elif first and untitled and is_headline_here(lines, at):
            stated, end_of_head = replace(stated, title=line.strip("# ")), at + 1
        elif dated or len(held) + len(kept) == _HELD_LINES or len(line) > _LONGEST_HELD:
            break
        else:
            held.append(line)
    return (stated if stated.published or not updated else replace(stated, published=updated)), kept, end_of_head


def is_headline_here(lines: Sequence[str], at: int) -> bool:
    """Whether the line is a title where it stands: a headline, and set off from what follows."""
    line = lines[at]
    after = lines[at + 1] if at + 1 < len(lines) else ""
    following = next((text for text in lines[at + 1 : at + 1 + LOOK_AHEAD] if text), "")
    dated_next = bool(following) and any(p.kind in ("date", "published") for p in head_line(following))
    if not is_headline(line) and not (dated_next and len(line) <= 250 and any(c.isalpha() for c in line)):
        return False
    if not following:
        return False  # the only text there is
    if not after or head_line(after):
        return True
    # No blank line: one paragraph a line, if the next one is clearly a paragraph and this one is not its first wrapped line
    return len(after) >= 100 and (len(line) < 0.6 * len(after) or bool(SENTENCE_END.search(after)))


def _is_label(lines: Sequence[str], at: int) -> bool:
    """Whether a line of one or two words is no title but the rubric or outlet above one."""
    if len(lines[at].split()) > 2:
        return False
    for after in range(at + 1, min(at + 1 + LOOK_AHEAD, len(lines))):
        if lines[after] and not head_line(lines[after]):
            return len(lines[after].split()) > 2 and is_headline(lines[after]) and is_headline_here(lines, after)
    return False


def dateline(paragraph: str) -> datetime | None:
    """The full date in a dateline that opens a paragraph: ``MINSK, 25 July 2016 (Agency) - The ...``."""
    found = _PLACE_AND_DATE.match(paragraph[:160])
    return parse_published(found["date"]) if found else None


def _take(stated: Stated, updated: datetime | None, pieces: Sequence[Furniture]) -> tuple[Stated, datetime | None]:
    for piece in pieces:
        match piece.kind:
            case "date" | "published" if stated.published is None:
                stated = replace(stated, published=piece.moment)
            case "updated":
                updated = updated or piece.moment
            case "byline" if not stated.author:
                stated = replace(stated, author=piece.value)
            case _:
                stated = take_value(stated, piece)
    return stated, updated


def take_value(stated: Stated, piece: Furniture) -> Stated:
    """``stated`` with the value of a credit, category or source line, where it had none."""
    match piece.kind:
        case "credit" if not stated.photo_credit:
            return replace(stated, photo_credit=piece.value)
        case "category" if not stated.category:
            return replace(stated, category=piece.value)
        case "source" if not stated.source:
            return replace(stated, source=piece.value)
        case _:
            return stated


def _is_date_in_text(lines: Sequence[str], at: int, pieces: Sequence[Furniture], before: Sequence[str]) -> bool:
    """Whether a bare day is a heading within the text: after more than a standfirst, or the first of a chronology."""
    moment = next((p.moment for p in pieces if p.kind == "date"), None)
    if moment is None or (moment.hour, moment.minute) != (0, 0):
        return False
    others = {parse_published(line) for line in lines[at + 1 :] if line and len(line) <= LONGEST_DATE}
    return sum(bool(SENTENCE_END.search(line)) for line in before) > 1 or len(others - {None, moment}) >= _CHRONOLOGY_DATES


def _same(line: str, title: str) -> bool:
    def words(text: str) -> str:
        return " ".join(re.findall(r"\w+", text.casefold()))

    return bool(title) and words(line) == words(title)
