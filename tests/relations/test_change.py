from __future__ import annotations

from math import erf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.relations.calibration import DEFAULT
from detente.relations.change import baselines, chances, chord, classes, normal_below
from detente.relations.levels import shown


@given(st.integers(1, 3660))
def test_baselines_lie_in_the_period_and_weigh_one(period: int) -> None:
    got = baselines(period)
    assert got[-1][0] == period and all(1 <= lag <= period for lag, _ in got)
    assert sum(w for _, w in got) == pytest.approx(1)
    assert [w for _, w in got] == sorted((w for _, w in got), reverse=True)


def test_the_normal_distribution_is_right_to_seven_places() -> None:
    x = np.linspace(-6, 6, 241)
    assert normal_below(x) == pytest.approx([(1 + erf(v / 2**0.5)) / 2 for v in x], abs=1e-7)


@given(st.floats(-40, 40), st.floats(-40, 40))
def test_the_chord_carries_differences_exactly(a: float, b: float) -> None:
    z, before = np.array([a]), np.array([b])
    assert chord(z, before) * (z - before) == pytest.approx(shown(z) - shown(before), abs=1e-6)


def test_no_difference_is_neither() -> None:
    up, down = chances(np.zeros(1), np.full(1, 0.01), DEFAULT.threshold)
    assert up[0] < 1e-6 and down[0] < 1e-6


def run(chance: list[float], delta: float = 1.0, heard: bool = True) -> list[int]:
    up = np.array([chance])
    zero = np.zeros_like(up)
    return classes((up, up), (zero, zero), np.full(up.shape, delta), np.full(up.shape, heard))[0].tolist()


def test_a_status_turns_at_enter_and_back_below_leave() -> None:
    between = (DEFAULT.enter + DEFAULT.leave) / 2
    assert run([0.1, between, DEFAULT.enter, between, between, 0.1, between]) == [0, 0, 1, 1, 1, 0, 0]


def test_it_does_not_flicker_between_the_two_lines() -> None:
    a, b = DEFAULT.leave + 0.01, DEFAULT.enter - 0.01
    assert set(run([a, b] * 20)) == {0} and set(run([0.9] + [a, b] * 20)) == {1}


def test_an_improvement_stands_above_the_start_of_the_period_and_needs_reports() -> None:
    assert run([0.9, 0.9], delta=-1.0) == [0, 0]
    assert run([0.9, 0.9], heard=False) == [0, 0]


def test_the_two_runs_exclude_each_other() -> None:
    assert DEFAULT.leave > 1 - DEFAULT.enter
