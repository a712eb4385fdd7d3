"""A whole list as one file, made in a temporary file before it is sent: then the thread that made it is free for others, however slowly it
is read.

Columns are the fields of the JSON row, in its order. Lists of codes are lists in Parquet and joined with ``|`` in CSV; what is nested
deeper is JSON text in both. Links are left out: they follow from the id."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
import types
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, BinaryIO, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from detente.desk.api.problems import Refused

Kind = Literal["text", "number", "count", "truth", "texts", "json"]
CHUNK = 500  # rows a piece: some 100 kB of CSV
LONGEST_ROW = 256 * 2**20  # bytes of JSON: an article is bounded far below it
# Files that are being read at once. All articles of a large desk are 100 MB: less than a gigabyte of the disk whatever strangers do.
FILES = 8
_places = BoundedSemaphore(FILES)
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection); an apostrophe before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SCALARS: dict[Any, Kind] = {str: "text", float: "number", int: "count", bool: "truth"}


def columns_of(model: type[BaseModel]) -> dict[str, Kind]:
    """Column -> what it holds, by the fields of a row."""
    return {name: _kind(field.annotation) for name, field in model.model_fields.items() if name != "links"}


def _kind(annotation: Any) -> Kind:
    if get_origin(annotation) in (Union, types.UnionType):
        return _kind(next(each for each in get_args(annotation) if each is not type(None)))
    if get_origin(annotation) is Literal:
        return "text"
    if get_origin(annotation) is list and get_args(annotation) == (str,):
        return "texts"
    return _SCALARS.get(annotation, "json")


def csv_pieces(rows: Iterable[dict[str, Any]], columns: dict[str, Kind]) -> Iterator[bytes]:
    """CSV (RFC 4180) in UTF-8, in pieces, with a line of names."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for number, row in enumerate(rows, 1):
        writer.writerow([csv_cell(row.get(name), kind) for name, kind in columns.items()])
        if number % CHUNK == 0:
            yield _taken(text)
    yield _taken(text)


def csv_cell(value: Any, kind: Kind) -> str | int | float:
    """A cell that no spreadsheet takes for a formula. Numbers stay numbers."""
    if value is None:
        return ""
    if kind in ("number", "count"):
        return value  # type: ignore[no-any-return]
    if kind == "truth":
        return str(value).lower()
    said = "|".join(value) if kind == "texts" else _dumped(value) if kind == "json" else str(value)
    said = said.replace("\0", "\ufffd")  # readers of CSV stop there
    return f"'{said}" if said.startswith(_FORMULA) else said


def write_csv(rows: Iterable[dict[str, Any]], columns: dict[str, Kind], out: BinaryIO) -> None:
    """Write the rows as CSV."""
    for piece in csv_pieces(rows, columns):
        out.write(piece)


def write_parquet(rows: Iterable[dict[str, Any]], columns: dict[str, Kind], out: BinaryIO) -> None:
    """Write the rows as Parquet. DuckDB reads them from lines of JSON."""
    import duckdb

    from detente.events.tables.reading import quoted

    types_of = {"text": "VARCHAR", "number": "DOUBLE", "count": "BIGINT", "truth": "BOOLEAN", "texts": "VARCHAR[]", "json": "VARCHAR"}
    with tempfile.TemporaryDirectory(prefix="detente-export-") as folder:
        lines, made = Path(folder) / "rows.json", Path(folder) / "rows.parquet"
        with lines.open("w", encoding="utf-8") as file:
            for row in rows:
                cells = {name: _parquet_cell(row.get(name), kind) for name, kind in columns.items()}
                file.write(json.dumps(cells, allow_nan=False) + "\n")
        said = ", ".join(f"'{name}': '{types_of[kind]}'" for name, kind in columns.items())
        read = f"read_json({quoted(lines)}, format = 'newline_delimited', columns = {{{said}}}, maximum_object_size = {LONGEST_ROW})"
        with duckdb.connect() as con:
            con.execute(f"COPY (SELECT * FROM {read}) TO {quoted(made)} (FORMAT parquet, COMPRESSION zstd)")  # noqa: S608 - our own names
        with made.open("rb") as file_made:
            shutil.copyfileobj(file_made, out)


def _parquet_cell(value: Any, kind: Kind) -> Any:
    return _dumped(value) if kind == "json" and value is not None else value


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _taken(text: io.StringIO) -> bytes:
    made = text.getvalue().encode("utf-8", "replace")
    text.seek(0)
    text.truncate()
    return made


WRITERS: dict[str, tuple[Callable[[Iterable[dict[str, Any]], dict[str, Kind], BinaryIO], None], str]] = {
    "csv": (write_csv, "text/csv; charset=utf-8; header=present"),
    "parquet": (write_parquet, "application/vnd.apache.parquet"),
}


class HeldFile(io.BufferedReader):
    """A file that gives its place back when it is closed, be it that nobody read it."""

    def __init__(self, raw: Any, places: BoundedSemaphore) -> None:
        super().__init__(raw)
        self.places = places

    def close(self) -> None:
        """Close."""
        if not self.closed:
            super().close()
            self.places.release()


def export(name: str, form: str, rows: Iterable[dict[str, Any]], model: type[BaseModel]) -> Any:
    """The answer. Raises Refused where too many files are being read."""
    from django.http import FileResponse

    places = _places
    if not places.acquire(blocking=False):
        raise Refused(503, "Too many files are being read just now. Come again.", {"Retry-After": "30"})
    made = tempfile.TemporaryFile(prefix="detente-export-", buffering=0)  # noqa: SIM115 - closed with the answer
    held: Any = HeldFile(made, places)
    try:
        write, media_type = WRITERS[form]
        write(rows, columns_of(model), held.raw)
        held.seek(0)
    except BaseException:
        held.close()
        raise
    return FileResponse(held, as_attachment=True, filename=f"{name}.{form}", content_type=media_type)
