"""PostgreSQL's full text: a tsvector and a GIN index. Its parsers and dictionaries are left out: words come folded and stemmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from detente.search.asking import Asked, Phrase

TABLE = "record_searchwords"
MAKE = (
    f"CREATE TABLE {TABLE} (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
)
DROP = f"DROP TABLE {TABLE}"
TAG = "="  # before a tag: no word has one
MOST_PLACES = 255  # of one word in a tsvector: PostgreSQL forgets the others
LAST_PLACE = 16383
WEIGHTS = "{0, 0, 0.25, 1}"  # of D, C, B (body), A (title): as SQLite's title counts four times


def put_words(cursor: Any, rows: Iterable[tuple[int, Sequence[str], Sequence[str], Sequence[str]]]) -> None:
    """Index documents: number, words of the title, words of the body, tags."""
    vectors = [(number, vector(title, body, tags)) for number, title, body, tags in rows]
    cursor.executemany(f"INSERT INTO {TABLE} (id, words) VALUES (%s, %s::tsvector)", vectors)  # noqa: S608


def vector(title: Sequence[str], body: Sequence[str], tags: Sequence[str]) -> str:
    """A tsvector as text. The body begins some places after the title, so that no phrase runs from one into the other."""
    places: dict[str, list[str]] = {}
    for at, word in enumerate(title, 1):
        places.setdefault(word, []).append(f"{min(at, LAST_PLACE)}A")
    for at, word in enumerate(body, len(title) + 10):
        places.setdefault(word, []).append(f"{min(at, LAST_PLACE)}B")
    words = [f"'{word}':{','.join(found[:MOST_PLACES])}" for word, found in places.items()]
    return " ".join([*words, *(f"'{TAG}{tag}'" for tag in tags)])


def drop_words(cursor: Any, numbers: Sequence[int]) -> None:
    """Take documents out."""
    cursor.execute(f"DELETE FROM {TABLE} WHERE id = ANY(%s)", (list(numbers),))  # noqa: S608


def candidates(
    cursor: Any, columns: str, asked: Asked, tags: Sequence[str], span: tuple[int, int], most: int, ranked: bool
) -> list[tuple[Any, ...]]:
    """(score, *columns of record_searchdocument) of the newest ``most`` that match, newest first. score: 0 where not ``ranked``."""
    looked_for = " | ".join(map(_phrase, asked.phrases))
    score = "ts_rank(%s::float4[], w.words, %s::tsquery, 1)" if ranked and looked_for else "0::float4"
    given = [WEIGHTS, looked_for] if ranked and looked_for else []
    cursor.execute(
        f"SELECT {score}, {columns} FROM (SELECT id, words FROM {TABLE} WHERE words @@ %s::tsquery AND id BETWEEN %s AND %s "  # noqa: S608
        "ORDER BY id DESC LIMIT %s) w JOIN record_searchdocument d ON d.id = w.id ORDER BY w.id DESC",
        (*given, _query(asked, tags), *span, most),
    )
    return list(cursor.fetchall())


def _query(asked: Asked, tags: Sequence[str]) -> str:
    """A tsquery as text. Only letters and digits come out of `words` and `tag`: nothing in a quoted word has a meaning to it."""
    parts = [f"'{TAG}{tag}'" for tag in tags]
    parts += [f"({' | '.join(map(_phrase, group))})" for group in asked.groups]
    parts += [f"!({' | '.join(map(_phrase, asked.without))})"] if asked.without else []
    return " & ".join(parts)


def _phrase(phrase: Phrase) -> str:
    return "(" + " <-> ".join(f"'{word}'" for word in phrase) + ")"
