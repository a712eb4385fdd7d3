"""How much each article could move a status: the one formula of the inbox."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.config import ARTICLES
from detente.types import Assessment, Event, Forecast, Status

# What the page says of it.
FORMULA = (
    "Points: the sum, over the relations the desk watches, of the absolute shares that what the article tells has in the change of that "
    "relation’s status today. What is told by several articles counts in full for each. Forecasts, and what is older than the period, "
    "have no share."
)


@dataclass(frozen=True, slots=True)
class Share:
    """Signed points that something has in the change of a relation's status. address: of the relation's page; empty where it has none."""

    relation: str
    points: float
    address: str = ""


def shares_in(statuses: Iterable[Status], addresses: Mapping[str, str] | None = None) -> dict[str, list[Share]]:
    """Driver id -> its shares in all statuses of relations that rest on articles. addresses: relation -> its page."""
    found: dict[str, list[Share]] = defaultdict(list)
    for status in statuses:
        if status.kind == "relation" and status.source == ARTICLES:
            for driver in status.drivers:
                if driver.id is not None:
                    found[driver.id].append(Share(status.name, driver.share, (addresses or {}).get(status.name, "")))
    return dict(found)


def weigh(rows: Sequence[Event | Assessment | Forecast], shares: Mapping[str, Sequence[Share]]) -> float:
    """The points of an article that tells ``rows``."""
    return sum(abs(share.points) for row in rows for share in shares.get(row.id, ()))
