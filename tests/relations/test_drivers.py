from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.streams import START, seen, streams

from detente.relations import category_status, relation_status
from detente.relations.observing import Observation

PAIR, OTHER, NEVER = ("AAA", "BBB"), ("AAA", "CCC"), ("BBB", "DDD")


@settings(max_examples=150, deadline=None)
@given(streams(), st.integers(0, 300), st.integers(1, 120))
def test_shares_add_up_to_the_change_as_said_on_both_days(observations: list[Observation], at: int, period: int) -> None:
    as_of = START + timedelta(days=at)
    now = relation_status(observations, PAIR, as_of, period)
    then = relation_status(observations, PAIR, as_of - timedelta(days=period), period)
    assert sum(d.share for d in now.drivers) == pytest.approx((now.level or 0) - (then.level or 0), abs=1e-6)


@settings(max_examples=100, deadline=None)
@given(streams(sides=(PAIR, OTHER)), st.integers(0, 300), st.integers(1, 60), st.floats(0.1, 5), st.floats(0.1, 5))
def test_shares_of_a_category_add_up_too(observations: list[Observation], at: int, period: int, a: float, b: float) -> None:
    as_of = START + timedelta(days=at)
    weights = [(PAIR, a), (OTHER, b), (NEVER, 1.0)]
    now = category_status("east", weights, observations, as_of, period)
    then = category_status("east", weights, observations, as_of - timedelta(days=period), period)
    assert sum(d.share for d in now.drivers) == pytest.approx((now.level or 0) - (then.level or 0), abs=1e-6)


def test_what_came_in_the_period_is_named_and_the_rest_is_fading() -> None:
    observations = [seen(0, 4.0, id="old"), seen(50, -5.0, id="blow"), seen(52, 2.0, id="talk")]
    status = relation_status(observations, PAIR, START + timedelta(days=60))
    assert [d.id for d in status.drivers] == ["blow", "talk", None]
    assert status.drivers[0].share < 0 < status.drivers[1].share
    assert status.drivers[-1].kind == "fading" and status.drivers[-1].share < 0


def test_an_event_of_years_ago_told_today_moves_next_to_nothing() -> None:
    fresh = [seen(3000, 3.0, id="now")]
    told_late = [*fresh, seen(0, -9.0, late=3000, id="then")]
    as_of = START + timedelta(days=3000)
    one, other = (relation_status(o, PAIR, as_of) for o in (fresh, told_late))
    assert one.level == pytest.approx(other.level, abs=1e-6)
    assert one.events == other.events == 1
