"""``{% translate %}`` and ``{% blocktranslate %}`` as Django writes them, said from the pages' own catalogs: Django's own need a project's
settings, and the pages are made without any.

A block may hold any ``{{ … }}``, filters included: its place in the message has the name of what stands before the first filter (the last
part of it), so that ``{{ frame.as_of|day }}`` is ``{as_of}``. White space at the ends of lines is no part of a message.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.template import Library, Node, TemplateSyntaxError
from django.template.base import Parser, Token, TokenType, token_kwargs
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from detente.pages.language import say, say_as, say_many

register = Library()
_SPACE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Message:
    """What a block says: its text with named places, and what fills them, as the template has it."""

    text: str
    places: tuple[tuple[str, str], ...]


def message_of(tokens: Sequence[Token]) -> Message:
    """The message of the tokens between two tags. Raises TemplateSyntaxError for a tag in it, or two places of one name."""
    text, places = "", dict[str, str]()
    for token in tokens:
        if token.token_type == TokenType.TEXT:
            text += token.contents.replace("{", "{{").replace("}", "}}")
        elif token.token_type == TokenType.VAR:
            name = token.contents.split("|")[0].strip().rpartition(".")[2]
            if places.setdefault(name, token.contents) != token.contents:
                raise TemplateSyntaxError(f"two places of a message are called {name!r}: name one of them with `with`")
            text += f"{{{name}}}"
        elif token.token_type == TokenType.BLOCK:
            raise TemplateSyntaxError(f"a message holds no tag, but {{% {token.contents} %}}")
    return Message(_SPACE.sub(" ", text).strip(), tuple(places.items()))


class _Word(Node):  # type: ignore[misc]
    """``{% translate "Overview" %}``, with ``context "…"`` and ``as name``."""

    def __init__(self, message: Any, context: str, name: str) -> None:
        self.message, self.context, self.name = message, context, name

    def render(self, context: Any) -> str:
        message = str(self.message.resolve(context))
        words = say_as(self.context, message) if self.context else say(message)
        if self.name:
            context[self.name] = words
            return ""
        return str(conditional_escape(words))


class _Block(Node):  # type: ignore[misc]
    """``{% blocktranslate %}``: one message, or two by a count."""

    def __init__(self, one: Message, many: Message | None, count: Any, given: dict[str, Any], filled: dict[str, Any], name: str) -> None:
        self.one, self.many, self.count, self.given, self.filled, self.name = one, many, count, given, filled, name

    def render(self, context: Any) -> str:
        given = {name: value.resolve(context) for name, value in self.given.items()}
        with context.push(**given):
            values = {name: conditional_escape(_printed(value.resolve(context))) for name, value in self.filled.items()}
            if self.many is None:
                words = say(self.one.text, **values)
            else:
                words = say_many(self.one.text, self.many.text, float(self.count.resolve(context) or 0), **values)
        words = mark_safe(words)  # noqa: S308 - the message is the template's or the catalog's own, the values are escaped
        if self.name:
            context[self.name] = words
            return ""
        return str(words)


def _printed(value: Any) -> Any:
    return "" if value is None else value


def translate(parser: Parser, token: Token) -> Node:
    """One word or sentence."""
    bits = token.split_contents()[1:]
    message, rest = parser.compile_filter(bits[0]), bits[1:]
    options = dict(zip(rest[::2], rest[1::2], strict=True))
    if set(options) - {"context", "as"}:
        raise TemplateSyntaxError(f"translate knows `context` and `as`, not {', '.join(options)}")
    return _Word(message, options.get("context", "").strip("\"'"), options.get("as", ""))


def blocktranslate(parser: Parser, token: Token) -> Node:
    """A message with places. ``count n=…`` gives it two forms, parted by ``{% plural %}``; ``with`` names values."""
    bits, given, count, name = token.split_contents()[1:], dict[str, Any](), None, ""
    while bits:
        option = bits.pop(0)
        if option == "with":
            given |= token_kwargs(bits, parser)
        elif option == "count":
            counted = token_kwargs([bits.pop(0)], parser)
            count = next(iter(counted.values()))
            given |= counted
        elif option == "as":
            name = bits.pop(0)
        elif option != "trimmed":
            raise TemplateSyntaxError(f"blocktranslate knows `with`, `count`, `as` and `trimmed`, not {option!r}")
    one, ended = _until(parser, ("plural", "endblocktranslate"))
    many = None
    if ended == "plural":
        many, _ = _until(parser, ("endblocktranslate",))
    if (many is None) != (count is None):
        raise TemplateSyntaxError("a count and a plural go together")
    places = dict([*one.places, *(many.places if many else ())])
    return _Block(one, many, count, given, {place: parser.compile_filter(code) for place, code in places.items()}, name)


register.tag(translate)
register.tag(blocktranslate)


def _until(parser: Parser, ends: tuple[str, ...]) -> tuple[Message, str]:
    tokens = list[Token]()
    while parser.tokens:
        token = parser.next_token()
        if token.token_type == TokenType.BLOCK and token.contents.split()[0] in ends:
            return message_of(tokens), token.contents.split()[0]
        tokens.append(token)
    raise TemplateSyntaxError(f"{{% {ends[-1]} %}} is missing")
