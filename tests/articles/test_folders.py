from __future__ import annotations

import os
from pathlib import Path

import pytest

from detente.articles.folders import Found, list_files
from detente.articles.problems import ReadProblem


def names(*paths: Path) -> list[str]:
    return [item.path.name for item in list_files(paths) if isinstance(item, Found)]


def problems(*paths: Path) -> list[ReadProblem]:
    return [item for item in list_files(paths) if isinstance(item, ReadProblem)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "in/b.txt",
        "in/a.txt",
        "in/.hidden.txt",
        "in/.git/c.txt",
        "in/sub/d.txt",
        "in/page.html",
        "in/page_files/x.css",
        "out/secret.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path / "in"


def test_order_is_fixed_and_hidden_files_are_left(folder: Path) -> None:
    assert names(folder) == ["a.txt", "b.txt", "page.html", "d.txt"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder, folder / "sub") == ["b.txt", "a.txt", "page.html", "d.txt"]


def test_links_that_lead_out_are_not_followed(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "out" / "secret.txt")
    (folder / "linked").symlink_to(folder.parent / "out")
    (folder / "loop").symlink_to(folder)
    (folder / "within.txt").symlink_to(folder / "a.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    assert "secret.txt" not in {Path(os.path.realpath(item.path)).name for item in list_files([folder]) if isinstance(item, Found)}
    assert {Path(p.file).name for p in problems(folder)} >= {"link.txt", "linked"}


def test_what_is_not_there_or_no_file_is_said(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert [p.fatal for p in problems(folder / "none.txt", folder / "pipe.txt")] == [True, True]
    assert len(problems(folder)) == 1


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/bad\xff.txt"
    Path(os.fsdecode(path)).write_text("x")
    (found,) = list_files([tmp_path])
    assert isinstance(found, Found)
    found.file.encode("utf-8")
