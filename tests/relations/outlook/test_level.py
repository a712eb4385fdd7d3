from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.relations.outlook.level import level_ahead, rolling_levels


def wandering(relations: int, weeks: int, back: float, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    x = np.zeros((relations, weeks))
    for t in range(1, weeks):
        x[:, t] = (1 - back) * x[:, t - 1] + rng.normal(0, 0.6, relations)
    return np.clip(x, -9, 9)


@settings(max_examples=15, deadline=None)
@given(st.integers(6, 29), st.integers(0, 50))
def test_nothing_after_the_day_is_looked_at(day: int, seed: int) -> None:
    levels = wandering(5, 30, 0.2, seed)
    levels[0, :8] = np.nan
    whole = dict(rolling_levels(levels, 4))[day]
    cut = level_ahead(levels[:, : day + 1], 4)
    assert np.array_equal(whole.weight, cut.weight) and np.array_equal(whole.location, cut.location)


def test_the_chances_sum_to_one_and_the_spread_holds_them() -> None:
    ahead = level_ahead(wandering(10, 60, 0.1), 4)
    up, same, down = ahead.changes(np.full(10, 0.75))
    assert up + same + down == pytest.approx(1, abs=1e-6) and (np.stack([up, same, down]) >= 0).all()
    for row in range(10):
        spread = ahead.spread(row)
        assert -10 <= spread.low < spread.mean < spread.high <= 10


def test_what_returns_is_expected_to_return() -> None:
    levels = wandering(40, 120, 0.5)
    levels[0, -1] = 5.0
    up, _, down = level_ahead(levels, 4).changes(np.full(40, 0.75))
    assert down[0] > 0.6 and up[0] < 0.1


def test_chances_are_reliable_on_levels_that_wander() -> None:
    levels = wandering(150, 80, 0.1, 3)
    said, came = [], []
    for t, ahead in rolling_levels(levels, 4):
        if 40 <= t < 76:
            said.append(ahead.changes(np.full(150, 0.75))[0])
            came.append(levels[:, t + 4] - levels[:, t] > 0.75)
    p, happened = np.concatenate(said), np.concatenate(came)
    assert p.mean() == pytest.approx(happened.mean(), abs=0.04)
    assert happened[p > 0.5].mean() > 0.45 and happened[p < 0.1].mean() < 0.12
