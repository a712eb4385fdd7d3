"""``python -m detente.pages.messages``: brings the catalogs up to date with what the program says, and compiles them.

Messages are found in four places: the templates' ``translate`` and ``blocktranslate``; calls of `say` and `said` in the sources; tables of
words that are `marked`; and tables of facts whose words a page prints (sectors, organisations, kinds of situation). Nothing is translated
here: a new message stands in the catalog empty until somebody fills it, and a test fails as long as one is.
"""

from __future__ import annotations

import ast
import io
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, get_args

from detente.interface_languages import DOMAIN, LOCALE
from detente.types import Change

SOURCES = Path(__file__).parents[1]
TEMPLATES = Path(__file__).with_name("templates")
ONE, TWO = frozenset({"say", "said"}), frozenset({"say_many", "said_many"})
OPTIONAL = frozenset({"name", "mode", "context"})  # contexts whose words may stay as they are: names, and codes of the codebook


@dataclass(frozen=True, slots=True)
class Found:
    """A message: its text, the text of its plural or nothing, its context or nothing, and the file it stands in."""

    text: str
    plural: str
    context: str
    file: str


@cache
def messages() -> list[Found]:
    """All of them, each once, in the order of text; with a plural where any place has one."""
    found: dict[tuple[str, str], Found] = {}
    for f in [*in_tables(), *in_sources(), *in_templates()]:
        if f.plural or not found.get((f.context, f.text), f).plural:
            found[f.context, f.text] = f
    return sorted((f for f in found.values() if f.text), key=lambda f: (f.context, f.text))


def in_templates() -> Iterator[Found]:
    """What the templates say: those of the pages, and those of the served desk that say it by the same tags. Raises TemplateSyntaxError."""
    for path in [*sorted(TEMPLATES.glob("*.html")), *sorted((SOURCES / "desk").rglob("templates/**/*.html"))]:
        text = path.read_text("utf-8")
        if path.parent == TEMPLATES or _LOADS.search(text):
            yield from in_template(text, path.name)


def in_template(text: str, name: str) -> Iterator[Found]:
    """What one template says."""
    from django.template.base import Lexer, TokenType

    from detente.pages.said_tags import message_of

    tokens = iter(Lexer(text).tokenize())
    for token in tokens:
        bits = token.split_contents() if token.token_type == TokenType.BLOCK else [""]
        if bits[0] == "translate" and bits[1][0] in "\"'":
            context = bits[bits.index("context") + 1].strip("\"'") if "context" in bits else ""
            yield Found(bits[1][1:-1], "", context, name)
        elif bits[0] == "blocktranslate":
            parts: list[list[Any]] = [[]]
            for inner in tokens:
                if inner.token_type == TokenType.BLOCK and inner.contents == "endblocktranslate":
                    break
                if inner.token_type == TokenType.BLOCK and inner.contents == "plural":
                    parts.append([])
                else:
                    parts[-1].append(inner)
            said = [message_of(part).text for part in parts]
            yield Found(said[0], said[1] if len(said) > 1 else "", "", name)


def in_sources() -> Iterator[Found]:
    """What the sources say. Raises ValueError for a call whose message is not written out, which no catalog could have."""
    for path in sorted(SOURCES.rglob("*.py")):
        text = path.read_text("utf-8")
        name = path.relative_to(SOURCES).as_posix()
        if name == "said.py" or _SPEAKS.search(text):  # the file that defines `said` imports it from nowhere, and joins lists with it
            yield from in_source(text, name)


def in_source(text: str, name: str) -> Iterator[Found]:
    """What one source file says."""
    for node in ast.walk(ast.parse(text)):
        called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if not isinstance(node, ast.Call) or called not in ONE | TWO or name in _OWN:
            continue
        wanted = node.args[: 2 if called in TWO else 1]
        words = [arg.value for arg in wanted if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if len(words) < (2 if called in TWO else 1):
            raise ValueError(f"{name}, line {node.lineno}: the message of {called} is not written out")
        yield Found(words[0], words[1] if len(words) > 1 else "", "", name)


_LOADS = re.compile(r"{% load [^%]*\bsaid_tags\b")
_SPEAKS = re.compile(r"^\s*from detente\.(pages\.language|said) import", re.MULTILINE)
_OWN = frozenset({"pages/language.py", "pages/said_tags.py"})  # where what is said is passed on


def in_tables() -> Iterator[Found]:
    """The words of tables, with their contexts."""
    from detente.lexicon import load_lexicon
    from detente.pages import digest_parts, search, tags, wording  # noqa: F401 - their tables are marked as they are loaded
    from detente.pages.language import TABLES
    from detente.similar.reasons import CLASS_WORDS, WAY_WORDS
    from detente.similar.situations import situation_kinds

    lexicon = load_lexicon()
    organisations = [name for code, name in lexicon.code_names.items() if code[:3] in ("IGO", "NGO", "IMG", "MNC")]
    tables = [
        *((context, list(table.values())) for context, table in TABLES),
        ("toward", list(get_args(Change))),
        ("kind", list(CLASS_WORDS.values())),
        ("way", list(WAY_WORDS.values())),
        ("situation", [kind.words for kind in situation_kinds()]),
        ("sector", list(lexicon.sector_names.values())),
        ("name", organisations),
    ]
    for context, words in tables:
        for word in words:
            yield Found(word, "", context, "tables")


def places_of(message: str) -> set[str]:
    """The places of a message with their formats: ``{share:.0%}`` and ``{name}``."""
    return {f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(message) if name is not None}


def catalog_path(code: str, ending: str = "po") -> Path:
    """Where the catalog of a language is."""
    return LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def read_catalog(code: str) -> Any:
    """Babel's catalog of a language."""
    from babel.messages.pofile import read_po

    with catalog_path(code).open("rb") as file:
        return read_po(file, locale=code, domain=DOMAIN)


def renewed(old: Any) -> Any:
    """A catalog with exactly the messages of today: what was translated stays so, what is no longer said is dropped."""
    from babel.messages import Catalog

    new = Catalog(locale=old.locale, domain=DOMAIN, project="Detente", charset="utf-8", fuzzy=False, header_comment=old.header_comment)
    for found in messages():
        ident = (found.text, found.plural) if found.plural else found.text
        was = old.get(found.text, found.context or None)
        kept = was.string if was is not None and isinstance(was.string, tuple) == bool(found.plural) else ""
        new.add(ident, kept, locations=[(found.file, 0)], context=found.context or None)
    return new


def po_bytes(catalog: Any) -> bytes:
    """A catalog as a .po file; without dates, so that the same messages are the same bytes."""
    from babel.messages.pofile import write_po

    out = io.BytesIO()
    write_po(out, catalog, width=120, omit_header=True, sort_output=False, include_lineno=False)
    head = f'msgid ""\nmsgstr ""\n"Language: {catalog.locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    head += f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return head.encode() + out.getvalue()


def mo_bytes(catalog: Any) -> bytes:
    """A catalog compiled: untranslated and uncertain messages are left out."""
    from babel.messages import Catalog
    from babel.messages.mofile import write_mo

    never = datetime(1970, 1, 1, tzinfo=UTC)  # no date of today, so that the same messages are the same bytes
    plain = Catalog(locale=catalog.locale, charset="utf-8", fuzzy=False, creation_date=never, revision_date=never)
    for message in catalog:
        if message.id and message.string and not message.fuzzy:
            plain.add(message.id, message.string, context=message.context)
    out = io.BytesIO()
    write_mo(out, plain)
    return out.getvalue()


def main() -> None:
    """Renew and compile every catalog; say what is still to be translated."""
    for code in sorted(path.name for path in LOCALE.iterdir() if catalog_path(path.name).exists()):
        catalog = renewed(read_catalog(code))
        catalog_path(code).write_bytes(po_bytes(catalog))
        catalog_path(code, "mo").write_bytes(mo_bytes(catalog))
        missing = [m for m in catalog if m.id and not all(m.string if isinstance(m.string, tuple) else (m.string,))]
        needed = [m for m in missing if m.context not in OPTIONAL]
        free = len(missing) - len(needed)
        print(f"{code}: {len(catalog)} messages; to be translated: {len(needed)}, and {free} that may stay as they are")  # noqa: T201


if __name__ == "__main__":
    main()
