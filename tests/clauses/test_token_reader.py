"""What the reader looks up is what spaCy's own ruler and lemmatiser give, on plain words and on patterns of several words."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest

pytestmark = pytest.mark.parser

TEXTS = (
    "There were two of them, and there's one that they'd rather not see.",
    "He ain't gonna go; let's say y'all gotta come on.",
    "Chile's ambassador, who could've left, was told that Peru had expelled her own.",
    "  \n\n  ",
    "There is a fleet. There are two. There was one, and there were none: the Staged and wages staged.",
)


@pytest.fixture(scope="module")
def model() -> Any:
    from detente.clauses import DEFAULT_MODEL

    return import_module(DEFAULT_MODEL).load(exclude=["ner"])


@pytest.mark.parametrize("text", [*TEXTS, *TEXTS[:2], " ".join(TEXTS)])
def test_every_token_is_the_same(model: Any, text: str) -> None:
    from detente.clauses.parser import DEFAULT_MODEL, _reader, load_parser
    from detente.clauses.token_reader import LEMMAS

    reader, nlp = _reader(DEFAULT_MODEL), load_parser()
    assert set(reader.skipped) == {"attribute_ruler", "lemmatizer"}
    read = [token for tokens in reader.read(nlp(text, disable=reader.skipped)) for token in tokens]
    plain = model(text)
    assert [(t.text, t.pos, t.tag, t.dep, t.start, t.end) for t in read] == [
        (t.text, t.pos_, t.tag_, t.dep_, t.idx, t.idx + len(t.text)) for t in plain
    ]
    assert [t.lemma for t in read] == [LEMMAS.get(t.text.lower(), t.lemma_) if t.pos_ == "VERB" else t.lemma_ for t in plain]


def test_another_pipeline_runs_as_it_is(model: Any) -> None:
    from detente.clauses.token_reader import TokenReader, patterns_of

    unknown = SimpleNamespace(patterns=[{"patterns": [[{"SHAPE": "Xxxx"}]], "attrs": {"POS": "NOUN"}, "index": 0}])
    assert patterns_of(unknown) is None and patterns_of(model.get_pipe("attribute_ruler")) is not None
    nlp = SimpleNamespace(pipe_names=[*model.pipe_names, "more"], get_pipe=model.get_pipe)
    reader = TokenReader(nlp)
    assert reader.skipped == ()
    read = [t for tokens in reader.read(model(TEXTS[0])) for t in tokens]
    assert [t.pos for t in read] == [t.pos_ for t in model(TEXTS[0])]
