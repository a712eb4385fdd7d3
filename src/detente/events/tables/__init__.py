"""Event tables in and out: published formats -> the project's own columns (`import_table`), and back (`export_events`).

One file a format (icews, gdelt, polecat, phoenix), each a table of columns; `published` says what such a table may say, `reading` does the
work for all of them in DuckDB."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from detente.events.tables.gdelt import GDELT
from detente.events.tables.icews import ICEWS
from detente.events.tables.phoenix import PHOENIX
from detente.events.tables.polecat import POLECAT

FORMATS = {form.name: form for form in (ICEWS, GDELT, POLECAT, PHOENIX)}

_LATER = {"import_table": "detente.events.tables.importing", "import_files": "detente.events.tables.importing"}
__all__ = ["FORMATS", "import_files", "import_table"]  # pyright: ignore


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'detente.events.tables' has no attribute {name!r}")
