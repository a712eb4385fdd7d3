"""Words as the index knows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.search.stems import stem
from detente.search.words import WORD_LENGTH, fold, stems_of, words_of

# From Porter's paper, one or two for each of its rules.
PORTER = {
    "caresses": "caress", "ponies": "poni", "ties": "ti", "cats": "cat", "feed": "feed", "agreed": "agre", "plastered": "plaster",
    "bled": "bled", "motoring": "motor", "sing": "sing", "conflated": "conflat", "troubled": "troubl", "sized": "size", "hopping": "hop",
    "tanned": "tan", "falling": "fall", "hissing": "hiss", "fizzed": "fizz", "failing": "fail", "filing": "file", "happy": "happi",
    "sky": "sky", "relational": "relat", "conditional": "condit", "valenci": "valenc", "digitizer": "digit", "operator": "oper",
    "feudalism": "feudal", "decisiveness": "decis", "hopefulness": "hope", "formaliti": "formal", "sensibiliti": "sensibl",
    "triplicate": "triplic", "formative": "form", "electrical": "electr", "goodness": "good", "revival": "reviv", "allowance": "allow",
    "airliner": "airlin", "adjustable": "adjust", "replacement": "replac", "adoption": "adopt", "communism": "commun",
    "effective": "effect",
    "probate": "probat", "rate": "rate", "cease": "ceas", "controll": "control", "roll": "roll", "generalizations": "gener",
    "oscillators": "oscil",
}  # fmt: skip


def test_porter() -> None:
    assert {word: stem(word) for word in PORTER} == PORTER


@pytest.mark.parametrize(
    "same",
    [
        "санкция санкции санкций санкциями санкциях санкцию", "санкцыя санкцыі санкцый санкцыямі санкцыях санкцыю",
        "Минск Минска Минску Минске",
        "Мінск Мінска Мінску", "Беларусь Беларуси Беларусью", "договор договора договоров договорами",
        "Ёлка ёлки елки", "ўчора учора", "Аб’ява Аб'явы абʼяву", "Kraków KRAKOW kraków's", "Straße STRASSE", "ﬁles files",
        "sanction Sanctions SANCTIONED",
    ],
)  # fmt: skip
def test_words_that_find_each_other(same: str) -> None:
    assert len({fold(word) for word in same.split()}) == 1


def test_words_that_do_not() -> None:
    for one, other in (("Минск", "Мінск"), ("мир", "мера"), ("Iran", "Iraq"), ("1994", "1995"), ("Россия", "рост")):
        assert fold(one) != fold(other)


def test_places_are_those_of_the_text() -> None:
    text = "The U.S. envoy’s visit — ёлки"
    assert [(text[start:end], word) for word, start, end in words_of(text)] == [
        ("The", "the"), ("U", "u"), ("S", "s"), ("envoy’s", "envoi"), ("visit", "visit"), ("ёлки", "елк"),
    ]  # fmt: skip
    assert stems_of(text, 2) == ["the", "u"]


@given(st.text())
def test_any_text_gives_plain_words(text: str) -> None:
    for word, start, end in words_of(text):
        assert word.isalnum() and word == word.casefold() and 0 <= start < end <= len(text)
        assert len(word) <= 4 * WORD_LENGTH and not set(word) & set("'\" \\")
