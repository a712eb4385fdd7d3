"""Rows of how a relation moves: turning points, a category's parts, the outlook, findings of the dynamics; from what the desk answers."""

from __future__ import annotations

from collections.abc import Sequence

from detente.pages.dynamics_parts import CountRow, FindingRow, OutlookBox, PartRow, TurnRow
from detente.pages.language import number_words, retold, say, say_as, say_many
from detente.pages.material import Material
from detente.pages.parts import Ref
from detente.pages.rows import driver_row, relation_title
from detente.pages.wording import one_line, points
from detente.relations.dynamics import dynamics_available
from detente.relations.outlook.wording import skill_elsewhere
from detente.relations.roll_up import Part
from detente.types import Change, Driver, Finding, TurningPoint

MOST_TURNS = 40  # newest first; a page of them all would be a chronicle of decades
TURN_DRIVERS = 2  # named for each turn: what moved it most


def turn_rows(material: Material, name: str, title: str, ref: Ref | None) -> tuple[TurnRow, ...]:
    """The turning points of a relation or category, newest first. title, ref: what to call it, where they stand in a list of several."""
    turns = sorted(material.turns(name), key=lambda turn: (turn.day, turn.noticed), reverse=True)
    return tuple(_turn_row(material, turn, title, ref) for turn in turns[:MOST_TURNS])


def _turn_row(material: Material, turn: TurningPoint, title: str, ref: Ref | None) -> TurnRow:
    via = turn.relation if turn.relation != turn.name else ""
    paged = via in material.statuses(material.as_of)
    return TurnRow(
        title=title, ref=ref, day=turn.day, earliest=turn.earliest, latest=turn.latest, change=turn.change, before=turn.before,
        after=turn.after, clear=turn.clear,
        drivers=tuple(driver_row(material, d, turn.relation) for d in main_drivers(turn)), via=relation_title(material, via) if via else "",
        via_ref=Ref("relation", via) if via and paged else None,
    )  # fmt: skip


def main_drivers(turn: TurningPoint) -> list[Driver]:
    """What moved it most, the way it moved; its first drivers where nothing reported did."""
    named = [d for d in turn.drivers if d.kind != "fading"]
    with_it = [d for d in named if d.share * (turn.after - turn.before) > 0]
    return (with_it or named)[:TURN_DRIVERS]


def part_rows(material: Material, parts: Sequence[Part]) -> tuple[PartRow, ...]:
    """The parts of a category's change, largest first."""
    known = material.statuses(material.as_of)
    rows = []
    for p in parts:
        status = known.get(p.relation)
        ref = Ref("relation", p.relation) if status else None
        rows.append(
            PartRow(relation_title(material, p.relation), ref, status.change if status else None, p.weight, p.before, p.after, p.part)
        )
    return tuple(rows)


def outlook_box(material: Material, name: str) -> OutlookBox | None:
    """The outlook of a relation or category; None where the desk has none."""
    outlook = material.outlook(name)
    if outlook is None:
        return None
    chances: tuple[tuple[Change, float | None], ...]
    chances = (("improved", outlook.p_improved), ("unchanged", outlook.p_unchanged), ("deteriorated", outlook.p_deteriorated))
    return OutlookBox(
        period_days=outlook.period_days, level=outlook.level,
        chances=tuple((change, p) for change, p in chances if p is not None),
        counts=(
            CountRow(say("Cooperative events"), *outlook.cooperation), CountRow(say("Conflictual events"), *outlook.conflict),
            CountRow(say("Balance"), *outlook.balance),
        ),
        thin=one_line(retold(outlook.thin), 300), skill=retold(skill_elsewhere()),
    )  # fmt: skip


def turning_lines(material: Material, name: str) -> tuple[str, ...]:
    """What would change a status, each in a sentence."""
    return tuple(one_line(retold(line), 400) for line in material.counterfactuals(name))


def finding_rows(material: Material, name: str) -> tuple[FindingRow, ...]:
    """What the dynamics of a relation are found to be; those that hold first. None where nothing can be fitted for want of the extra: how
    this machine is set up is no news to a reader."""
    if not dynamics_available():
        return ()
    found = sorted(material.findings(name), key=lambda f: not f.holds)
    return tuple(FindingRow(f.kind, one_line(retold(f.sentence), 600), f.holds, _figures(f), f.p_value) for f in found)


def _figures(finding: Finding) -> str:
    """``+0.4 points (80 %: +0.1 to +0.7), from 52 weeks and 210 events``."""
    said = []
    if finding.estimate is not None:
        unit = f" {say_as('unit', one_line(finding.unit, 40))}" if finding.unit else ""
        ends = finding.low is not None and finding.high is not None
        band = " " + say("(80 %: {low} to {high})", low=_number(finding.low), high=_number(finding.high)) if ends else ""
        said.append(f"{_number(finding.estimate)}{unit}{band}")
    if finding.weeks:
        weeks, events = say_many("{n} week", "{n} weeks", finding.weeks), say_many("{n} event", "{n} events", finding.events)
        said.append(say("from {weeks} and {events}", weeks=weeks, events=events))
    return ", ".join(said)


def _number(value: float | None) -> str:
    """A plain number with up to two decimals, and a typographic minus."""
    if value is None:
        return points(None)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else number_words(text.replace("-", "−"))
