"""``detente backtest EVENTS|DESK``"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.cli.options import Day, Period, json_option
from detente.config import DEFAULT_PERIOD_DAYS

if TYPE_CHECKING:
    from detente.relations.outlook.backtest import Backtest

LEAST_OF_TABLE, LEAST_OF_DESK = 100, 10


@click.command()
@click.argument("source", metavar="EVENTS|DESK", type=click.Path(path_type=Path))
@click.option("--from", "start", type=Day(), metavar="DATE", help="The first day to forecast. Default: after twelve weeks.")
@click.option("--to", "end", type=Day(), metavar="DATE", help="The last day. Default: the newest.")
@click.option(
    "--least", type=click.IntRange(1), metavar="N", help=f"Events a relation needs. Default: {LEAST_OF_TABLE}, of a desk {LEAST_OF_DESK}."
)
@click.option("--period", type=Period(), help=f"The span of a change of level. Default: the desk's, of a table {DEFAULT_PERIOD_DAYS}d.")
@click.option("--plot", "plot", metavar="OUT.svg", help="Write a picture of PIT and reliability.")
@json_option
def command(
    source: Path, start: date | None, end: date | None, least: int | None, period: int | None, plot: str | None, as_json: bool
) -> None:
    """How good the outlooks of a table of events (Parquet or CSV) or of a desk would have been.

    Every week the next week's cooperation, conflict and balance are forecast as one would have then, and judged by what came: CRPS against
    no change and the long-run mean, each with the spread of its own past errors; Brier scores with reliability; what 80 % intervals held.
    Skill has 90 % intervals by bootstrap over relations and weeks, and where there is none the last lines say so.
    """
    from detente.cli.atomic import write_to
    from detente.cli.json_lines import print_lines
    from detente.relations.outlook.backtest import backtest
    from detente.relations.outlook.inputs import first_week, of_observations, of_table, span_of_observations, span_of_table
    from detente.relations.outlook.report import backtest_json, picture

    if start is not None and end is not None and start > end:
        raise click.UsageError(f"--from {start} is after --to {end}")
    if source.is_dir():
        from detente.cli.opening import open_to_read

        desk = open_to_read(source)
        day = desk.as_of()
        observed = desk.observations(day)
        _check_days(start, end, (span_of_observations(observed) or (day, day))[0], day)
        day = min(end or day, day)  # the weeks after the newest article are not quiet: nobody has read them
        weekly, levels = of_observations(observed, day, least or LEAST_OF_DESK, period or desk.config.period_days)
    else:
        span = span_of_table(source) if start or end else None
        if span is not None:
            _check_days(start, end, *span)
            end = min(end, span[1]) if end else None
        weekly, levels = of_table(source, least or LEAST_OF_TABLE, period or DEFAULT_PERIOD_DAYS, end)
    result = backtest(weekly, first_week(weekly, start), levels)
    if plot is not None:
        with write_to(plot) as stream:
            stream.write(picture(result))
    if as_json:
        print_lines([backtest_json(result)])
    else:
        _print(result)


def _check_days(start: date | None, end: date | None, first: date, newest: date) -> None:
    """Raises UsageError where nothing is known of the days asked for."""
    if start is not None and start > newest:
        raise click.UsageError(f"--from {start} is after the newest day there is, {newest}")
    if end is not None and end < first:
        raise click.UsageError(f"--to {end} is before the first day there is, {first}")


def _print(result: Backtest) -> None:
    from detente.cli.tables import print_table
    from detente.relations.outlook.report import chance_rows, interval_rows, reliability_rows, skill_rows, summary

    tables: list[tuple[str, tuple[str, ...], Any]] = [
        (
            "next week's counts: CRPS in events, less is better",
            ("", "against", "CRPS", "theirs", "skill (90 %)", "relations", ""),
            skill_rows,
        ),
        (
            "80 % intervals: held by the PIT; by whole numbers, and what those said; tenths of the PIT",
            ("", "PIT", "whole", "said", "tenths"),
            interval_rows,
        ),
        ("chances", ("", "said", "came", "Brier", "against", "theirs", "skill (90 %)", ""), chance_rows),
        ("reliability: | is what was said, the bar what came", ("", "times", "said", "came", ""), reliability_rows),
    ]
    for title, columns, rows in tables:
        print_table(title, columns, rows(result))
    for line in summary(result):
        click.echo(line)
