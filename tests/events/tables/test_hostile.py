"""What a hostile or broken table may hold: it is counted, listed and left out, and harms nobody."""

from __future__ import annotations

import resource
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.events.tables.published_rows import gdelt, icews, icews_file

from detente.errors import TableError
from detente.events.tables.importing import import_files


def test_rows_that_cannot_be_read_are_counted_and_listed(read: Any, tmp_path: Path) -> None:
    good = icews(1, "2015-03-02", "A", "Poland", "112", "B", "Belarus")
    text = icews_file(
        good,
        good + "\textra cell",
        "=cmd|' /C calc'!A0\tonly two",
        icews(2, "15-03-02", "A", "Poland", "112", "B", "Belarus"),
        icews(3, "98-01-01", "A", "Poland", "112", "B", "Belarus"),
        icews(4, "2015-02-30", "A", "Poland", "112", "B", "Belarus"),
        icews(5, "2015-03-02", "A", "Poland", "13y", "B", "Belarus"),
        icews(6, "2015-03-02", "A", "Poland", "112", "B", "Belarus", Intensity="ten"),
        icews(7, "2015-03-02", "A", "Poland", "112", "B", "Belarus", Intensity="-99"),
        icews(8, "2015-03-02", "A", "Poland", "", "B", "Belarus"),
        icews(9, "2015-03-03", "A", "Poland", "112", "B", "Belarus"),
    )
    done, rows = read("icews", text)
    assert [r["source_id"] for r in rows] == ["1", "9"] and done.read.rejected == 9 and not done.complete
    listed = (tmp_path / "out.rejected.tsv").read_text().splitlines()
    assert listed[0] == "file\tline\treason\ttext" and len(listed) == 10
    assert listed[1].startswith("file0.txt\t3\t21 columns, not 20\t") and listed[2].startswith("file0.txt\t4\t2 columns, not 20\tcmd|")
    reasons = " ".join(row.split("\t")[2] for row in listed[3:])
    assert reasons.count("no day that can be read") == 3 and "unknown CAMEO code 13y" in reasons and "intensity ten" in reasons
    assert [n for _, n, _ in done.first] == [3, 4, 5, 6, 7]


def test_quotes_html_nuls_and_old_alphabets_are_text(read: Any) -> None:
    name = "<script>alert('x')</script> \"Bobby\"; DROP TABLE staged; -- 'e"
    text = icews_file(
        icews(1, "2015-03-02", name, "Poland", "112", "\x00\x07Zo\u00eb", "Belarus"),
        icews(2, "2015-03-02", "=1+1", "C\u00f4te d'Ivoire", "112", "B", "Belarus"),
    ).replace("\n", "\r\n")
    for raw in (text.encode(), text.encode("latin-1"), b"\xef\xbb\xbf" + text.encode()):
        done, rows = read("icews", raw)
        assert done.complete and [(r["actor"], r["actor_name"], r["recipient_name"]) for r in rows] == [
            ("CIV", "=1+1", "B"),
            ("POL", name, "Zo\u00eb"),
        ]


def test_countries_nobody_knows_are_told_of(read: Any) -> None:
    done, rows = read("icews", icews_file(icews(1, "2015-03-02", "A", "Ruritania", "112", "B", "Belarus")))
    assert done.read.unknown == (("Ruritania", 1),) and rows[0]["actor"] == "" and rows[0]["recipient"] == "BLR"


def test_a_line_of_megabytes_is_rejected_and_the_rest_goes_on(read: Any) -> None:
    text = "\n".join((gdelt(1, "20200102", "USA", "IRQ", "190"), "x" * 5_000_000, gdelt(2, "20200102", "USA", "IRN", "190")))
    done, rows = read("gdelt", text)
    assert len(rows) == 2 and done.read.rejected == 1 and "bytes" in done.first[0][2] and done.first[0][1] == 2


def test_one_broken_file_does_not_stop_the_others(read: Any) -> None:
    good = icews_file(icews(1, "2015-03-02", "A", "Poland", "112", "B", "Belarus"))
    done, rows = read("icews", "nothing of the kind", good, b"PK\x03\x04 broken")
    assert len(rows) == 1 and len(done.failed) == 2 and not done.complete


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.events.tables import unpacking

    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("events.tab", b"\0" * 20_000_000)
    with pytest.raises(TableError, match="unpacks to over"):
        import_files("icews", [tmp_path / "bomb.zip"], tmp_path / "out.parquet", tmp_path / "r.tsv")
    assert [p.name for p in tmp_path.iterdir()] == ["bomb.zip"]


@settings(max_examples=25, deadline=None)
@given(cells=st.lists(st.text(max_size=12), min_size=0, max_size=25), raw=st.binary(max_size=60))
def test_any_row_is_read_or_rejected(cells: list[str], raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    good = icews(1, "2015-03-02", "A", "Poland", "112", "B", "Belarus")
    path = folder / "x.tab"
    path.write_bytes(icews_file(good).encode() + "\t".join(cells).encode("utf-8", "surrogatepass") + b"\n" + raw + b"\n" + good.encode())
    done = import_files("icews", [path], folder / "out.parquet", folder / "r.tsv")
    assert done.read.events == 1 and done.read.rejected == done.read.rows - 2


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """300,000 rows: what Python holds of them is nothing (`read_lines` has no loop over rows), and the whole process stays small."""
    path = tmp_path / "big.tsv"
    codes, pairs = ("042", "112", "190", "010"), (("USA", "RUS"), ("CHN", "IND"), ("FRA", "DEU"))
    with path.open("w") as stream:
        for n in range(300_000):
            actor, recipient = pairs[n % 3]
            stream.write(gdelt(n, f"2020{n % 12 + 1:02}{n % 28 + 1:02}", actor, recipient, codes[n % 4]) + "\n")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    done = import_files("gdelt", [path], tmp_path / "out.parquet", tmp_path / "r.tsv")
    assert done.read.events == 300_000 and done.complete
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_200_000  # kB; DuckDB takes up to 1 GB
