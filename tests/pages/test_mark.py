from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.pages.mark import Marked, mark_paragraphs, mark_text
from detente.pages.parts import TextMark


def mark(number: int) -> TextMark:
    return TextMark(number, f"r-{number}", "cooperative", f"event {number}")


def test_words_are_marked_where_they_stand() -> None:
    spans = mark_text("They signed it.", [Marked(5, 11, mark(1))])
    assert [(s.text, [m.number for m in s.marks], [m.number for m in s.closes]) for s in spans] == [
        ("They ", [], []),
        ("signed", [1], [1]),
        (" it.", [], []),
    ]


def test_marks_may_overlap_and_nest() -> None:
    spans = mark_text("abcdef", [Marked(0, 4, mark(1)), Marked(2, 6, mark(2)), Marked(3, 4, mark(3))])
    assert [(s.text, [m.number for m in s.marks], [m.number for m in s.closes]) for s in spans] == [
        ("ab", [1], []),
        ("c", [1, 2], []),
        ("d", [1, 2, 3], [1, 3]),
        ("ef", [2], [2]),
    ]


def test_marks_outside_the_text_are_left_out() -> None:
    spans = mark_text("abc", [Marked(-1, 2, mark(1)), Marked(2, 9, mark(2)), Marked(1, 1, mark(3)), Marked(2, 1, mark(4))])
    assert [(s.text, s.marks) for s in spans] == [("abc", ())]


def test_paragraphs_keep_the_offsets_of_the_whole_text() -> None:
    text = "One.\n\nTwo words.\n   \nThree."
    start = text.index("words")
    paragraphs = mark_paragraphs(text, [Marked(start, start + 5, mark(1))])
    assert ["".join(s.text for s in p) for p in paragraphs] == ["One.", "Two words.", "Three."]
    assert [s.text for p in paragraphs for s in p if s.marks] == ["words"]


def test_a_mark_across_paragraphs_has_its_number_in_each() -> None:
    paragraphs = mark_paragraphs("ab\ncd", [Marked(1, 4, mark(1))])
    assert [[(s.text, len(s.marks), len(s.closes)) for s in p] for p in paragraphs] == [
        [("a", 0, 0), ("b", 1, 1)],
        [("c", 1, 1), ("d", 0, 0)],
    ]


def test_direction_overrides_go_after_the_offsets_were_used() -> None:
    text = "safe\u202eevil signed"
    start = text.index("signed")
    spans = mark_text(text, [Marked(start, start + 6, mark(1))])
    assert [s.text for s in spans] == ["safeevil ", "signed"]


@given(
    st.text(alphabet="ab \n", max_size=40),
    st.lists(st.tuples(st.integers(-2, 42), st.integers(-2, 42), st.integers(1, 5)), max_size=8),
)
def test_no_letter_is_lost_or_doubled(text: str, places: list[tuple[int, int, int]]) -> None:
    marked = [Marked(a, b, mark(n)) for a, b, n in places]
    spans = mark_text(text, marked)
    assert "".join(s.text for s in spans) == text
    at = 0
    for span in spans:
        for offset in range(at, at + len(span.text)):
            wanted = {m.mark.number for m in marked if 0 <= m.start <= offset < m.end <= len(text)}
            assert {m.number for m in span.marks} == wanted
        at += len(span.text)
    kept = "".join(s.text for p in mark_paragraphs(text, marked) for s in p)
    assert kept == "".join(line for line in text.splitlines() if line.strip())
