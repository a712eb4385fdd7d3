from __future__ import annotations

import io
import json

import pytest

from detente.errors import NotFoundError, ReadError, TableError
from detente.similar import corpus as corpus_module
from detente.similar.corpus import document_from_json, read_documents, read_queries, similar_from_files
from detente.types import Neighbour


def test_events_of_the_coder_and_plain_rows_are_read():
    event = {"actor": ["BLRGOV"], "recipient": ["USA"], "plover": "SANCTION", "realis": "asserted"}
    both = {"actor": ["BLR", "USA"], "recipient": [], "plover": "CONSULT"}
    denied = {**event, "realis": "denied"}
    events = [event, both, denied, ["A", "B", "AID"]]
    doc = document_from_json({"id": "a", "text": "t", "date": "2016-07-25T23:33:00+03:00", "events": events}, "")
    assert doc.events == (("BLRGOV", "USA", "SANCTION"), ("BLR", "USA", "CONSULT"), ("USA", "BLR", "CONSULT"), ("A", "B", "AID"))
    assert doc.date is not None and doc.date.isoformat() == "2016-07-25"


@pytest.mark.parametrize("line", ["[]", "{", '{"text": "x"}', '{"id": 3}', '{"id": "a", "text": 5}', '{"id": "a", "date": "yesterday"}',
                                  '{"id": "a", "date": 5}', '{"id": "a", "actors": "BLR"}', '{"id": "a", "events": [5]}', "[" * 100_000])
def test_a_bad_line_is_named(line):
    with pytest.raises(TableError, match=r"docs\.jsonl, line 2"):
        list(read_documents(['{"id": "ok", "text": ""}', line], "docs.jsonl"))


def test_lone_surrogates_do_not_reach_the_model():
    assert document_from_json({"id": "a", "text": "x\ud800y"}, "").text.encode("utf-8")


def test_questions_are_taken_once():
    assert read_queries(["a\n", "\n", " b \n", "a\n"]) == ["a", "b"]


def test_what_is_missing_is_said_before_anything_is_written(tmp_path):
    out = tmp_path / "out.jsonl"
    with pytest.raises(ReadError, match=r"none\.jsonl"):
        similar_from_files(tmp_path / "none.jsonl", None, out)
    with pytest.raises(NotFoundError, match="'b'"):
        similar_from_files(io.StringIO('{"id": "a", "text": "t"}\n'), io.StringIO("b\n"), out)
    (tmp_path / "latin.jsonl").write_bytes('{"id": "a", "text": "é"}'.encode("latin-1"))
    with pytest.raises(ReadError, match="UTF-8"):
        similar_from_files(tmp_path / "latin.jsonl", None, out)
    assert not out.exists()


def test_lines_follow_the_contract(monkeypatch, tmp_path):
    def found(docs, wanted, top, kind, model):
        yield "a", [Neighbour("b", 0.5, "same story: é")]

    monkeypatch.setattr(corpus_module, "find_similar", found)
    out = tmp_path / "out.jsonl"
    assert similar_from_files(io.StringIO('{"id": "a"}\n{"id": "b"}\n'), io.StringIO("a\n"), out) == 1
    assert json.loads(out.read_text("utf-8")) == {"id": "a", "similar": [{"id": "b", "score": 0.5, "why": "same story: é"}]}


@pytest.mark.parser
def test_every_document_is_a_question_by_default():
    lines = "".join(json.dumps({"id": str(n), "text": f"Minsk signed treaty number {n} with Riga."}) + "\n" for n in range(3))
    out = io.StringIO()
    assert similar_from_files(io.StringIO(lines), None, out, top=1, kind="situation") == 3
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == ["0", "1", "2"]
