"""Numbers read from words, and the one that goes with what an event acts on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.events.build import code, only

from detente.events.quantity import read_number

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905


def spell(n: int) -> list[str]:
    """An English numeral as the words of a parser: "twenty", "-", "five"."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if n >= size:
            return [*spell(n // size), name, *(spell(n % size) if n % size else [])]
    if n >= 100:
        return [ONES[n // 100], "hundred", *(["and", *spell(n % 100)] if n % 100 else [])]
    if n >= 20:
        return [TENS[n // 10], *(["-", ONES[n % 10]] if n % 10 else [])]
    return [ONES[n]]


@given(st.integers(0, 10**15 - 1))
def test_what_is_spelled_is_read(n: int) -> None:
    assert read_number(spell(n)) == n


@given(st.integers(0, 10**12), st.sampled_from(["", "$", "€", "£"]))
def test_digits_with_and_without_commas(n: int, sign: str) -> None:
    assert read_number([f"{sign}{n}"]) == read_number([f"{sign}{n:,}"]) == n


@given(st.integers(1, 999), st.sampled_from([("million", 10**6), ("billion", 10**9), ("thousand", 1000), ("hundred", 100), ("dozen", 12)]))
def test_digits_before_a_scale(n: int, scale: tuple[str, int]) -> None:
    assert read_number([str(n), scale[0]]) == n * scale[1]


@given(st.lists(st.text(max_size=6), max_size=5))
def test_any_words_give_a_number_or_none(words: list[str]) -> None:
    value = read_number(words)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["1.5", "million"], 1_500_000),
        (["$", "3", "bn"], 3_000_000_000),
        (["$2.5m"], 2_500_000),
        (["a", "dozen"], 12),
        (["a", "hundred"], 100),
        (["Forty", "-", "Two"], 42),
        (["few"], None),
        (["two", "or", "three"], None),
        (["-"], None),
        ([], None),
    ],
)
def test_known_numerals(words: list[str], value: float | None) -> None:
    assert read_number(words) == value


EXPULSION = """
1 Chile Chile PROPN NNP nsubj 2
2 expelled expel VERB VBD ROOT 2
3 {number} {number} NUM CD nummod 4
4 diplomats diplomat NOUN NNS dobj 2
5 of of ADP IN prep 4
6 Peru Peru PROPN NNP pobj 5
7 in in ADP IN prep 2
8 2018 2018 NUM CD pobj 7
"""


@pytest.mark.parametrize(("number", "value"), [("nine", 9), ("1,200", 1200)])
def test_an_event_counts_what_it_acts_on(number: str, value: float) -> None:
    assert only(EXPULSION.format(number=number)).quantity == value


def test_a_year_or_a_length_of_time_counts_nothing() -> None:
    event = only(
        """
        1 Chile Chile PROPN NNP nsubj 2
        2 attacked attack VERB VBD ROOT 2
        3 Peru Peru PROPN NNP dobj 2
        4 for for ADP IN prep 2
        5 five five NUM CD nummod 6
        6 days day NOUN NNS pobj 4
        7 in in ADP IN prep 2
        8 1999 1999 NUM CD pobj 7
        """
    )
    assert event.quantity is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["half", "a", "million"], 500_000),
        (["one", "and", "a", "half", "million"], 1_500_000),
        (["$", "2.5bn"], 2_500_000_000),
        (["US$40m"], 40_000_000),
    ],
)
def test_halves_and_money(words: list[str], value: float) -> None:
    assert read_number(words) == value


RANGE = """
1 Chile Chile PROPN NNP nsubj 2
2 expelled expel VERB VBD ROOT 2
3 between between ADP IN quantmod 4
4 40 40 NUM CD nummod 7
5 and and CCONJ CC cc 4
6 50 50 NUM CD conj 4
7 diplomats diplomat NOUN NNS dobj 2
8 of of ADP IN prep 7
9 Peru Peru PROPN NNP pobj 8
"""
GROUP = """
1 Chile Chile PROPN NNP nsubj 2
2 expelled expel VERB VBD ROOT 2
3 a a DET DT det 4
4 {group} {group} NOUN NN dobj 2
5 of of ADP IN prep 4
6 diplomats diplomat NOUN NNS pobj 5
7 of of ADP IN prep 6
8 Peru Peru PROPN NNP pobj 7
"""
KILLING = """
1 Chile Chile PROPN NNP nsubj 2
2 attacked attack VERB VBD ROOT 2
3 Peru Peru PROPN NNP dobj 2
4 , , PUNCT , punct 2
5 wounding wound VERB VBG advcl 2
6 70 70 NUM CD dobj 5
7 and and CCONJ CC cc 5
8 killing kill VERB VBG conj 5
9 23 23 NUM CD dobj 8
"""


def test_the_lower_end_of_a_range() -> None:
    assert only(RANGE).quantity == 40


@pytest.mark.parametrize(("group", "value"), [("pair", 2), ("trio", 3), ("group", None)])
def test_words_that_count(group: str, value: float | None) -> None:
    assert only(GROUP.format(group=group)).quantity == value


def test_the_dead_measure_an_attack_before_the_hurt() -> None:
    assert code(KILLING).events[0].quantity == 23


def test_those_beside_one_who_is_named_are_counted() -> None:
    rows = """
    1 Chile Chile PROPN NNP nsubj 2
    2 expelled expel VERB VBD ROOT 2
    3 the the DET DT det 5
    4 Peruvian peruvian ADJ JJ amod 5
    5 ambassador ambassador NOUN NN dobj 2
    6 and and CCONJ CC cc 5
    7 11 11 NUM CD nummod 8
    8 others other NOUN NNS conj 5
    """
    assert only(rows).quantity == 11
