"""PDF to plain paragraphs by pypdf. Running heads, page numbers and words broken over lines are mended."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from detente.articles.limits import MAX_PDF_PAGES, MAX_TEXT_CHARS
from detente.articles.paragraphs import SENTENCE_END
from detente.articles.stated import Stated
from detente.errors import ReadError

_BROKEN_WORD = re.compile(r"([a-z\u00df-\u00ff\u0430-\u045f])-$")
_NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|odt|pdf|indd|qxd|rtf)\b|^document\d*$|^slide \d", re.IGNORECASE)
# A line at the edge of pages is a running head where it stands on this share of three pages or more.
_RUNNING_SHARE = 0.5
_EDGE_LINES = 2


def pdf_to_text(data: bytes) -> tuple[Stated, str, tuple[str, ...]]:
    """Title and author the file states, its text, and notes. Raises ReadError where it is locked or holds no text."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on odd files would go to standard error
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError("the PDF is locked with a password", hint="save a copy without the password")
    notes = []
    count = len(reader.pages)
    if count > MAX_PDF_PAGES:
        notes.append(f"{count} pages: only the first {MAX_PDF_PAGES} were read")
    pages: list[list[str]] = []
    size = 0
    for page in reader.pages[:MAX_PDF_PAGES] if count > MAX_PDF_PAGES else reader.pages:
        text = page.extract_text() or ""
        size += len(text)
        pages.append([line.strip() for line in text.splitlines()])
        if size > MAX_TEXT_CHARS:
            notes.append(f"more than {MAX_TEXT_CHARS:,} characters: the rest was left out")
            break
    if not any(line for page in pages for line in page):
        raise ReadError("the PDF holds no text (scanned pages?)", hint="run text recognition (OCR) over it first")
    return _stated(reader.metadata), lines_to_text(without_running_lines(pages)), tuple(notes)


def _stated(info: object) -> Stated:
    title = " ".join(str(getattr(info, "title", None) or "").split())
    author = " ".join(str(getattr(info, "author", None) or "").split())
    return Stated(title="" if _NO_TITLE.search(title) else title, author=author)


def without_running_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages without those that come back at the top or foot of most of them, whatever number they carry."""

    def shape(line: str) -> str:
        return re.sub(r"\d+", "0", line)

    edges = Counter(shape(line) for page in pages for line in {*_edge(page)} if line)
    running = {
        line for line, n in edges.items() if len(pages) >= 3 and not SENTENCE_END.search(line) and n >= max(3, _RUNNING_SHARE * len(pages))
    }
    out: list[str] = []
    for page in pages:
        edge = set(_edge(page))
        out.extend(line for line in page if not (line in edge and shape(line) in running))
    return out


def _edge(page: Sequence[str]) -> list[str]:
    filled = [line for line in page if line]
    return [*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]]


def lines_to_text(lines: Sequence[str]) -> str:
    """Lines set in a column to paragraphs: a line that ends a sentence well short of the margin ends its paragraph."""
    lengths = [len(line) for line in lines if len(line) > 20]
    if not lengths:
        return "\n".join(lines)
    margin = median(sorted(lengths)[len(lengths) // 2 :])
    out: list[str] = []
    running = ""  # the paragraph being joined
    for line in lines:
        if not line or not running:
            out, running = _closed(out, running), line
            continue
        broken = _BROKEN_WORD.search(running)
        last = running.rpartition("\n")[2]
        if len(last) < 0.75 * margin and (SENTENCE_END.search(last) or len(last) < 0.6 * margin or line[:1].isupper()):
            out, running = _closed(out, running), line
        elif broken and line[:1].islower():
            running = f"{running[:-1]}{line}"
        else:
            running = f"{running}\n{line}"
    return "\n\n".join(part.replace("\n", " ") for part in _closed(out, running))


def _closed(out: list[str], running: str) -> list[str]:
    return [*out, running] if running else out
