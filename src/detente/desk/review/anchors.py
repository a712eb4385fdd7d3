"""From words a reader selected on the page to a span of the stored title or text, by code points."""

from __future__ import annotations

import re

from detente.pages.mark import paragraphs
from detente.pages.wording import clean, one_line
from detente.types import Article, Field

Span = tuple[Field, int, int]
LONGEST_WORDS = 600  # as long as a quote on a page may be (pages/rows.py)


def selected_span(article: Article, field: str, first: tuple[int, int], last: tuple[int, int]) -> Span | None:
    """The span between two places of the page, each (paragraph, code points of it as shown). None where there is no such place.

    What is shown lacks control characters and direction overrides that the stored text has, so places are counted over what is shown.
    """
    if field == "title":
        if one_line(article.title) != article.title:
            return None  # it was cut or mended for the page
        parts, text = [(0, len(article.title))], article.title
    elif field == "text":
        parts, text = paragraphs(article.text), article.text
    else:
        return None
    start, end = _place(text, parts, first, 0), _place(text, parts, last, 1)
    if start is None or end is None or not start < end:
        return None
    return ("title" if field == "title" else "text"), start, end


def _place(text: str, parts: list[tuple[int, int]], place: tuple[int, int], after: int) -> int | None:
    """The stored offset of a shown one; after: 1 for the end of a span, which is counted behind its last character."""
    number, shown = place
    if not 0 <= number < len(parts):
        return None
    start, end = parts[number]
    kept = [at for at in range(start, end) if clean(text[at])]
    at = shown - after
    return kept[at] + after if 0 <= at < len(kept) else None


def words_span(article: Article, words: str) -> Span | None:
    """Where these words stand first, in the text, else in the title; however they are spaced. None where they do not."""
    parts = words[:LONGEST_WORDS].split()
    if not parts:
        return None
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    if found := pattern.search(article.text):
        return "text", found.start(), found.end()
    if found := pattern.search(article.title):
        return "title", found.start(), found.end()
    return None


def words_at(article: Article, span: Span) -> str:
    """The words of a span on one line."""
    text = article.title if span[0] == "title" else article.text
    return " ".join(clean(text[span[1] : span[2]]).split())
