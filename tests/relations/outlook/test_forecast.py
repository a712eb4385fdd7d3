from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from tests.relations.streams import START, seen, streams

from detente.errors import ConfigError
from detente.lexicon import load_lexicon
from detente.relations.observing import Observation
from detente.relations.outlook.forecast import Asked, asked_relation, category_outlook, outlooks, relation_outlook
from detente.relations.outlook.wording import bands, chance_words, outlook_sentences, skill_sentence

PAIRS = (("AAA", "BBB"), ("AAA", "CCC"))


def told(days: int = 300, step: int = 3) -> list[Observation]:
    return [
        replace(seen(day, -4.0 if day % 2 else 3.0, sides=sides, id=f"{sides}{day}"), plover="SANCTION" if day % 2 else "CONSULT")
        for sides in PAIRS
        for day in range(0, days, step)
    ]


def test_an_outlook_is_whole_and_beside_the_plain_ones() -> None:
    known = told()
    outlook = relation_outlook(known, ("BBB", "AAA"), START + timedelta(299))
    assert (outlook.name, outlook.kind, outlook.thin) == ("AAA-BBB", "relation", "")
    assert outlook.p_improved + outlook.p_unchanged + outlook.p_deteriorated == pytest.approx(1)
    assert outlook.level is not None and outlook.level.low < outlook.level.mean < outlook.level.high
    for three in (outlook.cooperation, outlook.conflict, outlook.balance):
        assert all(spread.low <= spread.high for spread in three)
    assert outlook.cooperation[2].mean == pytest.approx(7 / 6, abs=0.1)  # a report every third day, every other one of cooperation
    assert outlook.cooperation[0].mean - outlook.conflict[0].mean == pytest.approx(outlook.balance[0].mean, abs=0.1)


@settings(max_examples=25, deadline=None)
@given(streams(sides=PAIRS))
def test_nothing_known_later_changes_it(known: list[Observation]) -> None:
    as_of = START + timedelta(120)
    before = [o for o in known if o.known <= as_of and o.day <= as_of]
    assert relation_outlook(known, PAIRS[0], as_of) == relation_outlook(before, PAIRS[0], as_of)


def test_what_else_is_asked_for_changes_nothing() -> None:
    known, as_of = told(120), START + timedelta(120)
    alone = relation_outlook(known, PAIRS[0], as_of)
    beside = outlooks(known, [asked_relation(("ZZZ", "YYY")), asked_relation(PAIRS[0]), Asked("c", "category", [(PAIRS[1], 2.0)])], as_of)[
        1
    ]
    assert beside.level is not None and alone.level is not None and beside.level.mean == pytest.approx(alone.level.mean)
    assert beside.cooperation[0] == alone.cooperation[0] and beside.p_improved == pytest.approx(alone.p_improved)


def test_a_category_of_one_is_its_relation_and_counts_add_up() -> None:
    known, as_of = told(), START + timedelta(299)
    one, relation = category_outlook("c", [(PAIRS[0], 3.0)], known, as_of), relation_outlook(known, PAIRS[0], as_of)
    assert one.level == relation.level and one.conflict == relation.conflict and one.p_improved == relation.p_improved
    two = category_outlook("c", [(PAIRS[0], 1.0), (PAIRS[1], 1.0)], known, as_of)
    assert two.cooperation[2].mean == pytest.approx(2 * relation.cooperation[2].mean, rel=0.05)
    with pytest.raises(ConfigError):
        category_outlook("c", [], known, as_of)


def test_nothing_known_is_no_level_and_is_said() -> None:
    rows = bands(load_lexicon())
    for known in ([], told()):
        outlook = relation_outlook(known, ("YYY", "ZZZ"), START + timedelta(299))
        assert outlook.level is None and outlook.p_improved is outlook.p_unchanged is outlook.p_deteriorated is None
        assert outlook.says_improved is None and outlook.says_deteriorated is None
        said = outlook_sentences(outlook, rows)
        assert said[0].startswith("Nobody has ever told of it, so it has no level") and "chance (" not in " ".join(said)
        assert "-0.0" not in " ".join(said) and "expected at 0.0" in said[-1]


def test_each_weakness_has_its_sentence() -> None:
    rows = bands(load_lexicon())
    few = relation_outlook(told(30), PAIRS[0], START + timedelta(30))
    assert few.thin == "it rests on only 4 weeks and 9 events"
    assert outlook_sentences(few, rows)[-1].startswith("This outlook is weak: it rests on only 4 weeks and 9 events. It is the habit")
    quiet = relation_outlook(told(30), PAIRS[0], START + timedelta(30 + 7 * 160))
    assert quiet.level is not None and quiet.thin == "nothing was reported in 156 weeks"
    assert outlook_sentences(quiet, rows)[-1].startswith("This outlook is weak: nothing was reported in 156 weeks. It is the habit")


def test_words_of_icd_203() -> None:
    rows = bands(load_lexicon())
    assert [chance_words(p, rows) for p in (0.0, 0.3, 0.5, 0.7, 1.0)] == [
        "almost no chance (0%)", "unlikely (30%)", "roughly even chance (50%)", "likely (70%)", "almost certain (100%)",
    ]  # fmt: skip
    said = outlook_sentences(relation_outlook(told(30), PAIRS[0], START + timedelta(30)), rows)
    assert "no change would be" in " ".join(said) and "long-run mean" in " ".join(said) and "rests on only" in said[-1]
    assert "not known" in skill_sentence("here") and "detente backtest here" in skill_sentence("here")
