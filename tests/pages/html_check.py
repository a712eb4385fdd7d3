"""A strict reader of HTML: tags must balance, ids be unique, references hold, pictures have words, tables have headings."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input"}
SVG_EMPTY = {"path", "line", "rect", "circle", "polyline", "polygon"}
INLINE_ONLY = {"p", "summary", "h1", "h2", "h3", "mark", "sup", "caption"}  # no block may stand in these
BLOCK = {"p", "div", "section", "table", "ul", "dl", "figure", "details", "blockquote", "h1", "h2", "h3"}


class Checked(HTMLParser):
    """Reads one document and collects its errors, ids, links and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.errors: list[str] = []
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.wanted: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.headings: list[int] = []
        self.feed(html)
        self.close()
        if self.stack:
            self.errors.append(f"never closed: {self.stack}")
        self.errors += [f"id used twice: {i}" for i in sorted({i for i in self.ids if self.ids.count(i) > 1})]
        self.errors += [f"nothing has the id {w}" for w in self.wanted if w not in self.ids]
        for before, after in zip(self.headings, self.headings[1:], strict=False):
            if after > before + 1:
                self.errors.append(f"h{after} after h{before}")
        if self.headings.count(1) != 1:
            self.errors.append(f"{self.headings.count(1)} h1")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if len(found) != len(attrs):
            self.errors.append(f"an attribute twice in <{tag}>")
        self.tags.append((tag, found))
        if tag in BLOCK and (inside := set(self.stack) & INLINE_ONLY):
            self.errors.append(f"<{tag}> in {inside}")
        if tag == "a" and "a" in self.stack:
            self.errors.append("a link in a link")
        if tag not in VOID:
            self.stack.append(tag)
        if (ident := found.get("id")) is not None:
            self.ids.append(ident or "")
        for name in ("aria-labelledby", "aria-describedby"):
            self.wanted += (found.get(name) or "").split()
        if tag == "a":
            href = found.get("href")
            if not href:
                self.errors.append("a link that goes nowhere")
            else:
                self.links.append(href)
                if href.startswith("#"):
                    self.wanted.append(href[1:])
        if tag == "img" and "alt" not in found:
            self.errors.append("a picture without words")
        if tag == "th" and "scope" not in found:
            self.errors.append("a heading of a table without scope")
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        self.errors += [f"{name} in <{tag}>" for name in found if name.startswith("on") or name == "style"]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in SVG_EMPTY:
            self.errors.append(f"<{tag}/> is no empty element")
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1] != tag:
            self.errors.append(f"</{tag}> closes {self.stack[-1:]}")
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass
        if tag == "table" and not any(t == "caption" for t, _ in self.tags):
            self.errors.append("a table without a caption")

    def handle_data(self, data: str) -> None:
        if "script" not in self.stack:
            self.text.append(data)
