"""Persons of two names written with more."""

from __future__ import annotations

from datetime import date

import pytest

from detente.lexicon import load_lexicon, tokenize_name
from detente.lexicon.middle_names import keys_without_middle


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sergey Viktorovich Lavrov said", ("RUSGOV", 3)),
        ("Barack H. Obama said", ("USAGOV", 3)),
        ("Malcolm Bligh Turnbull said", ("AUSELI", 3)),
        ("Angela Merkel said", ("DEUGOV", 2)),
        ("Sergey said Lavrov", None),
        ("Sergey Germany Lavrov", None),
        ("Antonio Leal Garcia said", None),
        ("Sergey Viktorovich", None),
    ],
)
def test_match(text: str, expected: tuple[str, int] | None) -> None:
    found = load_lexicon().match(tokenize_name(text), 0, date(2012, 1, 1))
    assert (None if found is None else (found[0].code, found[1])) == expected


def test_free_words_between_are_not_sure_and_only_one() -> None:
    assert [*keys_without_middle(("John", "Robert", "Zorba", "x"), 0, ())] == [(("john", "zorba"), 3, False)]
    assert [*keys_without_middle(("John", "R.", "S.", "Zorba"), 0, ())] == [(("john", "zorba"), 4, True)]
    assert [*keys_without_middle(("John", "Robert", "Samuel", "Zorba"), 0, ())] == [(("john", "samuel"), 3, False)]
    assert [*keys_without_middle(("John", "Robert", "Kim"), 0, ())] == []
    assert [*keys_without_middle(("John", "German", "Zorba"), 0, ("german",))] == []
