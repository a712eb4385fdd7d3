"""A row of a table, a JSON object or front matter to what it states, by the names in ``data/columns.tsv``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from detente.articles.dates import parse_published
from detente.articles.stated import Stated
from detente.articles.tables import rows

TEXT_FIELD = "text"
_DELIMITERS = ("\t", ";", ",", "|")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_LANGUAGE_NAMES = {
    "english": "en", "russian": "ru", "ukrainian": "uk", "belarusian": "be", "polish": "pl",
    "german": "de", "french": "fr", "spanish": "es",
}  # fmt: skip
_THREE_LETTERS = {
    "eng": "en", "rus": "ru", "ukr": "uk", "bel": "be", "pol": "pl", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es",
}  # fmt: skip


@cache
def _ranks() -> dict[str, tuple[int, str]]:
    return {row["name"]: (rank, row["field"]) for rank, row in enumerate(rows("columns"))}


def field_of(name: str) -> str:
    """The field a column of that name fills, or ''."""
    return _ranks().get(_plain(name), (0, ""))[1]


def fields_of(names: Sequence[str]) -> list[str]:
    """The field each column fills ('' for none). Where two would fill the same one the row higher up in the table wins."""
    best: dict[str, tuple[int, int]] = {}
    for at, name in enumerate(names):
        rank, field = _ranks().get(_plain(name), (0, ""))
        if field and (field not in best or rank < best[field][0]):
            best[field] = (rank, at)
    at_field = {at: field for field, (_, at) in best.items()}
    return [at_field.get(at, "") for at in range(len(names))]


def by_field(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The values of a mapping by field. A later alternative fills in where the preferred one is empty."""
    found: dict[str, tuple[int, Any]] = {}
    for name, value in row.items():
        rank, field = _ranks().get(_plain(str(name)), (0, ""))
        if field and value not in (None, "", [], {}) and (field not in found or rank < found[field][0]):
            found[field] = (rank, value)
    return {field: value for field, (_, value) in found.items()}


def delimiter_of(line: str) -> str:
    """What parts the columns of a header line: the one of tab, semicolon, comma and bar that makes most columns; '' for none."""
    best = max(_DELIMITERS, key=line.count)
    return best if best in line else ""


def stated_of(values: Mapping[str, Any]) -> tuple[Stated, tuple[str, ...]]:
    """What the values by field state, and notes on those that cannot be used."""
    notes = []
    published = None
    given = values.get("published")
    if given is not None:
        published = parse_published(given)
        if published is None:
            notes.append(f"the date {plain(given)[:60]!r} cannot be read: write it as 2016-07-25 or 2016-07-25T23:33+03:00")
    kind = plain(values.get("kind", "")).lower() or "report"
    if kind not in ("report", "analysis"):
        notes.append(f"kind {kind[:40]!r} is neither report nor analysis: taken as a report")
    stated = Stated(
        title=plain(values.get("title", "")),
        published=published,
        author=plain(values.get("author", "")),
        photo_credit=plain(values.get("photo_credit", "")),
        language=language_code(plain(values.get("language", ""))),
        source=plain(values.get("source", "")),
        url=plain(values.get("url", "")),
        category=plain(values.get("category", "")),
        kind="analysis" if kind == "analysis" else "report",
    )
    return stated, tuple(notes)


def plain(value: Any) -> str:
    """A scalar as text; a list of scalars joined by commas; the name in a mapping such as ``{"name": "Jane Smith"}``; else ''."""
    match value:
        case str():
            return value.strip()
        case bool() | None:
            return ""
        case int() | float():
            return str(value)
        case list() | tuple():
            return ", ".join(part for item in value[:20] if (part := plain(item) if not isinstance(item, (list, tuple)) else ""))
        case Mapping():
            name = value.get("name")
            return name.strip() if isinstance(name, str) else ""
        case _ if hasattr(value, "isoformat"):
            return str(value.isoformat())
        case _:
            return ""


def text_of(value: Any) -> str:
    """The text column: a string, or a list of paragraphs."""
    if isinstance(value, (list, tuple)):
        return "\n\n".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else plain(value)


def language_code(value: str) -> str:
    """ISO 639-1 code of ``en``, ``en-GB``, ``eng`` or ``English``; '' for anything else."""
    lower = value.strip().lower()
    if lower in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[lower]
    found = _LANGUAGE.fullmatch(lower)
    if not found:
        return ""
    return _THREE_LETTERS.get(found[1], found[1])


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-.:]", "", name).casefold()
