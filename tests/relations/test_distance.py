"""Distances to the next step agree with the status they are measured from."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.relations.calibration import DEFAULT
from detente.relations.distance import Moves, distance_sentences, distances, moves
from detente.relations.observing import Observation
from detente.relations.status import relation_status

DAY = date(2016, 6, 30)
SIDES = ("BLR", "USA")


def told(values: list[tuple[int, float]]) -> list[Observation]:
    """(days ago, value) -> observations."""
    return [
        Observation(SIDES, day, day, value, DEFAULT.event_weight, "event", f"e{i}", 0, "AID")
        for i, (ago, value) in enumerate(values) for day in [DAY - timedelta(days=ago)]
    ]  # fmt: skip


REPORTS = st.lists(st.tuples(st.integers(0, 90), st.floats(-10, 10)), min_size=1, max_size=12)


@given(REPORTS)
@settings(max_examples=60, deadline=None)
def test_chances_are_those_of_the_status(values: list[tuple[int, float]]) -> None:
    observed = told(values)
    status, found = relation_status(observed, SIDES, DAY), moves(observed, [(SIDES, 1.0)], DAY)
    if status.p_improved is None or status.p_deteriorated is None:
        assert distances(status.change, status.level, found) == []
        return
    assert found.chance(1) == pytest.approx(status.p_improved, abs=1e-9)
    assert found.chance(-1) == pytest.approx(status.p_deteriorated, abs=1e-9)
    rows = distances(status.change, status.level, found)
    assert {row.target for row in rows} == {"improved", "unchanged", "deteriorated"} - {status.change}
    for row in rows:
        if row.level is None:
            continue
        way = 1 if "improved" in (row.target if not row.falls else status.change) else -1
        reached = found.held(way, row.level) if row.falls else found.chance(way, row.level)
        assert reached == pytest.approx(row.needed, abs=1e-4)
        if not row.falls:
            assert row.level * way > 0 or row.chance >= row.needed
    assert len(distance_sentences(rows)) == len(rows)


def test_the_known_distance_of_one_comparison() -> None:
    """One day to compare with, a standard deviation of 1: 65 % takes the threshold and .385 more."""
    found = Moves(np.array([0.0]), np.array([1.0]), np.array([1.0]), 0.8, 0.5)
    up = next(row for row in distances("unchanged", 0.0, found) if row.target == "improved")
    assert up.level == pytest.approx(0.8 + 0.3853, abs=1e-3) and up.chance == pytest.approx(0.2119, abs=1e-3)
    assert distance_sentences([up]) == [
        "To improved: its chance is 21% and would have to reach 65%; today’s level would have to stand 1.2 points higher."
    ]
    assert distances("unchanged", 9.5, found)[0].level is None
