"""The commands that need no desk: relations of an event table, similar texts of a corpus; from files and pipes, whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from detente.cli.commands import detente

SPAN = ("--from", "2016-01-10", "--to", "2016-03-31")
ROWS = ["date,actor,recipient,plover,cameo,intensity,count"]
ROWS += [f"2016-01-{day:02d},BLRGOV,USA,AID,070,7.0,2" for day in range(1, 29)]
ROWS += [f"2016-03-{day:02d},USAGOV,BLRMIL,SANCTION,163,-6.0,3" for day in range(1, 29)]
ROWS += ["2016-02-01,POLGOV,POLOPP,COERCE,173,-5.0,1", "2016-02-02,IGOEUU,BLR,,,,4"]


def call(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(detente, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    path.write_text("\n".join(ROWS) + "\n")
    return path


def rows_of(path: Path) -> list[dict[str, object]]:
    found = duckdb.connect().sql(f"SELECT * FROM '{path}'")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_relations_to_parquet(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "statuses.parquet"
    result = call("relations", table, *SPAN, "--every", "week", "-o", out)
    assert result.exit_code == 0 and result.output == ""
    rows = rows_of(out)
    columns = ["side_a", "side_b", "as_of", "level", "low", "high", "change", "p_improved", "p_deteriorated", "events"]
    assert list(rows[0]) == columns
    assert {(row["side_a"], row["side_b"]) for row in rows} == {("BLR", "USA"), ("POL", "POL"), ("BLR", "EUU")}
    of_usa = [row for row in rows if row["side_b"] == "USA"]
    assert len(of_usa) == 12 and of_usa[0]["change"] == "improved" and of_usa[-1]["change"] == "deteriorated"
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv", "statuses.parquet"] or len(list(tmp_path.iterdir())) == 2


def test_relations_from_parquet_pipe_equals_csv_file(table: Path, tmp_path: Path) -> None:
    parquet = tmp_path / "events.parquet"
    duckdb.connect().sql(f"COPY (SELECT * FROM read_csv('{table}', types={{'cameo': 'VARCHAR'}})) TO '{parquet}' (FORMAT parquet)")
    piped = subprocess.run(
        [sys.executable, "-m", "detente.cli", "relations", "-", *SPAN, "--every", "month"],
        input=parquet.read_bytes(), capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    as_json = call("relations", table, *SPAN, "--every", "month", "--json")
    first = next(csv.DictReader(io.StringIO(piped.stdout.decode())))
    second = json.loads(as_json.stdout.splitlines()[0])
    assert (first["side_a"], first["as_of"]) == (second["side_a"], second["as_of"])
    assert len(piped.stdout.decode().splitlines()) - 1 == len(as_json.stdout.splitlines())


def test_relations_says_what_is_wrong_with_a_table(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("date,actor\n2016-01-01,BLR\n")
    out = tmp_path / "out.parquet"
    for source in (bad, tmp_path / "nowhere.csv"):
        result = call("relations", source, *SPAN, "--every", "day", "-o", out)
        assert result.exit_code == 1 and result.stderr.startswith("detente: ") and not out.exists()
        assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_output_that_cannot_be_written(table: Path, tmp_path: Path) -> None:
    for out in (tmp_path / "nowhere" / "out.parquet", tmp_path):
        result = call("relations", table, *SPAN, "--every", "month", "-o", out)
        assert result.exit_code == 1 and "detente: " in result.stderr


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    texts = {
        "a": "The United States lifted sanctions on the Belarusian oil company after political prisoners were released in Minsk.",
        "b": "Washington eased its sanctions against Belarus's petrochemical firm following the release of the prisoners.",
        "c": "Heavy rain flooded the rice fields of the delta, and farmers asked for seed and credit.",
        "d": "The tennis final ended in three sets before a record crowd.",
    }
    path = tmp_path / "docs.jsonl"
    path.write_text("".join(json.dumps({"id": key, "text": text, "date": "2015-10-30"}) + "\n" for key, text in texts.items()))
    return path


def test_similar_of_a_corpus_holds_the_contract(corpus: Path, tmp_path: Path) -> None:
    queries = tmp_path / "ids.txt"
    queries.write_text("b\na\n")
    out = tmp_path / "out.jsonl"
    result = call("similar", "--corpus", corpus, "--queries", queries, "--top", 2, "-o", out)
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row["id"] for row in rows] == ["b", "a"]
    assert rows[0]["similar"][0]["id"] == "a" and set(rows[0]["similar"][0]) == {"id", "score", "why"}
    assert all(len(row["similar"]) <= 2 for row in rows)
    piped = call("similar", "--corpus", corpus, "--queries", "-", "--top", 2, "--kind", "situation", stdin="a\n")
    assert json.loads(piped.stdout)["id"] == "a"


def test_similar_fails_whole(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = call("similar", "--corpus", corpus, "--queries", "-", "-o", out, stdin="nobody\n")
    assert result.exit_code == 1 and "nobody" in result.stderr and not out.exists()
    corpus.write_text('{"text": "of nobody"}\n')
    assert call("similar", "--corpus", corpus, "-o", out).exit_code == 1 and not out.exists()
    assert call("similar", "--corpus", "-", "--queries", "-").exit_code == 2
    assert call("similar", "a", "--queries", "x").exit_code == 2


def test_a_reader_that_leaves_is_no_error(table: Path) -> None:
    """``detente relations … | head``"""
    command = [sys.executable, "-m", "detente.cli", "relations", str(table), *SPAN, "--every", "day", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
