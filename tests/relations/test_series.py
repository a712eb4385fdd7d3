from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from tests.relations.streams import START, seen, streams

from detente.relations import relation_series, relation_status
from detente.relations.observing import Observation

PAIR = ("AAA", "BBB")


def test_nothing_reported_has_no_series() -> None:
    assert relation_series([], PAIR, START) == []


@settings(max_examples=30, deadline=None)
@given(streams(most=8))
def test_the_filtered_series_is_what_was_said_each_day(stream: list[Observation]) -> None:
    as_of = START + timedelta(days=150)
    for point in relation_series(stream, PAIR, as_of, smoothed=False)[::17]:
        status = relation_status(stream, PAIR, point.day)
        assert (point.level, point.low, point.high) == pytest.approx((status.level, status.low, status.high))


def test_the_smoothed_series_ends_where_the_filter_stands_and_sees_back() -> None:
    stream = [*[seen(d, 3.0) for d in range(0, 60, 3)], *[seen(d, -6.0) for d in range(60, 90, 2)]]
    as_of = START + timedelta(days=90)
    smoothed, filtered = (relation_series(stream, PAIR, as_of, smoothed=s) for s in (True, False))
    end, then = smoothed[-1], filtered[-1]
    assert (end.level, end.low, end.high) == pytest.approx((then.level, then.low, then.high))
    at = [p.day for p in smoothed].index(START + timedelta(days=62))
    assert smoothed[at].level < filtered[at].level  # looking back one knows what the first days meant
    assert smoothed[at].high - smoothed[at].low < filtered[at].high - filtered[at].low


def test_points_count_each_report_once_and_long_series_step_by_weeks() -> None:
    stream = [seen(d, 1.0) for d in (0, 0, 3, 350, 900)]
    points = relation_series(stream, PAIR, START + timedelta(days=1000))
    assert sum(p.events for p in points) == 5
    assert points[0].day == START and points[-1].day == START + timedelta(days=1000)
    assert (points[-1].day - points[-2].day).days == 7
    daily = relation_series(stream, PAIR, START + timedelta(days=30))
    assert len(daily) == 31 and [p.events for p in daily[:5]] == [2, 0, 0, 1, 0]
