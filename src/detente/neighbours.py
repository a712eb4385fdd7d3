"""A desk's articles made ready to be compared, with their vectors kept in a file between calls: they are the dear part, and derived."""

from __future__ import annotations

import os
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente import __version__
from detente.similar.documents import SimilarDoc
from detente.similar.index import Index, build_index
from detente.similar.model import model_version
from detente.similar.vectors import document_vectors
from detente.types import Article, Event

Vectors = dict[str, npt.NDArray[np.float32]]


def similar_docs(articles: Iterable[Article], events: Iterable[Event]) -> list[SimilarDoc]:
    """What is compared of each article: its words, and what is told in it."""
    rows: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for event in events:
        for told_in in dict.fromkeys(mention.article for mention in event.mentions):
            rows[told_in] += [(actor, recipient, event.plover) for actor in event.actor for recipient in event.recipient or ("",)]
    docs = []
    for article in sorted(articles, key=lambda a: a.id):
        actors = tuple(dict.fromkeys(code for actor, recipient, _ in rows[article.id] for code in (actor, recipient) if code))
        day = article.published.date() if article.published else None
        docs.append(SimilarDoc(article.id, article.title, article.text, day, actors, tuple(rows[article.id])))
    return docs


def desk_index(docs: Sequence[SimilarDoc], duplicates: Mapping[str, str], model: str, folder: Path) -> Index:
    """The index of a desk's articles; vectors come from ``folder`` where they are kept. Raises ModelError."""
    version = f"{__version__} {model_version(model or None)}"
    path = folder / f"vectors-{sha256(version.encode()).hexdigest()[:12]}.npz"
    kept = _load(path)
    missing = [doc for doc in docs if doc.id not in kept]
    if missing:
        made = document_vectors(missing, model or None)
        kept = {doc.id: kept[doc.id] if doc.id in kept else made[doc.id] for doc in docs}
        _save(path, kept)
    vectors = {doc.id: kept[doc.id] for doc in docs}
    return build_index(docs, model=model or None, vectors=vectors, duplicates=duplicates)


def index_with(index: Index, draft: SimilarDoc) -> Index:
    """The index of a desk with one more text, whose id no article has. The articles' vectors are those of ``index``. Raises ModelError."""
    if not index.docs:
        return build_index([draft], model=index.model)
    masked, shares = index.masked_and_shares
    whole = np.concatenate([index.vectors.meaning, masked, shares], axis=1)
    odd = whole if whole.shape[1] % 2 else np.pad(whole, ((0, 0), (0, 1)))  # as `document_vectors` makes them
    vectors = {doc.id: odd[row] for row, doc in enumerate(index.docs)} | document_vectors([draft], index.model)
    duplicates = {index.docs[row].id: index.docs[int(first)].id for row, first in enumerate(index.origin) if row != first}
    return build_index([*index.docs, draft], model=index.model, vectors=vectors, duplicates=duplicates)


def _load(path: Path) -> Vectors:
    """The kept vectors; none if there is no such file or it is no such file: they are made again."""
    try:
        with np.load(path, allow_pickle=False) as file:
            return dict(zip(file["ids"].tolist(), file["vectors"], strict=True))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}


def _save(path: Path, vectors: Vectors) -> None:
    """Keep them, if the folder may be written to: reading a desk needs no more than reading rights."""
    half = path.with_name(f".{path.name}.{os.getpid()}.npz")
    try:
        path.parent.mkdir(exist_ok=True)
        np.savez(half, ids=np.array(list(vectors)), vectors=np.stack(list(vectors.values())))
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
