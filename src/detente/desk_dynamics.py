"""How a desk's relations move, and what would change their statuses: pure functions of `relations` over what a desk is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from detente.types import Finding, Status

if TYPE_CHECKING:
    from detente.relations.distance import Distance
    from detente.relations.observing import Observation, Sides


def desk_findings(observed: Sequence[Observation], sides: Sides, as_of: date) -> list[Finding]:
    """Inertia, reciprocity, spiral and third parties of a relation; one sentence that says so where the extra is missing."""
    from detente.relations.dynamics import dynamics_available

    if not dynamics_available():
        return [Finding("inertia", sides, "Not fitted: statsmodels is not installed (pip install 'detente[dynamics]').", False)]
    from detente.relations.dynamics.findings import relation_findings

    return relation_findings(observed, sides, as_of, sorted({o.sides for o in observed}))


def desk_counterfactuals(observed: Sequence[Observation], sides: Sides, as_of: date, period_days: int) -> list[str]:
    """What would change a relation's status, in sentences."""
    from detente.relations.counterfactual import needed_sentences, what_would_change
    from detente.relations.status import relation_status

    rows = what_would_change(observed, sides, as_of, period_days)
    return needed_sentences(relation_status(observed, sides, as_of, period_days), rows)


def desk_distances(
    observed: Sequence[Observation], relations: Sequence[tuple[Sides, float]], status: Status, period_days: int
) -> list[Distance]:
    """How far a status is from each of the others."""
    from detente.relations.distance import distances, moves

    return distances(status.change, status.level, moves(observed, relations, status.as_of, period_days))
