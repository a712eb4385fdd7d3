"""The outlooks of a desk's categories and watched relations, made together: what relations teach each other is learned once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from detente.config import Category
from detente.relations.observing import Observation, Sides
from detente.relations.outlook.forecast import Asked, asked_relation, outlooks
from detente.types import Outlook


def desk_outlooks(
    categories: Iterable[Category], relations: Iterable[Sides], observations: Sequence[Observation], as_of: date, period_days: int
) -> list[Outlook]:
    """Categories first, then relations."""
    asked = [Asked(c.name, "category", [(relation.sides, relation.weight) for relation in c.relations]) for c in categories]
    return outlooks(observations, [*asked, *(asked_relation(sides) for sides in relations)], as_of, period_days)
