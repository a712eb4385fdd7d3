"""Whole texts through the real parser: offsets, order, repeatability, and texts that are none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from tests.events.build import brief

from detente import code_events
from detente.events import CODER_VERSION, code_articles
from detente.events.wire import assessment_to_json, event_to_json, forecast_to_json
from detente.types import Article, Coding, Mention

pytestmark = pytest.mark.parser

DAY = date(2018, 11, 6)
TITLE = "Chile expels four Peruvian diplomats"
TEXT = """Chile expelled four diplomats of Peru on Monday, and Bolivia criticised the decision.

“We will not talk to Lima,” a clerk said. Peru threatened to impose sanctions on Chile. 🕊️ Argentina urged Chile to withdraw its troops.

Relations between Chile and Peru have deteriorated since the spring. Peru is likely to recall its ambassador from Chile next week.
"""


def lines(coding: Coding) -> str:
    """All of a coding, as it would be written."""
    rows = [*map(event_to_json, coding.events), *map(assessment_to_json, coding.assessments), *map(forecast_to_json, coding.forecasts)]
    return "\n".join(json.dumps(row) for row in rows)


def mentions(coding: Coding) -> Iterator[Mention]:
    for found in (*coding.events, *coding.assessments, *coding.forecasts):
        yield from found.mentions


def quotes_hold(coding: Coding, title: str, text: str) -> bool:
    """Whether every mention's quote is the stored words."""
    return all(m.quote and {"title": title, "text": text}[m.field][m.start : m.end] == m.quote for m in mentions(coding))


def article(text: str, key: str = "a", title: str = "") -> Article:
    return Article(key, title, text, datetime(2018, 11, 6, 12, 30, tzinfo=UTC))


@pytest.fixture(scope="module")
def coding() -> Coding:
    return code_events(TEXT, title=TITLE, date=DAY)


def test_what_the_text_tells(coding: Coding) -> None:
    told = [brief(e) for e in coding.events]
    assert ("CHL", "THREATEN", "PER", "asserted") not in told
    assert ("PER", "THREATEN", "CHL", "asserted") in told
    assert ("ARG", "REQUEST", "CHL", "asserted") in told
    assert {e.plover for e in coding.events if e.actor[:1] == ("CHL",)} == {"SANCTION"}
    assert [(a.sides, a.direction) for a in coding.assessments] == [(("CHL", "PER"), "worsening")]
    assert [(f.sides, f.band) for f in coding.forecasts] == [(("CHL", "PER"), "likely")]


def test_every_quote_is_the_stored_words(coding: Coding) -> None:
    assert {m.field for m in mentions(coding)} == {"title", "text"}
    assert quotes_hold(coding, TITLE, TEXT)


def test_stated_and_published_days(coding: Coding) -> None:
    expelled = {e.mentions[0].field: e for e in coding.events if e.cameo == "166"}
    monday = expelled["text"]
    assert (monday.date_start, monday.date_end, monday.date_source) == (date(2018, 11, 5), date(2018, 11, 5), "stated")
    assert expelled["title"].date_source == "published" and expelled["title"].quantity == monday.quantity == 4


def test_without_a_day_of_publication_nothing_is_dated_by_it() -> None:
    (event,) = code_events("Chile expelled a Peruvian diplomat.").events
    assert (event.date_start, event.date_end, event.date_source) == (None, None, None)


def test_title_first_then_in_the_order_of_the_sentences(coding: Coding) -> None:
    where = [(m.field == "text", m.start) for e in coding.events for m in e.mentions[:1]]
    fields = [field for field, _ in where]
    assert fields == sorted(fields)
    ends = [TEXT.index("\n\n"), TEXT.index("🕊️"), TEXT.index("Relations"), len(TEXT)]
    paragraph = [sum(start > end for end in ends) for field, start in where if field]
    assert paragraph == sorted(paragraph)


def test_coding_twice_gives_the_same_bytes(coding: Coding) -> None:
    assert lines(code_events(TEXT, title=TITLE, date=DAY)) == lines(coding) != ""


def test_the_neighbours_in_a_batch_change_nothing() -> None:
    texts = [TEXT, "", "Togo thanked Benin.", "It criticised Ghana."]
    batch = list(code_articles([article(text, str(i)) for i, text in enumerate(texts)]))
    assert [c.article for c in batch] == ["0", "1", "2", "3"]
    for i, text in enumerate(texts):
        assert lines(next(code_articles([article(text, str(i))]))) == lines(batch[i])
    assert batch[3].events == (), "a pronoun never reaches back into another article"


def test_ids_are_of_the_content() -> None:
    text = "Togo thanked Benin. Togo criticised Ghana."
    one, other = (next(code_articles([article(text, key)])).events for key in ("a", "b"))
    assert len({e.id for e in (*one, *other)}) == 4
    assert [e.id for e in one] == [e.id for e in next(code_articles([article(text, "a")])).events]
    assert CODER_VERSION


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n", "\n\n\n\n\n", "\r\n\t\r\n", "1 234 – 5,6 % (12:30) … 7/8", "???!!!", "🙂🙃🙂", "\u200f\u202e\u202c\u200b", "\x00",
        "Ω≈ç√∫˜µ≤≥÷", "。，、",
    ],
)
def test_a_text_that_tells_nothing(text: str) -> None:
    assert code_events(text, title=text, date=DAY) == Coding("text")


@pytest.mark.parametrize(
    "text",
    [
        "🙂🙂 Togo thanked Benin 🇧🇯 today 👩‍👩‍👧.",
        "\u202bTogo thanked Benin.\u202c \u200fشكرا\u200f",
        "To\u0301go? Togo thanked Benin (caf\u0065\u0301).",
        "\n\n\n  Togo thanked\nBenin.\n\n",
        "\x00Togo thanked Benin.\x0b",
        "<b>Togo</b> thanked Benin. Togo thanked Benin.",
        "Togo\u00a0thanked\u00a0Benin.",
        "\ufeffTogo thanked Benin.\U0010ffff",
    ],
)
def test_odd_characters_break_no_offset(text: str) -> None:
    coding = code_events(text, title=text, date=DAY)
    assert quotes_hold(coding, text, text)


@pytest.mark.parametrize("text", ["🙂🙂 Togo thanked Benin 🇧🇯 today.", "\n\n\n  Togo thanked Benin.\n\n"])
def test_odd_characters_hide_no_event(text: str) -> None:
    assert [brief(e) for e in code_events(text, date=DAY).events] == [("TGO", "SUPPORT", "BEN", "asserted")]


@pytest.mark.parametrize("half", ["\ud83d", "\udc4d"])
def test_half_a_surrogate_pair_breaks_nothing(half: str) -> None:
    text = f"Togo thanked Benin. {half} The end."
    coding = code_events(text, date=DAY)
    assert [brief(e) for e in coding.events] == [("TGO", "SUPPORT", "BEN", "asserted")] and quotes_hold(coding, "", text)


def test_what_is_hoped_for_is_no_event() -> None:
    assert code_events("Chile hoped that Peru will withdraw its troops from Bolivia.").events == ()


def test_a_sentence_of_three_thousand_words() -> None:
    text = "Togo thanked Benin " + "and the old town by the river with its many bridges " * 275 + "at last."
    assert len(text.split()) >= 3000
    coding = code_events(text, date=DAY)
    assert quotes_hold(coding, "", text)
    assert any(brief(e)[:3] == ("TGO", "SUPPORT", "BEN") for e in coding.events)


def test_deep_nesting_ends() -> None:
    text = "Togo said " + "that Benin said " * 400 + "that Ghana attacked Mali."
    assert quotes_hold(code_events(text, date=DAY), "", text)
