"""Dynamics of a relation: how long a shock lasts, who answers whom, what feeds on itself, and which other relation it follows.

Needs statsmodels (`pip install 'detente[dynamics]'`) for all but inertia. The public names load on first
use; the single findings are in the modules of their names."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

_PUBLIC = {
    "Tracks": "detente.relations.dynamics.tracks",
    "tracks_of": "detente.relations.dynamics.tracks",
    "tracks_from_observations": "detente.relations.dynamics.tracks",
    "third_parties": "detente.relations.dynamics.third_party",
    "expected_response": "detente.relations.dynamics.response",
    "observed_response": "detente.relations.dynamics.response",
    "findings_of": "detente.relations.dynamics.findings",
    "relation_findings": "detente.relations.dynamics.findings",
    "table_findings": "detente.relations.dynamics.findings",
}
__all__ = ["dynamics_available", *sorted(_PUBLIC)]


def dynamics_available() -> bool:
    """Whether the extra is installed."""
    return find_spec("statsmodels") is not None


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'detente.relations.dynamics' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
