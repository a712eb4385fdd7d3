"""One row of a table, or one JSON object, to its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from detente.articles.columns import TEXT_FIELD, by_field, plain, stated_of, text_of
from detente.articles.encodings import damaged
from detente.articles.finish import finish
from detente.articles.identity import clean_line
from detente.articles.markup import looks_like_markup, markup_to_text
from detente.articles.page import read_page
from detente.articles.problems import ReadProblem
from detente.types import Article

_LONGEST_ID = 80  # characters of a row's own id shown after ``#``


def row_articles(row: Mapping[Any, Any], file: str, number: int) -> Iterator[Article | ReadProblem]:
    """The article of a row and the notes on it. It is traced to ``file#id``, or to ``file#number`` where the row has no id."""
    values = by_field(row)
    name = clean_line(plain(values.get("id", "")))[:_LONGEST_ID] or str(number)
    stated, notes = stated_of(values)
    text = text_of(values.get(TEXT_FIELD, ""))
    if not text.strip() and not stated.title:
        yield ReadProblem(f"{file}#{name}", "the row has neither a text nor a title", "fill in its text, or take the row out", fatal=True)
        return
    garbled = damaged(text)
    if looks_like_markup(text):
        text = markup_to_text(text)
    if looks_like_markup(stated.title):
        stated = replace(stated, title=markup_to_text(stated.title))
    drafts = list(read_page(text, stated, guess_title=False))
    if drafts and (notes or garbled):
        drafts[0] = replace(drafts[0], notes=(*drafts[0].notes, *notes, *([garbled] if garbled else [])))
    yield from finish(drafts, file, name)
