"""Sentences that can be said in another language: English text that remembers the message and the values it was made of.

The layers that find things out say them in English and know no catalog. What they say is a plain ``str`` to all who print or store it; the
pages say it anew from ``message`` and ``values`` in the language of the reader. Only what goes through here can be said so.
"""

from __future__ import annotations

from typing import Any


class Said(str):
    """English text. message: with named places, as for ``str.format``; plural, number: of a message that has two forms, else empty and
    None; values: what stands in the places, themselves perhaps said."""

    message: str
    plural: str
    number: float | None
    values: dict[str, Any]


def said(message: str, **values: Any) -> Said:
    """``message`` with its places filled."""
    return _made(message, "", None, values)


def said_many(one: str, many: str, count: float, **values: Any) -> Said:
    """``one`` or ``many`` by English grammar; ``count`` fills the place {n}."""
    return _made(one, many, count, {"n": count, **values})


def _made(message: str, plural: str, count: float | None, values: dict[str, Any]) -> Said:
    form = message if not plural or count == 1 else plural
    made = Said(form.format(**values))
    made.message, made.plural, made.number, made.values = message, plural, count, values
    return made
