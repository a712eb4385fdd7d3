"""RSS (0.9 to 2.0, RDF) and Atom files to articles. Entities stay unexpanded; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from detente.articles.dates import parse_published
from detente.articles.finish import finish
from detente.articles.identity import clean_line
from detente.articles.limits import MAX_FEED_ENTRIES, MAX_FILE_BYTES
from detente.articles.markup import looks_like_markup, markup_to_text
from detente.articles.page import read_page
from detente.articles.problems import ReadProblem
from detente.articles.stated import Stated
from detente.types import Article

# Elements by local name, the most complete first: content:encoded and Atom's content hold the text, the others a summary.
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "issued", "date", "updated", "modified")
_AUTHORS = ("creator", "author")


def read_feed(feed: Path | str | bytes, *, file: str = "") -> Iterator[Article | ReadProblem]:
    """The articles of a feed file (or of its bytes), each traced to ``file#number``, with the problems met."""
    if isinstance(feed, bytes):
        data, file = feed, file or "feed"
    else:
        path, file = Path(feed), file or str(feed)
        try:
            with path.open("rb") as opened:
                data = opened.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            yield ReadProblem(file, f"cannot be opened ({error.strerror})", "check its path and its permissions", fatal=True)
            return
    if len(data) > MAX_FILE_BYTES:
        yield ReadProblem(file, f"larger than {MAX_FILE_BYTES // 1_000_000} MB", "cut the feed into several files", fatal=True)
        return
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data.lstrip(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield ReadProblem(file, f"the feed is not valid XML ({str(error)[:100]})", "fetch it again, or mend it", fatal=True)
        return
    entries = [node for node in root.iter() if _name(node) in ("item", "entry")]
    if not entries:
        yield ReadProblem(file, "the feed holds no entries", "nothing to read in it", fatal=_name(root) not in ("rss", "feed", "RDF"))
        return
    outlet = next((_text(node) for node in root.iter() if _name(node) == "title"), "")
    if len(entries) > MAX_FEED_ENTRIES:
        shown = f"{len(entries):,} entries: only the first {MAX_FEED_ENTRIES:,} were read"
        yield ReadProblem(file, shown, "cut the feed into several files")
    for number, entry in enumerate(entries[:MAX_FEED_ENTRIES], 1):
        stated, text = _entry(entry, outlet)
        drafts = list(read_page(text, stated, guess_title=False))
        yield from finish([replace(drafts[0], stated=replace(drafts[0].stated, source=outlet))] if drafts else [], file, str(number))


def _entry(entry: Any, outlet: str) -> tuple[Stated, str]:
    parts: dict[str, Any] = {}
    for child in entry:
        parts.setdefault(_name(child), child)
    moments = (parse_published(_text(parts[name])) for name in _DATES if name in parts)
    texts = [_text(parts[name]) for name in _TEXTS if name in parts]
    text = next((t for t in texts if t), "")
    if looks_like_markup(text) or "&lt;" in text:
        text = markup_to_text(text)
    author = next((_text(parts[name]) for name in _AUTHORS if name in parts), "")
    title = _text(parts["title"]) if "title" in parts else ""
    stated = Stated(
        title=clean_line(markup_to_text(title) if looks_like_markup(title) or "&" in title else title),
        published=next((m for m in moments if m), None),
        author=clean_line(author),
        source=clean_line(outlet),
        url=_link(entry),
    )
    return stated, text


def _link(entry: Any) -> str:
    for child in entry:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = child.get("href") or child.text or ""
            if address.strip():
                return str(address.strip())
    return ""


def _text(node: Any) -> str:
    """All text of an element. Atom's xhtml content is markup as elements: written out again, so that its paragraphs stay."""
    from lxml import etree

    if node.get("type") == "xhtml":
        return str(etree.tostring(node, encoding="unicode", with_tail=False))
    return "".join(node.itertext()).strip()


def _name(node: Any) -> str:
    """Local name of an element; '' for an entity left unexpanded."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
