"""A whole list as one file. CSV is sent while it is made; Parquet is made in a temporary file first. Neither is held in memory as a whole.

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
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

Kind = Literal["text", "number", "count", "truth", "texts", "json"]
CHUNK = 500  # rows a piece: some 100 kB of CSV
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


def parquet_file(rows: Iterable[dict[str, Any]], columns: dict[str, Kind]) -> Any:
    """An open temporary file with the rows as Parquet. DuckDB reads them from lines of JSON in another."""
    from pathlib import Path

    import duckdb

    types_of = {"text": "VARCHAR", "number": "DOUBLE", "count": "BIGINT", "truth": "BOOLEAN", "texts": "VARCHAR[]", "json": "VARCHAR"}
    with tempfile.TemporaryDirectory(prefix="detente-export-") as folder:
        lines, out = Path(folder) / "rows.json", Path(folder) / "rows.parquet"
        with lines.open("w", encoding="utf-8") as file:
            for row in rows:
                cells = {name: _parquet_cell(row.get(name), kind) for name, kind in columns.items()}
                file.write(json.dumps(cells, allow_nan=False) + "\n")
        said = ", ".join(f"'{name}': '{types_of[kind]}'" for name, kind in columns.items())
        read = f"read_json('{lines}', format = 'newline_delimited', columns = {{{said}}}, maximum_object_size = 268435456)"
        with duckdb.connect() as con:
            con.execute(f"COPY (SELECT * FROM {read}) TO '{out}' (FORMAT parquet, COMPRESSION zstd)")  # noqa: S608 - our own names
        kept = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the answer
        with out.open("rb") as made:
            shutil.copyfileobj(made, kept)
    kept.seek(0)
    return kept


def _parquet_cell(value: Any, kind: Kind) -> Any:
    return _dumped(value) if kind == "json" and value is not None else value


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _taken(text: io.StringIO) -> bytes:
    made = text.getvalue().encode("utf-8", "replace")
    text.seek(0)
    text.truncate()
    return made


def export(name: str, form: str, rows: Iterable[dict[str, Any]], model: type[BaseModel]) -> Any:
    """The answer."""
    from django.http import FileResponse, StreamingHttpResponse

    columns = columns_of(model)
    if form == "csv":
        answer = StreamingHttpResponse(csv_pieces(rows, columns), content_type="text/csv; charset=utf-8; header=present")
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
    made: Callable[..., Any] = FileResponse
    return made(parquet_file(rows, columns), as_attachment=True, filename=f"{name}.parquet", content_type="application/vnd.apache.parquet")
