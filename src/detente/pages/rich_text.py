"""The text of an analysis -> blocks and runs. HTML is read, never passed on: what is not in the tables below leaves its words behind and
nothing else, so that a page stays safe whatever stands in the record."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Literal

from detente.pages.links import outside_link
from detente.pages.parts import TextBlock, TextRun
from detente.pages.wording import clean

BlockName = Literal["h2", "h3", "p", "ul", "ol"]
# Elements with a line of their own -> how it is shown. h4 and deeper are not offered to writers.
_LINES: dict[str, BlockName] = {"h2": "h2", "h3": "h3", "p": "p", "div": "p", "blockquote": "p"}
_LISTS: dict[str, BlockName] = {"ul": "ul", "ol": "ol"}
_STRONG, _EMPHASIS = frozenset({"b", "strong"}), frozenset({"i", "em"})
_SILENT = frozenset({"script", "style", "template", "title"})  # elements whose inside is no text


def text_blocks(html: str) -> tuple[TextBlock, ...]:
    """The blocks of a text. Elements: p, h2, h3, ul, ol, li, b, strong, i, em, br, and a with an http or https address."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()


def plain_text(html: str) -> str:
    """The words alone, a line a paragraph."""
    return "\n".join("".join(run.text for run in item) for block in text_blocks(html) for item in block.items)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[TextBlock] = []
        self._items: list[tuple[TextRun, ...]] = []
        self._runs: list[TextRun] = []
        self._line: BlockName = "p"
        self._list: BlockName | None = None
        self._strong = self._emphasis = self._silent = 0
        self._hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self._end_line()
            self._line = _LINES[tag]
        elif tag in _LISTS:
            self._end_list()
            self._list = _LISTS[tag]
        elif tag == "li":
            self._end_line()
        elif tag == "br":
            self._runs.append(TextRun(" "))
        self._change(tag, 1)
        if tag == "a":
            self._hrefs.append(outside_link(dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES or tag == "li":
            self._end_line()
            self._line = "p"
        elif tag in _LISTS:
            self._end_list()
        elif tag == "a" and self._hrefs:
            self._hrefs.pop()
        self._change(tag, -1)

    def handle_data(self, data: str) -> None:
        text = clean(data)
        if text and not self._silent:
            href = self._hrefs[-1] if self._hrefs else ""
            self._runs.append(TextRun(text, bool(self._strong), bool(self._emphasis), href))

    def finished(self) -> tuple[TextBlock, ...]:
        self._end_list()
        return tuple(self._blocks)

    def _change(self, tag: str, by: int) -> None:
        self._strong = max(self._strong + by * (tag in _STRONG), 0)
        self._emphasis = max(self._emphasis + by * (tag in _EMPHASIS), 0)
        self._silent = max(self._silent + by * (tag in _SILENT), 0)

    def _end_line(self) -> None:
        runs, self._runs = tuple(self._runs), []
        if not any(run.text.strip() for run in runs):
            return
        if self._list:
            self._items.append(runs)
        else:
            self._blocks.append(TextBlock(self._line, (runs,)))

    def _end_list(self) -> None:
        self._end_line()
        if self._list and self._items:
            self._blocks.append(TextBlock(self._list, tuple(self._items)))
        self._items, self._list = [], None
