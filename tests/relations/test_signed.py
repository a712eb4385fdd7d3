from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.relations.signed import plain, signed


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (1.24, 1, "+1.2"), (-1.25, 2, "-1.25"), (-0.04, 1, "0.0"), (0.04, 1, "0.0"), (-0.0, 1, "0.0"), (-0.4, 0, "0"), (10.0, 0, "+10"),
        (-0.05, 2, "-0.05"),
    ],
)  # fmt: skip
def test_what_rounds_to_nothing_has_no_sign(value: float, places: int, said: str) -> None:
    assert signed(value, places) == said
    assert plain(value, places) == said.removeprefix("+")


@given(st.floats(-100, 100), st.integers(0, 6))
def test_a_sign_stands_before_something(value: float, places: int) -> None:
    said = signed(value, places)
    assert (said[0] in "+-") == (float(said) != 0)
    assert float(said) == pytest.approx(value, abs=0.51 * 10**-places)
