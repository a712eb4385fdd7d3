"""What would change a status, and what if: hypothetical events put beside what is told, and the status computed again by the same
arithmetic. Pure functions; nothing is written anywhere.

Why a class at a time is enough for the smallest set: so many events of one day weigh the same whatever their class, and enter the level
by the sum of their values alone (`path.gather`); the chances rise with it. Of all sets of n events, that of the strongest class has the
largest sum; so if n of the strongest class do not take a status there, no mix of n does (tested on random streams). For a category the
events may also be spread over its relations, where each more on the same one says less: a handful are tried in every way to spread them;
beyond, they are added one at a time, each where it moves the status most, which may now and then take one more than there need be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations_with_replacement
from math import comb

from detente.relations.calibration import DEFAULT
from detente.relations.change import NAMES
from detente.relations.observing import BOTH_WAYS, Observation, Sides, relation_name, sides_of
from detente.relations.path import Weighted, follow, gather, shares_of, with_events
from detente.relations.signed import signed
from detente.relations.status import category_status, relation_status
from detente.relations.typical import TYPICAL
from detente.said import Said, said, said_list, said_many, said_word
from detente.types import Change, Status

HYPOTHETICAL = "hypothetical"  # ids of such events begin so
# Of a category: so many events, and so many ways, are tried in full. Six cover what a news day brings; twenty ways take some 0.2 s.
ALL_WAYS_UP_TO, WAYS = 6, 20
MOST = 50  # events tried: beyond, no plausible news day takes it there
# The classes asked about, a word and two deeds each way, from the mildest.
UPWARD, DOWNWARD = ("CONSULT", "AGREE", "AID"), ("ACCUSE", "SANCTION", "ASSAULT")
RANK: dict[Change, int] = {"deteriorated": -1, "unchanged": 0, "improved": 1}


@dataclass(frozen=True, slots=True)
class Needed:
    """What takes a relation to another status: ``count`` events of class ``plover`` on the as-of day, or None where MOST would not.

    reached: the status with them. level, p: what the level and the chance of the target change would then be (None without reporting).
    spread: of a category, how many of them on which of its relations, those with most first."""

    target: Change
    plover: str
    count: int | None
    reached: Change | None = None
    level: float | None = None
    p: float | None = None
    spread: tuple[tuple[str, int], ...] = ()


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
        return _takes(status.change, target, upward)

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


def needed_of_category(
    observations: Sequence[Observation],
    relations: Weighted,
    as_of: date,
    target: Change,
    plover: str,
    period_days: int = 28,
    most: int = MOST,
) -> Needed:
    """The same for a category: the events may lie on any of its relations."""
    total: dict[Sides, float] = {}
    for sides, weight in relations:
        total[sides_of(*sides)] = total.get(sides_of(*sides), 0.0) + weight
    weights = shares_of(list(total.items()))
    gathered = gather(observations, list(total), as_of)
    value = TYPICAL[plover][1]
    way = 1 if value > 0 else -1

    def seen(counts: tuple[int, ...]) -> _Seen:
        path = follow(with_events(gathered, counts, as_of, DEFAULT.event_weight, value), weights, as_of, period_days)
        return _Seen(NAMES[int(path.classes[-1])], float(path.level[-1]), float(path.improved[-1]), float(path.deteriorated[-1]))

    def moved(tried: tuple[tuple[int, ...], _Seen]) -> tuple[bool, float, float]:
        found = tried[1]
        return _takes(found.change, target, way > 0), way * (found.improved - found.deteriorated), way * found.level

    counts = (0,) * len(total)
    if not _takes(seen((most,) * len(total)).change, target, way > 0):
        return Needed(target, plover, None)
    bearing = [i for i in range(len(counts)) if weights[i] > 0]
    for count in range(1, most + 1):
        if count <= ALL_WAYS_UP_TO and comb(count + len(bearing) - 1, count) <= WAYS:
            more = [tuple(spread.count(i) for i in range(len(counts))) for spread in combinations_with_replacement(bearing, count)]
        else:
            more = [(*counts[:i], counts[i] + 1, *counts[i + 1 :]) for i in bearing]
        counts, found = max(((each, seen(each)) for each in more), key=moved)
        if _takes(found.change, target, way > 0):
            spread = sorted(((relation_name(s), n) for s, n in zip(total, counts, strict=True) if n), key=lambda row: (-row[1], row[0]))
            chances = {"improved": found.improved, "deteriorated": found.deteriorated}
            p = chances.get(target, max(0.0, 1 - found.improved - found.deteriorated))
            return Needed(target, plover, count, found.change, found.level, p, tuple(spread))
    return Needed(target, plover, None)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The end of a path: what a status says without its drivers, which take no part here."""

    change: Change
    level: float
    improved: float
    deteriorated: float


def _takes(change: Change, target: Change, upward: bool) -> bool:
    """Whether a class is the target or beyond it."""
    if change == "no-reporting" or target == "no-reporting":
        return change == target
    return RANK[change] >= RANK[target] if upward else RANK[change] <= RANK[target]


def chance_of(status: Status, change: Change) -> float | None:
    """The chance of one change in a status."""
    up, down = status.p_improved, status.p_deteriorated
    if up is None or down is None:
        return None
    return {"improved": up, "deteriorated": down}.get(change, max(0.0, 1 - up - down))


def what_would_change(observations: Sequence[Observation], sides: Sides, as_of: date, period_days: int = 28) -> list[Needed]:
    """For each status the relation is not in now: what it would take, by classes from the mildest to the hardest, which takes the fewest.
    No events bring back "no-reporting"."""
    now = relation_status(observations, sides, as_of, period_days).change
    return [needed(observations, sides, as_of, target, plover, period_days) for target, plover in _asked(now)]


def what_would_change_category(
    observations: Sequence[Observation], relations: Weighted, as_of: date, period_days: int = 28
) -> list[Needed]:
    """The same for a category, by the mildest class and the hardest."""
    now = category_status("", relations, observations, as_of, period_days).change
    asked = [(target, plover) for target, plover in _asked(now) if plover in (UPWARD[0], UPWARD[-1], DOWNWARD[0], DOWNWARD[-1])]
    return [needed_of_category(observations, relations, as_of, target, plover, period_days) for target, plover in asked]


def _asked(now: Change) -> list[tuple[Change, str]]:
    """What is asked of a status: each target with each class."""
    out: list[tuple[Change, str]] = []
    targets: tuple[Change, ...] = ("improved", "unchanged", "deteriorated")
    for target in targets:
        if target == now:
            continue
        if now == "no-reporting":
            ways = {"improved": UPWARD, "unchanged": UPWARD[:1], "deteriorated": DOWNWARD}[target]
        else:
            ways = UPWARD if RANK[target] > RANK[now] else DOWNWARD
        out += [(target, plover) for plover in ways]
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
    if row.spread:
        part = said("{part} ({spread})", part=part, spread=_spread(row.spread))
    if row.level is not None:
        part = said("{part}, level {level}", part=part, level=signed(row.level))
    if row.p is not None and row.target != "unchanged":
        part = said("{part} and chance {p:.0%}", part=part, p=row.p)
    if row.reached and row.reached != row.target:
        part = said("{part}, which would even make it {reached}", part=part, reached=said_word("toward", row.reached))
    return part


def _spread(rows: Sequence[tuple[str, int]]) -> Said:
    """``2 on BLR-USA, 1 on BLR-RUS``."""
    each = [said("{count} on {name}", count=count, name=name) for name, count in rows]
    spread = each[0]
    for more in each[1:]:
        spread = said("{before}, {item}", before=spread, item=more)
    return spread
