"""PostgreSQL's full text: a tsvector and a GIN index. Its parsers and dictionaries are left out: words come folded and stemmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from detente.search.asking import Asked, Phrase

TABLE = "record_searchwords"
MAKE = (
    # The vectors stand beside the table's own pages, so that many rows can be gone through when only their numbers are asked for.
    f"CREATE TABLE {TABLE} (id bigint PRIMARY KEY, words tsvector NOT NULL) WITH (toast_tuple_target = 128)",
    f"ALTER TABLE {TABLE} ALTER COLUMN words SET STORAGE EXTERNAL",
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


def settle(cursor: Any) -> None:
    """After much was written: what new words wait in goes into the index itself, and the planner learns how many rows there are."""
    cursor.execute(f"SELECT gin_clean_pending_list('{TABLE}_words')")
    cursor.execute(f"ANALYZE {TABLE}")
    cursor.execute("ANALYZE record_searchdocument")


def candidates(
    cursor: Any, columns: str, asked: Asked, tags: Sequence[str], span: tuple[int, int], most: int, ranked: bool
) -> list[tuple[Any, ...]]:
    """(score, *columns of record_searchdocument) of the newest ``most`` that match, newest first. score: 0 where not ``ranked``.

    The planner takes a look at a vector for as cheap as one at a number, and words for independent of each other; so it is told which way
    to go: from the newest on where a good part of the newest match, else by the words' index."""
    from django.db import transaction

    wanted, looked_for = _query(asked, tags), " | ".join(map(_phrase, asked.phrases))
    score = "ts_rank(%s::float4[], w.words, %s::tsquery, 1)" if ranked and looked_for else "0::float4"
    given = [WEIGHTS, looked_for] if ranked and looked_for else []
    with transaction.atomic(using=cursor.db.alias):
        cursor.execute("; ".join(f"SET LOCAL {name} = off" for name in _SHUT))
        has_phrase = any(len(phrase) > 1 for phrase in asked.phrases)
        found = _FROM_NEWEST if _sampled(cursor, wanted, span) >= (_MANY_WITH_PHRASE if has_phrase else _MANY) else _BY_WORDS
        cursor.execute(
            f"SELECT {score}, {columns} FROM ({found}) w JOIN record_searchdocument d ON d.id = w.id ORDER BY w.id DESC",  # noqa: S608
            (*given, *((*span, wanted) if found == _FROM_NEWEST else (wanted, *span)), most),
        )
        rows = list(cursor.fetchall())
        cursor.execute("; ".join(f"SET LOCAL {name} = DEFAULT" for name in _SHUT))
    return rows


# OFFSET 0 keeps the order of the work as it is written; id + 0 is no column with an index.
_FROM_NEWEST = (
    f"SELECT id, words FROM (SELECT id, words FROM {TABLE} WHERE id BETWEEN %s AND %s ORDER BY id DESC OFFSET 0) w "  # noqa: S608
    "WHERE words @@ %s::tsquery LIMIT %s"
)
_BY_WORDS = f"SELECT id, words FROM {TABLE} WHERE words @@ %s::tsquery AND id + 0 BETWEEN %s AND %s ORDER BY id + 0 DESC LIMIT %s"  # noqa: S608
_SHUT = ("enable_seqscan", "enable_hashjoin", "enable_mergejoin")
# Where 50 of the newest 200 match, a thousand stand among the newest four thousand or so. A phrase is not in the index of words: each
# document that has all its words must be opened, so with one in the question it is worth going further.
_SAMPLE, _MANY, _MANY_WITH_PHRASE = 200, 50, 8


def _sampled(cursor: Any, wanted: str, span: tuple[int, int]) -> int:
    """How many of the newest documents match."""
    newest = f"SELECT words FROM {TABLE} WHERE id BETWEEN %s AND %s ORDER BY id DESC LIMIT {_SAMPLE}"  # noqa: S608
    cursor.execute(f"SELECT count(*) FROM ({newest}) w WHERE words @@ %s::tsquery", (*span, wanted))  # noqa: S608
    return int(cursor.fetchone()[0])


def _query(asked: Asked, tags: Sequence[str]) -> str:
    """A tsquery as text. Only letters and digits come out of `words` and `tag`: nothing in a quoted word has a meaning to it."""
    parts = [f"'{TAG}{tag}'" for tag in tags]
    parts += [f"({' | '.join(map(_phrase, group))})" for group in asked.groups]
    parts += [f"!({' | '.join(map(_phrase, asked.without))})"] if asked.without else []
    return " & ".join(parts)


def _phrase(phrase: Phrase) -> str:
    return "(" + " <-> ".join(f"'{word}'" for word in phrase) + ")"
