from __future__ import annotations

from pathlib import Path

import pytest

from detente.articles.csv_table import read_csv
from detente.articles.problems import ReadProblem
from detente.types import Article


def read(path: Path, text: str | bytes) -> tuple[list[Article], list[ReadProblem]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    items = list(read_csv(path, "t.csv"))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, ReadProblem)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.csv"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_every_delimiter_and_forgiving_names(path: Path, mark: str) -> None:
    header, row = mark.join(["id", "Headline", "Date Published", "Body"]), mark.join(["7", "A title", "25.07.2016", "The two met."])
    (only,), problems = read(path, f"\ufeff{header}\r\n{row}\r\n")
    assert (only.title, only.text, only.file) == ("A title", "The two met.", "t.csv#7")
    assert only.published is not None and problems == []


def test_quoted_texts_of_several_lines(path: Path) -> None:
    (only,), _ = read(path, 'title,date,text\nT,2016-07-25,"First, ""quoted"" paragraph.\n\nSecond one."\n')
    assert only.text == 'First, "quoted" paragraph.\n\nSecond one.'


def test_a_broken_row_costs_only_itself(path: Path) -> None:
    rows = [
        '1;One;2016-07-25;"a "bad" quote"',
        "2;Two;2016-07-26;fine",
        '3;Three;2016-07-27;"never closed',
        "4;Four;2016-07-28;fine",
        "5;Five;2016-07-29;a;b",
    ]
    articles, problems = read(path, "id;title;date;text\n" + "\n".join(rows) + "\n")
    assert [a.title for a in articles] == ["Two", "Four"]
    assert [p.file for p in problems] == ["t.csv#2", "t.csv#4", "t.csv#6"]
    assert "never closed" in problems[1].what and "5 cells" in problems[2].what


def test_a_table_of_broken_rows_is_given_up(path: Path) -> None:
    articles, problems = read(path, "title,text\n" + '"a"b,c\n' * 500)
    assert articles == [] and "stopped" in problems[-1].what and len(problems) == 101


def test_a_row_that_never_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.articles.csv_table.MAX_ROW_CHARS", 1_000)
    _, problems = read(path, 'title,text\nA,"' + "x\n" * 2_000)
    assert "longer than" in problems[0].what and all(p.fatal for p in problems)


def test_a_table_without_a_text_column(path: Path) -> None:
    articles, (problem,) = read(path, "a,b\n1,2\n")
    assert articles == [] and problem.fatal and "a, b" in problem.what and "text" in problem.hint


def test_another_encoding_is_said(path: Path) -> None:
    text = "title;date;text\n" + "Встреча;2016-07-25;Министры двух соседних государств встретились в столице и говорили о границе.\n" * 3
    articles, (note,) = read(path, text.encode("cp1251"))
    assert articles[0].title == "Встреча" and articles[0].language == "ru" and not note.fatal


def test_zero_bytes_and_empty_rows_are_no_trouble(path: Path) -> None:
    articles, problems = read(path, "title,date,text\n,,\n\nA,2016-07-25,x\x00y met z.\n")
    assert [a.text for a in articles] == ["xy met z."] and problems == []


def test_a_table_without_rows_says_so(path: Path) -> None:
    articles, (note,) = read(path, "title,text\n\n,\n")
    assert articles == [] and "no rows" in note.what and not note.fatal
