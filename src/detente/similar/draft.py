"""An index with one more text, for what is being written: the others are not read anew, so that it is there while a writer waits."""

from __future__ import annotations

import numpy as np

from detente.similar.documents import SimilarDoc
from detente.similar.index import Index, situation_fields, story_fields
from detente.similar.model import embed
from detente.similar.sparse import with_row
from detente.similar.vectors import Vectors, situation_vectors, whole_text


def index_with(index: Index, draft: SimilarDoc) -> Index:
    """``index`` with a text whose id it does not have. What is known of the texts there is kept, the rarity of their words too. Raises
    ModelError."""
    (masked, shares), (mine_masked, mine_shares) = index.masked_and_shares, situation_vectors([draft], index.model)
    meaning = np.concatenate([index.vectors.meaning, embed([whole_text(draft)], index.model)])
    vectors = Vectors(meaning, np.concatenate([masked, mine_masked]), np.concatenate([shares, mine_shares]))
    story, situation, last = index.story, index.situation, len(index.docs)
    day = np.nan if draft.date is None else draft.date.toordinal()
    made = Index(
        docs=[*index.docs, draft], rows={**index.rows, draft.id: last}, days=np.append(index.days, np.float32(day)).astype(np.float32),
        vectors=vectors, words=with_row(index.words, story_fields(draft), (story.words, story.names, story.actors)),
        origin=np.append(index.origin, last), model=index.model, story=story, situation=situation,
    )  # fmt: skip
    made.__dict__["events"] = with_row(index.events, situation_fields(draft), (situation.events, situation.words))  # a cached property
    return made
