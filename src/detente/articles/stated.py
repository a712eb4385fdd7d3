"""What a file, row or page states about an article beside its text, and the draft that becomes an Article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from detente.articles.identity import article_id, clean_line, clean_text
from detente.types import Article, ArticleKind

LONGEST_TITLE = 400  # characters kept; the longest headline of 3,674 measured news lines' articles has under 250
LONGEST_FIELD = 300  # author, credit, source, category


@dataclass(frozen=True, slots=True)
class Stated:
    """Fields as found, each empty where nothing states it. published is aware where the zone is stated."""

    title: str = ""
    published: datetime | None = None
    author: str = ""
    photo_credit: str = ""
    language: str = ""
    source: str = ""
    url: str = ""
    category: str = ""
    kind: ArticleKind = "report"


@dataclass(frozen=True, slots=True)
class Draft:
    """One article before it has an id: what is stated, its paragraphs parted by blank lines, and notes for its owner."""

    stated: Stated
    text: str
    notes: tuple[str, ...] = ()


def fill(first: Stated, second: Stated) -> Stated:
    """``first``, with what it lacks taken from ``second``."""
    names = ("title", "published", "author", "photo_credit", "language", "source", "url", "category")
    lacking = {name: getattr(second, name) for name in names if not getattr(first, name)}
    kind = second.kind if first.kind == "report" else first.kind
    return replace(first, **lacking, kind=kind)


def host(url: str) -> str:
    """The outlet an address points to (``example.org`` for ``https://www.example.org/a``), or ''."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def web_address(url: str) -> str:
    """The address where it is http or https and in one piece, else '': nothing else may become a link."""
    url = clean_line(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc and " " not in url and len(url) <= 2_000 else ""


def make_article(draft: Draft, file: str, language: str, name: str = "") -> Article:
    """The Article of a draft. After this neither title nor text may change.

    name: what stands for the source where none is stated, the file's bare name: its folder says nothing to a reader and
    differs from machine to machine.
    """
    stated = draft.stated
    title, text = clean_line(stated.title)[:LONGEST_TITLE].strip(), clean_text(draft.text)
    url = web_address(stated.url)
    source = _field(stated.source) or host(url) or name or file
    return Article(
        id=article_id(title, text, stated.published),
        title=title,
        text=text,
        published=stated.published,
        source=source,
        url=url,
        author=_field(stated.author),
        photo_credit=_field(stated.photo_credit),
        language=language,
        category=_field(stated.category),
        kind=stated.kind,
        file=file,
        sources=(source, url) if url and url != source else (source,),
    )


def _field(value: str) -> str:
    return clean_line(value)[:LONGEST_FIELD].strip()
