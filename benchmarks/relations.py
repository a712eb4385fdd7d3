"""Relations over a simulated table of a year."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from evals.simulate_relations import FIRST_DAY, simulate, write

from detente.relations import assess_relations


def rows() -> Iterator[tuple[str, str]]:
    """Seconds for every relation of the table on every day of it."""
    simulated = simulate()
    with tempfile.TemporaryDirectory() as folder:
        events, _ = write(simulated, Path(folder))
        last = FIRST_DAY + timedelta(simulated.days - 1)
        begun = perf_counter()
        table = assess_relations(events, start=FIRST_DAY, end=last, every="day")
        took = perf_counter() - begun
    statuses = table.num_rows
    yield f"{len(simulated.day)} table rows, {statuses} statuses, every day", f"{took:.2f} s, {statuses / took:.0f} statuses a second"
