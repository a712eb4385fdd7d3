"""HTML from outside -> HTML that may stand on a page: by nh3 (Mozilla's and the Rust world's ammonia), with a short list of what may stay.

Wagtail's editor makes its own from what it knows, but its fields are filled by whoever can send a form. A rich-text block of the desk
cleans what it is given before it is stored:

    class Text(RichTextBlock):
        def value_from_form(self, value):
            return RichText(clean_html(super().value_from_form(value).source))
"""

from __future__ import annotations

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
SCHEMES = {"http", "https", "mailto"}


def clean_html(html: str) -> str:
    """``html`` without scripts, styles, event handlers, forms, frames and addresses of other kinds; text stays. Cleaning twice changes
    nothing."""
    import nh3

    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer", strip_comments=True)
