"""Sentences that can be said in another language: English text that remembers the message and the values it was made of.

The layers that find things out say them in English and know no catalog. What they say is a plain ``str`` to all who print or store it; the
pages say it anew from ``message`` and ``values`` in the language of the reader. Only what goes through here can be said so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class Said(str):
    """English text. message: with named places, as for ``str.format``; plural, number: of a message that has two forms, else empty and
    None; values: what stands in the places, themselves perhaps said; context: of a word, what it is a word for."""

    message: str
    plural: str
    number: float | None
    values: dict[str, Any]
    context: str


def said(message: str, **values: Any) -> Said:
    """``message`` with its places filled."""
    return _made(message, "", None, values)


def said_many(one: str, many: str, count: float, **values: Any) -> Said:
    """``one`` or ``many`` by English grammar; ``count`` fills the place {n}."""
    return _made(one, many, count, {"n": count, **values})


def said_word(context: str, word: str) -> Said:
    """A word of a table; context: which one."""
    made = _made(word.replace("{", "{{").replace("}", "}}"), "", None, {})
    made.message, made.context = word, context
    return made


def said_list(items: Sequence[str]) -> Said | str:
    """``A``, ``A or B``, ``A, B or C``."""
    if len(items) < 2:
        return "".join(items) if not items else items[0]
    rest: str = items[0]
    for item in items[1:-1]:
        rest = said("{before}, {item}", before=rest, item=item)
    return said("{rest} or {last}", rest=rest, last=items[-1])


def said_in_turn(sentences: Sequence[str]) -> Said | str:
    """Clauses one after the other, parted by semicolons."""
    found: Said | str = sentences[0] if sentences else ""
    for sentence in sentences[1:]:
        found = said("{before}; {clause}", before=found, clause=sentence)
    return found


def _made(message: str, plural: str, count: float | None, values: dict[str, Any]) -> Said:
    form = message if not plural or count == 1 else plural
    made = Said(form.format(**values))
    made.message, made.plural, made.number, made.values, made.context = message, plural, count, values, ""
    return made
