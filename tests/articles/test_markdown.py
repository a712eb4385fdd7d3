from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.articles.markdown import markdown_to_text


def test_marks_go_and_words_stay() -> None:
    source = (
        "# Head\n\nText *with* [a link](http://example.org) and **weight**,\nwrapped.\n\n- one\n- two\n\n> quoted\n\n![picture](a.png)\n"
    )
    assert markdown_to_text(source) == ("Head", "Head\n\nText with a link and weight, wrapped.\n\none\n\ntwo\n\nquoted")


def test_scripts_are_no_text() -> None:
    assert "alert" not in markdown_to_text("Before.\n\n<script>alert(1)</script>\n\nAfter.")[1]


def test_a_date_line_under_a_title_keeps_its_line() -> None:
    assert markdown_to_text("A title here\n25 July 2016\n\nText.")[1] == "A title here\n25 July 2016\n\nText."


def test_a_date_that_reads_as_a_list_stays_a_date() -> None:
    assert markdown_to_text("25. Juli 2016\n\nText.")[1].startswith("25. Juli 2016")


@given(st.text("#*_>-`[]()!<a1.\n ", max_size=200))
def test_never_fails(source: str) -> None:
    assert isinstance(markdown_to_text(source)[1], str)
