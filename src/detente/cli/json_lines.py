"""JSON lines in and out. What goes out is lossless and yet harmless on a terminal: controls are written as escapes."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from detente.errors import TableError

_ESCAPED = re.compile("[\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def to_json(row: Any) -> str:
    """One line of JSON."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(row, ensure_ascii=False, allow_nan=False))


@contextmanager
def read_from(place: str) -> Iterator[TextIO]:
    """A file, or standard input for ``-``, as UTF-8 text. Raises TableError."""
    if place == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")  # type: ignore[union-attr]
        yield sys.stdin
        return
    try:
        stream = Path(place).open(encoding="utf-8-sig")  # noqa: SIM115 - closed below
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror}", where=place, hint="check the path") from error
    with stream:
        yield stream


def parse_lines(stream: TextIO, name: str) -> Iterator[tuple[int, dict[str, Any] | TableError]]:
    """(line number, object) for each line that is not empty; a TableError in the place of a line that holds none."""
    number = 0
    try:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            where = f"{name}, line {number}"
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, TableError(f"not JSON: {error}", where=where, hint="one object a line")
                continue
            if isinstance(row, dict):
                yield number, row
            else:
                yield number, TableError("not a JSON object", where=where, hint='as in {"id": "1", "text": "…"}')
    except UnicodeDecodeError as error:
        yield number + 1, TableError(f"not UTF-8: {error.reason}", where=f"{name}, after line {number}", hint="convert the file to UTF-8")


def print_lines(rows: Iterable[Any]) -> None:
    """Write JSON lines to standard output, as UTF-8."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for row in rows:
        sys.stdout.write(to_json(row) + "\n")
