"""Long texts: cut into passages the model can read, and their vectors pooled into one. News tells what it is about first."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

# About 100 word pieces of English, within the 128 the model was trained on. On reports made of a news line, two of its nearest lines and
# twelve lines of background (evals/similar.py --long) the line is nearest to its own report in .75 of cases; with 900 characters in .40.
PASSAGE_CHARACTERS = 450
# Passages of one text that are read: the lead and about 2,200 characters more. Beyond, a report is background; 4, 6 and 8 differ little.
MAX_PASSAGES = 6
# Weight of the first passage is 1, of each later one this. Same test: at 1 .35, at .5 .62, at .25 .75, at .1 .72.
LATER_WEIGHT = 0.25
PASSAGES_VERSION = "p1"

_BREAK = re.compile(r"\n\s*\n|(?<=[.!?…])[\"'”’)\]]*\s+")


def split_passages(text: str, size: int = 0) -> list[str]:
    """At most MAX_PASSAGES passages of at most ``size`` characters (default PASSAGE_CHARACTERS), at least one, which may be empty.

    They are cut at ends of sentences and paragraphs where there are any.
    """
    size = size or PASSAGE_CHARACTERS
    text = text[: size * MAX_PASSAGES * 2].strip()
    if len(text) <= size:
        return [text]
    out: list[str] = []
    start = 0
    while start < len(text) and len(out) < MAX_PASSAGES:
        end = start + size
        if end < len(text):
            cuts = [found.end() for found in _BREAK.finditer(text, start, end)]
            # A cut in the first half would leave a scrap; better to cut at a space then.
            if cuts and cuts[-1] - start >= size // 2:
                end = cuts[-1]
            else:
                space = text.rfind(" ", start + 1, end)
                end = space if space > start + size // 2 else end
        passage = text[start:end].strip()
        if passage:
            out.append(passage)
        start = end
    return out


def pool_passages(vectors: Floats, counts: Sequence[int], later: float | None = None) -> Floats:
    """Weighted mean of each text's passages, length one.

    vectors: all passages in order; counts: passages a text; later: weight of those after the first (default LATER_WEIGHT).
    """
    if len(vectors) == len(counts):
        return vectors.astype(np.float32, copy=False)
    pooled = mean_of_passages(vectors, counts, LATER_WEIGHT if later is None else later)
    normed: Floats = (pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-12)).astype(np.float32)
    return normed


def mean_of_passages(vectors: Floats, counts: Sequence[int], later: float) -> Floats:
    """Weighted mean of the rows of each text: 1 for the first, ``later`` for each other; not brought to length one."""
    if not counts:
        return vectors
    weights = np.concatenate([np.r_[1.0, np.full(count - 1, later)] for count in counts])
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    totals = np.add.reduceat(weights, starts)[:, None]
    mean: Floats = (np.add.reduceat(vectors * weights[:, None], starts, axis=0) / totals).astype(np.float32)
    return mean
