"""What would change a status, and what if: hypothetical events put beside what is told, and the status computed again by the same
arithmetic. Pure functions; nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.relations.calibration import DEFAULT
from detente.relations.observing import BOTH_WAYS, Observation, Sides, sides_of
from detente.relations.signed import signed
from detente.relations.status import relation_status
from detente.relations.typical import TYPICAL
from detente.said import Said, said, said_list, said_many, said_word
from detente.types import Change, Status

HYPOTHETICAL = "hypothetical"  # ids of such events begin so
MOST = 50  # events tried: beyond, no plausible news day takes it there
# The classes asked about, a word and two deeds each way, from the mildest.
UPWARD, DOWNWARD = ("CONSULT", "AGREE", "AID"), ("ACCUSE", "SANCTION", "ASSAULT")
RANK: dict[Change, int] = {"deteriorated": -1, "unchanged": 0, "improved": 1}


@dataclass(frozen=True, slots=True)
class Needed:
    """What takes a relation to another status: ``count`` events of class ``plover`` on the as-of day, or None where MOST would not.

    reached: the status with them. level, p: what the level and the chance of the target change would then be (None without reporting)."""

    target: Change
    plover: str
    count: int | None
    reached: Change | None = None
    level: float | None = None
    p: float | None = None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A status without and with hypothetical events; share: the part of the change over the period that is theirs, in points."""

    before: Status
    after: Status
    share: float


def hypothetical(sides: Sides, day: date, plover: str, value: float, count: int, way: int = BOTH_WAYS) -> list[Observation]:
    """So many distinct events of one class on one day, known that day, each weighing what a desk's event weighs."""
    mine = sides_of(*sides)
    return [Observation(mine, day, day, value, DEFAULT.event_weight, "event", f"{HYPOTHETICAL}-{i}", way, plover) for i in range(count)]


def what_if(observations: Sequence[Observation], sides: Sides, added: Sequence[Observation], as_of: date, period_days: int = 28) -> WhatIf:
    """The status as of a day without and with the observations ``added``."""
    before = relation_status(observations, sides, as_of, period_days)
    after = relation_status([*observations, *added], sides, as_of, period_days)
    ids = {o.id for o in added}
    return WhatIf(before, after, sum(d.share for d in after.drivers if d.id in ids))


def needed(
    observations: Sequence[Observation], sides: Sides, as_of: date, target: Change, plover: str, period_days: int = 28, most: int = MOST
) -> Needed:
    """The fewest events of a class, all on the as-of day, with which the status is ``target`` or beyond it (a rise wanted and found is a
    rise; where one event more turns deteriorated into improved at once, ``reached`` says so). One event fewer does not do."""
    mine = [o for o in observations if o.sides == sides_of(*sides)]
    value = TYPICAL[plover][1]
    upward = value > 0

    def with_(count: int) -> Status:
        return relation_status([*mine, *hypothetical(sides, as_of, plover, value, count)], sides, as_of, period_days)

    def does(status: Status) -> bool:
        if status.change == "no-reporting" or target == "no-reporting":
            return status.change == target
        rank = RANK[status.change]
        return rank >= RANK[target] if upward else rank <= RANK[target]

    tried: dict[int, Status] = {}
    low, high = 0, 1
    while True:  # 1, 2, 4 ... most: then halve
        tried[high] = with_(high)
        if does(tried[high]):
            break
        if high == most:
            return Needed(target, plover, None)
        low, high = high, min(2 * high, most)
    while high - low > 1:
        half = (low + high) // 2
        tried[half] = with_(half)
        low, high = (low, half) if does(tried[half]) else (half, high)
    found = tried[high]
    return Needed(target, plover, high, found.change, found.level, chance_of(found, target))


def chance_of(status: Status, change: Change) -> float | None:
    """The chance of one change in a status."""
    up, down = status.p_improved, status.p_deteriorated
    if up is None or down is None:
        return None
    return {"improved": up, "deteriorated": down}.get(change, max(0.0, 1 - up - down))


def what_would_change(observations: Sequence[Observation], sides: Sides, as_of: date, period_days: int = 28) -> list[Needed]:
    """For each status the relation is not in now: what it would take, by classes from the mildest to the hardest. No events bring back
    "no-reporting"."""
    now = relation_status(observations, sides, as_of, period_days).change
    out = []
    targets: tuple[Change, ...] = ("improved", "unchanged", "deteriorated")
    for target in targets:
        if target == now:
            continue
        if now == "no-reporting":
            ways = {"improved": UPWARD, "unchanged": UPWARD[:1], "deteriorated": DOWNWARD}[target]
        else:
            ways = UPWARD if RANK[target] > RANK[now] else DOWNWARD
        out += [needed(observations, sides, as_of, target, plover, period_days) for plover in ways]
    return out


def needed_sentences(status: Status, rows: Sequence[Needed], most: int = MOST) -> list[str]:
    """What would change a status, in plain words: one sentence a target."""
    out = list[str]()
    for target in dict.fromkeys(row.target for row in rows):
        mine = [row for row in rows if row.target == target]
        able = [row for row in mine if row.count is not None]
        p = chance_of(status, target)
        aim = said("To {target}", target=said_word("toward", target))
        if p is not None and target != "unchanged":
            aim = said("{aim} (its chance is {p:.0%} now)", aim=aim, p=p)
        if not able:
            named = said_list([row.plover for row in mine])
            out.append(
                said_many(
                    "{aim}: not even {n} event of {named} on {day} would take it there.",
                    "{aim}: not even {n} events of {named} on {day} would take it there.",
                    most, aim=aim, named=named, day=status.as_of,
                )
            )  # fmt: skip
            continue
        parts = _part(able[0])
        for row in able[1:]:
            parts = said("{before}, or {part}", before=parts, part=_part(row))
        if rest := [row.plover for row in mine if row.count is None]:
            parts = said("{enough}; {most} {others} would not", enough=parts, most=most, others=said_list(rest))
        out.append(said("{aim}: on {day} it would take {parts}.", aim=aim, day=status.as_of, parts=parts))
    return out


def _part(row: Needed) -> Said:
    part = said("{count} {plover}", count=row.count, plover=row.plover)
    if row.level is not None:
        part = said("{part}, level {level}", part=part, level=signed(row.level))
    if row.p is not None and row.target != "unchanged":
        part = said("{part} and chance {p:.0%}", part=part, p=row.p)
    if row.reached and row.reached != row.target:
        part = said("{part}, which would even make it {reached}", part=part, reached=said_word("toward", row.reached))
    return part
