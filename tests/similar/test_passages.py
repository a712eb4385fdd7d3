from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.similar.passages import LATER_WEIGHT, MAX_PASSAGES, PASSAGE_CHARACTERS, pool_passages, split_passages


def test_a_short_text_is_one_passage_even_if_empty():
    assert split_passages(" One. ") == ["One."] and split_passages("") == [""]


def test_passages_end_with_sentences():
    parts = split_passages("The ministers met again in the old town hall. " * 30)
    assert len(parts) > 1 and all(part.endswith(".") for part in parts)


@given(st.text(alphabet="ab .\n", max_size=4000))
def test_passages_are_bounded_and_in_order(text):
    parts = split_passages(text)
    assert 1 <= len(parts) <= MAX_PASSAGES and all(len(part) <= PASSAGE_CHARACTERS for part in parts)
    position = 0
    for part in parts:
        position = text.index(part, position) + len(part)


def test_the_first_passage_weighs_most():
    first, later = np.array([1.0, 0], np.float32), np.array([0, 1.0], np.float32)
    pooled = pool_passages(np.stack([first, later, later, first]), [2, 2])
    np.testing.assert_allclose(pooled[0], np.array([1, LATER_WEIGHT]) / np.hypot(1, LATER_WEIGHT), rtol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(pooled, axis=1), 1, rtol=1e-6)
