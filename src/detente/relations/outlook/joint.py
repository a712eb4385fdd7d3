"""Forecasts of cooperation, conflict and their balance, week by week."""

from __future__ import annotations

from collections.abc import Iterator

from detente.relations.outlook.balance import balances, rolling_correlation
from detente.relations.outlook.counts import Group, rolling_forecasts
from detente.relations.tone import Floats


def forecasts(
    cooperation: Floats, conflict: Floats, first: int, teachers: int | None = None
) -> Iterator[tuple[int, dict[str, list[Group]]]]:
    """(t, the forecasts of week t by quantity, from the weeks before it), up to the week after the last."""
    correlation = rolling_correlation(cooperation, conflict, teachers)
    for (t, ours), (_, theirs) in zip(
        rolling_forecasts(cooperation, first, teachers), rolling_forecasts(conflict, first, teachers), strict=True
    ):
        yield t, {"cooperation": ours, "conflict": theirs, "balance": balances(ours, theirs, correlation[:, t - 1])}
