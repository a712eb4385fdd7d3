"""A question: what its words ask, and to and from an address."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import SearchError
from detente.search import SearchQuery, query_from
from detente.search.asking import MOST_PHRASES, Asked, asked
from detente.search.documents import Document, tag, tags_asked, tags_of

WHOLE = SearchQuery(
    words='a "b c" -d', kind="event", actors=("BLR", "USAGOV"), plover="AID", realis="denied", category="a-b", relation="BLR-USA",
    language="en", source="The Wire & Co", since=date(2016, 1, 2), until=date(2016, 2, 3), sort="newest", page=3,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "groups", "without"),
    [
        ("a b", [["a"], ["b"]], []), ('"a b" c', [["a b"], ["c"]], []), ("a OR b c", [["a", "b"], ["c"]], []), ("a -b", [["a"]], ["b"]),
        ('-"a b"', [], ["a b"]), ("NOT a", [], ["a"]), ("a AND b", [["a"], ["b"]], []), ("OR a", [["or"], ["a"]], []), ("a OR", [["a"]],
        []),
        ("a OR -b", [["a"]], ["b"]), ("a ИЛИ b АБО c", [["a", "b", "c"]], []), ("anti-war", [["anti war"]], []), ('"open', [["open"]], []),
        ("«a b» „c d“", [["a b"], ["c d"]], []), ("a a OR a", [["a"], ["a"]], []), ("- -- ! ()", [], []), ("a - b", [["a"], ["b"]], []),
    ],
)  # fmt: skip
def test_what_words_ask(text: str, groups: list[list[str]], without: list[str]) -> None:
    found = asked(text)
    assert [[" ".join(phrase) for phrase in group] for group in found.groups] == groups
    assert [" ".join(phrase) for phrase in found.without] == without


def test_a_question_has_an_end() -> None:
    found = asked(" ".join(f"w{n}" for n in range(40)))
    assert len(found.groups) == MOST_PHRASES and found.dropped
    assert SearchQuery().asked == Asked() and SearchQuery().empty and SearchQuery(page=2, sort="newest").empty and not WHOLE.empty


def test_an_address_and_back() -> None:
    assert query_from(parse_qsl(urlencode(WHOLE.params()))) == WHOLE
    assert SearchQuery().params() == [] and query_from([]) == SearchQuery()
    assert query_from([("q", " a  b "), ("utm_source", "x"), ("kind", "EVENT"), ("relation", "usa-blr"), ("page", "")]) == SearchQuery(
        words="a b", kind="event", relation="BLR-USA"
    )
    changed = WHOLE.params(kind="", q="other")
    assert changed[0] == ("q", "other") and "kind" not in dict(changed) and "page" not in dict(changed)
    assert [value for name, value in changed if name == "actor"] == ["BLR", "USAGOV"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "x"), ("class", "x"), ("realis", "x"), ("sort", "x"), ("actor", "x1"), ("relation", "BLR"), ("category", "A/b"), ("from",
        "1.1.2016"),
        ("to", "0999-01-01"), ("page", "0"), ("page", "-1"), ("page", "1e3"), ("page", "9" * 30), ("q", "a" * 301), ("source", "a" * 301),
        ("language", "english!"), ("page", "１"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named(name: str, value: str) -> None:
    with pytest.raises(SearchError) as error:
        query_from([(name, value)])
    assert error.value.where == name and error.value.hint


@given(st.lists(st.tuples(st.sampled_from(["q", "kind", "actor", "class", "from", "page", "source", "category"]), st.text(max_size=30)),
max_size=8))
def test_any_address(params: list[tuple[str, str]]) -> None:
    try:
        query = query_from(params)
    except SearchError:
        return
    assert query_from(query.params()) == query
    assert all(t.isascii() and t.isalnum() for t in tags_asked(query, True))


def test_tags_meet() -> None:
    document = Document(
        "event:x", "event", None, "t", "b", source="The Wire & Co", language="en", categories=("a-b",), actors=("BLR", "USA"),
        parts=("USAGOV",), relations=("BLR-USA",), classes=("AID",), realis=("denied",),
    )  # fmt: skip
    assert set(tags_asked(WHOLE, True)) <= set(tags_of(document))
    assert tag("c", "a-b") != tag("c", "ab") and tag("s", "a") != tag("k", "a")
