"""How the parts are mixed into one score between 0 and 1. The score orders a list; it is no probability.

Both lists add cosines and divide by the most that could be reached, so 1 is what two equal texts of one day would have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class StoryWeights:
    """Weights of the list of the same story. Tuned on half of the stories of similar_2018, checked on the other (`evals/similar.py`).

    meaning, words, names, actors: weights of the four cosines (actors only where codes are given). floor, days: the sum is multiplied by
    floor + (1 - floor) exp(-days apart / days). pool, near, sharpness, share: of the ``pool`` best, each also gets
    ``share`` of the scores its own ``near`` nearest have with the question, and that the question's nearest have with it, weighted by
    their score to the power of ``sharpness``: the neighbour of a neighbour is of the story more often than a lone look-alike.
    """

    meaning: float = 1.0
    words: float = 1.0
    names: float = 0.4
    actors: float = 0.2
    floor: float = 0.4
    days: float = 40.0
    pool: int = 100
    near: int = 5
    sharpness: float = 3.0
    share: float = 0.2


@dataclass(frozen=True, slots=True)
class SituationWeights:
    """Weights of the list of similar situations, measured on evals/data/situations.jsonl (`evals/similar.py`).

    meaning: cosine of the leads with their names masked. kinds: likeness of their shares in the kinds of situation (Bhattacharyya
    coefficient). words: cosine of the words without names. events: cosine of classes, directions and roles, where both are coded.
    """

    meaning: float = 1.0
    kinds: float = 1.5
    words: float = 0.1
    events: float = 0.6


# Above both, a text is a copy or a light rewrite, not "similar". words: share of what the text has with itself. Among the 3,674 lines of
# similar_2018 one pair, a true repeat, is above both; reports that only bring a toll up to date reach .993 and .924, .977 and .887.
NEAR_DUPLICATE_MEANING = 0.98
NEAR_DUPLICATE_WORDS = 0.95
# At this score and within these days two texts tell the same story, which is no other situation. Of pairs at or above it 65 % are of one
# heading in similar_2018, whose headings are cut at 60 days; at .3 55 %, at .5 80 %.
SAME_STORY, SAME_STORY_DAYS = 0.35, 60.0
# Below, a reason says "perhaps": at or above, 72 % of neighbours are right in similar_2018 (at .3 57 %, at .5 82 %).
LIKELY_STORY = 0.4
# Lists shown to readers leave out scores below. Story: keeps 84 % of right neighbours in similar_2018, of which 35 % at this score or
# above are right. Situation: see docs/similar.md.
LEAST: Mapping[str, float] = {"story": 0.2, "situation": 0.4}

STORY = StoryWeights()
SITUATION = SituationWeights()


def nearness_in_time(apart: Floats, weights: StoryWeights) -> Floats:
    """Factor between floor and 1 for days apart; unknown (NaN) counts as very long ago."""
    factor: Floats = (weights.floor + (1.0 - weights.floor) * np.exp(-np.nan_to_num(apart, nan=np.inf) / weights.days)).astype(np.float32)
    return factor


def share_with_neighbours(direct: Floats, among: Floats, weights: StoryWeights) -> Floats:
    """Scores of a pool after each takes a share of its neighbours' (one step over the graph of nearest neighbours, both ways).

    direct: scores of the question with the pool, its own place set to 0. among: scores of the pool with each other, diagonal 0; row and
    column 0 are the question itself.
    """
    steps = _steps(among, weights)
    from_mine = steps[0] @ among
    from_theirs = steps @ among[0]
    mixed: Floats = ((direct + weights.share * (from_mine + from_theirs)) / (1.0 + 2.0 * weights.share)).astype(np.float32)
    return mixed


def _steps(among: Floats, weights: StoryWeights) -> Floats:
    """Each row's share of weight on its nearest: scores of the ``near`` best to the power of ``sharpness``, summing to 1."""
    near = min(weights.near, len(among) - 1)
    if near < 1:
        return np.zeros_like(among)
    best = np.argpartition(-among, near - 1, axis=1)[:, :near]
    out = np.zeros_like(among)
    np.put_along_axis(out, best, np.maximum(np.take_along_axis(among, best, axis=1), 0.0) ** weights.sharpness, axis=1)
    summed: Floats = out / np.maximum(out.sum(axis=1, keepdims=True), 1e-12)
    return summed
