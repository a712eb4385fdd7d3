"""How an event came about, in plain lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from detente import code_events, explain_event
from detente.events import code_articles
from detente.events.explain import explain_article
from detente.types import Article, Event

pytestmark = pytest.mark.parser

TEXT = "The weather was fine. Togo thanked Benin on Tuesday for the grain, and wished to visit Ghana. Mali slept."
ARTICLE = Article("a", "Thanks", TEXT, datetime(2018, 11, 8, tzinfo=UTC))


@pytest.fixture(scope="module")
def event() -> Event:
    (found,) = (e for e in next(code_articles([ARTICLE])).events if e.plover == "SUPPORT")
    return found


def test_sentence_clause_rule_and_date(event: Event) -> None:
    lines = explain_event(event, ARTICLE).splitlines()
    assert lines[0].startswith("sentence (text 22-") and "Togo thanked Benin on Tuesday" in lines[0]
    assert not any("weather" in line or "Mali" in line for line in lines)
    (thanked,) = [line for line in lines if line.startswith("clause: thank")]
    assert "subject 'Togo'" in thanked and "object 'Benin'" in thanked and "past" in thanked
    (told,) = [line for line in lines if line.startswith("event 'thanked'")]
    assert f"TGO SUPPORT ({event.cameo}) BEN; asserted" in told and event.rule in told
    assert told.rpartition("date ")[2].strip() and "Tuesday" in told.rpartition("date ")[2]


def test_what_was_rejected_is_said_with_the_reason(event: Event) -> None:
    (line,) = [line for line in explain_event(event, ARTICLE).splitlines() if line.startswith("rejected 'visit'")]
    assert "wish" in line


def test_an_article_that_does_not_mention_it(event: Event) -> None:
    assert "does not mention" in explain_event(event, replace(ARTICLE, id="other"))


def test_an_event_this_version_does_not_find(event: Event) -> None:
    said = explain_event(replace(event, rule="an older rule"), ARTICLE)
    assert "another version" in said.splitlines()[-1]


def test_a_text_that_was_cut_since(event: Event) -> None:
    assert "no longer" in explain_event(event, replace(ARTICLE, text="Short."))


def test_code_events_gives_the_events_that_explain_event_explains() -> None:
    (found,) = code_events("Togo thanked Benin.").events
    assert "TGO SUPPORT" in explain_event(found, Article("text", "", "Togo thanked Benin."))


def test_an_article_coded_by_itself_can_be_explained() -> None:
    (thanks,) = (e for e in code_events(ARTICLE).events if e.plover == "SUPPORT")
    assert "Togo thanked Benin on Tuesday" in explain_event(thanks, ARTICLE)


def test_every_sentence_of_an_article_is_explained() -> None:
    told = explain_article(ARTICLE)
    assert told.count("sentence (") + told.count("passed over") >= 3
    assert "clause: wish" in told and "rejected 'visit'" in told and "event 'thanked'" in told
