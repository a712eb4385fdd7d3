"""Similar articles: the same story, and similar situations. Pure: texts in, neighbours with reasons out.

The public names load on first use, so that importing the package costs neither numpy nor a model.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

# name -> module that holds it
_PUBLIC = {
    "SimilarDoc": "documents",
    "Index": "index",
    "build_index": "index",
    "document_vectors": "vectors",
    "find_similar": "index",
    "MODEL_VERSION": "model",
    "embed": "model",
    "model_version": "model",
    "read_documents": "corpus",
    "similar_from_files": "corpus",
}
__all__ = sorted(_PUBLIC)  # pyright: ignore


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(f"detente.similar.{_PUBLIC[name]}"), name)
    raise AttributeError(f"module 'detente.similar' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
