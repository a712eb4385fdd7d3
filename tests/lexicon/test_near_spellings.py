"""Near spellings, nearest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.lexicon.near_spellings import near_spellings

KNOWN = ("Lukashenko", "Lukashenka", "Putin", "Erdoğan", "Minsk")


def test_slips_case_and_accents() -> None:
    assert near_spellings("lukashenco", KNOWN)[0] == "Lukashenko"
    assert near_spellings("Erdogan", KNOWN) == ["Erdoğan"]
    assert near_spellings("Zzzzz", KNOWN) == []


@given(st.text(min_size=1, max_size=30))
def test_only_known_words_and_no_more_than_asked_for(word: str) -> None:
    found = near_spellings(word, KNOWN, most=2)
    assert len(found) <= 2
    assert set(found) <= set(KNOWN)
