from __future__ import annotations

import numpy as np
import pytest

from detente.relations.outlook.turns import PROPORTION, rolling_turns


def drawn(seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Chances of the level, and a status that turns, four weeks later, in the square of it."""
    rng = np.random.default_rng(seed)
    chance = rng.random((60, 80))
    turned = np.zeros(chance.shape)
    turned[:, 4:] = rng.random((60, 76)) < chance[:, :-4] ** 2
    return chance, turned


def test_how_often_the_status_says_so_is_learned() -> None:
    chance, turned = drawn()
    stated = rolling_turns(chance, turned, np.ones(chance.shape), 4)
    assert stated[:, 0] == pytest.approx(PROPORTION * np.clip(chance[:, 0], 0.05, 0.95))
    assert np.abs(stated[:, -1] - np.clip(chance[:, -1], 0.05, 0.95) ** 2).max() < 0.08


def test_nothing_after_the_week_is_looked_at() -> None:
    chance, turned = drawn(2)
    whole = rolling_turns(chance, turned, np.ones(chance.shape), 4)
    for week in (3, 4, 20, 60):
        cut = rolling_turns(chance[:, : week + 1], turned[:, : week + 1], np.ones((60, week + 1)), 4)
        assert np.array_equal(whole[:, week], cut[:, week])


def test_those_who_teach_nothing_change_nothing() -> None:
    chance, turned = drawn(3)
    seen = np.ones(chance.shape)
    assert np.array_equal(rolling_turns(chance, turned, seen, 4, 30)[:30], rolling_turns(chance[:30], turned[:30], seen[:30], 4))
