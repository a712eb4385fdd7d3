"""Scores of people's forecasts: proper, bounded, and silent where there is too little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.relations.outlook.ledger import FEW, Judged, score, score_sentence

ROWS = st.lists(st.builds(Judged, st.floats(0.01, 0.99), st.booleans(), st.booleans()), min_size=FEW, max_size=60)


@given(ROWS)
def test_scores_are_what_they_are_defined_as(rows: list[Judged]) -> None:
    found = score(rows)
    assert found.brier == pytest.approx(sum((r.said - r.came) ** 2 for r in rows) / len(rows))
    base, same = found.against
    rate = sum(r.came for r in rows) / len(rows)
    assert base.brier == pytest.approx(rate * (1 - rate), abs=1e-12) and 0 <= base.brier <= 0.25
    assert same.brier == pytest.approx(sum(r.came != r.unchanged for r in rows) / len(rows))
    for plain in found.against:
        assert plain.gain == pytest.approx(plain.brier - found.brier) and plain.low <= plain.gain <= plain.high
    assert sum(b.count for b in found.bins) == len(rows) == found.count
    assert sum(b.count * b.came for b in found.bins) == pytest.approx(found.yes)


@given(ROWS)
def test_the_order_does_not_matter_and_honesty_pays(rows: list[Judged]) -> None:
    assert score(rows[::-1]).brier == pytest.approx(score(rows).brier)
    rate = sum(r.came for r in rows) / len(rows)
    honest = score([Judged(rate, r.came, r.unchanged) for r in rows])
    for other in (0.0, 0.5, 1.0, min(1.0, rate + 0.1)):
        dishonest = score([Judged(other, r.came, r.unchanged) for r in rows])
        assert (honest.brier or 0) <= (dishonest.brier or 0) + 1e-12


@given(st.lists(st.builds(Judged, st.floats(0.01, 0.99), st.booleans(), st.booleans()), max_size=FEW - 1))
def test_too_few_say_so(rows: list[Judged]) -> None:
    found = score(rows)
    assert found.few and found.brier is None and found.against == () and found.count == len(rows)
    assert "too few to judge" in score_sentence(found)


def test_a_forecaster_who_knows_beats_both() -> None:
    rows = [Judged(0.9 if i % 2 else 0.1, bool(i % 2), False) for i in range(20)]
    found = score(rows)
    assert found.brier == pytest.approx(0.01)
    assert [a.verdict for a in found.against] == ["better", "better"]
    assert score_sentence(found).startswith("20 resolved, 10 of them yes. Brier score 0.010; against base rate 0.250 (better;")
    coin = score([Judged(0.5, bool(i % 2), bool(i % 2)) for i in range(20)])
    assert [a.verdict for a in coin.against] == ["no difference shown", "worse"]
