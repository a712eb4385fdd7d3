"""Vectors of whole documents, for both lists: made, or kept by the caller."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente.errors import ModelError
from detente.similar.documents import SimilarDoc
from detente.similar.model import embed, embed_passages, load_model
from detente.similar.passages import mean_of_passages, pool_passages
from detente.similar.profile import LATER, kind_shares, masked_passages
from detente.similar.situations import situation_kinds

Floats = npt.NDArray[np.float32]

# Texts whose passages are held at once: bounds memory whatever the number of texts.
_BLOCK = 1000


def situation_vectors(docs: Sequence[SimilarDoc], model: str | Path | None = None) -> tuple[Floats, Floats]:
    """(meaning with names masked, length one; shares in the kinds), a row a text. Raises ModelError."""
    loaded = load_model(model)
    meaning: list[Floats] = []
    shares: list[Floats] = []
    for start in range(0, len(docs), _BLOCK):
        split = [masked_passages(doc) for doc in docs[start : start + _BLOCK]]
        passages, counts = [passage for part in split for passage in part], [len(part) for part in split]
        vectors = embed_passages(passages, loaded)
        meaning.append(pool_passages(vectors, counts, LATER))
        shares.append(mean_of_passages(kind_shares(vectors, passages, model), counts, LATER))
    if not docs:
        return np.zeros((0, 0), np.float32), np.zeros((0, len(situation_kinds())), np.float32)
    return np.concatenate(meaning), np.concatenate(shares)


def whole_text(doc: SimilarDoc) -> str:
    """Title and text as one: what is embedded for the list of the same story."""
    return f"{doc.title}\n{doc.text}".strip()


@dataclass(frozen=True, slots=True)
class Vectors:
    """Rows for each text. meaning: of the text. masked, shares: for situations, None where they have to be made when asked for."""

    meaning: Floats
    masked: Floats | None
    shares: Floats | None


def document_vectors(docs: Sequence[SimilarDoc], model: str | Path | None = None) -> dict[str, Floats]:
    """One vector a text to keep by id, beside `model_version`, for both lists. Raises ModelError.

    It holds the meaning of the text, the same with the names masked, and the shares in the kinds of situation; a zero is added where
    needed to make its length odd, by which it is told from a plain vector of `embed` (models have even dimensions).
    """
    masked, shares = situation_vectors(docs, model)
    parts = [embed([whole_text(doc) for doc in docs], model), masked, shares]
    if sum(part.shape[1] for part in parts) % 2 == 0:
        parts.append(np.zeros((len(docs), 1), np.float32))
    return {doc.id: vector for doc, vector in zip(docs, np.concatenate(parts, axis=1), strict=True)}


def _parts(rows: Floats) -> Vectors:
    """What kept vectors of one length hold."""
    if rows.shape[1] % 2 == 0:
        return Vectors(rows, None, None)
    kinds = len(situation_kinds())
    size = (rows.shape[1] - kinds) // 2
    return Vectors(rows[:, :size], rows[:, size : 2 * size], rows[:, 2 * size : 2 * size + kinds])


def given_or_made(docs: Sequence[SimilarDoc], vectors: Mapping[str, Floats] | None, model: str | Path | None) -> Vectors:
    """Kept vectors in the order of the texts; those that are not given are made. Raises ModelError if they do not fit together."""
    given = vectors or {}
    missing = [doc for doc in docs if doc.id not in given]
    lengths = {len(given[doc.id]) for doc in docs if doc.id in given}
    if not lengths:
        return Vectors(embed([whole_text(doc) for doc in docs], model), None, None)
    whole = any(length % 2 for length in lengths)
    made: dict[str, Floats] = {}
    if missing and whole:
        made = document_vectors(missing, model)
    elif missing:
        made = dict(zip((doc.id for doc in missing), embed([whole_text(doc) for doc in missing], model), strict=True))
    if len(lengths | {len(vector) for vector in made.values()}) > 1:
        raise ModelError("the kept vectors are of different lengths", hint="another model made some: make them again (see MODEL_VERSION)")
    return _parts(np.stack([made[doc.id] if doc.id in made else given[doc.id] for doc in docs]).astype(np.float32))
