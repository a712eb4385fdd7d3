"""An editor's word shows on the days it counts, and only there; the machine's steps are as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from detente.record.decisions import Override, apply_overrides, decided_steps
from detente.types import Status

FIRST, LAST = date(2016, 1, 1), date(2016, 3, 1)
CHANGES = ("improved", "unchanged", "deteriorated")
PLAIN = Status("A-B", "relation", ("A", "B"), FIRST, 0.0, -1.0, 1.0, "unchanged", 0.1, 0.1, 1)


def day(n: int) -> date:
    return FIRST + timedelta(days=n)


@st.composite
def decided(draw: st.DrawFn) -> Override:
    start = draw(st.integers(0, 70))
    length = draw(st.none() | st.integers(0, 40))
    made = datetime(2016, 4, 1, tzinfo=UTC) + timedelta(minutes=draw(st.integers(0, 50)))
    return Override(
        draw(st.integers(1, 99)), draw(st.sampled_from(["A-B", "A-C"])), "relation", draw(st.sampled_from(CHANGES)), "an editor", made,
        draw(st.sampled_from("xyz")), day(start), None if length is None else day(start + length),
        made if draw(st.booleans()) and draw(st.booleans()) else None,
    )  # fmt: skip


@given(st.lists(st.sampled_from(CHANGES), min_size=61, max_size=61), st.lists(decided(), max_size=5))
def test_between_steps_nothing_changes(said: list[str], overrides: list[Override]) -> None:
    """Walking the steps gives on every day what applying the overrides to that day's status gives."""
    machine_on = [replace(PLAIN, as_of=day(n), change=change) for n, change in enumerate(said)]  # type: ignore[arg-type]
    machine = [(s.as_of, s) for n, s in enumerate(machine_on) if n == 0 or s.change != machine_on[n - 1].change]
    steps = decided_steps(machine, overrides, ("relation", "A-B"), LAST, lambda when: machine_on[(when - FIRST).days])
    for n in range(61):
        (expected,) = apply_overrides([machine_on[n]], overrides, day(n))
        shown = [status for since, status in steps if since <= day(n)][-1]
        assert (shown.change, shown.by, shown.reason) == (expected.change, expected.by, expected.reason)
    told = [(s.change, s.by, s.reason) for _, s in steps]
    assert all(one != other for one, other in pairwise(told))
