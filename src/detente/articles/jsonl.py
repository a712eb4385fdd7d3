"""JSONL tables of articles, one object a line, streamed; and JSON files with one article or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from detente.articles.encodings import decode, encoding_of
from detente.articles.limits import MAX_BAD_ROWS, MAX_ROW_CHARS, MAX_ROWS, SNIFF_BYTES
from detente.articles.problems import ReadProblem
from detente.articles.rows import row_articles
from detente.types import Article

_LIST_KEYS = ("articles", "items", "data", "results", "documents", "docs", "entries", "rows")


def read_jsonl(path: Path, file: str) -> Iterator[Article | ReadProblem]:
    """Articles and problems of the table, row by row; a row that cannot be read is reported with its line and left out."""
    with path.open("rb") as start:
        encoding, note = encoding_of(start.read(SNIFF_BYTES), cut=True)
    if note:
        yield ReadProblem(file, note, "save the table as UTF-8")
    bad = 0
    with path.open(encoding=encoding, errors="replace", newline="\n") as lines:
        number = 0
        while True:
            line = lines.readline(MAX_ROW_CHARS)
            if not line:
                return
            number += 1
            if number > MAX_ROWS:
                yield _too_many(file)
                return
            if len(line) == MAX_ROW_CHARS and not line.endswith("\n"):
                problem = f"line {number} is longer than {MAX_ROW_CHARS:,} characters"
                while line and not line.endswith("\n"):
                    line = lines.readline(MAX_ROW_CHARS)
            elif not line.strip("\ufeff \t\r\n\x00"):
                continue
            else:
                row, problem = _parsed(line, number)
                if row is not None:
                    yield from row_articles(row, file, number)
            if problem:
                bad += 1
                yield ReadProblem(f"{file}#{number}", problem, "one JSON object with a text a line; this line was left out", fatal=True)
                if bad == MAX_BAD_ROWS:
                    stopped = f"reading stopped after {bad} lines that are no JSON objects"
                    yield ReadProblem(file, stopped, "mend the table and run again", fatal=True)
                    return


def _parsed(line: str, number: int) -> tuple[Mapping[Any, Any] | None, str]:
    try:
        row = json.loads(line.strip("\ufeff \t\r\n\x00"), strict=False)
    except RecursionError:
        return None, f"line {number} is nested too deeply"
    except ValueError as error:
        return None, f"line {number} is not valid JSON ({str(error)[:80]})"
    return (row, "") if isinstance(row, dict) else (None, f"line {number} is valid JSON but not an object")


def read_json(data: bytes, file: str) -> Iterator[Article | ReadProblem]:
    """Articles of a JSON file: an object, a list of objects, or an object that holds such a list under ``articles``."""
    decoded = decode(data)
    try:
        value = json.loads(decoded.text, strict=False)
    except (ValueError, RecursionError) as error:
        yield ReadProblem(file, f"not valid JSON ({str(error)[:80]})", "mend it, or save its text as .txt", fatal=True)
        return
    if isinstance(value, dict):
        lists = (value.get(key) for key in _LIST_KEYS)
        value = next((inner for inner in lists if isinstance(inner, list) and inner and isinstance(inner[0], dict)), [value])
    if not isinstance(value, list) or not value:
        yield ReadProblem(file, "the JSON holds no articles", "an object, or a list of objects, with a title and a text each", fatal=True)
        return
    if decoded.note:
        yield ReadProblem(file, decoded.note)
    for number, row in enumerate(value[:MAX_ROWS], 1):
        if isinstance(row, dict):
            yield from row_articles(row, file, number)
        else:
            yield ReadProblem(f"{file}#{number}", f"entry {number} is not an object", "left out", fatal=True)


def _too_many(file: str) -> ReadProblem:
    return ReadProblem(file, f"more than {MAX_ROWS:,} rows: the rest was not read", "cut the table, for example by year", fatal=True)
