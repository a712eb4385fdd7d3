"""What a file is, told from its bytes; its name is only asked where bytes cannot tell (Markdown from plain text)."""

from __future__ import annotations

import json
import re
from typing import Literal

from detente.articles.encodings import encoding_of

Kind = Literal["text", "markdown", "html", "pdf", "docx", "jsonl", "json", "csv", "feed", "empty", "other"]
TABLES: tuple[Kind, ...] = ("jsonl", "csv")

# first bytes -> what a person calls it
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"BM", "a BMP picture"), (b"II*\x00", "a TIFF picture"), (b"MM\x00*", "a TIFF picture"), (b"\x00\x00\x01\x00", "an icon"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"), (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"), (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"), (b"\x28\xb5\x2f\xfd", "a zstd archive"), (b"PAR1", "a Parquet table"),
    (b"SQLite format 3\x00", "a SQLite database"), (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"), (b"\x1aE\xdf\xa3", "a video"), (b"wOFF", "a font"), (b"wOF2", "a font"), (b"\x00asm", "a program"),
    (b"%!PS", "a PostScript document"), (b"ITSF", "a CHM document"), (b"\xca\xfe\xba\xbe", "a program"),
)  # fmt: skip
_SHORT_MAGIC = {b"BM", b"MZ", b"BZh", b"ID3"}  # letters that a text may begin with: these need a control character nearby too
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<(?:head|body)[\s>]", re.IGNORECASE)
_HTML_TAGS = re.compile(
    rb"<(?:p|div|br|span|a|h[1-6]|article|section|ul|li|table|td|img|meta|title|script|style)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_FEED = re.compile(rb"<(?:\w{1,20}:)?(rss|feed|RDF)[\s>]")
_ZIPS = (
    (b"xl/", "an Excel workbook"), (b"ppt/", "a PowerPoint presentation"), (b"opendocument.text", "an OpenDocument text"),
    (b"epub+zip", "an EPUB book"),
)  # fmt: skip
# What may stand before the first element: the XML declaration, comments, a document type other than HTML's.
_PROLOGUE = re.compile(
    rb"^(?:<\?xml.{0,300}?\?>|<!--.{0,5000}?-->|<!DOCTYPE\s+(?!html)[^\[>]{0,500}(?:\[.*?\]\s*)?>|\s+)+", re.DOTALL | re.IGNORECASE
)
# Share of control characters above which bytes are no text: prose has none, random bytes have 11 %.
_CONTROL_SHARE = 0.02


def sniff(start: bytes, name: str, *, whole: bool) -> tuple[Kind, str]:
    """The kind of a file and what a person calls it, from its first bytes. whole: they are the entire file."""
    if not start.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return ("empty", "an empty file") if start.count(0) < 8 else ("other", "a file of zeros")
    if start[:1_024].lstrip()[:5] == b"%PDF-":
        return "pdf", "a PDF document"
    if start.startswith(b"PK\x03\x04"):
        return _zip(start)
    controls = sum(1 for byte in start[:4_096] if byte < 32 and byte not in b"\t\n\r\f\x1b\x1a")
    for magic, called in _MAGIC:
        if start.startswith(magic) and (magic not in _SHORT_MAGIC or controls):
            return "other", called
    if start[:4] == b"RIFF" or start[4:8] == b"ftyp":
        return "other", "a picture, recording or video"
    encoding, _ = encoding_of(start, cut=not whole)
    if not encoding.startswith(("utf-16", "utf-32")) and controls > _CONTROL_SHARE * min(len(start), 4_096):
        return "other", "not text (binary data)"
    text = start.decode(encoding, errors="replace").removeprefix("\ufeff").lstrip()
    if not text:
        return "empty", "an empty file"
    return _text_kind(text, name.lower(), whole=whole)


def _zip(start: bytes) -> tuple[Kind, str]:
    if b"word/" in start or (b"[Content_Types].xml" in start[:2_000] and b"xl/" not in start and b"ppt/" not in start):
        return "docx", "a Word document"
    for sign, called in _ZIPS:
        if sign in start:
            return "other", called
    return "other", "a zip archive"


def _text_kind(text: str, name: str, *, whole: bool) -> tuple[Kind, str]:
    raw = text.encode("utf-8", errors="replace")
    first_tag = _PROLOGUE.sub(b"", raw)
    if first_tag.startswith(b"<") and _FEED.match(first_tag):
        return "feed", "an RSS or Atom feed"
    if _HTML.match(first_tag) or (first_tag.startswith(b"<") and _HTML.search(raw[:4_096])):
        return "html", "a web page"
    tags = len(_HTML_TAGS.findall(raw))
    if tags >= 3 and (first_tag.startswith(b"<") or name.endswith((".html", ".htm", ".xhtml"))):
        return "html", "a web page"
    if raw.startswith(b"<?xml"):
        return "other", "an XML document that is no feed"
    if text[:1] in "{[":
        kind = _json_kind(text, name, whole=whole)
        if kind:
            return kind, "JSON"
    if name.endswith((".csv", ".tsv")) or _has_article_columns(text):
        return "csv", "a CSV table"
    if name.endswith((".jsonl", ".ndjson")):
        return "jsonl", "a JSONL table"
    if name.endswith((".md", ".markdown", ".mdown")):
        return "markdown", "Markdown"
    return "text", "plain text"


def _json_kind(text: str, name: str, *, whole: bool) -> Kind | None:
    line, _, rest = text.partition("\n")
    if text[0] == "{":
        try:
            json.loads(line)
        except (ValueError, RecursionError):
            if not rest and not whole and '"' in line[:200]:  # longer than what was looked at: a first row, or all of it
                return "json" if name.endswith(".json") else "jsonl"
            return "json" if re.match(r'\{\s*("|\})', text) else None
        return "jsonl" if rest.strip() or not whole or name.endswith((".jsonl", ".ndjson")) else "json"
    return "json" if re.match(r"\[\s*(\{|\])", text) else None


def _has_article_columns(text: str) -> bool:
    """A header line with a column for the text and one more that the column table knows."""
    from detente.articles.columns import TEXT_FIELD, delimiter_of, fields_of

    line, _, rest = text.partition("\n")
    mark = delimiter_of(line)
    if not mark or not rest.strip() or len(line) > 2_000:
        return False
    fields = fields_of([name.strip().strip('"') for name in line.strip().split(mark)])
    return TEXT_FIELD in fields and sum(1 for f in fields if f) >= 2 and all(len(n) < 40 for n in line.split(mark))
