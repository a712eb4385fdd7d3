from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.streams import START, seen, streams

from detente.errors import ConfigError
from detente.relations.observing import Observation
from detente.relations.roll_up import parts_of
from detente.relations.status import category_status, change_of

PAIRS = (("AAA", "BBB"), ("AAA", "CCC"), ("DDD", "DDD"))


@given(streams(PAIRS), st.lists(st.floats(0.1, 9), min_size=3, max_size=3), st.integers(5, 90))
@settings(max_examples=60, deadline=None)
def test_parts_add_up_to_the_change_of_the_category(stream: list[Observation], weights: list[float], days: int) -> None:
    relations, as_of = list(zip(PAIRS, weights, strict=True)), START + timedelta(days=190)
    parts = parts_of(relations, stream, as_of, days)
    status = category_status("c", relations, stream, as_of, days)
    assert sum(p.weight for p in parts) == pytest.approx(1)
    assert sum(p.part for p in parts) == pytest.approx(change_of(status), abs=1e-9)
    assert [abs(p.part) for p in parts] == sorted((abs(p.part) for p in parts), reverse=True)
    assert {p.relation for p in parts} == {"AAA-BBB", "AAA-CCC", "DDD-DDD"}


def test_a_relation_named_twice_has_both_weights() -> None:
    parts = parts_of([(("BBB", "AAA"), 1.0), (("AAA", "BBB"), 1.0), (("AAA", "CCC"), 2.0)], [seen(1, 5.0)], START + timedelta(days=9))
    assert [(p.relation, p.weight) for p in parts] == [("AAA-BBB", 0.5), ("AAA-CCC", 0.5)]


def test_weights_that_say_nothing_are_refused() -> None:
    with pytest.raises(ConfigError):
        parts_of([(("AAA", "BBB"), 0.0)], [], START)
