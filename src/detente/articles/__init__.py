"""Files, pages and feeds to articles. Names load on first use, so that the libraries behind them do too."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.articles.duplicates import DuplicateIndex as DuplicateIndex
    from detente.articles.duplicates import find_duplicates as find_duplicates
    from detente.articles.feeds import read_feed as read_feed
    from detente.articles.identity import article_id as article_id
    from detente.articles.identity import clean_line as clean_line
    from detente.articles.identity import clean_text as clean_text
    from detente.articles.language import CODED_LANGUAGES as CODED_LANGUAGES
    from detente.articles.language import detect_language as detect_language
    from detente.articles.problems import FileRead as FileRead
    from detente.articles.problems import FileResult as FileResult
    from detente.articles.problems import ReadProblem as ReadProblem
    from detente.articles.reading import file_sha256 as file_sha256
    from detente.articles.reading import read_articles as read_articles
    from detente.articles.reading import read_file as read_file
    from detente.articles.reading import read_stream as read_stream
    from detente.articles.reading import read_table as read_table

_PUBLIC = {
    "CODED_LANGUAGES": "language",
    "DuplicateIndex": "duplicates",
    "FileRead": "problems",
    "FileResult": "problems",
    "ReadProblem": "problems",
    "article_id": "identity",
    "clean_line": "identity",
    "clean_text": "identity",
    "detect_language": "language",
    "file_sha256": "reading",
    "find_duplicates": "duplicates",
    "read_articles": "reading",
    "read_feed": "feeds",
    "read_file": "reading",
    "read_stream": "reading",
    "read_table": "reading",
}


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(f"{__name__}.{_PUBLIC[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
