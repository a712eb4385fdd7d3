from __future__ import annotations

import pytest
from tests.articles.samples import BODY, docx, zip_of

from detente.articles.word import check_zip, docx_to_text
from detente.errors import ReadError


def test_title_author_paragraphs_and_cells() -> None:
    stated, text, notes = docx_to_text(docx())
    assert (stated.title, stated.author, notes) == ("Neighbours open a crossing", "Ann Lee", ())
    assert text == f"3 August 2015\n\n{BODY}\n\nLeft cell of the table\n\nRight cell of the table"


def test_an_author_that_is_only_the_program_is_none() -> None:
    assert docx_to_text(docx(author="python-docx"))[0].author == ""


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    bomb = zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<w>" + b" " * 50_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(ReadError, match="would unpack"):
        docx_to_text(bomb)


def test_a_swollen_entry_is_refused_however_small_the_whole() -> None:
    with pytest.raises(ReadError, match="would unpack"):
        check_zip(zip_of({"word/media/a.bin": b"\x00" * 3_000_000}))


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.articles.word.MAX_ZIP_ENTRIES", 3)
    with pytest.raises(ReadError, match="5 parts"):
        check_zip(zip_of({f"word/{i}.xml": b"x" for i in range(5)}))


def test_a_cut_one_says_so() -> None:
    with pytest.raises(ReadError, match="damaged"):
        docx_to_text(docx()[:2_000])
