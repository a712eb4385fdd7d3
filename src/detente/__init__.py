"""Detente keeps track of relations: articles in; events, levels, statuses and pages out, each open down to the quoted words.

The public names load on first use, so ``import detente`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# name -> module that holds it
_PUBLIC = {
    "read_articles": "detente.articles",
    "code_events": "detente.events",
    "explain_event": "detente.events",
    "relation_series": "detente.relations",
    "assess_relations": "detente.relations",
    "explain_status": "detente.relations",
    "import_table": "detente.events.tables",
    "find_similar": "detente.similar",
    "load_lexicon": "detente.lexicon",
    "open_desk": "detente.pipeline",
    "Article": "detente.types",
    "Clause": "detente.clauses",
    "Event": "detente.types",
    "Assessment": "detente.types",
    "Forecast": "detente.types",
    "Status": "detente.types",
    "DetenteError": "detente.errors",
}
__all__ = sorted(_PUBLIC)  # pyright: ignore


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'detente' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
