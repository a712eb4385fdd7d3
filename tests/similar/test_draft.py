"""A text that is not one of the desk's, compared with those that are."""

from __future__ import annotations

from datetime import date

import pytest

from detente.similar.documents import SimilarDoc
from detente.similar.draft import index_with
from detente.similar.index import build_index
from detente.similar.vectors import document_vectors

TEXTS = (
    "Two ministries agree on more embassy staff", "Customs close the crossing to lorries", "A price of gas is agreed",
    "The embassy is to have more diplomats after the talks", "Lorries wait at the closed crossing",
)  # fmt: skip
DOCS = [SimilarDoc(f"d{n}", text, f"{text}. An official said so.", date(2016, 1, 1 + n)) for n, text in enumerate(TEXTS)]
DRAFT = SimilarDoc("", "Embassies grow", "Both sides agreed that their embassies may have more staff.", date(2016, 1, 9))


@pytest.mark.parametrize("kind", ["story", "situation"])
def test_it_is_as_if_it_were_one_of_them(kind: str) -> None:
    beside = index_with(build_index(DOCS, vectors=document_vectors(DOCS), duplicates={"d4": "d1"}), DRAFT)
    every = [*DOCS, DRAFT]
    among = build_index(every, vectors=document_vectors(every), duplicates={"d4": "d1"})
    found = beside.similar("", kind, 5, 0.0)
    direct = {n.id: n.score for n in among.similar("", kind, 5, 0.0)}
    # Rarity is counted without the draft: with five texts one more moves it most.
    assert {n.id: n.score for n in found} == pytest.approx(direct, abs=0.03)
    assert found[0].id in ("d0", "d3") and "d4" not in {n.id for n in found}


def test_with_one_more_row_the_others_stay() -> None:
    from detente.similar.sparse import sparse_rows, with_row

    texts = [({"a": 2, "b": 1}, {"x": 1}), ({"b": 3, "c": 1}, {}), ({}, {"y": 1})]
    before = sparse_rows(texts, (0.6, 0.4))
    after = with_row(before, ({"b": 3, "c": 1, "new": 1}, {"y": 2}), (0.6, 0.4))
    assert after.count == 4
    for n in range(3):
        assert after.products(n)[:3] == pytest.approx(before.products(n))
    mine = after.products(3)
    assert mine[3] == pytest.approx(1.0, abs=1e-6)
    assert mine == pytest.approx([after.products(n)[3] for n in range(4)])
    assert mine[2] == pytest.approx(0.4, abs=1e-6)
