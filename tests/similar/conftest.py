"""Fixtures of the tests of similar articles."""

from __future__ import annotations

import hashlib
from datetime import date

import numpy as np
import pytest

from detente.similar.documents import SimilarDoc

_ROWS: list[tuple[str, str, str, date | None, tuple[str, ...], tuple[tuple[str, str, str], ...]]] = [
    ("expel-1", "London sends envoys home", "Britain expelled 23 Russian diplomats over the poisoning of Sergei Skripal in Salisbury.",
     date(2018, 3, 14), ("GBRGOV", "RUSGOV"), (("GBRGOV", "RUSGOV", "COERCE"),)),
    ("expel-2", "Moscow answers", "Lavrov said Russia would expel British diplomats in response to the Salisbury case of Sergei Skripal.",
     date(2018, 3, 16), ("GBRGOV", "RUSGOV"), (("RUSGOV", "GBRGOV", "COERCE"),)),
    ("expel-3", "Minsk shrinks the embassy", "Belarus expelled ten American diplomats and told the ambassador to leave.",
     date(2008, 4, 30), ("BLRGOV", "USAGOV"), (("BLRGOV", "USAGOV", "COERCE"),)),
    ("aid-1", "", "Japan sent tents and medicine to Nepal after the earthquake.",
     date(2015, 4, 26), ("JPN", "NPL"), (("JPN", "NPL", "AID"),)),
    ("vote-1", "", "Voters in Kenya went to the polls again after judges annulled the first election.", date(2017, 10, 26), (), ()),
    ("undated", "", "The dam on the river held through the winter.", None, (), ()),
]


@pytest.fixture
def reports() -> list[SimilarDoc]:
    """Six short reports: two of one story, a like situation, and three of other things."""
    return [SimilarDoc(*row) for row in _ROWS]


@pytest.fixture
def hashed_vectors():
    """A function docs -> {id: vector}: a bag of hashed words of length one, which needs no model and is the same everywhere."""

    def make(docs, size=64):
        out = {}
        for doc in docs:
            vector = np.zeros(size, np.float32)
            for word in f"{doc.title} {doc.text}".lower().split():
                vector[int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % size] += 1
            out[doc.id] = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return out

    return make
