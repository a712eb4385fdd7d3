"""Markdown to plain paragraphs: the marks go, the words stay in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.articles.furniture import head_line
from detente.articles.markup import looks_like_markup, markup_to_text

if TYPE_CHECKING:
    from markdown_it.token import Token


def markdown_to_text(source: str) -> tuple[str, str]:
    """The first heading of level 1 ('' for none), and the text with it: headings, paragraphs, items and cells, blank lines between."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(source)
    title = ""
    out: list[str] = []
    for at, token in enumerate(tokens):
        opened = tokens[at - 1] if at else token
        if token.type == "inline":
            words = _inline(token.children or [])
            if opened.tag == "h1" and not title:
                title = " ".join(words.split())
            out.append(_with_number(tokens, at, _joined(words)))
        elif token.type in ("fence", "code_block"):
            out.append(token.content)
        elif token.type == "html_block" and looks_like_markup(token.content):
            out.append(markup_to_text(token.content))
    return title, "\n\n".join(part.strip("\n") for part in out if part.strip())


def _inline(children: Sequence[Token]) -> str:
    words = []
    for child in children:
        match child.type:
            case "text" | "code_inline":
                words.append(child.content)
            case "softbreak" | "hardbreak":
                words.append("\n")
            case _:
                pass  # marks, pictures and raw tags
    return "".join(words)


def _joined(words: str) -> str:
    """Lines of one paragraph are one line, but for a date line or credit written straight under a title."""
    lines = words.split("\n")
    return words if any(head_line(line.strip()) for line in lines) else " ".join(line.strip() for line in lines)


def _with_number(tokens: Sequence[Token], at: int, words: str) -> str:
    """``25. Juli 2016`` parses as a list that starts at 25: its number is put back. Numbers from 1 are those of a list."""
    if at >= 2 and tokens[at - 2].type == "list_item_open" and tokens[at - 2].info:
        return f"{tokens[at - 2].info}. {words}"
    return words
