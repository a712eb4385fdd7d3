from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.similar.sparse import MAX_TERMS, sparse_rows

FIELD = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9), max_size=8)
COUNTS = st.lists(st.lists(FIELD, min_size=2, max_size=2), min_size=1, max_size=8)


def test_weights_are_sublinear_tfidf_of_length_one():
    rows = sparse_rows([[{"war": 4, "the": 1}], [{"the": 1}]], (1.0,))
    war, the = (1 + math.log(4)) * math.log1p(2 / 1), math.log1p(2 / 2)
    ids, weights = rows.row(0)
    found = {word.split()[1]: weights[list(ids).index(n)] for word, n in rows.vocabulary.items()}
    np.testing.assert_allclose([found["war"], found["the"]], np.array([war, the]) / math.hypot(war, the), rtol=1e-6)
    assert math.isclose(rows.rarity_of("war"), math.log1p(2), rel_tol=1e-6) and rows.rarity_of("peace") == 0.0


def test_products_are_the_scaled_sum_of_cosines_of_fields():
    rows = sparse_rows([[{"a": 1}, {"x": 1}], [{"a": 1}, {"y": 1}], [{}, {}]], (1.0, 0.4))
    np.testing.assert_allclose(rows.products(0), [1.4, 1.0, 0.0], rtol=1e-6)


@given(COUNTS)
def test_products_and_among_agree_with_dense_products(texts):
    rows = sparse_rows(texts, (1.0, 0.5))
    dense = np.zeros((rows.count, len(rows.vocabulary)))
    for n in range(rows.count):
        ids, weights = rows.row(n)
        dense[n, ids] = weights
    for n in range(rows.count):
        np.testing.assert_allclose(rows.products(n), dense @ dense[n], atol=1e-5)
    chosen = np.arange(rows.count)[::-1].copy()
    between = dense[chosen] @ dense[chosen].T
    np.fill_diagonal(between, 0.0)
    np.testing.assert_allclose(rows.among(chosen), between, atol=1e-5)


def test_a_huge_text_keeps_its_heaviest_terms_only():
    huge = {f"w{n:05}": 1 for n in range(MAX_TERMS * 3)} | {"often": 99}
    rows = sparse_rows([[huge], [{"often": 1}]], (1.0,))
    assert len(rows.row(0)[0]) == MAX_TERMS
    assert rows.vocabulary["0 often"] in rows.row(0)[0]


def test_no_text_at_all():
    assert sparse_rows([], (1.0,)).count == 0
    assert sparse_rows([[{}]], (1.0,)).products(0).tolist() == [0.0]
