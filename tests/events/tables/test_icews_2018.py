"""The shared table of 2018, put back into ICEWS's own layout: what the import makes of real names, codes and classes."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from detente.events.tables.importing import import_files

SHARED = Path(__file__).parents[4] / "shared" / "data" / "icews_2018_events.parquet"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_file(), reason="the development data is not beside the checkout")]


def test_real_names_and_codes(tmp_path: Path) -> None:
    con = duckdb.connect()
    con.execute(f"CREATE TABLE given AS SELECT row_number() OVER () AS n, * FROM '{SHARED}'")
    con.execute(
        f"""
        COPY (SELECT n AS "Event ID", date::DATE AS "Event Date", source AS "Source Name", NULL AS "Source Sectors",
            source_country AS "Source Country", event AS "Event Text", cameo_code AS "CAMEO Code", goldstein AS Intensity,
            target AS "Target Name", NULL AS "Target Sectors", target_country AS "Target Country" FROM given)
        TO '{tmp_path}/2018.tab' (FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER)
        """
    )
    done = import_files("icews", [tmp_path / "2018.tab"], tmp_path / "2018.parquet", tmp_path / "r.tsv")
    assert done.complete and done.read.unknown == () and done.read.rows == 468_558 and done.read.merged == 0
    con.execute(f"CREATE TABLE made AS SELECT source_id::BIGINT AS n, * FROM '{tmp_path}/2018.parquet'")
    for side, code in (("source", "actor"), ("target", "recipient")):
        place = f"CASE WHEN {code}[:3] = 'IGO' THEN {code}[4:6] ELSE {code}[:3] END"
        wrong = con.execute(f"SELECT count(*) FROM given JOIN made USING (n) WHERE {side}_iso3 <> {place}").fetchall()
        assert wrong == [(0,)], side
    # where the published table of classes is departed from, as docs/formats.md says, and nowhere else
    found = con.execute(
        "SELECT DISTINCT coalesce(plover_event, '') AS was, plover, cameo[:2] FROM given JOIN made USING (n) WHERE was <> plover"
    ).fetchall()
    assert set(found) == {("", "REQUEST", "02"), ("COERCE", "SANCTION", "16"), ("RETREAT", "CONCEDE", "08")}
