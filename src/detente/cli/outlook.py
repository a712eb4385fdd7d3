"""``detente outlook [DESK] [NAME]``"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.cli.options import as_of_option, desk_argument, json_option

if TYPE_CHECKING:
    from detente.events.scales import Band
    from detente.types import Outlook, Spread


@click.command()
@desk_argument
@click.argument("name", required=False)
@as_of_option
@json_option
def command(desk: Path, name: str | None, as_of: date | None, as_json: bool) -> None:
    """What is to be expected of a desk's categories and relations.

    The level a period ahead and the chances of each change, in numbers and in the words of ICD 203; the events of cooperation and conflict
    of the next seven days, beside no change and the long-run mean. Intervals hold 80 %. NAME: one category, or any relation (BLR-USA), in
    sentences; alone it is taken as a NAME where there is no such folder.
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read
    from detente.config import CONFIG_NAME
    from detente.errors import NotFoundError
    from detente.lexicon import load_lexicon
    from detente.relations.outlook.wording import bands, skill_sentence

    if name is None and not desk.exists():
        desk, name = Path(), str(desk)
        if not (desk / CONFIG_NAME).exists():
            hint = "name the desk first: detente outlook DESK NAME"
            raise NotFoundError(f"no folder {name!r}, and the current one is no desk", hint=hint)
    opened = open_to_read(desk)
    day = opened.as_of(as_of)
    found = opened.outlooks(day) if name is None else [opened.outlook(name, day)]
    rows = bands(load_lexicon(opened.config.lexicon_folders))
    if as_json:
        print_lines(outlook_json(outlook, rows) for outlook in found)
        click.echo(f"as of {day}", err=True)
        return
    if name is None:
        _print_all(opened.config.title, found, rows, day)
    else:
        _print_one(found[0], rows)
    click.echo(skill_sentence(str(desk)))


def outlook_json(outlook: Outlook, rows: list[Band]) -> dict[str, Any]:
    """An outlook as ``detente outlook --json`` prints it: forecasts by name, chances with their words."""
    from detente.relations.outlook.wording import chance_words

    three = {
        name: dict(zip(("expected", "no_change", "long_run_mean"), map(asdict, getattr(outlook, name)), strict=True))
        for name in ("cooperation", "conflict", "balance")
    }
    chances = {key: getattr(outlook, key) for key in ("p_improved", "p_unchanged", "p_deteriorated", "says_improved", "says_deteriorated")}
    return {
        "name": outlook.name,
        "kind": outlook.kind,
        "as_of": outlook.as_of.isoformat(),
        "period_days": outlook.period_days,
        "level": asdict(outlook.level) if outlook.level else None,
        **chances,
        "words": {key.removeprefix("p_"): chance_words(chance, rows) for key, chance in chances.items() if chance is not None},
        **three,
        "thin": outlook.thin,
    }


def _print_all(title: str, found: list[Outlook], rows: list[Band], day: date) -> None:
    from detente.cli.tables import print_table
    from detente.relations.outlook.wording import chance_words
    from detente.relations.signed import plain, signed

    columns = ("", "level", "improved", "unchanged", "deteriorated", "cooperation", "conflict", "balance", "weak")
    cells = [
        (
            o.name if o.kind == "category" else f"  {o.name}",
            _spread(o.level) if o.level else "–",
            *("–" if p is None else chance_words(p, rows) for p in (o.p_improved, o.p_unchanged, o.p_deteriorated)),
            *(_beside(three, number) for three, number in ((o.cooperation, plain), (o.conflict, plain), (o.balance, signed))),
            o.thin,
        )
        for o in found
    ]
    days = found[0].period_days if found else 0
    print_table(
        f"{title}: outlook as of {day}: level in {days} days; next week's events: expected; no change; long-run mean", columns, cells
    )


def _print_one(outlook: Outlook, rows: list[Band]) -> None:
    from detente.cli.safe_text import one_line
    from detente.relations.outlook.wording import outlook_sentences

    click.echo(one_line(f"{outlook.name}: outlook as of {outlook.as_of}", 300))
    for sentence in outlook_sentences(outlook, rows):
        click.echo(f"  {sentence}")


def _beside(three: tuple[Spread, Spread, Spread], number: Callable[[float], str]) -> str:
    """What is expected with its whole numbers; no change; the long-run mean."""
    ours, same, usual = three
    return f"{number(ours.mean)} ({ours.low:.0f}…{ours.high:.0f}); {number(same.mean)}; {number(usual.mean)}"


def _spread(spread: Spread) -> str:
    from detente.relations.signed import signed

    return f"{signed(spread.mean)} ({signed(spread.low)}…{signed(spread.high)})"
