"""``detente whatif RELATION --event CLASS [DESK]``: the status with a hypothetical event, and the response to expect. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.options import Day, desk_argument, json_option

if TYPE_CHECKING:
    from detente.opened_desk import Desk


@dataclass(frozen=True, slots=True)
class Supposed:
    """The event that is supposed: class, code, Goldstein value, who acts (0 or 1 of ``sides``, 2 both), how many, when."""

    sides: tuple[str, str]
    plover: str
    cameo: str
    value: float
    way: int
    count: int
    day: date


@click.command()
@click.argument("relation", metavar="RELATION")
@desk_argument
@click.option("--event", "plover", metavar="CLASS", help="A PLOVER class, as in SANCTION. Its usual intensity is taken.")
@click.option("--cameo", metavar="CODE", help="A CAMEO code instead, as in 163, with its own intensity.")
@click.option("--by", metavar="SIDE", help="Who acts. Default: RELATION's first side as written.")
@click.option("--on", metavar="SIDE", help="On whom. Default: the other side.")
@click.option("--date", "day", type=Day(), metavar="DATE", help="The day it happens and is told. Default: the newest article's day.")
@click.option("--source", metavar="NAME", help="articles, or a table's name. Default: the relation's first source.")
@click.option("--count", type=click.IntRange(1, 1000), default=1, show_default=True, help="How many such events.")
@json_option
def command(relation: str, desk: Path, plover: str | None, cameo: str | None, by: str | None, on: str | None, day: date | None,
            source: str | None, count: int, as_json: bool) -> None:  # fmt: skip
    """What RELATION's level and status would be with one more event, and what the fitted dynamics expect to follow.

    Nothing published or dated after the day is used, and nothing is written. A warning says where the fit is weak.
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read
    from detente.cli.safe_text import safe
    from detente.cli.whatif_wording import whatif_json, whatif_lines
    from detente.desk_statuses import relation_sides
    from detente.relations.counterfactual import hypothetical, what_if
    from detente.relations.dynamics.response import observed_response
    from detente.relations.quads import quad_sign

    if (plover is None) == (cameo is None):
        raise click.UsageError("give --event CLASS or --cameo CODE")
    opened = open_to_read(desk)
    category = opened.category(relation)
    if category:
        inside = ", ".join(r.name for r in category.relations)
        raise click.UsageError(f"whatif takes a relation; {category.name!r} has {inside}")
    if source is not None and source not in opened.sources():
        raise click.BadParameter(f"{source!r} is no source here; one of {', '.join(opened.sources())}", param_hint="--source")
    sides = relation_sides(relation)
    code, kind, value = _code(opened, cameo) if cameo is not None else _typical(plover or "")
    acts, way = _way(relation, sides, by, on)
    supposed = Supposed(sides, kind, code, value, way, count, opened.as_of(day))
    rests = source or next(s for s in (*opened.sources_of("-".join(sides)), *opened.sources()) if s in opened.sources())
    observed = opened.observed_of("-".join(sides), supposed.day, rests)
    newest = max((o.day for o in observed if o.sides == sides and max(o.day, o.known) <= supposed.day), default=None)
    added = hypothetical(sides, supposed.day, kind, value, count, way)
    found = what_if(observed, sides, added, supposed.day, opened.config.period_days)
    response = observed_response(observed, sides, supposed.day, acts, quad_sign(kind), count)
    if as_json:
        print_lines([whatif_json(supposed, found, response)])
        return
    for line in whatif_lines(supposed, found, response, opened.config.period_days, newest, rests):
        click.echo(safe(line))


def _typical(given: str) -> tuple[str, str, float]:
    from detente.relations.typical import TYPICAL

    plover = given.strip().upper()
    if plover not in TYPICAL:
        raise click.BadParameter(f"{given!r} is no PLOVER class; one of {', '.join(sorted(TYPICAL))}", param_hint="--event")
    code, value = TYPICAL[plover]
    return code, plover, value


def _code(desk: Desk, given: str) -> tuple[str, str, float]:
    """Class and value of a CAMEO code, from the lexicon (a desk may have rows of its own)."""
    from detente.events.rules import code_table
    from detente.relations.observing import class_tone

    codes = code_table(desk.lexicon())
    row = codes.get(given.strip())
    if row is None:
        near = sorted(code for code in codes if code.startswith(given.strip()[:2]))
        listed = ", ".join(near) if near else f"they begin with {', '.join(sorted({code[:2] for code in codes}))}"
        raise click.BadParameter(f"{given!r} is no CAMEO code with a class; near it: {listed}", param_hint="--cameo")
    return row.cameo, row.plover, class_tone(row.plover, row.intensity)


def _way(relation: str, sides: tuple[str, str], by: str | None, on: str | None) -> tuple[int, int]:
    """(who acts, Observation.way); a wrong call where --by and --on are not the two sides."""
    first = relation.split("-")[0].strip().upper()
    other = sides[1] if first == sides[0] else sides[0]
    actor = by.strip().upper() if by else (_other(sides, on.strip().upper()) if on else first)
    target = on.strip().upper() if on else _other(sides, actor)
    if {actor, target} != set(sides):
        raise click.UsageError(f"--by and --on must be the two sides of {'-'.join(sides)}: {first} and {other}")
    if sides[0] == sides[1]:
        return 0, 2
    return sides.index(actor), sides.index(actor)


def _other(sides: tuple[str, str], side: str) -> str:
    return sides[1] if side == sides[0] else sides[0]
