from __future__ import annotations

import numpy as np
import pytest

from detente.relations.outlook.skill import skill


def test_skill_and_its_interval() -> None:
    rng = np.random.default_rng(1)
    plain = rng.gamma(2, 1, (50, 30))
    better = skill(0.8 * plain, plain)
    assert better.value == pytest.approx(0.2) and better.low == pytest.approx(0.2) and better.relations == 1 and better.shown
    alike = skill(rng.permuted(plain, axis=1), plain)
    assert alike.low < 0 < alike.high and not alike.shown
    assert skill(plain, plain) == skill(plain, plain)


def test_nothing_to_lose_is_no_skill() -> None:
    none = skill(np.zeros((2, 5)), np.zeros((2, 5)))
    assert none.value == 0 and not none.shown
