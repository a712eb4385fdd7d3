"""Which statuses differ between two sets of them, such as those before and after a correction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.types import Status

# Pages print levels with one decimal and chances in whole percent. Half the last digit of a level, and of a percent, is where a reader
# could see a difference at all.
LEAST_LEVEL = 0.05
LEAST_CHANCE = 0.005


@dataclass(frozen=True, slots=True)
class StatusMove:
    """A status before and after. None where there is none: a relation that is watched because much is told of it may come or go."""

    before: Status | None
    after: Status | None

    @property
    def status(self) -> Status:
        """The one there is: the later if both are."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def turns(self) -> bool:
        """Whether the class of change is another."""
        return (self.before and self.before.change) != (self.after and self.after.change)


def status_moves(before: Iterable[Status], after: Iterable[Status]) -> list[StatusMove]:
    """The statuses a reader would see differ, those that turn first, then by how far the level goes; else in their order."""
    old = {(s.kind, s.name, s.source): s for s in before}
    new = {(s.kind, s.name, s.source): s for s in after}
    moves = [StatusMove(old.get(key), new.get(key)) for key in dict.fromkeys([*new, *old]) if _differ(old.get(key), new.get(key))]
    return sorted(moves, key=lambda m: (not m.turns, -_distance(m)))


def _differ(one: Status | None, other: Status | None) -> bool:
    if one is None or other is None or one.change != other.change or (one.level is None) != (other.level is None):
        return True
    if one.level is not None and other.level is not None and abs(one.level - other.level) >= LEAST_LEVEL:
        return True
    chances = ((one.p_improved, other.p_improved), (one.p_deteriorated, other.p_deteriorated))
    return any((a is None) != (b is None) or (a is not None and b is not None and abs(a - b) >= LEAST_CHANCE) for a, b in chances)


def _distance(move: StatusMove) -> float:
    return abs(((move.after and move.after.level) or 0.0) - ((move.before and move.before.level) or 0.0))
