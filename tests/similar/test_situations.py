from __future__ import annotations

import re

import pytest

from detente.similar.situations import situation_kinds, situations_of

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_every_kind_has_a_class_words_cues_and_examples():
    kinds = situation_kinds()
    assert len({kind.kind for kind in kinds}) == len(kinds) >= 40
    assert all(kind.plover in PLOVER and kind.words and kind.cues and len(kind.examples) >= 1 for kind in kinds)


def test_examples_name_nobody():
    for kind in situation_kinds():
        for example in kind.examples:
            assert not re.search(r"(?<!^)\b[A-Z][a-z]", example), example


@pytest.mark.parametrize(("text", "kind"), [
    ("The ministry expelled two attachés of the embassy.", "expulsion"),
    ("Ministers extended the travel ban on generals.", "sanctions"),
    ("The council lifted its arms embargo.", "sanctions lifted"),
    ("Gas supplies were cut over an unpaid debt.", "energy dispute"),
    ("The jet was intercepted when a bomber entered the airspace.", "airspace"),
    ("Ties between the neighbours have worsened.", "cooler"),
])
def test_cues_find_the_kind(text, kind):
    assert kind in situations_of("", text)


def test_cues_must_meet_in_one_sentence():
    assert "expulsion" not in situations_of("", "The club expelled a member. A diplomat slept.")
    assert situations_of("", "") == {}


def test_only_title_and_lead_are_read():
    assert situations_of("", "x " * 2000 + "The council lifted its arms embargo.") == {}
    assert situations_of("The council lifted its arms embargo.", "") == {"sanctions lifted": 1}
