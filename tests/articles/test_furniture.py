# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.articles.furniture import LONGEST_FURNITURE, classify, head_line, inline_credit, is_name
from detente.articles.tables import rows


@pytest.mark.parametrize(
    "line",
    [
        "Category status:", "Share this", "Share on Facebook", "Read more", "Read more »", "Subscribe", "Subscribe to our newsletter",
        "Facebook | Twitter | Telegram", "Advertisement", "We use cookies to improve your visit.", "© 2016 Example. All rights reserved.",
        "Tags: border, trade", "5 min read", "1,204 views".replace(",", ""), "Page 3 of 7", "* * *", "-----", "Поделиться", "Print version",
    ],
)  # fmt: skip
def test_lines_that_go(line: str) -> None:
    found = classify(line)
    assert found is not None and found.kind == "drop"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Photo: A. Bell", "A. Bell"), ("Фото: AGENCY", "AGENCY"), ("Image: EPA/Jo Doe", "EPA/Jo Doe"), ("Credit: Jo Doe", "Jo Doe"),
        ("(Photo by Jo Doe/Agency)", "Jo Doe/Agency"), ("Photo credit: J. D.", "J. D."), ("Zdjęcie: PAP", "PAP"),
        ("Photo courtesy of the ministry", "the ministry"),
    ],
)  # fmt: skip
def test_photo_credits(line: str, name: str) -> None:
    found = classify(line)
    assert found is not None and (found.kind, found.value) == ("credit", name)


@pytest.mark.parametrize(
    "line",
    [
        "Image: the standing of the country has fallen since the war began in the east.",
        "Source: a person close to the minister, who would not be named, said that nothing had been agreed so far.",
        "Sharing intelligence was not discussed.",
        "By Friday, the talks had ended.",
        "By Monday",
        "25 July 2016",
        "The recent trends are plain.",
        "Comments on the draft came from both sides.",
        "Read more books, the president told pupils in Brest.",
        "Subscribers to the treaty met in Vienna.",
        "Related costs rose by a tenth.",
        "No.",
        "He left.",
    ],
)
def test_text_that_stays(line: str) -> None:
    assert classify(line) is None


@given(st.text(min_size=LONGEST_FURNITURE + 1, max_size=LONGEST_FURNITURE + 200))
def test_nothing_long_is_furniture(line: str) -> None:
    assert classify(line) is None and classify(line, head=True) is None


def test_a_head_line_is_taken_apart() -> None:
    pieces = head_line("By Jane Smith | July 25, 2016 | 23:33")
    assert [(p.kind, p.value) for p in pieces if p.kind == "byline"] == [("byline", "Jane Smith")]
    assert [p.moment for p in pieces if p.moment] == [datetime(2016, 7, 25, 23, 33)]
    assert head_line("The talks of spring - and of autumn - led nowhere") == ()


def test_a_credit_behind_a_caption_leaves_the_caption() -> None:
    assert inline_credit("The two ministers in Vilnius. (Photo by Jo Doe)") == ("The two ministers in Vilnius.", "Jo Doe")
    assert inline_credit("The two ministers (and their wives)") == ("The two ministers (and their wives)", "")


def test_names() -> None:
    assert is_name("Jane Smith") and is_name("Jane Smith and J. van Dyk") and is_name("Ганна Петрова")
    assert not is_name("the ministry") and not is_name("Monday Morning") and not is_name("Jane smith went home")


def test_the_table_is_whole() -> None:
    kinds = {row["kind"] for row in rows("furniture")}
    assert {"drop", "section", "insert", "weak-section", "end", "credit", "byline", "published"} <= kinds
    assert all(row["where"] in ("head", "tail", "any") for row in rows("furniture"))
