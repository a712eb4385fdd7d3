"""Markup inside a field (a feed's summary, a table's text column) to plain paragraphs. Whole pages go through ``webpage``."""

from __future__ import annotations

import re
from typing import Any

_TAG = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|li|ul|blockquote|figure)\s*>|<(?:p|br|div|li)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_BLOCKS = {
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "section", "article", "tr", "table", "figure", "figcaption", "hr", "pre", "td", "th",
}  # fmt: skip
_SILENT = {
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "title", "form", "button", "select", "textarea",
}  # fmt: skip


def looks_like_markup(text: str) -> bool:
    """Whether a field holds HTML rather than text."""
    return bool(_TAG.search(text))


def markup_to_text(source: str) -> str:
    """The words of an HTML fragment, blocks parted by blank lines; scripts, styles, forms and comments left out."""
    root = parsed(source)
    return "" if root is None else tree_to_text(root)


def parsed(source: str) -> Any:
    """The tree of an HTML page or fragment; None where it holds no element. Nothing is fetched, nothing expanded."""
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, encoding="utf-8")
    try:
        return html.document_fromstring(source.replace("\x00", "").encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def tree_to_text(root: Any, *, without: frozenset[str] = frozenset()) -> str:
    """The words of a tree, blocks parted by blank lines. without: names of further elements to leave out."""
    from lxml import etree

    skipped = _SILENT | without
    out: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            silent += tag in skipped
            if not silent and tag in _BLOCKS:
                out.append("\n\n")
            if not silent and node.text:
                out.append(_flat(node.text))
        else:
            silent -= tag in skipped
            if not silent and tag in _BLOCKS:
                out.append("\n\n")
            if not silent and node.tail:
                out.append(_flat(node.tail))
    paragraphs = (" ".join(p.split()) for p in "".join(out).split("\n\n"))
    return "\n\n".join(p for p in paragraphs if p)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
