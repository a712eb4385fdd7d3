"""Lists as CSV and Parquet: every row of the JSON comes back, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

Ask = Callable[..., Any]
LISTS = ("articles", "events", "relations", "categories", "statuses", "changes", "relations/BLR-USA/series")


def content(answer: Any) -> bytes:
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize("path", LISTS)
def test_a_file_holds_what_the_list_holds(path: str, ask: Ask, tmp_path: Path) -> None:
    listed = ask(path).json()["items"]
    path += "&" if "?" in path else "?"
    answer = ask(f"{path}format=csv" + ("" if "search" in path else "&limit=1"))
    assert answer["Content-Type"].startswith("text/csv") and ".csv" in answer["Content-Disposition"]
    text = list(csv.DictReader(io.StringIO(content(answer).decode())))
    answer = ask(f"{path}format=parquet")
    assert answer["Content-Type"] == "application/vnd.apache.parquet"
    (tmp_path / "list.parquet").write_bytes(content(answer))
    found = duckdb.sql(f"SELECT * FROM read_parquet('{tmp_path}/list.parquet')")
    table = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    assert len(listed) == len(text) == len(table) > 0
    for wanted, line, row in zip(listed, text, table, strict=True):
        assert list(line) == list(row) == [name for name in wanted if name != "links"]
        for name, value in wanted.items():
            if name != "links":
                assert same(value, row[name]), name
                assert line[name] == ("" if value is None else said(value)) or (value == [] and line[name] == ""), name


def same(value: Any, cell: Any) -> bool:
    return value == cell or (isinstance(value, list | dict) and isinstance(cell, str) and json.loads(cell) == value)


def said(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(each, str) for each in value) and value:
        return "|".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def test_a_search_as_a_file(ask: Ask, served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.pipeline import open_desk, run
    from detente.record.search import finding

    run(open_desk(served))
    test_a_file_holds_what_the_list_holds("search?q=helps", ask, served)
    every = [hit["id"] for page in (1, 2) for hit in ask(f"search?sort=newest&page={page}").json()["items"]]

    def exported() -> list[str]:
        return [row["id"] for row in csv.DictReader(io.StringIO(content(ask("search?sort=newest&format=csv&page=2")).decode()))]

    monkeypatch.setattr(finding, "MOST_PER_PAGE", 2)
    assert exported() == every
    monkeypatch.setattr(finding, "MOST_WEIGHED", 3)
    assert exported() == every[:3], "of more, the newest"
    assert content(ask("search?q=...&format=csv")).count(b"\r\n") == 1


def test_filters_hold_for_files_too(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(content(ask("events?actor=BLR&format=csv")).decode())))
    assert [row["recipient"] for row in rows] == ["RUS", "USA"]


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx", "＝1+1"])
def test_no_cell_is_a_formula(title: str) -> None:
    from detente.desk.api.exporting import csv_cell, csv_pieces

    assert csv_cell(title, "text") == f"'{title}"
    assert csv_cell(-1.5, "number") == -1.5 and csv_cell("a-b", "text") == "a-b"
    assert csv_cell(["=1", "b"], "texts") == "'=1|b"
    made = b"".join(csv_pieces([{"a": title, "b": 'say "x",\ny'}], {"a": "text", "b": "text"})).decode()
    assert list(csv.reader(io.StringIO(made, newline="")))[1] == [f"'{title}", 'say "x",\ny']


def test_a_file_of_many_rows_comes_in_pieces() -> None:
    from detente.desk.api.exporting import CHUNK, csv_pieces

    pieces = list(csv_pieces(({"a": str(n)} for n in range(3 * CHUNK + 1)), {"a": "text"}))
    assert len(pieces) == 4 and b"".join(pieces).count(b"\r\n") == 3 * CHUNK + 2


def test_parquet_of_an_empty_list(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "none.parquet").write_bytes(content(ask("forecasts/found?format=parquet")))
    found = duckdb.sql(f"SELECT * FROM read_parquet('{tmp_path}/none.parquet')")
    assert found.fetchall() == [] and "sides" in found.columns


def test_so_many_files_at_once(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import BoundedSemaphore

    from detente.desk.api import exporting
    from detente.desk.api.exporting import FILES

    monkeypatch.setattr(exporting, "_places", BoundedSemaphore(FILES))
    held = [ask(f"relations?format={form}") for form in ("csv", "parquet") * (FILES // 2)]
    assert all(answer.status_code == 200 for answer in held)
    refused = ask("relations?format=csv")
    assert refused.status_code == 503 and refused["Retry-After"]
    held[0].close()
    again = ask("relations?format=csv")
    assert again.status_code == 200
    for answer in (*held, again):
        answer.close()
