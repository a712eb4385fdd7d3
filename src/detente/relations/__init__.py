"""Events -> series -> level -> status. The public names load on first use: numpy and DuckDB are not needed to import the package."""

from __future__ import annotations

from importlib import import_module
from typing import Any

RELATIONS_VERSION = "3"  # goes up with every change of a constant or of the arithmetic: stored statuses name the version that made them

# name -> module that holds it
_PUBLIC = {
    "Observation": "detente.relations.observing",
    "observations": "detente.relations.observing",
    "directed": "detente.relations.observing",
    "relation_name": "detente.relations.observing",
    "assess_relations": "detente.relations.table",
    "write_statuses": "detente.relations.table",
    "relation_series": "detente.relations.series",
    "relation_status": "detente.relations.status",
    "relation_statuses": "detente.relations.status",
    "category_status": "detente.relations.status",
    "status_steps": "detente.relations.status",
    "trends": "detente.relations.status",
    "turning_points": "detente.relations.turning_points",
    "explain_status": "detente.relations.explanation",
}
__all__ = ["RELATIONS_VERSION", *sorted(_PUBLIC)]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        value = getattr(import_module(_PUBLIC[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'detente.relations' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
