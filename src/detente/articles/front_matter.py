"""YAML front matter at the top of a text: read with the safe loader, only plain values of known keys are taken."""

from __future__ import annotations

import re
from typing import Any

from detente.articles.columns import by_field, stated_of
from detente.articles.limits import MAX_FRONT_MATTER_CHARS
from detente.articles.stated import Stated

_OPEN = re.compile(r"\s*---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"^[\w -]{1,40}\s*:", re.MULTILINE)


def split_front_matter(text: str) -> tuple[Stated, str, tuple[str, ...]]:
    """What the front matter states, the text after it, and notes. A text without front matter comes back as it is."""
    opened = _OPEN.match(text)
    closed = _CLOSE.search(text, opened.end(), opened.end() + MAX_FRONT_MATTER_CHARS) if opened else None
    if not opened or not closed or not _KEY.search(text[opened.end() : closed.start()]):
        return Stated(), text, ()
    body = text[closed.end() :]
    values, note = _load(text[opened.end() : closed.start()])
    if note:
        return Stated(), body, (note,)
    stated, notes = stated_of({k: v for k, v in by_field(values).items() if k != "text"})
    return stated, body, notes


def _load(source: str) -> tuple[dict[Any, Any], str]:
    import yaml

    try:
        values = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, AttributeError) as error:
        where = getattr(error, "problem_mark", None)
        line = f" in its line {where.line + 2}" if where is not None else ""
        return {}, f"the front matter is not valid YAML{line}: left out; put values with a colon in quotes"
    if not isinstance(values, dict):
        return {}, "the front matter holds no keys and values: left out"
    return values, ""
