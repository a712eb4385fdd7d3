"""The JSON of the contracts: its keys to the letter, and nothing lost on the way there and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.events.wire import (
    assessment_from_json,
    assessment_to_json,
    event_from_json,
    event_to_json,
    forecast_from_json,
    forecast_to_json,
)
from detente.types import Assessment, Content, Event, Forecast, Mention

EVENT_KEYS = [
    "actor", "recipient", "plover", "mode", "contexts", "cameo", "intensity", "realis", "content", "date_start", "date_end", "date_source",
    "quantity", "speaker", "mentions", "rule",
]  # fmt: skip
ASSESSMENT_KEYS = {"sides", "direction", "speaker", "mentions"}
FORECAST_KEYS = {"sides", "probability", "band", "horizon_start", "horizon_end", "speaker", "mentions"}

words = st.text(max_size=20)
codes = st.tuples() | st.tuples(words) | st.tuples(words, words)
numbers = st.floats(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates()
offsets = st.integers(0, 10**6)
one_mention = st.builds(Mention, words, st.sampled_from(["title", "text"]), words, offsets, offsets)
mentions = st.lists(one_mention, min_size=1, max_size=3).map(tuple)
realis = st.sampled_from(["asserted", "planned", "possible", "denied"])
maybe = st.none() | words
events = st.builds(
    Event, words, codes, codes, words, maybe, codes, words, numbers, realis, st.none() | st.builds(Content, words, words, words), days,
    days, st.sampled_from(["stated", "published", None]), st.none() | numbers, maybe, mentions, words,
)  # fmt: skip
assessments = st.builds(
    Assessment, words, codes, st.sampled_from(["improving", "worsening", "steady"]), realis, days, days, maybe, mentions, words
)
forecasts = st.builds(Forecast, words, codes, st.none() | st.tuples(numbers, numbers), maybe, days, days, maybe, mentions, words)

EVENT = Event(
    "e1", ("CHLGOV",), ("PER",), "SANCTION", None, ("legal",), "163", -8.0, "asserted", Content("AID", "070", "help"), date(2017, 5, 9),
    date(2017, 5, 10), "stated", 3.0, None, (Mention("a", "title", "Chile", 0, 5),), "by hand",
)  # fmt: skip


def through(row: dict[str, Any]) -> dict[str, Any]:
    """As it comes out of a file."""
    back = json.loads(json.dumps(row))
    assert isinstance(back, dict)
    return back


@given(events)
def test_events_come_back(event: Event) -> None:
    assert event_from_json(through(event_to_json(event))) == event


@given(assessments)
def test_assessments_come_back(found: Assessment) -> None:
    assert assessment_from_json(through(assessment_to_json(found))) == found


@given(forecasts)
def test_forecasts_come_back(found: Forecast) -> None:
    assert forecast_from_json(through(forecast_to_json(found))) == found


def test_an_event_to_the_letter() -> None:
    row = event_to_json(EVENT)
    assert list(row) == ["id", *EVENT_KEYS]
    assert (row["actor"], row["recipient"], row["contexts"]) == (["CHLGOV"], ["PER"], ["legal"])
    assert (row["date_start"], row["date_end"], row["date_source"]) == ("2017-05-09", "2017-05-10", "stated")
    assert row["content"] == {"plover": "AID", "cameo": "070", "quote": "help"}
    assert row["mentions"] == [{"article": "a", "field": "title", "quote": "Chile", "start": 0, "end": 5}]
    assert (row["mode"], row["speaker"], row["quantity"]) == (None, None, 3.0)


@given(assessments, forecasts)
def test_assessments_and_forecasts_have_the_keys_of_the_contract(one: Assessment, other: Forecast) -> None:
    assert ASSESSMENT_KEYS <= set(assessment_to_json(one)) <= ASSESSMENT_KEYS | {"id", "realis", "date_start", "date_end", "rule"}
    assert FORECAST_KEYS <= set(forecast_to_json(other)) <= FORECAST_KEYS | {"id", "rule"}


@pytest.mark.parametrize("key", ["id", *EVENT_KEYS])
def test_a_missing_key_is_no_event(key: str) -> None:
    row = event_to_json(EVENT)
    del row[key]
    with pytest.raises(KeyError, match=key):
        event_from_json(row)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date_start", "9 May 2017"),
        ("date_start", 20170509),
        ("mentions", None),
        ("realis", "certain"),
    ],
)
def test_a_wrong_value_is_no_event(key: str, value: object) -> None:
    with pytest.raises((KeyError, ValueError)):
        event_from_json({**event_to_json(EVENT), key: value})
