"""Each published format, from rows made up for it."""

from __future__ import annotations

import gzip
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.events.tables.published_rows import HISTORICAL, POLECAT_COLUMNS, gdelt, icews, icews_file, line, phoenix, polecat

from detente import import_table
from detente.errors import TableError
from detente.events.tables.columns import TABLE_COLUMNS


def test_icews(read: Any) -> None:
    text = icews_file(
        icews(1, "2015-03-02", "Ada Lovelock", "Russian Federation", "112", "Foreign Ministry of X", "Ukraine",
              **{"Source Sectors": "Executive,Elite,Government", "Target Sectors": "Foreign Ministry", "Intensity": "-2.0"}),
        icews(2, "2015-03-03", "Citizen (Congo)", "Congo", "010", "United Nations", ""),
        icews(3, "2015-03-04", "European Union", "NULL", "163", "Police (X)", "Palestinian Territory, Occupied",
              **{"Target Sectors": "Police,Government"}),
        icews(4, "2015-03-05", "Business (X)", "Iran", "0256", "Army (X)", "Iran", **{"Target Sectors": "Army,Military"}),
    )  # fmt: skip
    done, rows = read("icews", text)
    assert [(r["date"], r["actor"], r["recipient"], r["plover"], r["cameo"]) for r in rows] == [
        (date(2015, 3, 2), "RUSGOV", "UKRGOV", "ACCUSE", "112"),
        (date(2015, 3, 3), "COG", "IGOUNO", "", "010"),
        (date(2015, 3, 4), "IGOEUU", "PSEGOV", "SANCTION", "163"),
        (date(2015, 3, 5), "IRN", "IRNMIL", "REQUEST", "0256"),
    ]
    assert rows[0]["intensity"] == -2.0 and rows[0]["source_id"] == "1" and rows[0]["actor_name"] == "Ada Lovelock"
    assert list(rows[0]) == list(TABLE_COLUMNS) and {r["source"] for r in rows} == {"icews"} and done.complete
    assert done.read.first_day == date(2015, 3, 2) and done.read.last_day == date(2015, 3, 5)


def test_one_event_told_in_several_rows_counts_once(read: Any) -> None:
    same = [icews(n, "2015-03-02", "Government (X)", "Poland", "112", "Y", "Belarus", **{"Story ID": str(n)}) for n in (5, 6, 7)]
    other = icews(8, "2015-03-02", "Government (X)", "Poland", "111", "Y", "Belarus")
    done, rows = read("icews", icews_file(*same, other))
    assert [(r["cameo"], r["count"], r["mentions"]) for r in rows] == [("111", 1, 1), ("112", 1, 3)]
    assert (done.read.rows, done.read.events, done.read.merged) == (4, 2, 2) and rows[1]["source_id"] == "5"


@pytest.mark.parametrize("width", [57, 58, 61])
def test_gdelt(width: int, read: Any) -> None:
    text = "\n".join(
        (
            gdelt(11, "20200102", "USAMIL", "IRQ", "190", width, Actor1Type1Code="MIL"),
            gdelt(12, "20200103", "ROM", "IGOEUREEC", "042", width, Actor2CountryCode="EUR", Actor2KnownGroupCode="EEC"),
            gdelt(13, "20200104", "WSB", "ISR", "14", width),
            gdelt(14, "20200105", "AFR", "", "020", width, Actor2CountryCode=""),
        )
    )
    done, rows = read("gdelt", text)
    assert [(r["actor"], r["recipient"], r["plover"], r["mentions"]) for r in rows] == [
        ("USAMIL", "IRQ", "ASSAULT", 3), ("ROU", "IGOEUU", "CONSULT", 3), ("PSE", "ISR", "PROTEST", 3),
    ]  # fmt: skip
    assert rows[0]["url"] == ("" if width == 57 else "https://example.org/11") and rows[0]["source_id"] == "11"
    assert done.complete and done.read.unplaced == 1 and done.read.unknown == ()  # Africa is no country, and not unknown


def test_gdelt_with_a_header_somebody_put_there(read: Any) -> None:
    from detente.events.tables.gdelt import GDELT_1

    _, rows = read("gdelt", "\t".join(GDELT_1) + "\n" + gdelt(1, "20200102", "USA", "IRQ", "190"))
    assert len(rows) == 1


def test_polecat(read: Any) -> None:
    rows_in = (
        polecat("a_1", "2023-01-02", "ACCUSE", "USA", "RUS",
                **{"Event Mode": "disapprove", "Contexts": "military;legal", "Primary Actor Sector": "GOV"}),
        polecat("a_2", "2023-01-03", "request", "FRA; DEU; Germany", "Iran"),
        polecat("a_3", "2023-01-04", "YIELD", "None", "SRB", **{"Actor Name": "NATO"}),
    )  # fmt: skip
    done, rows = read("polecat", "\n".join(("\t".join(POLECAT_COLUMNS), *rows_in)))
    assert [(r["actor"], r["recipient"], r["plover"], r["cameo"], r["mode"]) for r in rows] == [
        ("USAGOV", "RUS", "ACCUSE", "", "disapprove"),
        ("DEU", "IRN", "REQUEST", "", ""),
        ("FRA", "IRN", "REQUEST", "", ""),
        ("IGONAT", "SRB", "CONCEDE", "", ""),
    ]
    assert rows[0]["contexts"] == "military;legal" and done.complete


def test_polecat_files_with_names_or_tabs_too_many(read: Any) -> None:
    excess = ("Event ID", "Headline", "Event Text", *POLECAT_COLUMNS[1:], "Feed", "Story ID")
    renamed = ["Event Intensity" if c == "Intensity" else c for c in POLECAT_COLUMNS]
    row = polecat("b_1", "2023-01-02", "AID", "USA", "UKR")
    for text in ("\t".join(excess) + "\n" + row, "\t".join(renamed) + "\t\t\n" + row + "\t\t"):
        done, rows = read("polecat", text)
        assert done.complete and [(r["actor"], r["intensity"]) for r in rows] == [("USA", -5.0)]


def test_phoenix_daily_and_historical(read: Any) -> None:
    un = phoenix(2, "20150602", "IGOUNO", "LBY", "046", source_root="IGO")
    _, rows = read("phoenix", phoenix(1, "20150601", "SYRREB", "SYRGOV", "190") + "\n" + un)
    assert [(r["actor"], r["recipient"], r["plover"]) for r in rows] == [("SYRREB", "SYRGOV", "ASSAULT"), ("IGOUNO", "LBY", "CONSULT")]
    values = {
        "eid": "NYT1", "story_date": "3/15/1956", "year": "1956", "month": "3", "day": "15", "source": "EGYGOV", "source_root": "EGY",
        "source_agent": "GOV", "target": "GBR", "target_root": "GBR", "code": "43", "root_code": "4", "goldstein": "2.8",
        "placename": '"Suez, ""the"" canal"',
    }  # fmt: skip
    text = ",".join(f'"{c}"' for c in HISTORICAL) + "\n" + ",".join(values.get(c, "") for c in HISTORICAL) + "\n"
    done, rows = read("phoenix", text)
    assert done.complete
    assert [(r["date"], r["actor"], r["recipient"], r["cameo"], r["plover"]) for r in rows] == [
        (date(1956, 3, 15), "EGYGOV", "GBR", "043", "CONSULT")
    ]


def test_zip_and_gzip_and_arrow(tmp_path: Path) -> None:
    text = icews_file(icews(1, "2015-03-02", "A", "Poland", "112", "B", "Belarus"))
    with zipfile.ZipFile(tmp_path / "year.zip", "w") as archive:
        archive.writestr("events.2015.tab", text)
        archive.writestr("__MACOSX/._events.2015.tab", "rubbish")
        archive.writestr("codebook.pdf", b"%PDF-1.4")
    (tmp_path / "day.gz").write_bytes(gzip.compress(text.replace("2015-03-02", "2015-03-03").encode()))
    table = import_table("icews", [tmp_path / "year.zip", tmp_path / "day.gz"])
    assert table.num_rows == 2 and table.column_names == list(TABLE_COLUMNS)
    assert table.column("file").to_pylist() == ["year.zip/events.2015.tab", "day.gz"]
    assert import_table("icews", tmp_path / "day.gz", tmp_path / "out.parquet") == tmp_path / "out.parquet"


def test_a_published_row_stands_for_the_class_of_the_published_table(read: Any) -> None:
    """CAMEO2PLOVER has a class for every code but those of 01; codes the project's table lacks go by the code above or below them."""
    codes = ["015", "0343", "0841", "1712", "175", "201", "2042", "15", "1454"]
    _, rows = read("icews", icews_file(*(icews(n, "2015-03-02", "A", "Poland", c, "B", "Belarus") for n, c in enumerate(codes))))
    assert {r["cameo"]: r["plover"] for r in rows} == {
        "015": "", "0343": "AGREE", "0841": "RETREAT", "1712": "ASSAULT", "175": "ASSAULT", "201": "ASSAULT", "2042": "ASSAULT",
        "15": "MOBILIZE", "1454": "PROTEST",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("icews", "a\tb\tc\n1\t2\t3\n"),
        ("icews", "Event ID\tEvent Date\tSource Name\n"),
        ("gdelt", "1\t2\t3\n"),
        ("polecat", line(POLECAT_COLUMNS, {}) + "\n"),
        ("phoenix", "\n"),
        ("icews", ""),
        ("acled", "x"),
    ],
)
def test_a_file_of_another_kind_is_refused(form: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.tab"
    path.write_text(text)
    with pytest.raises(TableError) as error:
        import_table(form, path, tmp_path / "out.parquet")
    assert error.value.what and error.value.hint and not (tmp_path / "out.parquet").exists()
