"""Several processes: the same codings in the same order; a worker's death or a fault costs one article and no other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from detente.articles.limits import MAX_TEXT_CHARS
from detente.errors import ReadError, WorkerDied
from detente.events import code_articles, coder
from detente.events.stream import batches
from detente.types import Article

LINE = "Norway expelled {} Danish diplomats on Monday."


def article(key: str, text: str) -> Article:
    return Article(key, "", text, datetime(2018, 3, 28, tzinfo=UTC))


def lines(count: int) -> list[Article]:
    return [article(str(n), LINE.format(n + 2)) for n in range(count)]


def test_batches_keep_order_and_bounds() -> None:
    some = [article(str(n), "x" * size) for n, size in enumerate((5, 5, 50, 1, 1, 1))]
    cut = list(batches(some, most=2, chars=10))
    assert [[a.id for a in batch] for batch in cut] == [["0", "1"], ["2"], ["3", "4"], ["5"]]


@pytest.mark.parser
def test_two_processes_give_what_one_gives() -> None:
    some = lines(150)
    assert list(code_articles(some, processes=2)) == list(code_articles(some))


@pytest.mark.parser
def test_a_worker_that_dies_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    real = coder.code_sentences

    def poisoned(given: Article, *rest: Any) -> Any:
        if given.text == "poison":
            os._exit(9)
        if given.text == "fault":
            raise ValueError("no such luck")
        return real(given, *rest)

    monkeypatch.setattr(coder, "code_sentences", poisoned)
    some = [*lines(5), article("p", "poison"), *lines(3), article("f", "fault"), *lines(70)]
    told: list[tuple[str, str]] = []
    codings = list(code_articles(some, processes=2, on_error=lambda a, error: told.append((a.id, type(error).__name__))))
    assert [c.article for c in codings] == [a.id for a in some]
    assert [bool(c.events) for c in codings] == [a.id not in ("p", "f") for a in some]
    assert told == [("p", "WorkerDied"), ("f", "ValueError")]
    with pytest.raises(WorkerDied, match="ended"):
        list(code_articles([article("p", "poison")], processes=2))


@pytest.mark.parser
def test_no_more_is_read_than_is_needed() -> None:
    read = 0

    def source() -> Iterator[Article]:
        nonlocal read
        for each in lines(5_000):
            read += 1
            yield each

    codings = code_articles(source(), processes=2)
    assert next(codings).article == "0"
    codings.close()  # type: ignore[attr-defined]
    assert read < 1_000


@pytest.mark.parser
@pytest.mark.parametrize("processes", [1, 2])
def test_a_giant_is_refused_and_the_rest_goes_on(processes: int) -> None:
    some = [*lines(2), article("giant", "x " * MAX_TEXT_CHARS), *lines(2)]
    told: list[Exception] = []
    codings = list(code_articles(some, processes=processes, on_error=lambda _, error: told.append(error)))
    assert [bool(c.events) for c in codings] == [True, True, False, True, True]
    assert isinstance(told[0], ReadError) and "2,000,000 characters" in str(told[0])
