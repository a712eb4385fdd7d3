"""SQLite's full text, FTS5. Words come folded and stemmed, a space between them, so its plainest tokenizer does: it splits at spaces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from detente.search.asking import Asked, Phrase

TABLE = "record_searchwords"
MAKE = f"CREATE VIRTUAL TABLE {TABLE} USING fts5(title, body, tags, tokenize = 'ascii')"
DROP = f"DROP TABLE {TABLE}"
# bm25 counts every document that has a word: of rare words only. Two milliseconds a thousand.
RARE = 2000
TITLE_WEIGHT = 4.0  # a word of a headline says more of an article than one of its text; of the usual 2 to 5
IN_TITLE = 8  # titles looked at for each candidate, at most: a few milliseconds
COMMON_IN_TITLE = 1.0  # what a common word in the title adds: less than any rare word found (bm25 of one begins near 2)


def put_words(cursor: Any, rows: Iterable[tuple[int, Sequence[str], Sequence[str], Sequence[str]]]) -> None:
    """Index documents: number, words of the title, words of the body, tags."""
    texts = [(number, *(" ".join(words) for words in columns)) for number, *columns in rows]
    cursor.executemany(f"INSERT INTO {TABLE} (rowid, title, body, tags) VALUES (%s, %s, %s, %s)", texts)  # noqa: S608


def drop_words(cursor: Any, numbers: Sequence[int]) -> None:
    """Take documents out."""
    cursor.executemany(f"DELETE FROM {TABLE} WHERE rowid = %s", [(number,) for number in numbers])  # noqa: S608


def settle(cursor: Any) -> None:
    """After much was written: nothing. FTS5 merges its parts as it goes."""


def candidates(
    cursor: Any, columns: str, asked: Asked, tags: Sequence[str], span: tuple[int, int], most: int, ranked: bool
) -> list[tuple[Any, ...]]:
    """(score, *columns of record_searchdocument) of the newest ``most`` that match, newest first. score: 0 where not ``ranked``."""
    wanted = _match(asked, tags)
    cursor.execute(
        f"SELECT w.rowid, {columns} FROM {TABLE} w CROSS JOIN record_searchdocument d ON d.id = w.rowid "  # noqa: S608
        f"WHERE w.{TABLE} MATCH %s AND w.rowid BETWEEN %s AND %s ORDER BY w.rowid DESC LIMIT %s",
        (wanted, *span, most),
    )
    rows = cursor.fetchall()
    if not ranked or not rows or not asked.groups:
        return [(0.0, *row[1:]) for row in rows]
    scores = _scores(cursor, asked, "" if len(rows) == most else wanted, (rows[-1][0], rows[0][0]), most)
    return [(scores.get(row[0], 0.0), *row[1:]) for row in rows]


def _scores(cursor: Any, asked: Asked, wanted: str, span: tuple[int, int], most: int) -> dict[int, float]:
    """Number -> score: bm25 of the rare phrases, and a step for common ones in the title.

    span: the numbers to score; wanted: what they match, or empty where they lie so close together that it is quicker to look at all."""
    rare: list[Phrase] = []
    common: list[Phrase] = []
    looks = 0
    for count, phrase in sorted((_count(cursor, phrase), phrase) for phrase in asked.phrases):
        looks += count
        (rare if looks <= RARE else common).append(phrase)
    scores: dict[int, float] = {}
    if rare:
        cursor.execute(
            f"SELECT rowid, -bm25({TABLE}, {TITLE_WEIGHT}, 1.0, 0.0) FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid BETWEEN %s AND %s",  # noqa: S608
            (f"{{title body}} : ({_any(rare)})", *span),
        )
        scores = dict(cursor.fetchall())
    if common:
        cursor.execute(
            f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s",  # noqa: S608
            (f"{f'({wanted}) AND ' if wanted else ''}{{title}} : ({_any(common)})", *span, IN_TITLE * most),
        )
        for (number,) in cursor.fetchall():
            scores[number] = scores.get(number, 0.0) + COMMON_IN_TITLE
    return scores


def _count(cursor: Any, phrase: Phrase) -> int:
    """How many documents have a phrase, up to one more than are rare."""
    cursor.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {TABLE} WHERE {TABLE} MATCH %s LIMIT %s)",  # noqa: S608
        (f"{{title body}} : {_quoted(phrase)}", RARE + 1),
    )
    return int(cursor.fetchone()[0])


def _match(asked: Asked, tags: Sequence[str]) -> str:
    """FTS5's own query. Only letters and digits come out of `words` and `tag`: nothing in a quoted word has a meaning to it."""
    parts = [f"tags : {_quoted((tag,))}" for tag in tags]
    parts += [f"{{title body}} : ({_any(group)})" for group in asked.groups]
    wanted = " AND ".join(parts)
    return f"({wanted}) NOT {{title body}} : ({_any(asked.without)})" if asked.without else wanted


def _any(phrases: Iterable[Phrase]) -> str:
    return " OR ".join(map(_quoted, phrases))


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase)}"'
