"""DOCX to plain paragraphs by python-docx, after a look at what the zip would unpack to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from detente.articles.limits import MAX_TEXT_CHARS, MAX_ZIP_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO, MAX_ZIP_XML_BYTES
from detente.articles.stated import Stated
from detente.errors import ReadError

_SMALL_ENTRY = 1_000_000  # bytes: an entry this small may shrink as much as it likes
_NESTED_TABLES = 5


def docx_to_text(data: bytes) -> tuple[Stated, str, tuple[str, ...]]:
    """Title and author the document states, its paragraphs (tables cell by cell), and notes. Raises ReadError for a bomb."""
    check_zip(data)
    import docx

    document = docx.Document(io.BytesIO(data))
    title, size = "", 0
    out: list[str] = []
    notes: tuple[str, ...] = ()
    for paragraph in _paragraphs(document, 0):
        text = paragraph.text.strip()
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        if style in ("Title", "Heading 1") and not title and text and not out:
            title = text
            continue
        size += len(text)
        if size > MAX_TEXT_CHARS:
            notes = (f"more than {MAX_TEXT_CHARS:,} characters: the rest was left out",)
            break
        out.append(text)
    about = document.core_properties
    author = "" if about.author in ("python-docx", "User", "user", "Admin", "admin", "Administrator") else about.author
    return Stated(title=title or about.title, author=author, category=about.category), "\n\n".join(t for t in out if t), notes


def check_zip(data: bytes) -> None:
    """Raises ReadError where the zip is broken, or would unpack to more than a document can be."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError("the DOCX is damaged: its zip cannot be opened", hint="save it again from the word processor") from error
    total = sum(entry.file_size for entry in entries)
    swollen = any(e.file_size > _SMALL_ENTRY and e.file_size > MAX_ZIP_RATIO * max(e.compress_size, 1) for e in entries)
    markup = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels")))
    if total > MAX_ZIP_BYTES or markup > MAX_ZIP_XML_BYTES or len(entries) > MAX_ZIP_ENTRIES or swollen:
        raise ReadError(
            f"refused: the DOCX would unpack to {total:,} bytes in {len(entries):,} parts (limits {MAX_ZIP_BYTES:,}, {MAX_ZIP_ENTRIES:,})",
            hint="it may be a zip bomb; if it is yours, save its text as .txt",
        )
    if any(e.flag_bits & 1 for e in entries):
        raise ReadError("the DOCX is locked with a password", hint="save a copy without the password")


def _paragraphs(holder: Any, depth: int) -> Iterator[Any]:
    from docx.table import Table

    for item in holder.iter_inner_content():
        if not isinstance(item, Table):
            yield item
        elif depth < _NESTED_TABLES:
            seen = set()
            for row in item.rows:
                for cell in row.cells:  # a merged cell comes once for each place it covers
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        yield from _paragraphs(cell, depth + 1)
