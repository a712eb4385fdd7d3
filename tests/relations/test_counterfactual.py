from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.streams import START, seen, streams

from detente.relations import relation_status
from detente.relations.calibration import DEFAULT
from detente.relations.counterfactual import (
    ALL_WAYS_UP_TO,
    RANK,
    hypothetical,
    needed,
    needed_of_category,
    needed_sentences,
    what_if,
    what_would_change,
    what_would_change_category,
)
from detente.relations.levels import columns_of
from detente.relations.observing import Observation
from detente.relations.path import gather, with_events
from detente.relations.status import category_status
from detente.relations.typical import TYPICAL
from detente.types import Change

PAIR = ("AAA", "BBB")
TARGETS: list[tuple[Change, str]] = [("improved", "AID"), ("improved", "CONSULT"), ("deteriorated", "ASSAULT"), ("deteriorated", "ACCUSE")]


@settings(max_examples=60, deadline=None)
@given(streams(most=15), st.integers(100, 260), st.sampled_from(TARGETS))
def test_the_evidence_crosses_and_one_fewer_does_not(rows: list[Observation], at: int, wanted: tuple[Change, str]) -> None:
    target, plover = wanted
    as_of = START + timedelta(days=at)
    if relation_status(rows, PAIR, as_of).change == target:
        return
    found = needed(rows, PAIR, as_of, target, plover)

    def change(count: int) -> Change:
        more = hypothetical(PAIR, as_of, plover, TYPICAL[plover][1], count)
        return relation_status([*rows, *more], PAIR, as_of).change

    if found.count is None:
        assert change(50) != target
        return
    assert change(found.count) == found.reached == target
    assert found.count >= 1 and (found.count == 1 or change(found.count - 1) != target)


@settings(max_examples=60, deadline=None)
@given(streams(most=15), st.integers(100, 260))
def test_a_rise_out_of_a_fall_may_pass_unchanged(rows: list[Observation], at: int) -> None:
    as_of = START + timedelta(days=at)
    now = relation_status(rows, PAIR, as_of).change
    for row in what_would_change(rows, PAIR, as_of):
        assert row.target != now
        if row.count is not None and now != "no-reporting" and row.reached is not None:
            up = RANK[row.target] > RANK[now]
            assert (RANK[row.reached] >= RANK[row.target]) if up else (RANK[row.reached] <= RANK[row.target])


@settings(max_examples=40, deadline=None)
@given(
    streams(most=15), st.integers(100, 260), st.sampled_from([("improved", "AID"), ("deteriorated", "ASSAULT"), ("unchanged", "ASSAULT")]),
    st.lists(st.sampled_from(sorted(TYPICAL)), min_size=1, max_size=49),
)  # fmt: skip
def test_no_mix_of_classes_takes_fewer_than_the_strongest(
    rows: list[Observation], at: int, wanted: tuple[Change, str], mix: list[str]
) -> None:
    target, plover = wanted
    as_of = START + timedelta(days=at)
    now = relation_status(rows, PAIR, as_of).change
    if now in (target, "no-reporting") or (RANK[target] > RANK[now]) != (plover == "AID"):
        return
    found = needed(rows, PAIR, as_of, target, plover)
    mix = mix[: 50 if found.count is None else found.count - 1]
    more = [replace(o, id=f"{o.id}-{n}") for n, p in enumerate(mix) for o in hypothetical(PAIR, as_of, p, TYPICAL[p][1], 1)]
    with_mix = relation_status([*rows, *more], PAIR, as_of).change
    assert with_mix == "no-reporting" or (RANK[with_mix] < RANK[target] if plover == "AID" else RANK[with_mix] > RANK[target])


OTHER = ("AAA", "CCC")


@settings(max_examples=25, deadline=None)
@given(streams(most=12), streams(most=12), st.integers(100, 260), st.sampled_from([0.5, 1.0, 3.0]), st.sampled_from(TARGETS))
def test_of_a_category_no_other_spread_takes_fewer(
    one: list[Observation], other: list[Observation], at: int, weight: float, wanted: tuple[Change, str]
) -> None:
    target, plover = wanted
    as_of, weights = START + timedelta(days=at), [(PAIR, 1.0), (OTHER, weight)]
    rows = [*one, *(replace(o, sides=OTHER, id=f"{o.id}-other") for o in other)]

    def change(first: int, second: int) -> Change:
        more = [o for s, n in ((PAIR, first), (OTHER, second)) for o in hypothetical(s, as_of, plover, TYPICAL[plover][1], n)]
        return category_status("", weights, [*rows, *more], as_of).change

    if change(0, 0) == target:
        return
    found = needed_of_category(rows, weights, as_of, target, plover, most=9)
    if found.count is not None:
        counts = dict(found.spread)
        assert sum(counts.values()) == found.count and change(counts.get("AAA-BBB", 0), counts.get("AAA-CCC", 0)) == found.reached == target
    fewer = min(ALL_WAYS_UP_TO, 9 if found.count is None else found.count - 1)  # beyond, the fewest are not promised
    assert all(change(n, fewer - n) != target for n in range(fewer + 1))


@settings(max_examples=40, deadline=None)
@given(streams(most=12), streams(most=12), st.integers(0, 260), st.integers(0, 3), st.integers(0, 3))
def test_events_added_to_what_was_gathered(one: list[Observation], other: list[Observation], at: int, first: int, second: int) -> None:
    as_of, both = START + timedelta(days=at), [PAIR, OTHER]
    rows = [*one, *(replace(o, sides=OTHER, id=f"{o.id}-other") for o in other)]
    more = [o for s, n in ((PAIR, first), (OTHER, second)) for o in hypothetical(s, as_of, "AID", 7.4, n)]
    whole = gather([*rows, *more], both, as_of)
    added = with_events(gather(rows, both, as_of), (first, second), as_of, DEFAULT.event_weight, 7.4)
    for a, b in zip(columns_of(whole.states), columns_of(added.states), strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-9, atol=1e-9)
    np.testing.assert_array_equal(whole.reports.first, added.reports.first)
    np.testing.assert_array_equal(whole.reports.day, added.reports.day)
    np.testing.assert_array_equal(whole.reports.count, added.reports.count)


def test_a_category_says_where() -> None:
    rows = [seen(d, 3.0) for d in range(0, 60, 5)]
    rows += [replace(o, sides=OTHER, id=f"{o.id}-other") for o in rows]
    as_of, weights = START + timedelta(60), [(PAIR, 1.0), (OTHER, 1.0)]
    said = needed_sentences(category_status("C", weights, rows, as_of), what_would_change_category(rows, weights, as_of))
    assert any(" ASSAULT (" in s and " on AAA-" in s for s in said)


def test_what_if_is_the_status_with_it_and_its_share_is_its_drivers() -> None:
    rows = [seen(d, 3.0) for d in range(0, 60, 5)]
    as_of = START + timedelta(60)
    blow = hypothetical(PAIR, as_of, "ASSAULT", -10.0, 3, 1)
    found = what_if(rows, PAIR, blow, as_of)
    assert found.before == relation_status(rows, PAIR, as_of)
    assert found.after == relation_status([*rows, *blow], PAIR, as_of)
    assert found.share < 0 and found.after.level is not None and found.before.level is not None
    assert found.after.level < found.before.level
    assert [o.way for o in blow] == [1, 1, 1] and len({o.id for o in blow}) == 3


def test_it_is_said_in_plain_words() -> None:
    rows = [seen(d, 3.0) for d in range(0, 60, 5)]
    as_of = START + timedelta(60)
    said = needed_sentences(relation_status(rows, PAIR, as_of), what_would_change(rows, PAIR, as_of))
    assert any(s.startswith("To deteriorated (its chance is ") and " ASSAULT, level " in s for s in said)


@pytest.mark.parametrize("plover", sorted(TYPICAL))
def test_typical_values_stand_on_the_side_of_their_class(plover: str) -> None:
    from detente.relations.quads import quad_sign

    assert TYPICAL[plover][1] * quad_sign(plover) > 0


def test_typical_codes_are_of_their_class() -> None:
    from detente.events.rules import code_table
    from detente.lexicon import load_lexicon

    codes = code_table(load_lexicon())
    assert {p: codes[code].plover for p, (code, _) in TYPICAL.items()} == {p: p for p in TYPICAL}
