"""A page to its articles: furniture goes, and what stands under "Similar articles" becomes articles of its own.

A new article begins only under a heading of the furniture table, at a title with a date line, so that dates and headings within
ordinary text never cut it. Nothing is lost but furniture: every other line comes out, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from detente.articles.furniture import HEADINGS, classify, head_line, inline_credit
from detente.articles.head import LOOK_AHEAD, dateline, is_headline_here, read_head, take_value
from detente.articles.identity import clean_text
from detente.articles.paragraphs import is_headline, is_prose, to_paragraphs
from detente.articles.stated import Draft, Stated

# Words of running text under "Similar articles" that make an undated article of it; less is the teaser of a link.
_UNDATED_WORDS = 60
# Words of text that must stand before "Leave a comment" ends an article: many pages have that link under the title too.
_WORDS_BEFORE_END = 40


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one article, and whether its title and date are to be found in them."""

    lines: tuple[str, ...]
    inherits: bool


def read_page(text: str, stated: Stated, *, guess_title: bool = True) -> tuple[Draft, ...]:
    """The articles of a page, the page's own first. ``stated`` is what is known of that first one from elsewhere.

    guess_title: take the first line for the title where it looks like one and none is stated.
    """
    lines = _end_at_comments(clean_text(text).split("\n"))
    drafts = []
    for part in _cut(lines):
        known = stated if part.inherits else Stated(source=stated.source, url="", language=stated.language)
        draft = _draft(part.lines, known, guess_title=guess_title or not part.inherits)
        if draft.text or (part.inherits and draft.stated.title):
            drafts.append(draft)
    return tuple(drafts)


def _draft(lines: Sequence[str], known: Stated, *, guess_title: bool) -> Draft:
    split = [inline_credit(line) for line in lines]
    lines = [line for line, _ in split]
    stated, held, start = read_head(lines, known, guess_title=guess_title)
    credits = [credit for _, credit in split if credit]
    if credits and not stated.photo_credit:
        stated = replace(stated, photo_credit=credits[0])
    rest = list(lines[start:])
    last = max((i for i, line in enumerate(rest) if line), default=-1)
    kept, updated = [*held, ""], None
    for i, line in enumerate(rest):
        found = classify(line, tail=i == last)
        if found is None:
            kept.append(line)
            continue
        if found.kind == "published" and stated.published is None:
            stated = replace(stated, published=found.moment)
        elif found.kind == "updated":
            updated = updated or found.moment
        elif found.kind in HEADINGS:  # one that _cut() left in place is a heading of the text
            kept.append(line)
        stated = take_value(stated, found)
        if kept and kept[-1] and found.kind not in HEADINGS:
            kept.append("")
    paragraphs = to_paragraphs(kept)
    if stated.published is None and paragraphs:
        stated = replace(stated, published=dateline(paragraphs[0]) or updated)
    return Draft(stated, "\n\n".join(paragraphs))


def _end_at_comments(lines: list[str]) -> list[str]:
    """The page without its readers' comments: from the comments' heading to the next heading of other articles."""
    kept: list[str] = []
    words, dropping = 0, False
    for line in lines:
        found = classify(line)
        if found and found.kind == "end" and words >= _WORDS_BEFORE_END:
            dropping = True
        elif found and found.kind in ("section", "weak-section"):
            dropping = False
        if not dropping:
            kept.append(line)
            words += len(line.split())
    return kept


def _cut(lines: list[str]) -> list[_Part]:
    """The page's own lines, then those of each further article."""
    cuts = under_headings(lines)
    parts: list[_Part] = []
    own = lines[: len(lines) - sum(1 + len(under) for _, under in cuts)]
    for heading, under in cuts:
        found = classify(heading)
        kind = found.kind if found else ""
        starts = starts_of_articles(under)
        if starts:
            parts.extend(_Part(tuple(under[a:b]), False) for a, b in pairwise([*starts, len(under)]))
        elif kind == "section" and _is_undated_article(under):
            parts.append(_Part(tuple(under), False))
        elif kind == "weak-section" and not all(is_headline(line) or _is_small(line) for line in under if line):
            own.extend(["", heading, "", *under])
        elif kind != "weak-section" and any(is_prose(line) for line in under):
            own.extend(["", *_without_links(under)])
        else:
            own.extend(["", *(line for line in under if (found := classify(line)) and found.value)])  # "Source: NAME" at the foot
    return [_Part(tuple(own), True), *parts]


def under_headings(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Each heading of other articles with the lines beneath it. One above all text is a button of the page and none of these."""
    first_text = next((i for i, line in enumerate(lines) if line and not head_line(line)), len(lines))
    at = [i for i, line in enumerate(lines) if i > first_text and (found := classify(line)) and found.kind in HEADINGS]
    return [(lines[start], list(lines[start + 1 : end])) for start, end in pairwise([*at, len(lines)])]


def starts_of_articles(under: Sequence[str]) -> list[int]:
    """Where dated articles begin under a heading. Empty unless the first thing there is one."""
    filled = [i for i, line in enumerate(under) if line]
    text = [i for i in filled if not _is_small(under[i])]
    if not text or not _is_dated_title(under, text[0], near=False):
        return []
    first = min(filled[0], text[0])
    return [first, *(i for i in text[1:] if (not under[i - 1] or is_prose(under[i - 1])) and _is_dated_title(under, i, near=True))]


def _is_small(line: str) -> bool:
    """Furniture other than a heading, or a bare date."""
    return bool(head_line(line))


def _is_dated_title(lines: Sequence[str], at: int, *, near: bool) -> bool:
    """Whether the line is a title with its date line after it, or (not ``near``) before it. ``near``: at least three words."""
    if not is_headline(lines[at]) or not is_headline_here(lines, at) or (near and len(lines[at].split()) < 3):
        return False
    for line in lines[at + 1 : at + 1 + LOOK_AHEAD]:
        if not line:
            continue
        pieces = head_line(line)
        if any(p.moment for p in pieces):
            return True
        if not pieces:
            break
    return not near and any(p.moment for line in lines[max(at - LOOK_AHEAD, 0) : at] for p in head_line(line))


def _is_undated_article(under: Sequence[str]) -> bool:
    """One headline with running text beneath it."""
    text = [line for line in under if line and not classify(line, head=True)]
    prose = [line for line in text[1:] if is_prose(line)]
    return len(text) > 1 and is_headline(text[0]) and is_prose(text[1]) and sum(len(line.split()) for line in prose) >= _UNDATED_WORDS


def _without_links(under: Sequence[str]) -> list[str]:
    """What stands under a box of links, without the links: the headlines at its top."""
    at = next(i for i, line in enumerate(under) if is_prose(line) or (line and not is_headline(line)))
    return list(under[at:])
