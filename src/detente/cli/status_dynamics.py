"""What would change a status, and a relation's dynamics: the end of `detente explain NAME`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from detente.types import Status

if TYPE_CHECKING:
    from detente.opened_desk import Desk


def outlook_lines(desk: Desk, status: Status) -> Iterable[str]:
    """Plain lines; for a category, nothing of dynamics."""
    key = (status.name, status.as_of, status.source)
    yield "what would change this status, if it were all told that day:"
    yield from (f"  {sentence}" for sentence in desk.counterfactuals(*key))
    if status.kind != "relation":
        return
    yield "dynamics:"
    yield from (f"  {finding.sentence}" for finding in desk.findings(*key))


def outlook_rows(desk: Desk, status: Status) -> dict[str, Any]:
    """The same for machines: would_change and findings; of a category, no findings."""
    key = (status.name, status.as_of, status.source)
    return {
        "would_change": [asdict(r) for r in desk.what_would_change(*key)],
        "findings": [asdict(f) for f in desk.findings(*key)] if status.kind == "relation" else [],
    }
