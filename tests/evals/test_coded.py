"""Gold that is measured and never read; real news, whose texts are not here."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

import pytest
from evals.coded import GOLD, gold_to_look_into, is_held_out, with_texts

from evals import assessments, dates, real_news

HELD = sorted(path.name for path in GOLD.glob("*.jsonl") if is_held_out(path))


def test_the_held_out_files_are_known() -> None:
    assert HELD == [
        "held_assessments_forecasts.jsonl", "held_dates.jsonl", "held_realis.jsonl", "held_speaker_quantity.jsonl", "real_news_check.jsonl",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [*HELD, "held_dates", f"../gold/{HELD[0]}", str(GOLD / HELD[0])])
def test_their_misses_are_refused(name: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="held out"):
        gold_to_look_into(name)


def test_others_may_be_looked_into() -> None:
    assert gold_to_look_into("realis") == GOLD / "realis.jsonl"
    with pytest.raises(argparse.ArgumentTypeError, match="no file"):
        gold_to_look_into("nothing.jsonl")


def test_a_suite_prints_no_held_out_line_from_python_either() -> None:
    with pytest.raises(ValueError, match="held out"):
        dates.measure(dates.HELD, misses=True)
    with pytest.raises(ValueError, match="held out"):
        dates.measure(dates.HELD, heads=True)
    with pytest.raises(ValueError, match="held out"):
        assessments.measure(assessments.HELD, misses=True)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl.gz"
    rows = [{"id": f"n{n}", "date": f"2011-01-0{n}", "title": "not coded", "text": f"Text {n}."} for n in range(1, 6)]
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    return path


def test_real_news_gets_its_text_and_day_by_id(news: Path) -> None:
    lines = with_texts([{"id": "n4", "events": []}, {"id": "n2", "events": []}], news)
    assert lines == [
        {"id": "n4", "events": [], "text": "Text 4.", "date": "2011-01-04"},
        {"id": "n2", "events": [], "text": "Text 2.", "date": "2011-01-02"},
    ]


def test_an_unknown_id_is_an_error(news: Path) -> None:
    with pytest.raises(ValueError, match="n9"):
        with_texts([{"id": "n1"}, {"id": "n9"}], news)


def test_the_repository_keeps_no_text_of_real_news() -> None:
    for path in real_news.FILES.values():
        for line in path.read_text("utf-8").splitlines():
            assert not {"text", "title"} & json.loads(line).keys()


def test_without_the_news_nothing_is_measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(real_news, "NEWS", tmp_path / "absent.gz")
    assert real_news.run() == {}
    assert "absent.gz" in real_news.absent()


def event(source: str, target: str, **fields: str) -> dict[str, object]:
    plain = {"plover": "ASSAULT", "realis": "asserted", "date_start": "2011-01-01", "date_end": "2011-01-01"}
    return plain | {"source": [source], "target": [target]} | fields


def test_realis_and_date_are_judged_where_a_triple_is_right() -> None:
    gold = [event("USA", "IRQ"), event("ISR", "PSE"), event("FRA", "MLI")]
    coded = [
        event("USAMIL", "IRQGOV", date_end="2011-01-02"),  # right but for its last day
        event("ISR", "PSE", realis="planned"),
        event("FRA", "MLI", plover="AID"),  # another class: no triple, so not judged
    ]
    figures = real_news.stated_and_dated([({"events": gold}, coded)])
    assert figures == {"realis given a triple": 0.5, "date given a triple": 0.5}
    assert real_news.stated_and_dated([({"events": gold}, [])]) == {"realis given a triple": 0.0, "date given a triple": 0.0}
