"""What decisions would do to the statuses, before they are saved: the same arithmetic with them applied in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from detente.desk.review.anchors import Span
from detente.record.decisions import AIM, Action, Correction
from detente.status_moves import StatusMove, status_moves
from detente.types import Status, StatusKind

if TYPE_CHECKING:
    from detente.opened_desk import Desk


@dataclass(frozen=True, slots=True)
class Wanted:
    """A correction that somebody means to make: at one or several places of an article, each with its aim ("" for an added event)."""

    article: str
    action: Action
    spots: tuple[tuple[Span, str], ...]
    payload: dict[str, Any]

    def payload_at(self, aim: str) -> dict[str, Any]:
        """What is stored at a place."""
        return {**self.payload, AIM: aim} if aim else dict(self.payload)

    def digest(self) -> str:
        """By it the desk knows whether what is saved is what was shown."""
        return sha256(repr((self.article, self.action, self.spots, sorted(self.payload.items()))).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Preview:
    """The statuses that would differ as of a day, and which of them an editor has overruled: (kind, name) -> who."""

    as_of: date
    moves: tuple[StatusMove, ...]
    overruled: dict[tuple[StatusKind, str], str]

    def digest(self) -> str:
        """Changes with what a reader is shown of it: one decimal of a level, whole percents."""
        shown = [(m.status.kind, m.status.name, m.status.source, _shown(m.before), _shown(m.after)) for m in self.moves]
        return sha256(repr((self.as_of, shown, sorted(self.overruled.items()))).encode()).hexdigest()[:16]


def seen(wanted: Wanted, shown: Preview, version: str) -> str:
    """What the form carries of a preview: what was wanted, what was shown, and the state of the desk it was worked out for."""
    return wanted.digest() + shown.digest() + _short(version)


def was_shown(sent: str, wanted: Wanted, version: str, again: Callable[[], Preview]) -> bool:
    """Whether saving does what was shown. The preview is worked out again only where the desk has changed since."""
    if sent[:16] != wanted.digest() or len(sent) != 48:
        return False
    return sent[32:] == _short(version) or sent[16:32] == again().digest()


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _shown(status: Status | None) -> tuple[Any, ...] | None:
    if status is None:
        return None
    numbers = (status.level, 1), (status.p_improved, 2), (status.p_deteriorated, 2)
    return (status.change, *(None if value is None else round(value, digits) for value, digits in numbers))


def preview(desk: Desk, wanted: Wanted) -> Preview:
    """What would change. Nothing is written."""
    day, now = desk.as_of(), datetime.now(UTC)
    supposed = [
        Correction(n, wanted.article, span[0], span[1], span[2], "", wanted.action, wanted.payload_at(aim), "preview", now, "", day)
        for n, (span, aim) in enumerate(wanted.spots, -len(wanted.spots))
    ]
    moves = status_moves(desk.machine_statuses(day), desk.supposing([*desk.corrections(), *supposed], day=day))
    overruled = {(s.kind, s.name): s.by for s in desk.statuses(day) if s.by != "machine"}
    return Preview(day, tuple(moves), overruled)


def spots_of(spots: Sequence[Any], everywhere: bool) -> tuple[tuple[Span, str], ...]:
    """Places of an item as `Wanted` has them: all, or the first."""
    chosen = spots if everywhere else spots[:1]
    return tuple(((s.mention.field, s.mention.start, s.mention.end), s.aim) for s in chosen)
