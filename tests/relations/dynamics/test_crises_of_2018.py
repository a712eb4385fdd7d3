"""On the shared table of 2018: what docs/method.md says of three crises."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from detente.relations.dynamics import table_findings
from detente.relations.weekly import weekly_of_table

SHARED = Path(__file__).parents[4] / "shared" / "data" / "icews_2018_events.parquet"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_file(), reason="the development data is not beside the checkout")]


def test_what_the_fits_say(tmp_path: Path) -> None:
    events = tmp_path / "events.parquet"
    duckdb.execute(
        "COPY (SELECT date, source_iso3 AS actor, target_iso3 AS recipient, plover_event AS plover, cameo_code AS cameo, "
        f"goldstein AS intensity, n_rows AS count FROM '{SHARED}' WHERE source_iso3 <> target_iso3) TO '{events}' (FORMAT parquet)"
    )
    for sides, last, days, low, high in (
        (("CAN", "SAU"), date(2018, 8, 31), 3, 1, 7),
        (("ERI", "ETH"), date(2018, 7, 31), 1, 8, 60),
        (("GBR", "RUS"), date(2018, 10, 31), 1, 5, 40),
    ):
        found = table_findings(weekly_of_table(events, last=last, least=20, days=days), sides, days)
        lasting = found[0]
        assert lasting.holds and lasting.estimate is not None and low < lasting.estimate < high, (sides, lasting)
    answers = [f for f in found if f.kind == "reciprocity"]
    assert answers[0].holds and answers[0].sentence.startswith("RUS answers GBR in kind")
    assert not next(f for f in found if f.kind == "spiral").holds
