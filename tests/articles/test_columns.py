# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

from datetime import date, datetime

import pytest

from detente.articles.columns import by_field, delimiter_of, fields_of, language_code, plain, stated_of, text_of


def test_forgiving_names() -> None:
    assert fields_of(["ID", "Head line", "Date_Published", "Body", "nonsense"]) == ["id", "title", "published", "text", ""]


def test_of_two_columns_for_a_field_the_better_one_is_taken() -> None:
    assert fields_of(["content", "text", "date", "published"]) == ["", "text", "", "published"]
    assert by_field({"text": "", "content": "x"})["text"] == "x"


def test_what_a_row_states() -> None:
    stated, notes = stated_of(
        by_field({"date": date(2016, 7, 25), "author": [{"name": "Ann Lee"}, "Bo"], "kind": "Analysis", "lang": "en-GB"})
    )
    assert (stated.published, stated.author, stated.kind, stated.language, notes) == (
        datetime(2016, 7, 25),
        "Ann Lee, Bo",
        "analysis",
        "en",
        (),
    )


def test_what_cannot_be_used_is_said() -> None:
    stated, notes = stated_of({"published": "07/08/2016", "kind": "poem"})
    assert stated.published is None and stated.kind == "report"
    assert "07/08/2016" in notes[0] and "poem" in notes[1]


def test_odd_values_are_harmless() -> None:
    assert plain({"a": 1}) == plain([[1]]) == plain(None) == plain(True) == plain(object()) == ""
    assert text_of(["One.", "Two.", 3]) == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("given", "code"), [("en", "en"), ("en_US", "en"), ("ENG", "en"), ("Russian", "ru"), ("??", ""), ("Klingon tongue", "")]
)
def test_language_codes(given: str, code: str) -> None:
    assert language_code(given) == code


def test_delimiters() -> None:
    assert [delimiter_of(line) for line in ("a,b", "a;b;c,d", "a\tb", "a|b", "a")] == [",", ";", "\t", "|", ""]
