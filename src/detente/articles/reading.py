"""Files and folders to articles: what a file is is told from its bytes, and every trouble becomes a problem, never a stop."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from detente.articles.encodings import decode
from detente.articles.feeds import read_feed
from detente.articles.finish import finish
from detente.articles.folders import Found, list_files, shown
from detente.articles.limits import MAX_FILE_BYTES, MAX_HTML_BYTES, MAX_PAGE_CHARS, SNIFF_BYTES
from detente.articles.problems import FileRead, FileResult, ReadProblem
from detente.articles.sniff import TABLES, Kind, sniff
from detente.articles.stated import Draft, Stated, fill
from detente.articles.tables import rows
from detente.errors import ReadError
from detente.types import Article

Skip = Callable[[Path, str], bool]
Notes = tuple[str, ...]

# endings that promise a kind; a file of another kind is read by what it is, with a note
_PROMISED: dict[str, tuple[Kind, ...]] = {
    ".txt": ("text", "markdown"), ".text": ("text", "markdown"), ".md": ("markdown", "text"),
    ".markdown": ("markdown", "text"),
    ".html": ("html",), ".htm": ("html",), ".xhtml": ("html",), ".pdf": ("pdf",), ".docx": ("docx",),
    ".jsonl": ("jsonl",), ".ndjson": ("jsonl",),
    ".json": ("json", "jsonl"), ".csv": ("csv",), ".tsv": ("csv",), ".rss": ("feed",), ".atom": ("feed",), ".xml": ("feed", "html"),
}  # fmt: skip
_LIBRARIES = ("pypdf", "trafilatura", "htmldate", "charset_normalizer", "courlan", "readability")


def read_articles(paths: Path | str | Sequence[Path | str], *, skip: Skip | None = None) -> Iterator[Article | ReadProblem]:
    """Every article of the files and folders, in a fixed order, with the problems met between them.

    paths: one or several files, or folders read recursively (hidden files and links that lead out of them are left). skip: called with a
    file's path and the SHA-256 of its bytes; where it returns True the file is not read. Never raises for a bad file.
    """
    for item in read_stream([paths] if isinstance(paths, str | Path) else paths, skip=skip):
        if not isinstance(item, FileRead):
            yield item


def read_stream(paths: Sequence[Path | str], *, skip: Skip | None = None) -> Iterator[Article | ReadProblem | FileRead]:
    """As :func:`read_articles`, with a :class:`FileRead` after the last item of each file that was read to its end."""
    for found in list_files(paths):
        if isinstance(found, ReadProblem):
            yield found
        else:
            yield from _read(found, skip)


def read_file(path: Path | str) -> FileResult:
    """Everything one file gives, in memory. A table of a million rows is better read with :func:`read_table`."""
    articles: list[Article] = []
    problems: list[ReadProblem] = []
    file, sha256 = shown(Path(path)), ""
    for item in read_stream([path]):
        match item:
            case Article():
                articles.append(item)
            case ReadProblem():
                problems.append(item)
            case FileRead():
                sha256 = item.sha256
    return FileResult(file, sha256, tuple(articles), tuple(problems))


def read_table(path: Path | str) -> Iterator[Article | ReadProblem]:
    """The articles of one JSONL or CSV table, streamed row by row, with the problems met; other files are refused."""
    path = Path(path)
    file = shown(path)
    try:
        kind, called = _kind_of(path)
    except OSError as error:
        yield _cannot_open(file, error)
        return
    if kind in TABLES:
        yield from _table(path, file, kind)
    else:
        yield ReadProblem(file, f"is {called}, not a table of articles", "a table is CSV with a header, or JSONL", fatal=True)


def file_sha256(path: Path | str) -> str:
    """SHA-256 of a file's bytes, in hex. Raises OSError."""
    with Path(path).open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _read(found: Found, skip: Skip | None) -> Iterator[Article | ReadProblem | FileRead]:
    for name in _LIBRARIES:  # their remarks on odd files are not for standard error; ours say what matters
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    path, file = found.path, found.file
    ending = path.suffix.lower()
    beside = "" if found.named else next((row["called"] for row in rows("not_articles") if row["ending"] == ending), "")
    articles = problems = 0
    items: Iterator[Article | ReadProblem]
    try:
        sha256 = file_sha256(path)
        if skip is not None and skip(path, sha256):
            return
        if beside:
            items = iter((ReadProblem(file, f"is {beside} by its name: skipped", "name the file itself to have it read"),))
        else:
            items = _contents(path, file)
        for item in items:
            articles += isinstance(item, Article)
            problems += isinstance(item, ReadProblem)
            yield item
    except OSError as error:
        yield _cannot_open(file, error)
        return
    yield FileRead(file, sha256, articles, problems)


def _kind_of(path: Path) -> tuple[Kind, str]:
    with path.open("rb") as opened:
        start = opened.read(SNIFF_BYTES)
    return sniff(start, path.name, whole=len(start) < SNIFF_BYTES)


def _contents(path: Path, file: str) -> Iterator[Article | ReadProblem]:
    kind, called = _kind_of(path)
    promised = _PROMISED.get(path.suffix.lower())
    if kind == "empty":
        yield ReadProblem(file, "the file is empty", "remove it, or put the article's text into it", fatal=True)
        return
    if kind == "other":
        named = f", though its name ends in {path.suffix}" if promised else ""
        hint = "give its text as .txt, .md, .html, .pdf, .docx, .csv or .jsonl"
        yield ReadProblem(file, f"is {called}{named}: not read", hint, fatal=True)
        return
    if promised and kind not in promised:
        what = f"is {called}, though its name ends in {path.suffix}: read as what it is"
        yield ReadProblem(file, what, "rename it so that nobody is misled")
    if kind in TABLES:
        yield from _table(path, file, kind)
        return
    limit = MAX_HTML_BYTES if kind == "html" else MAX_FILE_BYTES
    size = path.stat().st_size
    if size > limit:
        yield ReadProblem(file, f"has {size / 1e6:.1f} MB, over the limit of {limit // 1_000_000} MB for one article: not read",
                          "cut it into its articles, or make it a table (.jsonl, .csv), which has no such limit", fatal=True)  # fmt: skip
        return
    data = path.read_bytes()
    if kind == "feed":
        yield from read_feed(data, file=file)
    elif kind == "json":
        from detente.articles.jsonl import read_json

        yield from read_json(data, file)
    else:
        yield from _single(data, file, kind)


def _single(data: bytes, file: str, kind: Kind) -> Iterator[Article | ReadProblem]:
    try:
        drafts, notes = _FORMATS[kind](data)
    except ReadError as error:
        yield ReadProblem(file, error.what, error.hint, fatal=True)
        return
    except MemoryError:
        yield ReadProblem(file, "needs more memory than there is: not read", "save its text as .txt", fatal=True)
        return
    except Exception as error:  # noqa: BLE001  on a hostile file the libraries fail in any way; it is reported and the run goes on
        yield ReadProblem(file, f"is damaged or not really {_CALLED[kind]} ({type(error).__name__}: {str(error)[:120]})",
                          "open it in its own program and save it again, or save its text as .txt", fatal=True)  # fmt: skip
        return
    for note in notes:
        yield ReadProblem(file, note, "save it as UTF-8" if "UTF-8" in note else "")
    yield from finish(drafts, file)


def _table(path: Path, file: str, kind: Kind) -> Iterator[Article | ReadProblem]:
    if kind == "jsonl":
        from detente.articles.jsonl import read_jsonl

        return read_jsonl(path, file)
    from detente.articles.csv_table import read_csv

    return read_csv(path, file)


def _text(data: bytes) -> tuple[Sequence[Draft], Notes]:
    from detente.articles.front_matter import split_front_matter
    from detente.articles.page import read_page

    decoded = decode(data)
    stated, body, notes = split_front_matter(decoded.text)
    zeros = ("zero bytes in the text were left out",) if "\x00" in decoded.text else ()
    return read_page(body[:MAX_PAGE_CHARS], stated), (*((decoded.note,) if decoded.note else ()), *zeros, *notes, *_length_note(body))


def _markdown(data: bytes) -> tuple[Sequence[Draft], Notes]:
    from detente.articles.front_matter import split_front_matter
    from detente.articles.markdown import markdown_to_text
    from detente.articles.page import read_page

    decoded = decode(data)
    stated, body, notes = split_front_matter(decoded.text)
    title, text = markdown_to_text(body[:MAX_PAGE_CHARS].replace("\x00", ""))
    return read_page(text, fill(stated, Stated(title=title))), (*((decoded.note,) if decoded.note else ()), *notes, *_length_note(body))


def _length_note(text: str) -> Notes:
    return (f"longer than {MAX_PAGE_CHARS:,} characters: the rest was left out",) if len(text) > MAX_PAGE_CHARS else ()


def _html(data: bytes) -> tuple[Sequence[Draft], Notes]:
    from detente.articles.webpage import read_html

    return read_html(data)


def _pdf(data: bytes) -> tuple[Sequence[Draft], Notes]:
    from detente.articles.page import read_page
    from detente.articles.pdf import pdf_to_text

    about, text, notes = pdf_to_text(data)
    return _own_first(read_page(text, Stated()), about), notes


def _docx(data: bytes) -> tuple[Sequence[Draft], Notes]:
    from detente.articles.page import read_page
    from detente.articles.word import docx_to_text

    about, text, notes = docx_to_text(data)
    return _own_first(read_page(text, Stated(title=about.title)), about), notes


def _own_first(drafts: Sequence[Draft], about: Stated) -> Sequence[Draft]:
    """What the text itself says goes before what the file's properties say: those are often a template's."""
    return [replace(drafts[0], stated=fill(drafts[0].stated, about)), *drafts[1:]] if drafts else drafts


def _cannot_open(file: str, error: OSError) -> ReadProblem:
    hint = "check its permissions, and that it is still there"
    return ReadProblem(file, f"cannot be opened ({error.strerror or error})", hint, fatal=True)


_FORMATS: dict[Kind, Callable[[bytes], tuple[Sequence[Draft], Notes]]] = {
    "text": _text, "markdown": _markdown, "html": _html, "pdf": _pdf, "docx": _docx,
}  # fmt: skip
_CALLED: dict[Kind, str] = {"text": "text", "markdown": "Markdown", "html": "a web page", "pdf": "a PDF", "docx": "a Word document"}
