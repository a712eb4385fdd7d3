"""On the shared table of 2018: no look-ahead through the whole way from the table, and the time it takes."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import duckdb
import pytest

from detente.relations.outlook.backtest import backtest
from detente.relations.outlook.inputs import first_week, of_table

SHARED = Path(__file__).parents[4] / "shared" / "data" / "icews_2018_events.parquet"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_file(), reason="the development data is not beside the checkout")]


def table(folder: Path, until: str) -> Path:
    out = folder / f"until_{until}.parquet"
    duckdb.execute(
        "COPY (SELECT date, source_iso3 AS actor, target_iso3 AS recipient, plover_event AS plover, cameo_code AS cameo, goldstein AS "
        f"intensity, n_rows AS count FROM '{SHARED}' WHERE source_iso3 <> target_iso3 AND date::DATE <= DATE '{until}') TO '{out}'"
    )
    return out


def test_skill_and_coverage_within_a_minute(tmp_path: Path) -> None:
    begun = time.process_time()
    weekly, levels = of_table(table(tmp_path, "2018-10-31"), 100)
    result = backtest(weekly, levels=levels)
    assert time.process_time() - begun < 60  # 6 s on two free cores
    assert result.relations == 264
    for judged in result.quantities:
        assert all(skill.low > 0 for skill in judged.skill.values()), judged.quantity
        assert abs(judged.held - 0.8) < 0.03


def test_the_end_of_the_table_may_be_given_or_cut(tmp_path: Path) -> None:
    """``last`` of the whole table and the table cut at that day are the same thing."""
    last = date(2018, 6, 20)
    whole = of_table(table(tmp_path, "2018-10-31"), 60, last=last)
    cut = of_table(table(tmp_path, "2018-06-20"), 60)
    assert backtest(whole[0], 20, whole[1]) == backtest(cut[0], 20, cut[1])
    assert first_week(cut[0], date(2018, 5, 1)) == int((cut[0].ends - 6 < 17652).sum())
