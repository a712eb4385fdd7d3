"""What would change a relation's status, and its dynamics: the end of `detente explain RELATION`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.types import Finding, Status

if TYPE_CHECKING:
    from detente.opened_desk import Desk


def outlook_lines(desk: Desk, status: Status) -> Iterable[str]:
    """Plain lines; none for a category."""
    if status.kind != "relation":
        return
    from detente.opened_desk import relation_sides
    from detente.relations.counterfactual import needed_sentences, what_would_change
    from detente.relations.status import relation_status

    sides, days = relation_sides(status.name), desk.config.period_days
    observed = desk.observations(status.as_of)
    yield "what would change this status, if it were all told that day:"
    rows = what_would_change(observed, sides, status.as_of, days)
    for sentence in needed_sentences(relation_status(observed, sides, status.as_of, days), rows):
        yield f"  {sentence}"
    yield "dynamics:"
    for finding in findings(desk, status.name, status.as_of):
        yield f"  {finding.sentence}"


def outlook_rows(desk: Desk, status: Status) -> dict[str, Any]:
    """The same for machines: would_change and findings; empty lists for a category."""
    if status.kind != "relation":
        return {"would_change": [], "findings": []}
    from detente.opened_desk import relation_sides
    from detente.relations.counterfactual import what_would_change

    rows = what_would_change(desk.observations(status.as_of), relation_sides(status.name), status.as_of, desk.config.period_days)
    return {"would_change": [asdict(r) for r in rows], "findings": [asdict(f) for f in findings(desk, status.name, status.as_of)]}


def findings(desk: Desk, name: str, as_of: date) -> list[Finding]:
    """The desk's findings; where the extra is missing, one sentence that says so."""
    from detente.relations.dynamics import dynamics_available

    if not dynamics_available():
        return [Finding("inertia", (), "Not fitted: statsmodels is not installed (pip install 'detente[dynamics]').", False)]
    return desk.findings(name, as_of)
