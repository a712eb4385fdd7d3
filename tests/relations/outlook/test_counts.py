from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.outlook.series import counts

from detente.relations.outlook.baselines import long_run, no_change, no_change_pooled
from detente.relations.outlook.counts import PRIOR, Group, prior, rolling_forecasts, rolling_means
from detente.relations.outlook.joint import forecasts


def laid_out(groups: list[Group]) -> dict[int, np.ndarray]:
    """Row -> its distribution without the empty tail."""
    return {int(row): np.trim_zeros(group.forecast.chance[i], "b") for group in groups for i, row in enumerate(group.rows)}


@settings(max_examples=10, deadline=None)
@given(st.integers(3, 19), st.integers(0, 50))
def test_nothing_after_the_origin_is_looked_at(origin: int, seed: int) -> None:
    cooperation, conflict = counts(6, 20, seed), counts(6, 20, seed + 100)
    whole = dict(forecasts(cooperation, conflict, 2))
    cut = dict(forecasts(cooperation[:, :origin], conflict[:, :origin], 2))
    for name in ("cooperation", "conflict", "balance"):
        ours, theirs = laid_out(whole[origin][name]), laid_out(cut[origin][name])
        for row, chance in ours.items():
            assert np.array_equal(chance, theirs[row]), (name, row)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 50))
def test_every_row_is_a_distribution(seed: int) -> None:
    past = counts(5, 15, seed)
    balance = past - counts(5, 15, seed + 1)
    made = [list(rolling_forecasts(past, 2))[-1][1], *(make(past, False) for make in (no_change, no_change_pooled, long_run))]
    made += [make(balance, True) for make in (no_change, no_change_pooled, long_run)]
    for groups in made:
        assert sorted(int(r) for g in groups for r in g.rows) == list(range(5))
        for group in groups:
            assert group.forecast.chance.sum(1) == pytest.approx(1) and (group.forecast.chance >= 0).all()


def test_means_run_from_last_week_to_all_weeks() -> None:
    means = rolling_means(np.array([[4.0] * 30 + [40.0], [1.0] * 31]))[0, -1]
    assert means[0] == pytest.approx(34, abs=1) and means[2] == pytest.approx(5.1, abs=0.2)
    assert means[0] > means[1] > means[2] and means[3] > means[2]


def test_the_prior_is_the_table() -> None:
    assert prior().sum() == pytest.approx(1) and len(prior()) == len(PRIOR) * len(PRIOR[0])


def test_those_who_only_use_the_weights_change_nothing_for_the_others() -> None:
    series = counts(8, 25)
    *_, (_, alone) = rolling_forecasts(series[:5], 2, 5)
    *_, (_, beside) = rolling_forecasts(series, 2, 5)
    ours, theirs = laid_out(alone), laid_out(beside)
    for row in range(5):
        size = min(len(ours[row]), len(theirs[row])) - 1
        assert ours[row][:size] == pytest.approx(theirs[row][:size], abs=1e-12)


def test_no_change_is_last_week_with_its_own_past_errors() -> None:
    group = no_change(np.array([[1.0, 3.0, 2.0]]))[0]
    assert dict(zip(group.forecast.values().tolist(), group.forecast.chance[0].tolist(), strict=True)) == {1: 0.5, 4: 0.5, 2: 0, 3: 0, 5: 0}
    group = long_run(np.array([[1.0, 3.0, 3.0]]))[0]
    assert group.forecast.mean()[0] == pytest.approx(7 / 3)
