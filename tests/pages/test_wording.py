from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.pages import wording
from detente.types import Change

ESTIMATIVE = Path(wording.__file__).parents[1] / "lexicon" / "data" / "scales_estimative.tsv"


def test_every_change_has_an_arrow_and_a_word_and_no_two_share_one() -> None:
    for table in (wording.CHANGE_ARROWS, wording.CHANGE_WORDS):
        assert set(table) == set(get_args(Change))
        assert len(set(table.values())) == len(table)


@pytest.mark.parametrize(("value", "words"), [(1.26, "+1.3"), (-0.44, "−0.4"), (0.04, "0.0"), (-0.04, "0.0"), (None, "–")])
def test_levels_have_a_sign_and_one_decimal(value: float | None, words: str) -> None:
    assert wording.points(value) == words


@pytest.mark.parametrize(("value", "words"), [(0.0, "under 1 %"), (0.624, "62 %"), (1.0, "over 99 %"), (None, "–")])
def test_no_probability_is_nought_or_one(value: float | None, words: str) -> None:
    assert wording.percent(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.03, "almost no chance"), (0.1, "very unlikely"), (0.3, "unlikely"), (0.5, "roughly even chance"), (0.7, "likely"),
     (0.9, "very likely"), (0.97, "almost certain"), (1.0, "almost certain")],
)  # fmt: skip
def test_words_of_probability_are_those_of_icd_203(value: float, words: str) -> None:
    assert wording.estimative(value) == words


def test_the_chance_is_that_of_the_class_that_is_shown() -> None:
    assert wording.chance_of("improved", 0.7, 0.1) == 0.7
    assert wording.chance_of("deteriorated", 0.7, 0.1) == 0.1
    assert wording.chance_of("unchanged", 0.2, 0.1) == pytest.approx(0.7)
    assert wording.chance_of("no-reporting", 0.2, 0.1) is None


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2016, 6, 1), date(2016, 6, 1), "1 June 2016"),
        (date(2016, 6, 1), date(2016, 6, 7), "1–7 June 2016"),
        (date(2016, 6, 1), date(2016, 6, 30), "June 2016"),
        (date(2008, 1, 1), date(2008, 12, 31), "2008"),
        (date(2016, 5, 30), date(2016, 6, 2), "30 May – 2 June 2016"),
        (date(2015, 7, 1), date(2016, 6, 30), "1 July 2015 – 30 June 2016"),
        (None, None, "undated"),
    ],
)
def test_spans_of_days_are_said_shortly(start: date | None, end: date | None, words: str) -> None:
    assert wording.span_words(start, end) == words


@pytest.mark.parametrize(
    ("moment", "words", "machine"),
    [
        (datetime.fromisoformat("2016-07-25"), "25 July 2016", "2016-07-25"),
        (datetime.fromisoformat("2016-07-25T23:33"), "25 July 2016, 23:33", "2016-07-25T23:33:00"),
        (datetime(2016, 7, 25, 23, 33, tzinfo=timezone(timedelta(hours=3))), "25 July 2016, 23:33 UTC+3", "2016-07-25T23:33:00+03:00"),
        (datetime(2016, 7, 25, 0, 0, tzinfo=UTC), "25 July 2016, 00:00 UTC", "2016-07-25T00:00:00+00:00"),
        (
            datetime(2016, 7, 25, 1, 0, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
            "25 July 2016, 01:00 UTC−3:30", "2016-07-25T01:00:00-03:30"),
        (None, "undated", ""),
    ],
)  # fmt: skip
def test_times_are_said_with_the_zone_that_was_stated(moment: datetime | None, words: str, machine: str) -> None:
    assert wording.moment_words(moment) == words
    assert wording.machine_moment(moment) == machine


def test_an_event_says_why_it_has_its_date() -> None:
    day = date(2016, 6, 1)
    assert "gives no date" in wording.date_reason(day, day, "published")
    assert wording.date_reason(day, date(2016, 6, 30), "stated").endswith("June 2016")
    assert wording.date_reason(None, None, None) == "no date could be given"


@given(st.text(max_size=600))
def test_a_line_is_one_line_without_controls(text: str) -> None:
    line = wording.one_line(text, 50)
    assert len(line) <= 51
    assert "\n" not in line
    assert not set(line) & {"\u202e", "\u2066", "\x00", "\x1b", "\ud800"}
    line.encode()


def test_sides_are_said_with_an_arrow() -> None:
    assert wording.sides_words(("A", "B"), ("C",)) == "A and B → C"
    assert wording.sides_words(("A", "B"), ()) == "A – B"
    assert wording.sides_words((), ("C",)) == "somebody → C"


def test_the_words_of_probability_are_those_of_the_lexicon() -> None:
    rows = [line for line in ESTIMATIVE.read_text("utf-8").splitlines() if line and not line.startswith("#")][1:]
    for row in rows:
        band, low, high, _ = row.split("\t")
        assert wording.estimative((float(low) + float(high)) / 2) == band
