from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from detente.articles.paragraphs import is_headline, is_prose, to_paragraphs


def test_one_paragraph_a_line_stays_so() -> None:
    lines = ["A " + "long line " * 12 + "ends.", "A second one."]
    assert to_paragraphs(lines) == lines


def test_items_of_a_list_stay_apart() -> None:
    lines = ["- the first item of this list is nearly as long as the margin", "- the second item of this list is as long as the first"]
    assert to_paragraphs(lines) == lines


@given(
    st.lists(st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=30, max_size=60), min_size=1, max_size=4), st.integers(50, 90)
)
def test_wrapped_paragraphs_come_back_whole(paragraphs: list[list[str]], width: int) -> None:
    texts = [" ".join(words) for words in paragraphs]
    lines = "\n\n".join(textwrap.fill(text, width) for text in texts).split("\n")
    assert to_paragraphs(lines) == texts


@given(st.lists(st.text("abc .-1)", max_size=120), max_size=20))
def test_no_word_is_lost(lines: list[str]) -> None:
    assert " ".join(to_paragraphs(lines)).split() == " ".join(lines).split()


def test_headlines_and_prose() -> None:
    assert is_headline("Envoy returns to the U.S.") and is_headline("Will they meet?") and not is_headline("They met on Monday.")
    assert not is_headline("- an item") and not is_headline("2016") and not is_headline("x" * 251)
    assert is_prose("They met on Monday in Minsk.") and not is_prose("Will they ever meet in Minsk?") and not is_prose("He left.")
