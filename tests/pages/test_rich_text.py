from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.pages.parts import TextBlock, TextRun
from detente.pages.rich_text import plain_text, text_blocks


def test_blocks_and_runs() -> None:
    html = '<h2>Head</h2><p>One <b>two <i>three</i></b> <a href="https://x.example/">four</a></p><ul><li>a</li><li>b</li></ul>'
    assert text_blocks(html) == (
        TextBlock("h2", ((TextRun("Head"),),)),
        TextBlock(
            "p",
            ((TextRun("One "), TextRun("two ", True), TextRun("three", True, True), TextRun(" "),
              TextRun("four", href="https://x.example/")),),
        ),
        TextBlock("ul", ((TextRun("a"),), (TextRun("b"),))),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<script>alert(1)</script>after", "after"),
        ("<p>a<br>b</p>", "a b"),
        ("bare &amp; words", "bare & words"),
        ("<p>  </p><p>x</p>", "x"),
        ("<ol><li><p>in</p></li></ol>", "in"),
        ("<img src=x onerror=alert(1)>x", "x"),
        ("</b></b><b>x", "x"),
    ],
)
def test_words(html: str, words: str) -> None:
    assert plain_text(html) == words


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "/desk/", "https://u:p@x.example/", ""])
def test_links_that_lead_nowhere(href: str) -> None:
    (block,) = text_blocks(f'<p><a href="{href}">x</a></p>')
    assert block.items == ((TextRun("x"),),)


@given(st.text(alphabet="<>/pbuloi h2a='\"&;x\n", max_size=60))
def test_any_text_is_read(html: str) -> None:
    for block in text_blocks(html):
        assert block.items and all(block.items)
