# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

import json
import random
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.articles.samples import BODY, TWO_ARTICLES, docx, pdf, pdf_lines, web_page, zip_of

from detente.articles import FileRead, ReadProblem, file_sha256, read_articles, read_file, read_stream, read_table
from detente.articles.identity import article_id
from detente.types import Article

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def put(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


DATED = f"Neighbours open a crossing\n3 August 2015\n\n{BODY}"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", DATED),
        ("a.md", f"---\ntitle: Neighbours open a crossing\ndate: 2015-08-03\n---\n\n{BODY}"),
        ("a.md", f"# Neighbours open a crossing\n\n*3 August 2015*\n\n{BODY}"),
        ("a.pdf", pdf([["Neighbours open a crossing", "3 August 2015", *pdf_lines()[2:]]])),
        ("a.jsonl", json.dumps({"title": "Neighbours open a crossing", "date": "2015-08-03", "text": BODY}) + "\n"),
        ("a.json", json.dumps([{"title": "Neighbours open a crossing", "date": "2015-08-03", "text": BODY}])),
        ("a.csv", f'title,date,text\nNeighbours open a crossing,3 August 2015,"{BODY}"\n'),
    ],
)
def test_the_same_article_in_every_format_has_the_same_id(folder: Path, name: str, content: bytes | str) -> None:
    result = read_file(put(folder, name, content))
    (article,) = result.articles
    assert article.id == article_id("Neighbours open a crossing", BODY, datetime(2015, 8, 3))
    assert (article.text, article.language, result.problems) == (BODY, "en", ())


def test_html_and_docx(folder: Path) -> None:
    page, document = read_file(put(folder, "a.html", web_page())), read_file(put(folder, "a.docx", docx()))
    assert page.articles[0].text.startswith(BODY) and page.articles[0].source == "The Example Post"
    assert document.articles[0].text.startswith(BODY) and document.articles[0].author == "Ann Lee"


def test_two_articles_of_a_page(folder: Path) -> None:
    result = read_file(put(folder, "page.txt", TWO_ARTICLES))
    assert [a.published for a in result.articles] == [datetime(2015, 8, 3, 9, 12), datetime(2016, 10, 11, 17, 45)]
    assert result.problems == () and result.articles[1].photo_credit == "AGENCY ONE"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("pic.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "PNG picture, though its name ends in .txt"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n \t\n", "empty"),
        ("junk.txt", random.Random(3).randbytes(3_000), "not text"),
        ("junk.pdf", b"%PDF-1.7\n" + random.Random(4).randbytes(2_000), "damaged or not really a PDF"),
        ("cut.pdf", pdf([pdf_lines()])[:400], "damaged or not really a PDF"),
        ("bomb.docx", zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * 45_000_000}), "would unpack"),
        ("zip.docx", zip_of({"a.txt": b"x"}), "zip archive"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "old Office document"),
        ("links.txt", b"Share this\nRead more\n", "no article found"),
        ("notext.csv", b"a,b\n1,2\n", "no column for the text"),
        ("note.xml", b"<?xml version='1.0'?><note/>", "no feed"),
        ("empty.html", b"<html><body></body></html>", "no article found"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_goes_on(folder: Path, name: str, content: bytes, says: str) -> None:
    put(folder, "0.txt", DATED)
    put(folder, name, content)
    put(folder, "zz.txt", DATED.replace("crossing", "bridge"))
    items = list(read_articles([folder]))
    (problem,) = [i for i in items if isinstance(i, ReadProblem)]
    assert says in problem.what and problem.fatal and problem.hint and problem.file.endswith(name)
    assert len([i for i in items if isinstance(i, Article)]) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.html", pdf([pdf_lines()])), ("a.txt", web_page()), ("a.pdf", DATED), ("a.txt", docx()), ("a.docx", DATED), ("a.jpg", DATED)],
)
def test_a_file_that_is_not_what_its_name_says_is_read_by_what_it_is(folder: Path, name: str, content: bytes | str) -> None:
    result = read_file(put(folder, name, content))
    assert len(result.articles) == 1 and "met in Vilnius" in result.articles[0].text
    assert all(not p.fatal for p in result.problems)
    assert name == "a.jpg" or "read as what it is" in result.problems[0].what


def test_a_file_too_large_is_refused_and_a_table_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.articles.reading.MAX_FILE_BYTES", 100_000)
    row = json.dumps({"title": "T", "date": "2015-08-03", "text": BODY})
    (problem,) = read_file(put(folder, "big.txt", "word " * 30_000)).problems
    assert problem.fatal and "over the limit" in problem.what and ".jsonl" in problem.hint
    assert len(read_file(put(folder, "big.jsonl", (row + "\n") * 300)).articles) == 300


def test_fifty_megabytes_take_no_time(folder: Path) -> None:
    path = folder / "big.txt"
    with path.open("wb") as out:
        out.write(b"A line of text.\n")
        out.truncate(50_000_000)
    (problem,) = read_file(path).problems
    assert problem.fatal


def test_a_text_too_long_for_the_parser_is_cut_with_a_note(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.articles.finish.MAX_TEXT_CHARS", 400)
    result = read_file(put(folder, "long.txt", f"Neighbours open a crossing\n3 August 2015\n\n{BODY}"))
    assert len(result.articles[0].text) <= 400 and BODY.startswith(result.articles[0].text)
    assert "only the first" in result.problems[0].what


def test_no_date_is_a_note(folder: Path) -> None:
    result = read_file(put(folder, "a.txt", f"Neighbours open a crossing\n\n{BODY}"))
    assert result.articles[0].published is None
    (note,) = result.problems
    assert not note.fatal and "cannot move a status" in note.what and "date:" in note.hint


def test_zero_bytes_and_other_encodings_are_noted(folder: Path) -> None:
    zeros = read_file(put(folder, "a.txt", DATED.replace("border", "bor\x00der")))
    assert zeros.articles[0].text == BODY and "zero bytes" in zeros.problems[0].what
    latin = read_file(put(folder, "b.txt", DATED.replace("Diplomats", "“Attachés”").encode("cp1252")))
    assert "“Attachés”" in latin.articles[0].text and "cp1252" in latin.problems[0].what


def test_files_beside_articles_are_skipped_with_a_note(folder: Path) -> None:
    put(folder, "style.css", "p {}")
    put(folder, "photo.jpg", b"\xff\xd8\xff")
    assert [i.fatal for i in read_articles([folder]) if isinstance(i, ReadProblem)] == [False, False]


def test_a_file_is_followed_by_its_marker_and_can_be_skipped(folder: Path) -> None:
    first, second = put(folder, "a.txt", TWO_ARTICLES), put(folder, "b.txt", DATED)
    items = list(read_stream([folder]))
    markers = [i for i in items if isinstance(i, FileRead)]
    assert markers == [FileRead(str(first), file_sha256(first), 2, 0), FileRead(str(second), file_sha256(second), 1, 0)]
    assert items.index(markers[0]) == 2 and items[-1] == markers[1]
    known = {file_sha256(first)}
    again = list(read_stream([folder], skip=lambda path, digest: digest in known))
    assert again == items[3:]


def test_reading_twice_gives_the_same(folder: Path) -> None:
    put(folder, "a.txt", TWO_ARTICLES)
    put(folder, "b.html", web_page())
    assert list(read_stream([folder])) == list(read_stream([folder]))


def test_a_file_that_goes_away_is_said(folder: Path) -> None:
    path = put(folder, "a.txt", DATED)
    items = read_stream([folder], skip=lambda p, digest: bool(path.unlink()))
    (problem,) = items
    assert isinstance(problem, ReadProblem) and "cannot be opened" in problem.what


def test_tables_are_streamed_and_other_files_refused(folder: Path) -> None:
    table = put(folder, "t.jsonl", json.dumps({"title": "T", "date": "2015-08-03", "text": BODY}) + "\n")
    assert [type(i) for i in read_table(table)] == [Article]
    for path in (put(folder, "a.txt", DATED), folder / "none.csv"):
        (problem,) = read_table(path)
        assert isinstance(problem, ReadProblem) and problem.fatal


def test_offsets_hold(folder: Path) -> None:
    """What is stored is already in its last form: cleaning it again changes nothing."""
    from detente.articles.identity import clean_line, clean_text

    odd = f"Neigh\u00adbours open\u00a0a cafe\u0301\r\n3 August 2015\r\n\r\n{BODY}\u200b\r\n\r\nEnd\x07 of\t it all."
    (article,) = read_file(put(folder, "a.txt", odd)).articles
    assert (clean_text(article.text), clean_line(article.title)) == (article.text, article.title)
    assert article.id == article_id(article.title, article.text, article.published)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [
            b"",
            b"%PDF-",
            b"PK\x03\x04",
            b"<html><p>",
            b"---\n",
            b'{"text":',
            b"text,title\n",
            b"<rss>",
            b"\xff\xfe",
            b"Title\n25 July 2016\n\n",
        ]
    ),
    st.binary(max_size=200),
    st.sampled_from([".txt", ".md", ".html", ".pdf", ".docx", ".csv", ".jsonl", ".json", ".xml", ""]),
)
def test_no_file_stops_a_run(tmp_path: Path, start: bytes, rest: bytes, ending: str) -> None:
    path = tmp_path / f"any{ending}"
    path.write_bytes(start + rest)
    items = list(read_stream([path]))
    assert isinstance(items[-1], FileRead)
    assert any(isinstance(i, (Article, ReadProblem)) for i in items)


@pytest.mark.shared
@pytest.mark.skipif(not SEED.is_dir(), reason="the development data beside the checkout is not there")
def test_the_page_this_project_started_from() -> None:
    expected = json.loads((SEED / "expected.json").read_text())
    (page,) = SEED.glob("0*.txt")
    result = read_file(page)
    assert len(result.articles) == len(expected["articles"]) and result.problems == ()
    for article, wanted in zip(result.articles, expected["articles"], strict=True):
        assert article.title == wanted["title"]
        assert article.published == datetime.fromisoformat(wanted["published"])
        assert article.photo_credit == wanted.get("photo_credit", "")
        assert article.language == "en"
        assert not any(piece in article.text for piece in expected["page_furniture"])
        for kind in ("assessments", "forecasts"):
            assert all(entry["evidence"] in f"{article.title}\n{article.text}" for entry in wanted[kind])
    source = " ".join(page.read_text().split())
    kept = sum(len(f"{a.title} {a.text}".split()) for a in result.articles)
    assert len(source.split()) - kept == 2 * 4 + 4 * 2  # two date lines of four words, and four pieces of furniture of two


def test_a_source_that_nobody_states_is_the_bare_name_of_the_file(folder: Path) -> None:
    (page,) = read_file(put(folder, "a.txt", DATED)).articles
    (row,) = read_file(
        put(folder, "t.jsonl", json.dumps({"id": "https://example.org/a/1", "text": BODY, "date": "2015-08-03"}) + "\n")
    ).articles
    assert (page.source, page.sources, row.source) == ("a.txt", ("a.txt",), "t.jsonl")
    assert row.file.endswith("/t.jsonl#https://example.org/a/1")


def test_a_single_path_is_one_path(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A title\n\n3 April 2014\n\nOne paragraph of some words about a meeting of two ministers in a capital.\n")
    for one in (file, str(file), [file]):
        assert [getattr(item, "title", item) for item in read_articles(one)] == ["A title"]
