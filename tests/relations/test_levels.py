from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from tests.relations.streams import START, seen, streams

from detente.relations.calibration import DEFAULT
from detente.relations.levels import band, filter_states, read_off, shown
from detente.relations.observing import Observation
from detente.relations.path import day_number, gather

PAIR = ("AAA", "BBB")


def read(observations: list[Observation], days: list[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    got = gather(observations, [PAIR], START + timedelta(days=max(days)))
    at = np.array([day_number(START) + d for d in days])
    reading = read_off(got.reports, got.states, np.array([0]), at)
    low, high = band(reading)
    return shown(reading.z)[0], low[0], high[0]


def test_one_report_by_hand() -> None:
    """Gain = prior / (prior + noise), volume factor from the one report's weight."""
    c = DEFAULT
    level, _, _ = read([seen(0, -5.0, weight=2.0)], [0])
    total = c.tone_variance + c.event_variance / 2 + c.day_variance
    gain = c.tone_variance / (total * max(1, 5 / (c.surprise * total**0.5)))
    assert level[0] == pytest.approx(10 * np.tanh(gain * -5 * (1 + 2 / c.volume_unit) ** c.volume_power / 10))


def test_a_war_is_more_than_a_bad_average() -> None:
    """The same tone, told ten times as often, stands lower."""
    quarrel = read([seen(d, -4.0, weight=1) for d in range(0, 60, 5)], [60])[0][0]
    war = read([seen(d, -4.0, weight=10) for d in range(0, 60)], [60])[0][0]
    assert war < quarrel - 1.5


def test_one_odd_day_cannot_carry_a_level_however_loud() -> None:
    calm = [seen(d, 3.0, weight=5) for d in range(0, 120)]
    before = read(calm, [119])[0][0]
    odd = read([*calm, seen(120, -9.0, weight=500)], [120])[0][0]
    lasting = read([*calm, *[seen(120 + d, -9.0, weight=20) for d in range(10)]], [129])[0][0]
    assert before > 2 and odd > before - 4 and lasting < -7


def test_the_band_widens_when_nobody_reports() -> None:
    level, low, high = read([seen(d, 4.0) for d in range(0, 30, 2)], [29, 40, 60, 120, 400, 2000])
    width = high - low
    assert (np.diff(width) > 0).all()
    assert (np.diff(np.abs(level)) < 0).all()


@settings(max_examples=50, deadline=None)
@given(streams())
def test_bands_hold_the_level_and_widen_in_silence(observations: list[Observation]) -> None:
    level, low, high = read(observations, list(range(260, 700, 20)))
    assert (low < level).all() and (level < high).all() and (np.abs(level) <= 10).all()
    assert (np.diff(high - low) >= -1e-9).all()


def test_more_distinct_reports_narrow_the_band() -> None:
    thin = read([seen(10, 2.0, weight=1)], [10])
    thick = read([seen(10, 2.0, weight=1) for _ in range(20)], [10])
    assert thick[2][0] - thick[1][0] < thin[2][0] - thin[1][0]


def test_reports_without_a_value_are_volume_only() -> None:
    base = [seen(d, -3.0) for d in range(0, 20)]
    louder = [*base, *[seen(d, None) for d in range(10, 20)]]
    one, other = gather(base, [PAIR], START + timedelta(days=20)), gather(louder, [PAIR], START + timedelta(days=20))
    assert one.states.m == pytest.approx(other.states.m) and other.states.n[-1] > one.states.n[-1]


def test_an_empty_stream_reads_as_unknown() -> None:
    got = gather([], [PAIR], START)
    reading = read_off(got.reports, filter_states(got.reports), np.array([0]), np.array([day_number(START)]))
    assert reading.row[0, 0] == -1 and reading.p[0, 0] == DEFAULT.tone_variance and reading.z[0, 0] == 0
