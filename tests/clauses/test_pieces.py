"""Pieces join to the text, whatever the text; sentences end where they surely end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.clauses.parser import MAX_CHARS, whole
from detente.clauses.pieces import join_pieces, split_pieces

TEXTS = st.text(st.sampled_from("abc ABC.!?\n\"'()’”-–12é日\u2028\ud800")) | st.text()


@given(TEXTS)
def test_pieces_join_to_the_text(text: str) -> None:
    pieces = split_pieces(text)
    assert "".join(text[p.start : p.end] for p in pieces) == text
    assert all(p.start < p.end for p in pieces)
    assert not pieces or pieces[-1].ends_paragraph


@given(TEXTS, st.integers(1, 30))
def test_joined_pieces_cover_the_same(text: str, longest: int) -> None:
    pieces = split_pieces(text)
    joined = join_pieces(pieces, longest)
    assert "".join(text[start:end] for start, end in joined) == text
    assert {start for start, _ in joined} <= {p.start for p in pieces}


@given(TEXTS)
def test_parts_stand_where_they_say_and_only_blanks_are_left_out(text: str) -> None:
    parts = whole("text", text)
    assert all(text[p.start : p.start + len(p.text)] == p.text and len(p.text) <= MAX_CHARS for p in parts)
    assert "".join("".join(p.text for p in parts).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Togo waited. Benin left.", 2),
        ("Did Togo wait? \"It did!\" (Benin left.) 12 came.", 4),
        ("Gen. Mensah met J. Koffi of the U.S. Navy at 5 p.m. on Sunday.", 1),
        ("Togo waited.\n\nBenin left\n \n in May", 3),
        ("It rose by 3.5 per cent. Lomé was glad.", 2),
        ("togo waited. benin left.", 1),
        ("", 0),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(split_pieces(text)) == count


def test_a_text_without_an_end_is_cut_all_the_same() -> None:
    parts = whole("text", "word " * MAX_CHARS)
    assert len(parts) > 1 and all(0 < len(p.text) <= MAX_CHARS for p in parts)
