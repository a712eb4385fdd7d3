"""The piece of a text that is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.search.asking import asked
from detente.search.found import Span
from detente.search.snippets import WINDOW, marked, snippet

FILLER = "Nothing of interest was said in the long debate. " * 90


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def marks(spans: tuple[Span, ...]) -> list[str]:
    return [span.text for span in spans if span.marked]


def test_where_most_of_it_stands() -> None:
    text = f"{FILLER}An envoy came. {FILLER}The envoys lifted sanctions. {FILLER}"
    found = snippet(text, asked("envoy sanction").phrases)
    assert marks(found) == ["envoys", "sanctions"] and text_of(found).startswith("… ") and text_of(found).endswith(" …")
    assert len(text_of(found).split()) <= WINDOW + 2


def test_beginning_middle_and_nothing() -> None:
    assert snippet("", asked("a").phrases) == () and marked("", asked("a").phrases) == ()
    assert snippet("Short.", ()) == (Span("Short."),)
    assert text_of(snippet(FILLER, asked("absent").phrases)).startswith("Nothing of interest")
    assert marks(snippet("A b c. B c.", asked('"b c"').phrases)) == ["b c", "B c"]
    assert marks(marked("Ёлки и ёлка", asked("елка").phrases)) == ["Ёлки", "ёлка"]


@given(st.text(alphabet="ab c.-'é\n\x00", max_size=200), st.text(alphabet='ab "c-', max_size=12))
def test_spans_are_the_text(text: str, words: str) -> None:
    phrases = asked(words).phrases
    assert text_of(marked(text, phrases)) == text
    assert text_of(snippet(text, phrases)).removeprefix("… ").removesuffix(" …") in text
