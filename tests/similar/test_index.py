from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from detente.errors import ModelError, NotFoundError, TableError
from detente.similar.documents import SimilarDoc
from detente.similar.index import BLOCK, build_index, find_similar
from detente.similar.vectors import document_vectors


@pytest.fixture
def index(reports, hashed_vectors):
    return build_index(reports, vectors=hashed_vectors(reports))


def test_the_same_story_comes_first_with_a_reason(index):
    first = index.similar("expel-1", top=3, least=0)[0]
    assert first.id == "expel-2" and 0 < first.score <= 1
    assert "Sergei Skripal" in first.why and first.why.endswith("2 days apart")


def test_lists_are_sorted_complete_and_without_the_question(index, reports):
    for doc in reports:
        found = index.similar(doc.id, least=0)
        assert {each.id for each in found} == {other.id for other in reports} - {doc.id}
        assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_scores_below_the_least_are_left_out(index):
    assert index.similar("undated", least=0.99) == [] and len(index.similar("undated", least=0)) == 5


def test_copies_are_not_similar(reports, hashed_vectors):
    copy = replace(reports[0], id="copy", date=reports[0].date + timedelta(days=1))
    light = replace(reports[0], id="light", text=reports[0].text + " It")
    docs = [*reports, copy, light]
    vectors = hashed_vectors(docs)
    vectors["light"] = vectors["expel-1"]
    index = build_index(docs, vectors=vectors)
    assert not {"copy", "light"} & {each.id for each in index.similar("expel-1", least=0)}


def test_known_duplicates_are_never_suggested_and_find_what_their_original_finds(reports, hashed_vectors):
    told_again = "Salisbury: Russia will expel diplomats, says Lavrov of Skripal's case."
    docs = [*reports, replace(reports[1], id="rewrite", title="", text=told_again)]
    index = build_index(docs, vectors=hashed_vectors(docs), duplicates={"rewrite": "expel-2", "gone": "expel-1", "aid-1": "unknown"})
    assert "rewrite" not in {each.id for each in index.similar("expel-1", least=0)}
    mine = [each.id for each in index.similar("rewrite", least=0)]
    assert "expel-2" not in mine and mine[0] == "expel-1"


def test_a_near_day_beats_a_far_one(hashed_vectors):
    text = "The opposition leader Ivan Petrov went on trial in Minsk"
    docs = [SimilarDoc("q", "", f"{text} today.", date(2016, 5, 1)), SimilarDoc("far", "", f"{text} again.", date(2012, 5, 1)),
            SimilarDoc("near", "", f"{text} finally.", date(2016, 5, 3))]
    found = build_index(docs, vectors=hashed_vectors(docs)).similar("q", least=0)
    assert [each.id for each in found] == ["near", "far"] and found[0].score > found[1].score


def test_more_questions_than_a_block_give_what_each_gives_alone(reports, hashed_vectors):
    docs = [replace(reports[n % 6], id=f"d{n}", text=f"{reports[n % 6].text} Part number{n} of{n * 7}.") for n in range(BLOCK + 9)]
    vectors = hashed_vectors(docs)
    index = build_index(docs, vectors=vectors)
    together = dict(find_similar(docs, vectors=vectors, top=4))
    assert list(together) == [doc.id for doc in docs]
    for each in ("d0", f"d{BLOCK}", f"d{BLOCK + 8}"):
        assert together[each] == index.similar(each, top=4, least=0)


def test_shared_actors_raise_the_score(reports, hashed_vectors):
    bare = [replace(doc, actors=(), events=()) for doc in reports]
    vectors = hashed_vectors(reports)
    score = {name: {n.id: n.score for n in build_index(docs, vectors=vectors).similar("expel-1", least=0)} for name, docs in
             (("coded", reports), ("bare", bare))}
    assert score["coded"]["expel-2"] > score["bare"]["expel-2"]


def test_unknown_ids_kinds_and_doubled_ids_are_errors(index, reports, hashed_vectors):
    with pytest.raises(NotFoundError, match="nothing"):
        index.similar("nothing")
    with pytest.raises(NotFoundError, match="story or situation"):
        index.similar("aid-1", kind="mood")
    with pytest.raises(TableError, match="twice"):
        build_index([reports[0], reports[0]], vectors=hashed_vectors(reports))


def test_vectors_of_two_models_are_refused(reports, hashed_vectors):
    vectors = hashed_vectors(reports)
    vectors["aid-1"] = np.ones(32, np.float32)
    with pytest.raises(ModelError, match="different lengths"):
        build_index(reports, vectors=vectors)


def test_an_empty_corpus_and_a_single_text(hashed_vectors, reports):
    alone = build_index(reports[:1], vectors=hashed_vectors(reports))
    assert alone.similar("expel-1") == []
    assert list(find_similar([], [])) == []


@pytest.mark.parser
def test_a_like_situation_has_other_actors_and_not_the_same_story(reports):
    index = build_index(reports)
    found = index.similar("expel-1", kind="situation", top=2)
    assert found[0].id == "expel-3" and "expel-2" not in {each.id for each in found}
    assert found[0].why.startswith("similar situation: a government expels diplomats of another") and "10 years apart" in found[0].why


@pytest.mark.parser
def test_situations_do_not_fade_with_time(reports):
    def score(day):
        docs = [replace(doc, date=day) if doc.id == "expel-3" else doc for doc in reports]
        return {each.id: each.score for each in build_index(docs).similar("expel-1", kind="situation", least=0)}["expel-3"]

    assert score(date(1998, 1, 1)) == score(date(2017, 1, 1))


@pytest.mark.parser
def test_kept_vectors_change_nothing(reports):
    kept = document_vectors(reports)
    some = {each: vector for each, vector in kept.items() if each != "aid-1"}
    for kind in ("story", "situation"):
        fresh = build_index(reports).similar("expel-1", kind=kind, least=0)
        assert fresh == build_index(reports, vectors=kept).similar("expel-1", kind=kind, least=0)
        assert fresh == build_index(reports, vectors=some).similar("expel-1", kind=kind, least=0)
