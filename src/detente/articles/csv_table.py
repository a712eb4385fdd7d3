"""CSV tables of articles, streamed: any of the usual delimiters, a header with forgiving names, broken rows reported one by one."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from detente.articles.columns import TEXT_FIELD, delimiter_of, fields_of
from detente.articles.encodings import encoding_of
from detente.articles.limits import MAX_BAD_ROWS, MAX_ROW_CHARS, MAX_ROWS, SNIFF_BYTES
from detente.articles.problems import ReadProblem
from detente.articles.rows import row_articles
from detente.types import Article

_HEADER_CHARS = 20_000


class _Lines:
    """Lines of a file, of which those since the last whole record can be taken back. A stateful iterator: csv.reader wants one."""

    def __init__(self, source: IO[str]) -> None:
        self.source, self.number, self.taken = source, 0, 0
        self.since: list[str] = []
        self.again: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.again.pop() if self.again else self.source.readline(MAX_ROW_CHARS)
        if not line:
            raise StopIteration
        self.number += 1
        self.taken += len(line)
        if self.taken > MAX_ROW_CHARS:
            raise csv.Error(f"a row is longer than {MAX_ROW_CHARS:,} characters")
        self.since.append(line)
        return line.replace("\x00", "")

    def record_done(self) -> None:
        self.since.clear()
        self.taken = 0

    def step_back(self) -> None:
        """Give back all lines since the last whole record but the first of them, which began the broken one."""
        back = self.since[1:]
        self.number -= len(back)
        self.again.extend(reversed(back))
        self.record_done()


def read_csv(path: Path, file: str) -> Iterator[Article | ReadProblem]:
    """Articles and problems of the table. A row that cannot be read is reported with its line and left out."""
    with path.open("rb") as opened:
        start = opened.read(SNIFF_BYTES)
    encoding, note = encoding_of(start, cut=len(start) == SNIFF_BYTES)
    if note:
        yield ReadProblem(file, note, "save the table as UTF-8")
    # csv refuses fields above 131,072 characters unless told otherwise; the limit of this module is MAX_ROW_CHARS
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ROW_CHARS))
    with path.open(encoding=encoding, errors="replace", newline="") as source:
        header = source.readline(_HEADER_CHARS).removeprefix("\ufeff")
        mark = delimiter_of(header) or ","
        try:
            names = next(csv.reader([header], delimiter=mark), [])
        except csv.Error:
            names = header.split(mark)
        fields = fields_of([name.strip() for name in names])
        if TEXT_FIELD not in fields:
            shown = ", ".join(name.strip() for name in names[:12])[:200]
            yield ReadProblem(file, f"the table has no column for the text; its columns are: {shown}",
                              "name one of them text (or body, content), and others title, date, source, url", fatal=True)  # fmt: skip
            return
        yield from _rows(source, mark, fields, file)


def _rows(source: IO[str], mark: str, fields: list[str], file: str) -> Iterator[Article | ReadProblem]:
    lines = _Lines(source)
    lines.number = 1
    reader = csv.reader(lines, delimiter=mark, strict=True)
    bad = read = 0
    while bad < MAX_BAD_ROWS:
        first = lines.number + 1
        problem = ""
        try:
            cells = next(reader)
        except StopIteration:
            if not read:
                yield ReadProblem(file, "the table has a header and no rows", "fill it, or remove it")
            return
        except csv.Error as error:
            told = {"unexpected end of data": "a quote is opened and never closed"}.get(str(error), str(error))
            problem = f"line {first} cannot be read: {told}"
            lines.step_back()
            reader = csv.reader(lines, delimiter=mark, strict=True)
            cells = []
        else:
            lines.record_done()
            if not any(cell.strip() for cell in cells):
                continue
            extra = [cell for cell in cells[len(fields) :] if cell.strip()]
            if extra or fields.index(TEXT_FIELD) >= len(cells):
                problem = f"line {first} has {len(cells)} cells, the header has {len(fields)}: is a text with {mark!r} in it not in quotes?"
        read += 1
        if read > MAX_ROWS:
            yield ReadProblem(file, f"more than {MAX_ROWS:,} rows: the rest was not read", "cut the table, for example by year", fatal=True)
            return
        if problem:
            bad += 1
            yield ReadProblem(f"{file}#{first}", problem, "this row was left out", fatal=True)
        else:
            yield from row_articles({f: cell for f, cell in zip(fields, cells, strict=False) if f}, file, first)
    yield ReadProblem(file, f"reading stopped after {bad} rows that cannot be read", "mend the table and run again", fatal=True)
