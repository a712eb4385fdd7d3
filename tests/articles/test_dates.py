# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.articles.dates import parse_published

DAY = datetime(2016, 7, 25)
MOMENT = datetime(2016, 7, 25, 23, 33)


def east(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("July 25, 2016 23:33", MOMENT),
        ("25 July 2016", DAY),
        ("25.07.2016", DAY),
        ("2016-07-25", DAY),
        ("2016-07-25T23:33+03:00", MOMENT.replace(tzinfo=east(3))),
        ("2016-07-25T23:33:10.123Z", datetime(2016, 7, 25, 23, 33, 10, tzinfo=east(0))),
        ("20160725T233300Z", MOMENT.replace(tzinfo=east(0))),
        ("Mon, 25 Jul 2016 23:33:00 +0300", MOMENT.replace(tzinfo=east(3))),
        ("Monday, July 25, 2016", DAY),
        ("Wed., 27 July 2016", datetime(2016, 7, 27)),
        ("25 July 2016, 11:33 pm", MOMENT),
        ("July 25, 2016 at 11:33 p.m. EST", MOMENT.replace(tzinfo=east(-5))),
        ("July 25, 2016 12:05 a.m.", datetime(2016, 7, 25, 0, 5)),
        ("25 July 2016 - 23:33 (GMT+3)", MOMENT.replace(tzinfo=east(3))),
        ("25 July 2016 23:33 local time", MOMENT),
        ("23:33, 25 July 2016", MOMENT),
        ("23:33 25.07.2016", MOMENT),
        ("25th of July, 2016", DAY),
        ("07/25/2016", DAY),
        ("25/07/2016", DAY),
        ("25 июля 2016 г.", DAY),
        ("25 ліпеня 2016", DAY),
        ("25. Juli 2016", DAY),
        ("25 de julio de 2016", DAY),
        (DAY.date(), DAY),
        (20160725, DAY),
    ],
)
def test_usual_forms(line: object, moment: datetime) -> None:
    found = parse_published(line)
    assert found == moment
    assert found is not None and found.utcoffset() == moment.utcoffset()


def test_a_zone_may_depend_on_the_year() -> None:
    assert parse_published("25 July 2012 23:33 MSK") == datetime(2012, 7, 25, 23, 33, tzinfo=east(4))
    assert parse_published("25 July 2016 23:33 MSK") == MOMENT.replace(tzinfo=east(3))


@pytest.mark.parametrize(
    "line",
    [
        "07/08/2016",  # July or August
        "July 2016",
        "25 July",
        "25.07.16",
        "32 July 2016",
        "2016-02-30",
        "25 July 2016 25:10",
        "25 July 2016 9",
        "25 July 2016 was a day of talks",
        "On 25 July 2016",
        "25 July 2016 23:33 Nowhere",
        "The talks of 25 July 2016",
        "1234567890",
        "25 July 0016",
        "",
        True,
        None,
        ["2016-07-25"],
    ],
)
def test_anything_else_is_no_date(line: object) -> None:
    assert parse_published(line) is None


@given(st.text(max_size=120))
def test_never_raises(line: str) -> None:
    found = parse_published(line)
    assert found is None or any(c.isdigit() for c in line)


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%a, %d %b %Y", "%Y%m%d"]),
)
def test_every_day_comes_back_in_every_form(day: date, form: str) -> None:
    found = parse_published(day.strftime(form))
    assert found is not None and found.date() == day


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.integers(-12 * 60, 14 * 60))
def test_iso_moments_with_zones_come_back(moment: datetime, minutes: int) -> None:
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    found = parse_published(aware.isoformat())
    assert found == aware and found.utcoffset() == aware.utcoffset()
