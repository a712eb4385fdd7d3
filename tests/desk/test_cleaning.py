"""What may stand on a page, and what may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.desk.cleaning import PUBLISHED, TAGS, clean_html, published_html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>They <b>met</b>.</p>", "<p>They <b>met</b>.</p>"),
        ("<p onclick=x()>a</p>", "<p>a</p>"),
        ("a<script>alert(1)</script>b", "ab"),
        ("<style>p{}</style>a", "a"),
        ('<img src=x onerror="alert(1)">', ""),
        ('<a href="javascript:alert(1)">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<a href="JaVaScRiPt:alert(1)">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<a href="data:text/html,x">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<p style="position:fixed">a</p>', "<p>a</p>"),
        ('<iframe src="https://x"></iframe>a', "a"),
        ("<svg><script>alert(1)</script></svg>a", "a"),
        ("<form action=x><input name=y>a</form>", "a"),
        ("<!-- x -->a", "a"),
        ('<p data-block-key="k1">a</p>', '<p data-block-key="k1">a</p>'),
        ('<embed embedtype="image" id="1" alt="a" src="https://x">', '<embed embedtype="image" id="1" alt="a"/>'),
        ('<embed alt="a>b" id="1">', '<embed alt="a&gt;b" id="1"/>'),
        ('<a linktype="page" id="3">a</a>', '<a linktype="page" id="3" rel="noopener noreferrer">a</a>'),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
    ],
)
def test_cleaned(html: str, left: str) -> None:
    assert clean_html(html) == left


@given(st.text(alphabet="<>/ab p=\"'&;:scriptonjav!-", max_size=60))
def test_cleaning_twice_changes_nothing(html: str) -> None:
    once = clean_html(html)
    assert clean_html(once) == once
    assert ("<script" not in once and "javascript:" not in once.lower().replace("&", "")) or "<" not in once


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<p data-block-key="k1">a <code>b</code></p>', "<p>a b</p>"),
        ('<a href="mailto:a@b.example">a</a>', '<a rel="nofollow noopener">a</a>'),
        ('<a href="https://a.example/" title="t">a</a>', '<a href="https://a.example/" rel="nofollow noopener">a</a>'),
        ("<table><tr><td>a</td></tr></table><script>x</script>", "a"),
    ],
)
def test_what_is_published(html: str, left: str) -> None:
    assert published_html(html) == left
    assert PUBLISHED <= TAGS  # nothing is published that could not be stored


def test_every_rich_text_editor_cleans() -> None:
    """The widget that blocks and fields get, and a form that no browser made."""
    import json

    from wagtail.admin.rich_text import get_rich_text_editor_widget
    from wagtail.blocks import RichTextBlock

    from detente.desk.rich_text import CleanTextArea

    widget = get_rich_text_editor_widget(features=["bold", "link"])
    assert isinstance(widget, CleanTextArea) and isinstance(RichTextBlock().field.widget, CleanTextArea)
    block = {"key": "a", "text": "<script>x</script> y", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "data": {}}
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}
    sent = {"blocks": [block | {"entityRanges": [{"offset": 0, "length": 8, "key": 0}]}], "entityMap": {"0": link}}
    stored = widget.value_from_datadict({"body": json.dumps(sent)}, {}, "body")
    assert "<script" not in stored and "javascript" not in stored and "&lt;script&gt;" in stored
