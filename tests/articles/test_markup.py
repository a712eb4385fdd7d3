from __future__ import annotations

from detente.articles.markup import looks_like_markup, markup_to_text


def test_blocks_become_paragraphs_and_scripts_go() -> None:
    assert markup_to_text("<p>One <b>bold</b> word.</p><script>x()</script>\n<div>Two<br>Three</div><!-- c --><style>a</style>") == (
        "One bold word.\n\nTwo\n\nThree"
    )


def test_escaped_markup_stays_text() -> None:
    assert markup_to_text("<p>a &lt;script&gt; b</p>") == "a <script> b"


def test_what_looks_like_markup() -> None:
    assert looks_like_markup("<p>x") and looks_like_markup("a<br/>b") and not looks_like_markup("1 < 2 and 3 > 2")


def test_deep_nesting_is_no_trouble() -> None:
    assert isinstance(markup_to_text("<div>" * 20_000 + "x"), str)
    assert markup_to_text("") == ""
