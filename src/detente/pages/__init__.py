"""A desk as a static site: page dataclasses made in one place, templates, charts, feeds. Loaded on first use."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_PUBLIC = {"write_site": "detente.pages.site", "SiteReport": "detente.pages.site", "build_site": "detente.pages.build"}
__all__ = sorted(_PUBLIC)  # pyright: ignore


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
