from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from detente.similar.documents import SimilarDoc
from detente.similar.index import build_index
from detente.similar.reasons import apart, shared_terms, situation_reason, story_reason
from detente.similar.situations import situation_kinds

TIMES = [(0, "same day"), (1, "1 day apart"), (59, "59 days apart"), (400, "13 months apart"), (3650, "10 years apart")]


@pytest.mark.parametrize(("days", "words"), TIMES)
def test_time_in_words(days, words):
    assert apart(date(2010, 1, 1), date.fromordinal(date(2010, 1, 1).toordinal() + days)) == words
    assert apart(None, date(2010, 1, 1)) == ""


@pytest.fixture
def words(reports, hashed_vectors):
    return build_index(reports, vectors=hashed_vectors(reports)).words


def test_shared_names_stay_together_as_written(reports, words):
    assert "Sergei Skripal" in shared_terms(reports[0], reports[1], words, names=True)
    assert len(shared_terms(reports[0], reports[1], words, names=True)) <= 3


def test_a_weak_neighbour_is_perhaps_the_same_story(reports, words):
    assert story_reason(reports[0], reports[1], 0.9, words).startswith("same story: both name")
    assert story_reason(reports[0], reports[1], 0.2, words).startswith("perhaps the same story: ")


def test_without_shared_words_the_actors_or_the_meaning_are_the_reason(reports, words):
    mine = SimilarDoc("m", "", "Talks began.", None, ("BLR", "USA"))
    theirs = SimilarDoc("t", "", "Nothing in common here.", None, ("USA",))
    assert story_reason(mine, theirs, 0.9, words) == "same story: same actors (USA)"
    assert story_reason(replace(mine, actors=()), theirs, 0.9, words) == "same story: close in meaning"


def test_situations_are_told_in_the_words_of_their_kind(reports, words):
    shares = np.zeros(len(situation_kinds()), np.float32)
    shares[[kind.kind for kind in situation_kinds()].index("expulsion")] = 1
    why = situation_reason(reports[0], reports[2], shares, shares, words)
    assert why == "similar situation: a government expels diplomats of another; other actors; 10 years apart"


def test_without_a_kind_the_events_are_the_reason(reports, words):
    none = np.zeros(len(situation_kinds()), np.float32)
    assert "coercion of one side on the other" in situation_reason(reports[0], reports[2], none, none, words)


def test_titles_months_and_parts_of_names_are_no_reason(words):
    mine = SimilarDoc("m", "", "The envoy met President Petrov of the United States in June.", None)
    theirs = SimilarDoc("t", "", "In June the guards of President Xylo left the United States.", None)
    assert shared_terms(mine, theirs, words, names=True) == ["United States"]


def test_abbreviations_keep_their_last_full_stop(words):
    mine = SimilarDoc("m", "", "Talks with the U.S. envoy began.", None)
    assert shared_terms(mine, SimilarDoc("t", "", "The U.S. agreed.", None), words, names=True) == ["U.S."]
