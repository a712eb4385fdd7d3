"""Clauses -> events, assessments and forecasts; and how each came about."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_PUBLIC = {
    "CODER_VERSION": "detente.events.coder",
    "code_articles": "detente.events.coder",
    "code_events": "detente.events.coder",
    "explain_event": "detente.events.explain",
    "merge_events": "detente.events.merge",
}
__all__ = sorted(_PUBLIC)


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(name)
