"""``detente recode [DESK] [--accept]``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.cli.options import desk_argument, json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.opened_desk import Desk
    from detente.recoding import Recoding
    from detente.record.decisions import Correction
    from detente.types import Status


@click.command()
@desk_argument
@click.option("--accept", "accepted", is_flag=True, help="Store the new codings, and make anew what stands on them.")
@click.option("--processes", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that code at once.")
@json_option
@click.pass_context
def command(ctx: click.Context, desk: Path, accepted: bool, processes: int, as_json: bool) -> None:
    """Code every article anew by the present lexicon and version, and show which statuses that would change.

    Until it is accepted, what was coded before counts, and `detente run` codes new articles alone (on a desk where nobody has judged or
    published anything yet, it codes all anew). Without --accept nothing is stored. Corrections are kept: they hang on article and
    words. Those whose words now hold nothing, or something else, are listed. Exit status 1 if an article could not be coded.
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.progress import progress_bars
    from detente.cli.safe_text import one_line
    from detente.pipeline import open_desk
    from detente.recoding import accept, recode

    trail = _start_trail(desk) if accepted else False
    opened = open_desk(desk)
    with progress_bars() as progress:
        found = recode(opened, progress, processes)
    for problem in found.failed:
        click.echo(f"problem: {one_line(str(problem), 1000)}", err=True)
    if as_json:
        print_lines([_json(found, accepted)])
    else:
        _print(opened, found)
    if accepted:
        accept(opened, found)
        if trail:
            _write_trail(found)
        click.echo("Accepted: the record rests on the new codings.", err=as_json)
    elif not found.same_coder:
        click.echo("Nothing was stored. To accept it: detente recode --accept", err=as_json)
    if found.failed:
        ctx.exit(1)


def _start_trail(desk: Path) -> bool:
    """Where the folder is served as a web desk, an accepted recoding goes into its audit trail."""
    from detente.desk.secret import SECRET_FILE
    from detente.desk.start import installed, start_desk

    if not (desk / SECRET_FILE).exists() or not installed():
        return False
    start_desk(desk)
    return True


def _write_trail(found: Recoding) -> None:
    from detente.cli.user import terminal_user
    from detente.desk.people.trail import write_trail

    detail = {"from": found.before, "articles that differ": len(found.differ), "statuses that differ": len(found.moves)}
    write_trail(terminal_user(), "accepted", "recoding", found.after, detail)


def _print(desk: Desk, found: Recoding) -> None:
    from detente.cli.safe_text import one_line
    from detente.cli.tables import print_table
    from detente.cli.wording import COLOURS

    if found.same_coder:
        click.echo(f"The record holds what this coder made: {one_line(found.after, 200)}. There is nothing to recode.")
    else:
        click.echo(f"coded by: {one_line(found.before or 'nothing yet', 200)}\n now by: {one_line(found.after, 200)}")
    click.echo(f"{len(found.differ)} of {len(desk.counted())} articles tell something else now.")
    if found.moves:
        rows = [[_name(move.status), _words(move.before), _words(move.after)] for move in found.moves]
        colours = [COLOURS[move.status.change] for move in found.moves]
        print_table(f"{desk.config.title}: statuses that would differ", ["", "before", "after"], rows, colours)
    else:
        click.echo("No status would differ.")
    _list(found.lost, "find nothing at their words, and do nothing there")
    _list(found.otherwise, "find something else at their words than what they were made for: look at them")


def _name(status: Status) -> str:
    from detente.cli.wording import source_words

    return status.name + source_words(status, True) if status.source != "articles" else status.name


def _words(status: Status | None) -> str:
    from detente.cli.wording import change_words, level_words, probability_words

    if status is None:
        return "not watched"
    return ", ".join(filter(None, (change_words(status), level_words(status), probability_words(status))))


def _list(corrections: Sequence[Correction], what: str) -> None:
    from detente.cli.safe_text import one_line

    if corrections:
        click.echo(f"{len(corrections)} correction{'s' if len(corrections) > 1 else ''} {what}:")
    for c in corrections:
        click.echo(one_line(f"  {c.id} by {c.user}, {c.action}: “{one_line(c.quote, 80)}” in article {c.article} ({c.reason})", 240))


def _json(found: Recoding, accepted: bool) -> dict[str, Any]:
    from detente.json_rows import status_json

    def listed(corrections: Sequence[Correction]) -> list[dict[str, Any]]:
        return [{"id": c.id, "article": c.article, "action": c.action, "quote": c.quote, "user": c.user} for c in corrections]

    def told(status: Status | None) -> dict[str, Any] | None:
        return status_json(status) if status else None

    moves = [{"name": m.status.name, "before": told(m.before), "after": told(m.after)} for m in found.moves]
    return {
        "before": found.before, "after": found.after, "accepted": accepted, "differ": list(found.differ), "statuses": moves,
        "lost": listed(found.lost), "otherwise": listed(found.otherwise), "failed": len(found.failed),
    }  # fmt: skip
