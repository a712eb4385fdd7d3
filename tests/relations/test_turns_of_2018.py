"""On the shared table of 2018: turns everybody knows, and the time it takes."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import duckdb
import pytest

from detente.relations import assess_relations

SHARED = Path(__file__).parents[3] / "shared" / "data" / "icews_2018_events.parquet"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_file(), reason="the development data is not beside the checkout")]


def test_turns_everybody_knows_within_seconds(tmp_path: Path) -> None:
    events = tmp_path / "events.parquet"
    duckdb.execute(
        "COPY (SELECT date, source_iso3 AS actor, target_iso3 AS recipient, plover_event AS plover, cameo_code AS cameo, "
        f"goldstein AS intensity, n_rows AS count FROM '{SHARED}' WHERE source_iso3 <> target_iso3) TO '{events}' (FORMAT parquet)"
    )
    begun = time.process_time()
    con = duckdb.connect()
    con.register("statuses", assess_relations(events, start=date(2018, 1, 1), end=date(2018, 10, 31), every="day"))
    assert time.process_time() - begun < 15  # 2.5 s on two free cores
    for a, b, first, last, change in (
        ("GBR", "RUS", "2018-03-14", "2018-03-24", "deteriorated"),
        ("ERI", "ETH", "2018-07-08", "2018-07-18", "improved"),
        ("IRN", "MAR", "2018-05-01", "2018-05-11", "deteriorated"),
    ):
        found = con.execute(
            "SELECT count(*) FROM statuses WHERE side_a = ? AND side_b = ? AND as_of BETWEEN ?::DATE AND ?::DATE AND change = ?",
            [a, b, first, last, change],
        ).fetchall()
        assert found[0][0] > 0, (a, b)
