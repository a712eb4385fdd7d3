from __future__ import annotations

import json
from xml.etree import ElementTree

import numpy as np
import pytest
from tests.relations.outlook.series import counts, weekly

from detente.errors import TableError
from detente.relations.outlook.backtest import Backtest, Levels, backtest
from detente.relations.outlook.report import backtest_json, chance_rows, interval_rows, picture, reliability_rows, skill_rows, summary


@pytest.fixture(scope="module")
def judged() -> Backtest:
    rng = np.random.default_rng(5)
    level = np.cumsum(rng.normal(0, 0.3, (40, 52)), axis=1)
    change = np.sign(level) * (np.abs(level) > 1)
    return backtest(weekly(counts(40, 52), counts(40, 52, seed=9)), 12, Levels(level, change, 4, 0.75))


def test_it_beats_no_change_and_holds_what_it_says(judged: Backtest) -> None:
    assert (judged.relations, judged.weeks, judged.last - judged.first) == (40, 40, 39 * 7)
    for quantity in judged.quantities:
        assert quantity.skill["no change"].low > 0.05
        assert abs(quantity.held - 0.8) < 0.06 and abs(quantity.held_whole - quantity.said_whole) < 0.06
        assert sum(quantity.pit) == pytest.approx(1)


def test_constant_noise_gives_no_skill_against_its_own_mean() -> None:
    rng = np.random.default_rng(2)
    steady = [rng.poisson(4.0, (20, 80)).astype(float) for _ in range(2)]
    result = backtest(weekly(steady[0], steady[1]), 40)
    skill = result.quantities[0].skill["long-run mean"]
    assert abs(skill.value) < 0.03
    said = " ".join(summary(result))
    assert skill.shown or "No skill is shown for cooperation" in said


def test_the_report_says_all_of_it(judged: Backtest) -> None:
    assert len(skill_rows(judged)) == 9 and len(interval_rows(judged)) == 3
    assert {row[0] for row in chance_rows(judged)} >= {"level improved", "status deteriorated", "conflict above its mean so far"}
    assert all(row[-1].count("|") == 1 for row in reliability_rows(judged))
    row = json.loads(json.dumps(backtest_json(judged), allow_nan=False))
    assert row["quantities"][0]["verdict"]["no change"] == "skill" and row["last"] > row["first"]
    drawn = ElementTree.fromstring(picture(judged))
    assert drawn.tag.endswith("svg") and len(drawn.findall(".//{*}circle")) == len(reliability_rows(judged))


def test_too_little_is_said_to_be_too_little() -> None:
    with pytest.raises(TableError, match="too little"):
        backtest(weekly(counts(3, 10), counts(3, 10)), 12)
