"""Present forms of verbs."""

from __future__ import annotations

import pytest

from detente.events.present_forms import present_forms


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("sign", "signs"), ("carry", "carries"), ("deploy", "deploys"), ("push", "pushes"), ("veto", "vetoes"), ("pass", "passes")],
)
def test_the_third_person_is_spelled_so(lemma: str, form: str) -> None:
    assert present_forms([lemma]) == {lemma: lemma, form: lemma}


def test_verbs_of_two_words_have_none() -> None:
    assert present_forms(["carry out"]) == {}
