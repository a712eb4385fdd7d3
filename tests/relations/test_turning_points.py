from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.streams import START, seen, streams

from detente.relations.observing import Observation
from detente.relations.turning_points import Daily, change_point, turning_points

ONE = [(("AAA", "BBB"), 1.0)]
TWO = [(("AAA", "BBB"), 2.0), (("AAA", "CCC"), 1.0)]


def on(day: int) -> date:
    return START + timedelta(days=day)


def steady(first: int, last: int, value: float, sides: tuple[str, str] = ("AAA", "BBB")) -> list[Observation]:
    return [seen(day, value, sides=sides) for day in range(first, last)]


def test_a_sudden_turn_is_found_once_and_dated_to_its_day() -> None:
    stream = [*steady(0, 120, 2.0), *steady(120, 180, -6.0)]
    worse = [t for t in turning_points("AAA-BBB", ONE, stream, on(179)) if t.change == "deteriorated"]
    assert len(worse) == 1
    turn = worse[0]
    assert turn.day == on(120)
    assert turn.earliest <= turn.day <= turn.latest <= turn.until
    assert (turn.latest - turn.earliest).days <= 3
    assert turn.clear
    assert turn.after < turn.before
    assert turn.relation == "AAA-BBB"


def test_a_turn_up_points_up() -> None:
    stream = [*steady(0, 100, -3.0), *steady(100, 150, 5.0)]
    turns = turning_points("AAA-BBB", ONE, stream, on(149))
    assert turns[-1].change == "improved"
    assert abs((turns[-1].day - on(100)).days) <= 1


def test_where_nobody_reported_a_turn_may_lie_anywhere_in_the_silence() -> None:
    stream = [*steady(0, 60, 2.0), *steady(80, 100, -7.0)]
    turn = next(t for t in turning_points("AAA-BBB", ONE, stream, on(99)) if t.change == "deteriorated")
    assert turn.earliest < on(80)
    assert turn.latest >= on(80)


def test_what_was_told_late_is_dated_to_its_own_day() -> None:
    late = [seen(day, -7.0, late=10) for day in range(100, 130)]
    turn = next(t for t in turning_points("AAA-BBB", ONE, [*steady(0, 100, 2.0), *late], on(150)) if t.change == "deteriorated")
    assert turn.noticed >= on(110)
    assert abs((turn.day - on(100)).days) <= 2


def test_a_category_turns_when_the_relation_that_moved_it_most_did() -> None:
    calm, turned = steady(0, 180, 1.0, ("AAA", "CCC")), [*steady(0, 120, 3.0), *steady(120, 180, -6.0)]
    turn = next(t for t in turning_points("A desk", TWO, [*calm, *turned], on(179)) if t.change == "deteriorated")
    assert turn.relation == "AAA-BBB"
    assert turn.day == on(120)


def test_without_reports_there_is_no_turn() -> None:
    assert turning_points("AAA-BBB", ONE, [], on(10)) == []


@given(streams((("AAA", "BBB"), ("AAA", "CCC"))))
@settings(max_examples=60, deadline=None)
def test_drivers_add_up_and_days_are_in_order(stream: list[Observation]) -> None:
    for name, relations in (("AAA-BBB", ONE), ("A desk", TWO)):
        turns = turning_points(name, relations, stream, on(200))
        assert all(a.day <= b.day for a, b in pairwise(turns))
        for turn in turns:
            assert turn.earliest <= turn.day <= turn.latest <= turn.until <= on(200)
            assert sum(d.share for d in turn.drivers) == pytest.approx(turn.after - turn.before, abs=1e-6)


@given(streams())
@settings(max_examples=40, deadline=None)
def test_nothing_known_later_is_used(stream: list[Observation]) -> None:
    day = on(100)
    assert turning_points("AAA-BBB", ONE, stream, day) == turning_points("AAA-BBB", ONE, [o for o in stream if o.known <= day], day)


@given(st.lists(st.floats(-10, 10), min_size=5, max_size=60), st.sampled_from([1, -1]))
def test_chances_of_days_sum_to_one(values: list[float], sign: int) -> None:
    days = np.arange(len(values))
    weight = np.ones(len(values))
    chance, odds = change_point(Daily(days, weight, np.array(values), weight), days, days[1:], sign)
    assert chance.sum() == pytest.approx(1)
    assert np.isfinite(odds)
