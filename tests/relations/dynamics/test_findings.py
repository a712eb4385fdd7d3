from __future__ import annotations

from datetime import timedelta

import numpy as np
from tests.relations.dynamics.planted import PAIR, answering, escalating, tracks
from tests.relations.streams import START, seen

from detente.relations.dynamics import expected_response, relation_findings, third_parties
from detente.relations.dynamics.reciprocity import reciprocity
from detente.relations.dynamics.spiral import spiral, spiral_events
from detente.relations.observing import Observation


def test_who_answers_whom() -> None:
    found = [reciprocity(answering(s, share=0.5)) for s in range(12)]
    assert np.mean([f[0].holds for f in found]) > 0.8
    assert sum(f[1].holds for f in found) <= 3
    sure = next(f[0] for f in found if f[0].holds)
    assert sure.sentence.startswith("BBB answers AAA in kind, most clearly within 3 days: about ")
    assert sure.low is not None and sure.estimate is not None and 0 < sure.low < sure.estimate
    none = next(f[1] for f in found if not f[1].holds)
    assert none.sentence.startswith("No sign that AAA answers BBB: ")


def test_a_spiral_is_flagged_with_its_evidence() -> None:
    found = [spiral(escalating(s)) for s in range(10)]
    flagged = [f for f in found if f is not None and f.holds]
    assert len(flagged) >= 7
    assert "feeds on itself and is rising: in the 28 days to " in flagged[0].sentence
    assert flagged[0].estimate is not None and 0.4 < flagged[0].estimate < 1.0
    calm = [spiral(escalating(100 + s, cross=0.0)) for s in range(10)]
    assert sum(f.holds for f in calm if f) <= 1


def test_the_events_of_a_spiral_are_named() -> None:
    days = [(d, START + timedelta(d)) for d in (1, 40, 45)]
    rows = [Observation(PAIR, day, day, -4.0, 2.0, "event", f"e{d}", d % 2, "SANCTION") for d, day in days]
    assert spiral_events([*rows, seen(44, 3.0)], PAIR, START + timedelta(50)) == ["e40", "e45"]


def test_a_third_relation_that_leads_is_named_and_others_are_not() -> None:
    right = wrong = 0
    for s in range(8):
        rng = np.random.default_rng(s)
        tone = rng.normal(size=200)
        lead = counts(rng, tone)
        mine = tracks(*counts(rng, np.r_[0, tone[:-1]]), 3)
        others = [tracks(*lead, 3, ("BBB", "CCC")), *(tracks(*counts(rng, rng.normal(size=200)), 3, ("AAA", f"D{i:02}")) for i in range(5))]
        held = [f for f in third_parties(mine, others) if f.holds]
        right += any(f.sides == ("AAA", "BBB", "CCC") for f in held)
        wrong += sum(f.sides[2] != "CCC" for f in held)
    assert right >= 7 and wrong <= 3


def counts(rng: np.random.Generator, tone: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Cooperation and conflict of two sides with one tone."""
    good, bad = (rng.poisson(3 * np.exp(s * 0.8 * np.clip(tone, -2, 2)), (2, len(tone))).astype(float) for s in (1, -1))
    return good, bad


def test_a_response_has_a_band_and_a_warning_where_the_fit_is_weak() -> None:
    strong = expected_response(answering(2, share=0.6), 0, -1, 2)
    assert strong.kind == "conflict" and not strong.weak and strong.other is not None
    assert 0 < strong.other.low < strong.other.mean < strong.other.high < 4
    assert [s.days for s in strong.steps] == list(range(3, 28, 3))
    more = expected_response(answering(2, share=0.6), 0, -1, 4)
    assert more.other is not None and more.other.mean > strong.other.mean
    weak = expected_response(answering(3), 0, -1)
    assert "no sign that BBB answers conflict of AAA" in weak.weak
    nothing = expected_response(tracks(np.zeros((2, 50)), np.zeros((2, 50))), 0, 1)
    assert nothing.other is None and "too few reports of cooperation" in nothing.weak


def test_findings_of_a_thin_relation_say_how_thin_it_is() -> None:
    found = relation_findings([seen(0, 3.0), seen(40, -4.0)], PAIR, START + timedelta(60), [("BBB", "CCC")])
    assert [f.kind for f in found] == ["inertia", "reciprocity", "spiral", "third-party"]
    assert not any(f.holds for f in found)
    assert all("cannot be said: too few reports" in f.sentence for f in found)
    inside = relation_findings([], ("AAA", "AAA"), START)
    assert [f.kind for f in inside] == ["inertia", "third-party"]


def test_nothing_later_than_the_day_is_used() -> None:
    rng = np.random.default_rng(1)
    rows = [
        Observation(PAIR, START + timedelta(int(d)), START + timedelta(int(d)), -2.0, 2.0, "event", f"e{i}", i % 2, "ACCUSE")
        for i, d in enumerate(rng.integers(0, 300, 200))
    ]
    day = START + timedelta(200)
    assert relation_findings(rows, PAIR, day) == relation_findings([o for o in rows if o.day <= day], PAIR, day)
