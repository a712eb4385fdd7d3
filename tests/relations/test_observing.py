from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.relations.streams import an_assessment, an_event

from detente.relations.calibration import DEFAULT
from detente.relations.observing import event_sides, middle, observations, place_of, span_weight

DAY = date(2016, 6, 1)


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("BLR", "BLR"),
        ("BLRGOV", "BLR"),
        ("USAGOVMIL", "USA"),
        ("IGOEUU", "EUU"),
        ("IGONAT", "NAT"),
        ("IGO", "IGO"),
        ("NGOHRW", "NGOHRW"),
        ("IMGISI", "IMGISI"),
    ],
)
def test_codes_fold_into_their_place(code: str, place: str) -> None:
    assert place_of(code) == place


def test_an_event_belongs_to_each_actor_with_each_recipient() -> None:
    assert event_sides(("USAGOV", "IGOEUU"), ("BLRGOV",)) == [("BLR", "EUU"), ("BLR", "USA")]


def test_a_reciprocal_event_gives_one_observation_a_pair_of_sides() -> None:
    assert event_sides(("RUS", "BLR", "KAZ"), ()) == [("BLR", "KAZ"), ("BLR", "RUS"), ("KAZ", "RUS")]


def test_two_organs_of_one_country_meet_inside_it_only_when_alone() -> None:
    assert event_sides(("BLRGOV", "BLROPP"), ()) == [("BLR", "BLR")]
    assert event_sides(("BLROPP",), ("BLRGOV",)) == [("BLR", "BLR")]
    assert event_sides(("BLRGOV", "BLRMIL", "USA"), ()) == [("BLR", "USA")]


def test_an_event_without_another_side_moves_nothing() -> None:
    assert event_sides(("BLR",), ()) == []


def test_only_what_is_asserted_and_dated_counts() -> None:
    events = [an_event("USA", "BLR", -5, DAY, realis=r) for r in ("asserted", "planned", "possible", "denied")] + [
        an_event("USA", "BLR", -5, None)
    ]
    said = [an_assessment("BLR USA", "worsening", DAY, realis="possible")]
    got = observations(events, said)
    assert [o.id for o in got] == [events[0].id]


def test_an_event_told_by_many_articles_counts_once() -> None:
    got = observations([an_event("USA", "BLR", -5, DAY, articles=("a1", "a2", "a3"))], [])
    assert len(got) == 1 and got[0].weight == DEFAULT.event_weight


def test_dated_by_the_middle_and_lighter_the_longer_the_span() -> None:
    assert middle(date(2016, 6, 1), date(2016, 6, 12)) == date(2016, 6, 6)
    assert span_weight(1) == 1 > span_weight(30) > span_weight(366) > 0.2
    year = observations([an_event("USA", "BLR", -5, date(2008, 1, 1), date(2008, 12, 31))], [])[0]
    assert year.day == date(2008, 7, 1) and year.weight < 0.3 * DEFAULT.event_weight


def test_known_from_the_first_publication() -> None:
    event = an_event("USA", "BLR", -5, date(2008, 1, 1), date(2008, 12, 31), articles=("late", "early"))
    got = observations([event], [], {"late": date(2016, 8, 1), "early": date(2016, 7, 25)})[0]
    assert (got.day, got.known) == (date(2008, 7, 1), date(2016, 7, 25))


def test_an_event_is_not_dated_after_the_article_that_tells_of_it() -> None:
    event = an_event("USA", "BLR", -5, date(2016, 1, 1), date(2016, 12, 31))
    got = observations([event], [], {"a1": date(2016, 3, 1)})[0]
    assert got.day == got.known == date(2016, 3, 1)


def test_assessments_carry_their_own_value_and_weight() -> None:
    up, down, steady = observations([], [an_assessment("BLR USA", d, DAY) for d in ("improving", "worsening", "steady")])
    assert (up.value, down.value, steady.value) == (DEFAULT.assessment_value, -DEFAULT.assessment_value, None)
    assert up.kind == "assessment" and up.weight == DEFAULT.assessment_weight and up.sides == ("BLR", "USA")
    assert observations([], [an_assessment("BLRGOV", "worsening", DAY)])[0].sides == ("BLR", "BLR")


def test_values_stay_on_the_scale() -> None:
    assert observations([an_event("USA", "BLR", -14, DAY)], [])[0].value == -10


def test_a_request_is_never_worth_more_than_nothing() -> None:
    appeal, demand = (replace(an_event("USA", "BLR", value, DAY), plover="REQUEST") for value in (3.0, -5.0))
    assert [o.value for o in observations([appeal], [])] == [0.0]
    assert [o.value for o in observations([demand], [])] == [-5.0]
