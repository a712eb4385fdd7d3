"""``detente forecasts [DESK]``: the ledger of forecasts and how good they were."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.options import desk_argument, json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.record.forecast_ledger import LedgerForecast
    from detente.record.forecast_scores import ScoreRow

STATES = ("open", "due", "yes", "no", "void")
STATEMENT = 120


@click.command()
@desk_argument
@click.option("--category", metavar="NAME", help="Only of a category or relation.")
@click.option("--author", metavar="NAME", help="Only of an author.")
@click.option("--state", type=click.Choice(STATES), help="Only those that are open, due, or came out so.")
@json_option
def command(desk: Path, category: str | None, author: str | None, state: str | None, as_json: bool) -> None:
    """The forecasts that were published, newest first, and their scores: all together, by category and by author.

    A forecast is open until its deadline, then due until somebody resolves it: yes, no or void. The Brier score (0 is perfect, 0.25 a coin)
    stands beside that of the base rate, known afterwards, and of "no change". Below ten resolved forecasts nothing is judged. With
    --json each forecast is a line of kind "forecast", then each score one of kind "score"; --state chooses the forecasts shown and not
    those judged.
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read
    from detente.json_rows import forecast_json, score_json
    from detente.record.forecast_scores import score_rows

    opened = open_to_read(desk)
    today = datetime.now(UTC).date()
    rows = opened.ledger(category=category, author=author)
    shown = [row for row in rows if state is None or row.state(today) == state]
    scores = score_rows(rows, today) if rows else []
    if as_json:
        print_lines([*(forecast_json(row, today) for row in shown), *(score_json(row) for row in scores)])
    else:
        _print(shown, scores, today)


def _print(rows: Sequence[LedgerForecast], scores: Sequence[ScoreRow], today: date) -> None:
    from detente.cli.safe_text import one_line
    from detente.cli.tables import print_table
    from detente.pages.wording import estimative, percent
    from detente.relations.outlook.ledger import score_sentence

    if not rows:
        click.echo("no such forecast in the ledger: one is made when an analysis is published, or at the desk (detente serve)")
    else:
        cells = [
            [str(row.id), row.state(today), f"{percent(row.probability)}, {estimative(row.probability)}", str(row.deadline),
             one_line(row.category, 60), one_line(row.author, 60), one_line(row.statement, STATEMENT)]
            for row in rows
        ]  # fmt: skip
        print_table("forecasts", ("", "state", "said", "deadline", "category", "author", "statement"), cells)
    for found in scores:
        name = found.name if found.of == "all" else f"{found.of} {one_line(found.name, 80)}"
        click.echo(f"{name}: {score_sentence(found.score)}")
