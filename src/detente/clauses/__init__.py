"""Text -> sentences -> clauses. The only place that knows the parser."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_PUBLIC = {
    "Token": "detente.clauses.tokens",
    "Sentence": "detente.clauses.tokens",
    "Argument": "detente.clauses.tokens",
    "Clause": "detente.clauses.tokens",
    "extract_clauses": "detente.clauses.extract",
    "mend_headline": "detente.clauses.hidden_verb",
    "load_parser": "detente.clauses.parser",
    "parse_texts": "detente.clauses.parser",
    "DEFAULT_MODEL": "detente.clauses.parser",
}
__all__ = sorted(_PUBLIC)


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(name)
