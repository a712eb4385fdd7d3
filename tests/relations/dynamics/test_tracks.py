from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from tests.relations.streams import START

from detente.relations.dynamics.tracks import LEAST_BLOCKS, aligned, block_days, tracks_from_observations, tracks_of
from detente.relations.observing import Observation
from detente.relations.weekly import weekly_of_observations

PAIR, OTHER = ("AAA", "BBB"), ("BBB", "CCC")


def told(days: list[int], sides: tuple[str, str] = PAIR, plover: str = "ACCUSE", way: int = 0) -> list[Observation]:
    return [Observation(sides, START + timedelta(d), START + timedelta(d), -2.0, 2.0, "event", f"{sides}{d}", way, plover) for d in days]


def test_blocks_are_as_short_as_the_reports_allow() -> None:
    as_of = START + timedelta(359)
    assert block_days(told(list(range(0, 360, 2))), PAIR, as_of) == 1
    assert block_days(told(list(range(0, 360, 10))), PAIR, as_of) == 3
    assert block_days(told(list(range(0, 360, 25))), PAIR, as_of) == 7
    assert block_days(told([0]), PAIR, as_of) == 7


def test_counts_of_any_block_length_add_up() -> None:
    rows = told(list(range(0, 100, 3)), way=1)
    for days in (1, 3, 7):
        weekly = weekly_of_observations(rows, [PAIR], START + timedelta(99), days)
        assert np.diff(weekly.ends).tolist() == [days] * (len(weekly.ends) - 1)
        kept = [o for o in rows if (START + timedelta(99) - o.day).days < days * len(weekly.ends)]
        assert weekly.conflict[0].sum(1).tolist() == [0, len(kept), 0]


def test_a_track_begins_with_its_first_report_and_others_fit_it() -> None:
    rows = [*told(list(range(100, 300, 2))), *told(list(range(0, 300, 5)), OTHER)]
    mine, other = tracks_from_observations(rows, PAIR, START + timedelta(299), [OTHER])
    assert mine.days == 1 and len(mine.ends) == len(other.ends) == 200
    assert mine.heard[0] == 1 and mine.heard.sum() == 100 and other.heard.sum() == 40
    assert mine.volume.mean() == pytest.approx(0)
    late = tracks_of(weekly_of_observations(rows, [PAIR, OTHER], START + timedelta(299), 1), OTHER, 1)
    assert len(late.ends) == 300 and len(aligned(mine, late).heard) == 300


def test_a_relation_the_table_does_not_hold_is_silent() -> None:
    weekly = weekly_of_observations(told([0, 50]), [PAIR], START + timedelta(60), 1)
    tracks = tracks_of(weekly, ("XXX", "YYY"), 1)
    assert not tracks.heard.any() and len(tracks.ends) >= LEAST_BLOCKS
