# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.articles.duplicates import MAX_DAYS, DuplicateIndex, find_duplicates
from detente.articles.identity import article_id
from detente.types import Article

WORDS = [
    f"{a}{b}"
    for a in ("bor", "min", "tra", "vil", "kon", "del", "sar", "pot", "gla", "fen")
    for b in ("der", "ister", "de", "na", "ta", "ga", "mo", "lin")
]


def article(text: str, day: int = 1, title: str = "T") -> Article:
    published = datetime(2016, 7, 1) + timedelta(days=day)
    return Article(id=article_id(title, text, published), title=title, text=text, published=published)


def prose(seed: int, words: int = 120) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def test_the_same_text_under_another_headline_is_a_duplicate() -> None:
    first, second = article(prose(1)), article(prose(1).upper().replace(" ", "  "), 2, "Other headline")
    assert find_duplicates([second, first]) == {second.id: first.id}


def test_an_edited_and_a_cut_copy_are_duplicates() -> None:
    first = article(prose(2, 200))
    words = first.text.split()
    edited = article(" ".join("changed" if i % 25 == 3 else w for i, w in enumerate(words)), 2)
    cut = article(" ".join(words[:100]), 3)
    assert find_duplicates([first, edited, cut]) == {edited.id: first.id, cut.id: first.id}


def test_an_update_and_another_text_are_none() -> None:
    first = article(prose(3))
    assert find_duplicates([first, article(first.text + " " + prose(4, 80), 2), article(prose(5), 2)]) == {}


def test_a_copy_long_after_counts_anew() -> None:
    first = article(prose(6))
    assert find_duplicates([first, article(first.text, 1 + MAX_DAYS)]) != {}
    assert find_duplicates([first, article(first.text, 2 + MAX_DAYS)]) == {}


def test_chains_lead_to_the_root() -> None:
    chain = [article(prose(7), day, f"T{day}") for day in (1, 6, 11, 16)]
    assert find_duplicates(chain) == {a.id: chain[0].id for a in chain[1:]}


def test_two_numbers_of_a_bulletin_are_none() -> None:
    def number(day: int, count: int) -> Article:
        return article(f"On {day} July monitors counted {count} breaches of the truce and {count + 31} shots. {prose(8)}", day)

    assert find_duplicates([number(1, 112), number(2, 245)]) == {}


def test_short_texts_match_only_where_they_are_the_same() -> None:
    one, same, other = (
        article("The envoy left Minsk on Monday.", 1),
        article("the envoy left Minsk, on Monday", 2),
        article("The envoy left Minsk on Tuesday.", 2),
    )
    assert find_duplicates([one, same, other]) == {same.id: one.id}
    assert find_duplicates([article("No change.", 1, "Trade"), article("No change.", 1, "Border")]) == {}


def test_undated_copies_are_duplicates_of_dated_ones() -> None:
    dated = article(prose(9))
    undated = Article(id=article_id("T", dated.text, None), title="T", text=dated.text)
    assert find_duplicates([undated, dated]) == {undated.id: dated.id}


def test_aware_and_naive_moments_mix() -> None:
    naive = article(prose(10))
    aware = Article(id="x", title="T", text=naive.text, published=datetime(2016, 7, 2, 5, tzinfo=UTC))
    assert find_duplicates([aware, naive]) == {"x": naive.id}


def test_an_index_grows_by_one() -> None:
    index = DuplicateIndex()
    first, second = article(prose(11)), article(prose(11), 2)
    assert index.add(first) is None and index.query(second) == first.id and len(index) == 1
    assert index.add(second) == first.id and index.add(second) == first.id and index.query(first) == first.id
    assert first.id in index and len(index) == 2


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 20), st.sampled_from([25, 80, 160])), max_size=12), st.randoms())
def test_the_order_given_does_not_matter_and_no_root_is_a_duplicate(spec: list[tuple[int, int, int]], rng: random.Random) -> None:
    articles = [article(prose(seed, words), day) for seed, day, words in spec]
    found = find_duplicates(articles)
    rng.shuffle(articles)
    assert find_duplicates(articles) == found
    assert not set(found.values()) & set(found)
