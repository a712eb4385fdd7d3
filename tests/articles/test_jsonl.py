from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.articles.samples import SENTENCE

from detente.articles.jsonl import read_json, read_jsonl
from detente.articles.problems import ReadProblem
from detente.types import Article

ROW = {"id": "a1", "title": "A title", "date": "2016-07-25", "text": SENTENCE, "source": "Agency", "url": "https://example.org/1"}


def read(path: Path) -> tuple[list[Article], list[ReadProblem]]:
    items = list(read_jsonl(path, "t.jsonl"))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, ReadProblem)]


def test_rows_become_articles_traced_to_their_row(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(
        json.dumps(ROW) + "\n\n" + json.dumps({"headline": "H", "content": SENTENCE, "publishedAt": "2016-07-26T10:00Z"}) + "\n"
    )
    (first, second), problems = read(path)
    assert (first.file, first.source, first.url, first.title, first.text) == (
        "t.jsonl#a1",
        "Agency",
        "https://example.org/1",
        "A title",
        SENTENCE,
    )
    assert second.file == "t.jsonl#3" and second.published is not None and problems == []


def test_bad_rows_are_told_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    deep = '{"text": ' + "[" * 100_000
    path.write_text("\n".join([json.dumps(ROW), "{broken", "[1]", json.dumps({"id": "z"}), deep, json.dumps(ROW)]))
    articles, problems = read(path)
    assert len(articles) == 2
    assert [p.file for p in problems] == ["t.jsonl#2", "t.jsonl#3", "t.jsonl#z", "t.jsonl#5"]
    assert all(p.fatal and p.hint for p in problems)


def test_a_line_too_long_is_skipped_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.articles.jsonl.MAX_ROW_CHARS", 500)
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps({"text": "x" * 2_000}) + "\n" + json.dumps(ROW) + "\n")
    articles, problems = read(path)
    assert [a.file for a in articles] == ["t.jsonl#a1"] and "longer than" in problems[0].what


def test_reading_stops_where_nothing_is_an_object(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text("no\n" * 1_000)
    articles, problems = read(path)
    assert articles == [] and "stopped" in problems[-1].what and len(problems) == 101


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.articles.jsonl.MAX_ROWS", 2)
    path = tmp_path / "t.jsonl"
    path.write_text((json.dumps(ROW) + "\n") * 4)
    articles, problems = read(path)
    assert len(articles) == 2 and "more than 2 rows" in problems[0].what


def test_rows_hold_markup_surrogates_and_bad_dates_without_harm(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"title": "H\\ud800x", "text": "<p>One <b>bold</b>.</p><script>x</script><p>Two.</p>", "date": "07/08/2016"}\n')
    (only,), problems = read(path)
    assert (only.title, only.text, only.published) == ("H\ufffdx", "One bold.\n\nTwo.", None)
    assert {"no date" in p.what or "07/08/2016" in p.what for p in problems} == {True} and not any(p.fatal for p in problems)


def test_rows_are_streamed(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text((json.dumps(ROW) + "\n") * 10)
    stream = read_jsonl(path, "t.jsonl")
    assert isinstance(next(stream), Article)
    stream.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", [ROW, [ROW, ROW], {"articles": [ROW]}, {"meta": 1, "items": [ROW]}])
def test_json_files(value: object) -> None:
    items = list(read_json(json.dumps(value).encode(), "t.json"))
    assert items and all(isinstance(i, Article) for i in items)


@pytest.mark.parametrize("data", [b"[]", b"{}", b'"text"', b"[1]", b"{broken", b"[" * 100_000])
def test_json_without_articles(data: bytes) -> None:
    (problem,) = read_json(data, "t.json")
    assert isinstance(problem, ReadProblem) and problem.fatal
