"""An index of texts and its two lists: the same story, and similar situations. Rows are scored one block of questions at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from detente.errors import NotFoundError
from detente.similar.documents import SimilarDoc, check_ids, days_of
from detente.similar.profile import country_of, event_features
from detente.similar.reasons import situation_reason, story_reason
from detente.similar.scoring import (
    LEAST,
    NEAR_DUPLICATE_MEANING,
    NEAR_DUPLICATE_WORDS,
    SAME_STORY,
    SAME_STORY_DAYS,
    SITUATION,
    STORY,
    SituationWeights,
    StoryWeights,
    nearness_in_time,
    share_with_neighbours,
)
from detente.similar.sparse import SparseRows, sparse_rows
from detente.similar.vectors import Vectors, given_or_made, situation_vectors, whole_text
from detente.similar.words import terms
from detente.types import Neighbour

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Kind = Literal["story", "situation"]

# Questions scored at once: at 100,000 texts a block of scores is 13 MB.
BLOCK = 32


@dataclass(eq=False)
class Index:
    """Texts made ready for both lists. Make it with `build_index`.

    vectors: see `Vectors`. words: TF-IDF of words, names and actors' codes. days: of publication, NaN if unknown.
    origin: row of the text each one duplicates (its own if none). What only situations need is made when first asked for.
    """

    docs: Sequence[SimilarDoc]
    rows: Mapping[str, int]
    days: Floats
    vectors: Vectors
    words: SparseRows
    origin: Ints
    model: str | Path | None
    story: StoryWeights = STORY
    situation: SituationWeights = SITUATION

    @cached_property
    def masked_and_shares(self) -> tuple[Floats, Floats]:
        """Meaning with names masked, and shares in the kinds of situation: kept ones, or made now."""
        if self.vectors.masked is None or self.vectors.shares is None:
            return situation_vectors(self.docs, self.model)
        return self.vectors.masked, self.vectors.shares

    @cached_property
    def events(self) -> SparseRows:
        """Classes, directions and roles of the events, and the words without names."""
        return sparse_rows(map(situation_fields, self.docs), (self.situation.events, self.situation.words))

    def similar(self, id: str, kind: str = "story", top: int = 10, least: float | None = None) -> list[Neighbour]:
        """The ``top`` nearest texts, best first; near duplicates are left out.

        kind: "story" (the same happening) or "situation" (the same kind of happening elsewhere or at another time). least: scores below it
        are left out (default LEAST[kind]; 0 for a full ranking). Raises NotFoundError for an unknown id or kind, ModelError.
        """
        return next(self.lists([id], kind, top, least))[1]

    def lists(
        self, ids: Iterable[str], kind: str = "story", top: int = 10, least: float | None = None
    ) -> Iterator[tuple[str, list[Neighbour]]]:
        """(id, `similar` of it) for many, a block at a time. Raises NotFoundError for an unknown id or kind, ModelError."""
        if kind not in LEAST:
            raise NotFoundError(f"there is no list of kind {kind!r}", hint="kind is story or situation")
        wanted = list(ids)
        for each in wanted:
            if each not in self.rows:
                raise NotFoundError(f"there is no document {each!r}", hint="ids of questions must be ids of the corpus")
        floor = LEAST[kind] if least is None else least
        for start in range(0, len(wanted), BLOCK):
            block = wanted[start : start + BLOCK]
            chosen = np.array([self.rows[each] for each in block], dtype=np.int64)
            direct, barred = self._direct(chosen)
            if kind == "situation":
                direct = self._situations(chosen, direct, barred)
            for row, scores, bar, each in zip(chosen, direct, barred, block, strict=True):
                order, values = self._ranked(int(row), scores, bar, kind, top)
                yield each, [self._neighbour(int(row), int(n), float(v), kind) for n, v in zip(order, values, strict=True) if v >= floor]

    def _direct(self, chosen: Ints) -> tuple[Floats, npt.NDArray[np.bool_]]:
        """Story scores of some rows with all, and what may not be suggested to them: themselves and near duplicates."""
        meaning = self.vectors.meaning[chosen] @ self.vectors.meaning.T
        words = np.stack([self.words.products(int(n)) for n in chosen])
        # Copies share all of their words and names (and actors): nearly the whole of what the row has with itself.
        own = np.maximum(words[np.arange(len(chosen)), chosen], 1e-9)[:, None]
        barred = (meaning >= NEAR_DUPLICATE_MEANING) & (words >= NEAR_DUPLICATE_WORDS * own)
        barred |= self.origin[chosen][:, None] == self.origin[None, :]
        barred |= (self.origin != np.arange(len(self.docs)))[None, :]
        return self._mixed(meaning, words, self.days[chosen]), barred

    def _mixed(self, meaning: Floats, words: Floats, days: Floats, against: Floats | None = None) -> Floats:
        most = self.story.meaning + self.story.words + self.story.names
        apart = np.abs(days[:, None] - (self.days if against is None else against)[None, :])
        mixed: Floats = np.minimum((self.story.meaning * np.maximum(meaning, 0) + words) / most, 1.0) * nearness_in_time(apart, self.story)
        return mixed

    def _situations(self, chosen: Ints, direct: Floats, barred: npt.NDArray[np.bool_]) -> Floats:
        """Situation scores of some rows with all. Bars what is the same story besides."""
        masked, shares = self.masked_and_shares
        roots, weights = np.sqrt(shares), self.situation
        apart = np.abs(self.days[chosen][:, None] - self.days[None, :])
        barred |= (direct >= SAME_STORY) & ~(apart > SAME_STORY_DAYS)
        scores = weights.meaning * np.maximum(masked[chosen] @ masked.T, 0) + weights.kinds * (roots[chosen] @ roots.T)
        scores += np.stack([self.events.products(int(n)) for n in chosen])
        coded = np.array([bool(doc.events) for doc in self.docs])
        most = weights.meaning + weights.kinds + weights.words + weights.events * (coded[chosen][:, None] & coded[None, :])
        ratio: Floats = np.minimum(scores / most, 1.0).astype(np.float32)
        return ratio

    def _ranked(self, row: int, scores: Floats, barred: npt.NDArray[np.bool_], kind: str, top: int) -> tuple[Ints, Floats]:
        """Rows and scores of the best, best first; of equals the earlier in the corpus."""
        free = np.flatnonzero(~barred)
        pool = max(top, self.story.pool if kind == "story" else top)
        if len(free) > pool:
            free = np.sort(free[np.argpartition(-scores[free], pool - 1)[:pool]])
        values = scores[free]
        if kind == "story" and len(free):
            values = self._shared(row, free, values)
        values = np.round(values, 6)
        order = np.argsort(-values, kind="stable")[:top]
        return free[order], values[order]

    def _shared(self, row: int, pool: Ints, values: Floats) -> Floats:
        """Story scores of a pool after sharing with neighbours (see `scoring.share_with_neighbours`)."""
        members = np.concatenate([[row], pool]).astype(np.int64)
        vectors, days = self.vectors.meaning[members], self.days[members]
        among = self._mixed(vectors @ vectors.T, self.words.among(members), days, days)
        np.fill_diagonal(among, 0.0)
        return share_with_neighbours(np.concatenate([[np.float32(0)], values]).astype(np.float32), among, self.story)[1:]

    def _neighbour(self, row: int, other: int, score: float, kind: str) -> Neighbour:
        mine, theirs = self.docs[row], self.docs[other]
        if kind == "story":
            why = story_reason(mine, theirs, score, self.words)
        else:
            shares = self.masked_and_shares[1]
            why = situation_reason(mine, theirs, shares[row], shares[other], self.words)
        return Neighbour(theirs.id, round(score, 4), why)


def situation_fields(doc: SimilarDoc) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """What `Index.events` counts of a text."""
    return event_features(doc.events), Counter(term.key for term in terms(whole_text(doc)) if not term.is_name)


def story_fields(doc: SimilarDoc) -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]:
    """What `Index.words` counts of a text."""
    found = terms(whole_text(doc))
    sides = [*doc.actors, *(code for actor, recipient, _ in doc.events for code in (actor, recipient) if code)]
    return Counter(term.key for term in found), Counter(term.key for term in found if term.is_name), Counter(map(country_of, sides))


def build_index(
    docs: Iterable[SimilarDoc], *, model: str | Path | None = None, vectors: Mapping[str, Floats] | None = None,
    duplicates: Mapping[str, str] | None = None, story: StoryWeights = STORY, situation: SituationWeights = SITUATION,
) -> Index:  # fmt: skip
    """An index of texts.

    model: folder with model.onnx and tokenizer.json, None for the model that comes along. vectors: kept vectors by id, as `embed` (then
    those of situations are made when asked for) or `document_vectors` makes them; missing ones are made. duplicates: id -> id of the
    earlier text it duplicates; the later ones are never suggested. Raises TableError for ids that are there twice, ModelError.
    """
    listed = list(docs)
    rows = check_ids(listed)
    made = given_or_made(listed, vectors, model)
    origin = np.arange(len(listed), dtype=np.int64)
    for later, earlier in (duplicates or {}).items():
        if later in rows and earlier in rows:
            origin[rows[later]] = rows[earlier]
    days = np.array([np.nan if day is None else day for day in days_of(listed)], dtype=np.float32)
    words = sparse_rows(map(story_fields, listed), (story.words, story.names, story.actors))
    return Index(listed, rows, days, made, words, origin, model, story, situation)


def find_similar(
    docs: Iterable[SimilarDoc], queries: Iterable[str] | None = None, top: int = 10, kind: str = "story", *,
    model: str | Path | None = None, vectors: Mapping[str, Floats] | None = None, least: float = 0.0,
) -> Iterator[tuple[str, list[Neighbour]]]:  # fmt: skip
    """(id, its nearest texts) for each question in order (default: every text). A full ranking: nothing is left out for a low score.

    Raises TableError, NotFoundError for a question that is not in the corpus, ModelError.
    """
    index = build_index(docs, model=model, vectors=vectors)
    yield from index.lists(index.rows if queries is None else queries, kind, top, least)
