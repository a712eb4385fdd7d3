from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.similar.words import MAX_WORD, name_key, stem, terms


def keys(text: str, names: bool) -> list[str]:
    return [term.surface for term in terms(text) if term.is_name == names]


def test_plurals_and_possessives_share_a_stem():
    assert stem("Sanctions") == stem("sanction") and stem("Britain's") == "britain" and stem("parties") == "party"
    assert stem("gas") == "gas" and stem("crisis") == "crisis" and stem("Élysée") == "elysee"


def test_country_and_adjective_share_a_key_but_look_alikes_do_not():
    for one, other in [("Syria", "Syrian"), ("Netherlands", "Dutch"), ("U.S", "American"), ("Turkey", "Turkish"), ("Kyiv", "Kiev")]:
        assert name_key(one) == name_key(other), (one, other)
    for one, other in [("Austria", "Australia"), ("Niger", "Nigeria"), ("Slovakia", "Slovenia"), ("Iran", "Iraq"), ("Mali", "Malta")]:
        assert name_key(one) != name_key(other), (one, other)


def test_names_are_capitalised_words_and_not_mere_starts_of_sentences():
    assert keys("Troops left the town. Officers said that Minsk agreed.", True) == ["Minsk"]
    assert keys("Minsk agreed. The envoy praised Minsk.", True) == ["Minsk", "Minsk"]
    assert "troops" in [term.key.removesuffix("s") + "s" for term in terms("Troops left.")]


def test_stop_words_go_but_acronyms_stay():
    assert keys("It was us who told them", False) == []
    assert keys("Talks between the US and the UN", True) == ["US", "UN"]


def test_hyphens_part_words_so_that_a_name_in_them_counts():
    assert "Saudi" in keys("planes of the Saudi-led coalition", True)


def test_broken_long_words_are_dropped():
    assert terms("x" * (MAX_WORD + 1)) == []


@given(st.text(max_size=300))
def test_any_text_gives_terms_that_stand_where_they_say(text):
    for term in terms(text):
        assert text[term.start : term.end] == term.surface and term.key
