"""HTML from outside -> the few elements an analysis may have, by nh3 (the Ammonia library)."""

from __future__ import annotations

ELEMENTS = frozenset({"p", "h2", "h3", "ul", "ol", "li", "b", "strong", "i", "em", "br", "a", "blockquote", "cite"})
FEATURES = ("h2", "h3", "bold", "italic", "ol", "ul", "link")  # what Wagtail's editor offers for it


def cleaned(html: str) -> str:
    """``html`` with nothing in it but those elements, and links to http and https alone."""
    import nh3

    return nh3.clean(html, tags=set(ELEMENTS), attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="nofollow noopener")


def expanded(source: str) -> str:
    """Wagtail's stored text as HTML, cleaned: links to pages become addresses."""
    from wagtail.rich_text import expand_db_html

    return cleaned(expand_db_html(source))
