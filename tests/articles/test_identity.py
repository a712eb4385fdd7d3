# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from detente.articles.identity import article_id, clean_line, clean_text


def test_invisible_characters_go_and_spaces_become_plain() -> None:
    assert clean_text("\ufeffnor\u00admal\u200bise\u00a0the\u2009 tone\u202e\x00\x07") == "normalise the tone"


def test_line_ends_become_one_kind_and_paragraphs_stay() -> None:
    assert clean_text("a\r\nb\rc\u2028d\u2029e\n\n\n\nf  ") == "a\nb\nc\nd\n\ne\n\nf"


def test_letters_are_composed() -> None:
    assert clean_text("cafe\u0301") == "café"


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert clean_text("x\ud800y") == "x\ufffdy"
    assert len(article_id(clean_text("x\ud800y"), "", None)) == 16


def test_a_line_has_no_line_ends() -> None:
    assert clean_line(" one\n\n two\tthree ") == "one two three"


@given(st.text(max_size=300))
def test_cleaning_is_idempotent_and_leaves_no_control_character(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in once)


@given(st.lists(st.text("abcdefgh.,", min_size=1, max_size=12), max_size=20))
def test_cleaning_keeps_every_visible_word(words: list[str]) -> None:
    assert clean_text(" ".join(words)).split() == " ".join(words).split()


def test_the_id_depends_on_title_text_and_day_only() -> None:
    at = datetime(2015, 8, 3, 9, 12)
    known = article_id("Title", "Text", at)
    assert known == article_id("Title", "Text", at.replace(hour=23)) == article_id("Title", "Text", at.date())
    assert known == article_id("Title", "Text", at.replace(tzinfo=UTC))
    assert (
        len({known, article_id("TitleT", "ext", at), article_id("Title", "Text", None), article_id("Title", "Text", date(2015, 8, 4))}) == 4
    )


def test_the_id_is_the_documented_hash() -> None:
    import hashlib

    assert article_id("A", "B", date(2015, 8, 3)) == hashlib.sha256(b"A\x1fB\x1f2015-08-03").hexdigest()[:16]
