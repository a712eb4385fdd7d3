from __future__ import annotations

import numpy as np
import pytest

from detente.similar.scoring import LEAST, STORY, nearness_in_time, share_with_neighbours


def test_time_fades_to_the_floor_and_an_unknown_date_is_long_ago():
    factors = nearness_in_time(np.array([0.0, STORY.days, 1e6, np.nan], np.float32), STORY)
    assert factors[0] == pytest.approx(1) and factors[1] == pytest.approx(STORY.floor + (1 - STORY.floor) / np.e)
    assert factors[2] == pytest.approx(STORY.floor) and factors[3] == pytest.approx(STORY.floor)


def test_a_neighbours_neighbour_gains_over_a_lone_look_alike():
    # 0 is the question; 1 is near; 2 and 3 are equally far, but 2 is near to 1.
    among = np.array([[0, 0.8, 0.3, 0.3], [0.8, 0, 0.8, 0.0], [0.3, 0.8, 0, 0.0], [0.3, 0, 0, 0]], np.float32)
    mixed = share_with_neighbours(among[0], among, STORY)
    assert mixed[2] > mixed[3] and mixed[1] == mixed[1:].max() and mixed.max() <= 1


def test_a_pool_of_one_has_nothing_to_share():
    assert share_with_neighbours(np.zeros(1, np.float32), np.zeros((1, 1), np.float32), STORY).tolist() == [0.0]


def test_lists_shown_have_a_floor_each():
    assert set(LEAST) == {"story", "situation"} and all(0 < value < 1 for value in LEAST.values())
