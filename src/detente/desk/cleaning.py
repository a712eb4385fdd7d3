"""HTML from outside -> HTML that may stand on a page: by nh3 (Mozilla's and the Rust world's ammonia), with a short list of what may stay.

Wagtail's editor makes its own HTML of what it knows, but its forms can be filled by other programs: so all rich text goes through this list
once more before it is stored (rich_text.py). What is published goes through the shorter list of what an analysis may have (PUBLISHED).
HTML from anywhere else that is to stand on a page must, too.
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
# What an analysis has on the public pages, and what the editor offers for it. Whatever else is stored leaves its words behind.
PUBLISHED = {"p", "h2", "h3", "ul", "ol", "li", "b", "strong", "i", "em", "br", "a", "blockquote", "cite"}
FEATURES = ("h2", "h3", "bold", "italic", "ol", "ul", "link")


def clean_html(html: str) -> str:
    """``html`` without scripts, styles, event handlers, forms, frames and addresses of other kinds; text stays. Cleaning twice changes
    nothing."""
    import nh3

    cleaned = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer", strip_comments=True)
    return _EMBED.sub(r"\1/>", cleaned)


def published_html(html: str) -> str:
    """``html`` with nothing in it but the elements of PUBLISHED, and links to http and https alone."""
    import nh3

    attributes = {"*": set[str](), "a": {"href"}}  # without a "*" the library lets `title` and `lang` stay
    return nh3.clean(html, tags=PUBLISHED, attributes=attributes, url_schemes={"http", "https"}, link_rel="nofollow noopener")


def published_source(source: str) -> str:
    """Wagtail's stored text as HTML that may be published: its links to pages become addresses."""
    from wagtail.rich_text import expand_db_html

    return published_html(expand_db_html(source))
