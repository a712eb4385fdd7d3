from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.streams import START, an_assessment, an_event, seen, streams

from detente.errors import ConfigError
from detente.relations import category_status, explain_status, observations, relation_status, relation_statuses, status_steps, trends
from detente.relations.observing import Observation
from detente.relations.status import change_of

PAIR, OTHER = ("AAA", "BBB"), ("AAA", "CCC")


def on(day: int) -> date:
    return START + timedelta(days=day)


def test_nothing_known_is_no_reporting_without_a_level() -> None:
    status = relation_status([], PAIR, START)
    assert (status.change, status.level, status.low, status.p_improved, status.events, status.drivers) == (
        "no-reporting",
        None,
        None,
        None,
        0,
        (),
    )


def test_unchanged_and_unseen_are_different_things() -> None:
    steady = [seen(d, 2.0) for d in range(0, 200, 4)]
    assert relation_status(steady, PAIR, on(200)).change == "unchanged"
    silent = relation_status(steady, PAIR, on(400))
    assert silent.change == "no-reporting" and silent.level is not None and silent.p_deteriorated is None
    thick = [seen(d, 2.0, weight=10) for d in range(0, 200)]
    assert relation_status(thick, PAIR, on(220)).change == "unchanged"
    assert relation_status(thick, PAIR, on(230)).change == "no-reporting"  # however well known: nothing was seen in the period


def test_silence_alone_is_no_turn() -> None:
    war = [seen(d, -8.0, weight=20) for d in range(0, 100)]
    for day in range(130, 400, 10):
        assert relation_status(war, PAIR, on(day)).change == "no-reporting"


def test_a_sanction_with_related_reports_turns_a_thin_relation() -> None:
    thin = [seen(0, 1.0), seen(300, 2.0), seen(700, 1.0)]
    blow = [seen(1000, -5.0), seen(1002, -2.0), seen(1010, -5.0)]
    assert relation_status([*thin, *blow], PAIR, on(1012)).change == "deteriorated"
    assert relation_status(thin, PAIR, on(705)).change == "unchanged"
    mended = [seen(1000, 4.0), seen(1002, 5.0), seen(1010, 7.0)]
    assert relation_status([*thin, *mended], PAIR, on(1012)).change == "improved"


def test_one_statement_does_not_turn_anything() -> None:
    for value in (-2.0, 1.0, 2.8):
        assert relation_status([seen(0, value)], PAIR, on(1)).change == "unchanged"


def test_the_two_pages_it_started_from() -> None:
    """One refusal and two sentences that relations got worse: deteriorated. Old wounds, a visit, a permit, blame and sanctions: not so."""
    told = date(2017, 10, 2)
    worse = observations(
        [an_event("UKRMIL", "BLR", -4, told)], [an_assessment("BLR UKR", "worsening", told), an_assessment("BLR UKR", "worsening", told)]
    )
    assert relation_status(worse, ("BLR", "UKR"), told).change == "deteriorated"
    told = date(2016, 7, 25)
    events = [
        an_event("BLRGOV USAGOV", "", 1.0, date(2016, 7, 18), date(2016, 7, 24)),
        an_event("BLRGOV", "USA", 4.0, date(2016, 6, 25), told),
        an_event("BLRGOV", "USAGOV", -5, date(2008, 1, 1), date(2008, 12, 31)),
        an_event("BLR", "USA", -4, date(2008, 1, 1), date(2008, 12, 31)),
        an_event("BLR", "USA", 4, date(2014, 1, 1), date(2014, 12, 31)),
        an_event("USAGOV", "BLR", -4.5, date(2016, 6, 1), date(2016, 6, 12)),
        an_event("BLR", "USA", -2, told),
        an_event("USAGOV", "BLR", -4.5, date(2016, 6, 25), told),
    ]
    for said in ([], [an_assessment("BLR USA", "improving", told)]):
        for published in (None, {"a1": told}):
            got = relation_status(observations(events, said, published), ("BLR", "USA"), told)
            assert got.change in {"improved", "unchanged"}


@settings(max_examples=50, deadline=None)
@given(streams(), st.integers(0, 260))
def test_nothing_known_later_is_used(stream: list[Observation], at: int) -> None:
    known = [o for o in stream if o.known <= on(at)]
    assert relation_status(stream, PAIR, on(at)) == relation_status(known, PAIR, on(at))


@settings(max_examples=30, deadline=None)
@given(streams(), st.integers(1, 260))
def test_a_category_of_one_relation_is_that_relation(stream: list[Observation], at: int) -> None:
    relation, category = relation_status(stream, PAIR, on(at)), category_status("one", [(PAIR, 3.0)], stream, on(at))
    assert (relation.change, relation.events, relation.drivers) == (category.change, category.events, category.drivers)
    for a, b in ((relation.level, category.level), (relation.low, category.low), (relation.p_improved, category.p_improved)):
        assert a == pytest.approx(b)


def test_a_category_is_the_weighted_mean_and_weights_are_relative() -> None:
    stream = [*[seen(d, -6.0) for d in range(10)], *[seen(d, 6.0, sides=OTHER) for d in range(10)]]
    down, up = (relation_status(stream, s, on(10)).level for s in (PAIR, OTHER))
    assert down is not None and up is not None
    for scale in (1.0, 50.0):
        got = category_status("mixed", [(PAIR, 3 * scale), (OTHER, scale)], stream, on(10))
        assert got.level == pytest.approx(0.75 * down + 0.25 * up)
    assert got.kind == "category" and got.sides == ("AAA", "BBB", "CCC") and got.events == 20


def test_an_event_of_two_relations_counts_once_in_a_category() -> None:
    stream = observations([an_event("USA", "BLR RUS", -5, START)], [])
    got = category_status("both", [(("BLR", "USA"), 1.0), (("RUS", "USA"), 1.0)], stream, START)
    assert got.events == 1 and len(got.drivers) == 2


@pytest.mark.parametrize("weights", [[], [(PAIR, 0.0)], [(PAIR, 1.0), (OTHER, -1.0)], [(PAIR, float("nan"))]])
def test_weights_that_sum_to_nothing_are_refused(weights: list[tuple[tuple[str, str], float]]) -> None:
    with pytest.raises(ConfigError, match="weights"):
        category_status("none", weights, [], START)


def test_steps_are_the_days_the_class_changed_each_as_of_then() -> None:
    stream = [*[seen(d, 2.0) for d in range(0, 200, 5)], *[seen(d, -7.0) for d in range(200, 240, 2)]]
    steps = status_steps("AAA-BBB", [(PAIR, 1.0)], stream, on(300))
    assert [s.change for _, s in steps][:1] == ["unchanged"] and "deteriorated" in [s.change for _, s in steps]
    assert all(a.change != b.change for (_, a), (_, b) in pairwise(steps))
    for day, status in steps:
        assert status == relation_status(stream, PAIR, day) and status.kind == "relation"


def test_trends_name_what_moved_most() -> None:
    third = ("BBB", "CCC")
    stream = [seen(100, -8.0), seen(101, -8.0), seen(100, 3.0, sides=OTHER), seen(20, 9.0, sides=third)]
    got = trends(stream, None, on(105))
    assert [s.name for s in got] == ["AAA-BBB", "AAA-CCC"]
    assert abs(change_of(got[0])) > abs(change_of(got[1]))
    assert [s.name for s in trends(stream, [OTHER, third], on(105), days=90)] == ["BBB-CCC", "AAA-CCC"]


def test_several_relations_at_once_are_the_same() -> None:
    stream = [seen(5, -8.0), seen(6, 3.0, sides=OTHER)]
    assert relation_statuses(stream, [OTHER, PAIR], on(9)) == [relation_status(stream, OTHER, on(9)), relation_status(stream, PAIR, on(9))]


def test_the_explanation_names_shares_and_their_sum() -> None:
    stream = [seen(0, -5.0, id="x"), seen(1, 2.0, id="y")]
    lines = explain_status(relation_status(stream, PAIR, on(2)), {"x": "expelled the envoy"}, top=1)
    text = "\n".join(lines)
    assert (
        "expelled the envoy" in text
        and "1 further reports" in text
        and "fading of earlier events" in text
        and lines[-1].endswith("days before")
    )
    assert "no level" in explain_status(relation_status([], PAIR, on(2)))[1]
