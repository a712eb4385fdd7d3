"""``detente relations EVENTS --from DATE --to DATE --every week -o STATUSES``"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from detente.cli.options import Day, Period, json_option
from detente.config import DEFAULT_PERIOD_DAYS
from detente.relations.signed import signed


@click.command()
@click.argument("table", metavar="EVENTS")
@click.option(
    "--from", "start", type=Day(), required=True, metavar="DATE", help="The first day to give statuses for; earlier rows warm up."
)
@click.option("--to", "end", type=Day(), required=True, metavar="DATE", help="The last day.")
@click.option("--every", type=click.Choice(["week", "month", "day"]), required=True, help="How often.")
@click.option("--period", type=Period(), default=f"{DEFAULT_PERIOD_DAYS}d", show_default=True, help="The span a change is measured over.")
@click.option(
    "--state",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Go on where an earlier run stopped, and leave FILE for the next: rows up to its last day are not read again.",
)
@click.option("-o", "--out", metavar="OUT", help="The file to write; - is standard output, and the default where that is no terminal.")
@click.option("--table", "as_table", is_flag=True, help="Show what moved most instead; the default on a terminal. With -o both.")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, metavar="N", help="With a table: relations each way.")
@json_option
def command(
    table: str,
    start: date,
    end: date,
    every: Literal["week", "month", "day"],
    period: int,
    state: Path | None,
    out: str | None,
    as_table: bool,
    top: int,
    as_json: bool,
) -> None:
    """Statuses of every relation in a table of events (Parquet or CSV; - is standard input).

    Columns in: date, actor, recipient, plover, cameo, intensity, count. Out: side_a, side_b, as_of, level, low, high, change,
    p_improved, p_deteriorated, events; Parquet, or CSV where OUT ends so or is -. --table: the relations whose level moved most from the
    first day to the last, up and down.
    """
    from detente.cli.atomic import whole_file
    from detente.relations.table import assess_relations, write_statuses

    if start > end:
        raise click.UsageError(f"--from {start} is after --to {end}")
    with _input(table) as path:
        statuses = assess_relations(path, start=start, end=end, every=every, period_days=period, state=state)
    if as_table or (out is None and not as_json and sys.stdout.isatty()):
        if out == "-":
            raise click.UsageError("--table and -o - both go to standard output; name a file")
        _print_moved(statuses, top)
        if out is None:
            return
    out = out or "-"
    if as_json:
        _write_json(statuses, out)
    elif out == "-":
        with tempfile.TemporaryDirectory() as folder:
            half = Path(folder) / "statuses.csv"
            write_statuses(statuses, half)
            with half.open("rb") as stream:
                shutil.copyfileobj(stream, sys.stdout.buffer)
    else:
        with whole_file(out) as half:
            write_statuses(statuses, half)


def _print_moved(statuses: Any, top: int) -> None:
    """Two tables: what improved most and what deteriorated most."""
    from detente.cli.tables import print_table
    from detente.cli.wording import ARROWS, COLOURS
    from detente.relations.moved import moved_most

    days = sorted(set(statuses.column("as_of").to_pylist()))
    if not days:
        click.echo("no relation in the table")
        return
    for title, part in zip(("improved most", "deteriorated most"), moved_most(statuses, top), strict=True):
        rows = [
            [
                m.relation,
                f"{signed(m.before, 2)} → {signed(m.after, 2)}",
                signed(m.moved, 2),
                f"{ARROWS[m.change]} {m.change}",
                chances(m),
                str(m.events),
            ]
            for m in part
        ]
        columns = ("", "level", "moved", "change", "improved / deteriorated", "events")
        print_table(f"{title}, {days[0]} to {days[-1]}", columns, rows, [COLOURS[m.change] for m in part])


def chances(moved: Any) -> str:
    return "–" if moved.p_improved is None else f"{moved.p_improved:.0%} / {moved.p_deteriorated:.0%}"


@contextmanager
def _input(place: str) -> Iterator[Path]:
    """The table's file; standard input is kept in one for as long as it is needed, since Parquet is read from its end."""
    if place != "-":
        yield Path(place)
        return
    with tempfile.TemporaryDirectory() as folder:
        first = sys.stdin.buffer.read(4)
        path = Path(folder) / ("events.parquet" if first == b"PAR1" else "events.csv")
        with path.open("wb") as stream:
            stream.write(first)
            shutil.copyfileobj(sys.stdin.buffer, stream)
        yield path


def _write_json(statuses: Any, out: str) -> None:
    from detente.cli.atomic import write_to
    from detente.cli.json_lines import to_json

    columns = [[_plain(value) for value in statuses.column(name).to_pylist()] for name in statuses.column_names]
    with write_to(out) as stream:
        for row in zip(*columns, strict=True):
            stream.write(to_json(dict(zip(statuses.column_names, row, strict=True))) + "\n")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
