"""Forecasts: which sentences, with which ICD 203 band, until when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.clauses import extract_clauses, parse_texts
from detente.events.actors import Memory, Phrases
from detente.events.forecasts import ForecastFound, find_forecasts, horizon
from detente.events.scales import load_scales
from detente.lexicon import load_lexicon

parser = pytest.mark.parser
DAY = date(2016, 7, 25)  # a Monday


def forecast(text: str, memory: Memory | None = None) -> list[ForecastFound]:
    """All forecasts of a text."""
    lexicon = load_lexicon()
    out = []
    for s in next(iter(parse_texts([("text", text)]))):
        out += find_forecasts(Phrases(s, lexicon, DAY, memory or Memory()), extract_clauses(s), lexicon)
    return out


@parser
@pytest.mark.parametrize(
    ("text", "band", "limits"),
    [
        ("Norway is almost certain to reject the Russian offer.", "almost certain", (0.95, 0.99)),
        ("It is highly likely that Serbia will call an early election.", "very likely", (0.80, 0.95)),
        ("Egypt will probably close the border with Gaza.", "likely", (0.55, 0.80)),
        ("There is an even chance that Kenya will withdraw its troops from Somalia.", "roughly even chance", (0.45, 0.55)),
        ("A deal between Cyprus and Turkey is unlikely.", "unlikely", (0.20, 0.45)),
        ("Hungary is not likely to leave the alliance.", "unlikely", (0.20, 0.45)),
        ("The army in Mali is extremely unlikely to hand over power.", "very unlikely", (0.05, 0.20)),
        ("There is almost no chance of a compromise between Ghana and Togo.", "almost no chance", (0.01, 0.05)),
        ("The chance of a coup in Niger is 30 per cent.", None, (0.3, 0.3)),
        ("India may turn away from Moscow.", None, None),
        ("Poland will not forgive Berlin.", None, None),
        ("Another crisis in Lebanon cannot be ruled out.", None, None),
        ("The coalition in Prague is bound to fall apart.", None, None),
    ],
)
def test_band(text: str, band: str | None, limits: tuple[float, float] | None) -> None:
    assert [(f.band, f.probability) for f in forecast(text)] == [(band, limits)]


@parser
@pytest.mark.parametrize(
    "text",
    [
        "The Danish foreign minister will visit Oslo on Monday.",
        "Japan plans to withdraw its envoy from Seoul.",
        "The company said it will close its factory in Poland.",
        "Snow is likely in Finland tomorrow.",
        "Italy may have known of the plot.",
        "The likely culprit fled to Chad.",
        "It is unlikely that the spy ever reached Iran.",
        "Mexico wants the United States to lift its tariffs.",
        "Ghana could not accept the result.",
        "Will Greece leave the euro?",
        '"We will never give in," the president of Chad said.',
        "Under the treaty, Bolivia will receive two ships.",
    ],
)
def test_no_forecast(text: str) -> None:
    assert forecast(text) == []


@parser
def test_sides_are_those_of_the_clause_else_of_the_article() -> None:
    (found,) = forecast("Turkey is likely to strike back at Syria.")
    assert found.sides == ("SYR", "TUR")
    (found,) = forecast("Others are very likely to take advantage.", Memory(last_two=("BLR", "UKR"), counts={"BLR": 1, "UKR": 1}))
    assert found.sides == ("BLR", "UKR")


@parser
def test_a_headline_without_a_finite_verb() -> None:
    (found,) = forecast("Spanish stalemate to strain Brussels' patience")
    assert found.band is None and found.sides == ("ESP", "IGOEUU")
    assert forecast("Chad to send troops to Mali") == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("by the end of the year", DAY, date(2016, 12, 31)),
        ("before the end of 2018", DAY, date(2018, 12, 31)),
        ("in the coming months", DAY, DAY + timedelta(183)),
        ("in the coming weeks", DAY, DAY + timedelta(30)),
        ("within days", DAY, DAY + timedelta(7)),
        ("within three months", DAY, date(2016, 10, 25)),
        ("over the next year", DAY, date(2017, 7, 25)),
        ("next year", date(2017, 1, 1), date(2017, 12, 31)),
        ("next month", date(2016, 8, 1), date(2016, 8, 31)),
        ("later this year", DAY, date(2016, 12, 31)),
        ("in September", date(2016, 9, 1), date(2016, 9, 30)),
        ("in March", date(2017, 3, 1), date(2017, 3, 31)),
        ("before the election of 28 September", date(2016, 9, 28), date(2016, 9, 28)),
        ("next Thursday", date(2016, 7, 28), date(2016, 7, 28)),
        ("in 2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("in 2008", None, None),
        ("sooner or later", None, None),
    ],
)
def test_horizon(text: str, start: date | None, end: date | None) -> None:
    assert horizon(f"It will happen {text}.", DAY) == (start, end)


def test_without_a_day_of_publication_there_is_no_horizon() -> None:
    assert horizon("next year", None) == (None, None)


@given(st.text(max_size=60), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_horizon_never_ends_before_publication(text: str, day: date) -> None:
    start, end = horizon(text + " by 31 May or in 30 days", day)
    assert (start is None) == (end is None)
    assert end is None or (start is not None and day <= start <= end)


def test_bands_are_the_seven_of_icd_203_in_order() -> None:
    bands = sorted({(b.low, b.high, b.name) for found in load_scales(load_lexicon()).estimative.values() for _, b in found})
    assert [name for _, _, name in bands] == [
        "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain",
    ]  # fmt: skip
    assert all(low < high for low, high, _ in bands)
