# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

import io
from datetime import datetime

import pytest
from tests.articles.samples import BODY, pdf, pdf_lines

from detente.articles.page import read_page
from detente.articles.pdf import lines_to_text, pdf_to_text, without_running_lines
from detente.articles.stated import Stated
from detente.errors import ReadError


def test_paragraphs_of_a_column_come_back() -> None:
    _, text, notes = pdf_to_text(pdf([pdf_lines()]))
    (draft,) = read_page(text, Stated())
    assert draft.stated.title == "Neighbours open a crossing"
    assert draft.stated.published == datetime(2015, 8, 3, 9, 12)
    assert draft.text == BODY and notes == ()


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        ["The Example Review 1", "one two three", "Page 1"],
        ["The Example Review 2", "four five six", "Page 2"],
        ["The Example Review 3", "seven", "Page 3"],
    ]
    assert without_running_lines(pages) == ["one two three", "four five six", "seven"]
    assert without_running_lines(pages[:2]) == [line for page in pages[:2] for line in page]


def test_words_broken_over_lines_are_mended() -> None:
    lines = ["The two neighbours spoke of a full normal-", "isation of their relations in the coming", "year, and of trade."]
    assert lines_to_text(lines) == "The two neighbours spoke of a full normalisation of their relations in the coming year, and of trade."


def test_a_locked_one_says_so() -> None:
    from pypdf import PdfWriter

    writer, held = PdfWriter(clone_from=io.BytesIO(pdf([pdf_lines()]))), io.BytesIO()
    writer.encrypt("secret")
    writer.write(held)
    with pytest.raises(ReadError, match="password"):
        pdf_to_text(held.getvalue())


def test_one_without_text_says_so() -> None:
    from pypdf import PdfWriter

    writer, held = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(held)
    with pytest.raises(ReadError, match="no text"):
        pdf_to_text(held.getvalue())


def test_only_so_many_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.articles.pdf.MAX_PDF_PAGES", 1)
    _, text, notes = pdf_to_text(pdf([["First page of it."], ["Second page of it."]]))
    assert text == "First page of it." and "2 pages" in notes[0]
