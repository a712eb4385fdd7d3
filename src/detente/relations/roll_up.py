"""What each relation of a category has in the category's change: its weight times its own change. The parts add up to the change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.relations.calibration import DEFAULT, Calibration
from detente.relations.observing import Observation, relation_name, sides_of
from detente.relations.path import Weighted, shares_of
from detente.relations.status import change_of, relation_statuses


@dataclass(frozen=True, slots=True)
class Part:
    """A relation in a category over a span: its share of the weights (they sum to 1), its level before and after (0 where nothing was
    reported yet), and weight times their difference."""

    relation: str
    weight: float
    before: float
    after: float
    part: float


def parts_of(relations: Weighted, observations: Sequence[Observation], as_of: date, days: int = 28, c: Calibration = DEFAULT) -> list[Part]:
    """The parts in a category's change over the ``days`` to ``as_of``, largest first. They sum to that change. Raises ConfigError for
    weights that do not sum to something positive."""
    total: dict[tuple[str, str], float] = {}
    for sides, weight in relations:
        total[sides_of(*sides)] = total.get(sides_of(*sides), 0.0) + weight
    shares = shares_of(list(total.items()))
    out = []
    for status, share in zip(relation_statuses(observations, list(total), as_of, days, c), shares, strict=True):
        after, change = status.level or 0.0, change_of(status)
        out.append(Part(relation_name((status.sides[0], status.sides[-1])), float(share), after - change, after, float(share) * change))
    return sorted(out, key=lambda part: (-abs(part.part), part.relation))
