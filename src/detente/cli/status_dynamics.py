"""What would change a relation's status, and its dynamics: the end of `detente explain RELATION`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from detente.types import Status

if TYPE_CHECKING:
    from detente.opened_desk import Desk


def outlook_lines(desk: Desk, status: Status) -> Iterable[str]:
    """Plain lines; none for a category."""
    if status.kind != "relation":
        return
    yield "what would change this status, if it were all told that day:"
    yield from (f"  {sentence}" for sentence in desk.counterfactuals(status.name, status.as_of))
    yield "dynamics:"
    yield from (f"  {finding.sentence}" for finding in desk.findings(status.name, status.as_of))


def outlook_rows(desk: Desk, status: Status) -> dict[str, Any]:
    """The same for machines: would_change and findings; empty lists for a category."""
    if status.kind != "relation":
        return {"would_change": [], "findings": []}
    from detente.desk_statuses import relation_sides
    from detente.relations.counterfactual import what_would_change

    rows = what_would_change(desk.observations(status.as_of), relation_sides(status.name), status.as_of, desk.config.period_days)
    return {"would_change": [asdict(r) for r in rows], "findings": [asdict(f) for f in desk.findings(status.name, status.as_of)]}
