"""The language a page is made in, and how a message is said in it: gettext catalogs in ``locale``, numbers and dates by CLDR (Babel).

English is what messages are written in and needs no catalog. Which language is spoken is a context variable, so that threads of a server
do not hear each other; where nobody sets it, it is English.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from typing import Any, cast

from detente.errors import DetenteError
from detente.interface_languages import DOMAIN, LOCALE, SOURCE, languages
from detente.said import Said

_spoken: ContextVar[str] = ContextVar("detente_language", default=SOURCE)
_FIGURE = re.compile(r"[+\-−]?\d+(\.\d+)?%?")  # a number in words, as a sentence has it


def language() -> str:
    """The language that is spoken now."""
    return _spoken.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while. Raises ValueError for one there is no catalog of."""
    if code not in languages():
        raise ValueError(f"there is no catalog of {code!r}")
    before = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(before)


def own_name(code: str) -> str:
    """What a language calls itself: ``English``, ``беларуская``."""
    return str(_locale(code).languages[code])


def say(message: str, **values: Any) -> str:
    """A message in the spoken language, its places filled."""
    return _filled(_catalog(language()).gettext(message), values) if message else ""


def say_many(one: str, many: str, count: float, **values: Any) -> str:
    """A message in the form that ``count`` takes in the spoken language; it fills the place {n}."""
    form = _catalog(language()).ngettext(one, many, _whole(count))
    return _filled(form, {"n": count, **values})


def say_as(context: str, message: str) -> str:
    """A word of a table, told apart by what it is a word for."""
    return _catalog(language()).pgettext(context, message) if message else ""


def retold(text: str) -> str:
    """What another layer said, in the spoken language; a plain text comes back as it is."""
    if not isinstance(text, Said) or language() == SOURCE:
        return text
    if text.context:
        return say_as(text.context, text.message)
    if text.plural:
        return say_many(text.message, text.plural, text.number or 0, **text.values)
    return say(text.message, **text.values)


def error_words(error: DetenteError) -> str:
    """What a program's error says, in the spoken language where it is `said`: ``where: what (hint)``."""
    text = f"{error.where}: {retold(error.what)}" if error.where else retold(error.what)
    return f"{text} ({retold(error.hint)})" if error.hint else text


TABLES: list[tuple[str, Mapping[Any, str]]] = []


def marked(context: str, table: Mapping[Any, str]) -> Mapping[Any, str]:
    """A table of words that `say_as` is to say with this context: it comes back as it is, and its words are found for the catalogs."""
    TABLES.append((context, table))
    return table


def number_words(text: str) -> str:
    """A number written with a decimal point, with the spoken language's own mark and, before a percent sign, its space."""
    if language() == SOURCE:
        return text
    return text.replace(".", decimal_mark()).replace("%", " %")


@cache
def _symbols(code: str) -> Mapping[str, str]:
    symbols = _locale(code).number_symbols
    return cast(Mapping[str, str], symbols.get("latn", symbols))


def decimal_mark() -> str:
    """``.`` or ``,``."""
    return _symbols(language())["decimal"]


def group_mark() -> str:
    """What parts thousands; never one at which a line may break."""
    mark = _symbols(language())["group"]
    return "\u00a0" if mark.isspace() else mark


@cache
def _locale(code: str) -> Any:
    from babel import Locale

    return Locale.parse(code)


def spoken_locale() -> Any:
    """Babel's locale of the spoken language."""
    return _locale(language())


@cache
def _catalog(code: str) -> gettext.NullTranslations:
    if code == SOURCE:
        return gettext.NullTranslations()
    with (LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def _whole(count: float) -> int:
    """For the plural: a fraction takes the form of "few" in Slavic languages, which 2 has."""
    return int(count) if count == int(count) else 2


def _filled(form: str, values: dict[str, Any]) -> str:
    text = form.format(**_local(values))
    # a date that ends in an abbreviation brings the full stop of its sentence along
    return text if language() == SOURCE else text.replace("..", ".")


def _local(values: dict[str, Any]) -> dict[str, Any]:
    return values if language() == SOURCE else {name: _localised(value) for name, value in values.items()}


def _localised(value: Any) -> Any:
    if isinstance(value, Said):
        return retold(value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return _Number(value)
    if isinstance(value, date):
        from detente.pages.wording import short_day

        return short_day(value)
    return number_words(value) if type(value) is str and _FIGURE.fullmatch(value) else value


class _Number:
    """A number that a message's own format writes with the marks of the spoken language."""

    def __init__(self, value: float) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        text = format(self._value, spec)
        return text.translate({ord(","): group_mark(), ord("."): decimal_mark()}).replace("%", " %")
