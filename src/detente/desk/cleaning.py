"""HTML from outside -> HTML that may stand on a page: by nh3 (Mozilla's and the Rust world's ammonia), with a short list of what may stay.

Wagtail's editor makes its own HTML of what it knows, but its forms can be filled by other programs: so all rich text goes through this list
once more before it is stored (rich_text.py). HTML from anywhere else that is to stand on a page must, too.
"""

from __future__ import annotations

import re

TAGS = {
    "p", "h2", "h3", "h4", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "br", "hr", "ul", "ol", "li", "blockquote", "cite",
    "q", "a", "abbr", "time", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "embed",
}  # fmt: skip
# ``linktype``, ``id``, ``embed``: how Wagtail stores links to pages and photos; it looks them up when it shows them
ATTRIBUTES = {
    "*": {"data-block-key", "lang", "dir"},
    "a": {"href", "linktype", "id", "title"},
    "abbr": {"title"},
    "time": {"datetime"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "embed": {"embedtype", "id", "format", "alt"},
}
_EMBED = re.compile(r'(<embed\b[^>]*)>')  # Wagtail finds its photos by the slash at the end
SCHEMES = {"http", "https", "mailto"}


def clean_html(html: str) -> str:
    """``html`` without scripts, styles, event handlers, forms, frames and addresses of other kinds; text stays. Cleaning twice changes
    nothing."""
    import nh3

    cleaned = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer", strip_comments=True)
    return _EMBED.sub(r"\1/>", cleaned)
