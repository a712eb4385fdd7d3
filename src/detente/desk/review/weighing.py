"""How much each article could move a status: the one formula of the inbox."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from detente.config import ARTICLES
from detente.types import Assessment, Event, Forecast, Status

# What the page says of it.
FORMULA = (
    "Points: the sum, over the relations the desk watches, of the absolute shares that what the article tells has in the change of that "
    "relation’s status today. What is told by several articles counts in full for each. Forecasts, and what is older than the period, "
    "have no share."
)


def shares_in(statuses: Iterable[Status]) -> dict[str, list[tuple[str, float]]]:
    """Driver id -> (relation, signed share in points) of all statuses of relations that rest on articles."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for status in statuses:
        if status.kind == "relation" and status.source == ARTICLES:
            for driver in status.drivers:
                if driver.id is not None:
                    found[driver.id].append((status.name, driver.share))
    return dict(found)


def weigh(rows: Sequence[Event | Assessment | Forecast], shares: Mapping[str, Sequence[tuple[str, float]]]) -> float:
    """The points of an article that tells ``rows``."""
    return sum(abs(share) for row in rows for _, share in shares.get(row.id, ()))
