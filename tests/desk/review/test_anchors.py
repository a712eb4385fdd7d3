"""A selection on the page finds its words in the stored text, whatever is not shown of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.desk.review.anchors import selected_span, words_at, words_span
from detente.pages.mark import paragraphs
from detente.pages.wording import clean
from detente.types import Article

TEXT = "First line with \u202ehidden\u202c marks.\n\n  Second 𝒍ine: “said”  twice.\nThird."


def test_places_count_what_is_shown() -> None:
    article = Article("a", "A title", TEXT)
    shown = clean(TEXT.split("\n")[0])
    start = shown.index("hidden")
    found = selected_span(article, "text", (0, start), (0, start + 6))
    assert found and words_at(article, found) == "hidden" and TEXT[found[1] : found[2]] == "hidden"
    across = selected_span(article, "text", (0, shown.index("marks")), (2, 5))
    assert across and words_at(article, across) == "marks. Second 𝒍ine: “said” twice. Third"
    assert selected_span(article, "title", (0, 2), (0, 7)) == ("title", 2, 7)


def test_no_place_is_none() -> None:
    article = Article("a", "A  title", TEXT)
    assert selected_span(article, "text", (9, 0), (9, 1)) is None
    assert selected_span(article, "text", (0, 5), (0, 5)) is None
    assert selected_span(article, "text", (0, 0), (0, 9999)) is None
    assert selected_span(article, "title", (0, 0), (0, 1)) is None  # the page shows it mended
    assert selected_span(article, "body", (0, 0), (0, 1)) is None
    assert words_span(article, "  ") is None and words_span(article, "(nowhere") is None


def test_words_however_spaced() -> None:
    article = Article("a", "Only here", TEXT)
    span = words_span(article, "“said” twice.")
    assert span and span[0] == "text" and TEXT[span[1] : span[2]] == "“said”  twice."
    assert words_span(article, "Only\nhere") == ("title", 0, 9)


@given(st.text(st.sampled_from("ab \n\u200f\x07é𝒍"), max_size=60), st.data())
def test_any_selection_comes_back(text: str, data: st.DataObject) -> None:
    article, parts = Article("a", "", text), paragraphs(text)
    if not parts:
        return
    number = data.draw(st.integers(0, len(parts) - 1))
    shown = clean(text[slice(*parts[number])])
    if not shown:
        return
    start = data.draw(st.integers(0, len(shown) - 1))
    end = data.draw(st.integers(start + 1, len(shown)))
    found = selected_span(article, "text", (number, start), (number, end))
    assert found and clean(text[found[1] : found[2]]) == shown[start:end]
