"""``detente plot RELATION|CATEGORY [DESK] -o OUT.svg|OUT.png``"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.options import Day, Period, as_of_option, desk_argument
from detente.config import DEFAULT_PERIOD_DAYS

if TYPE_CHECKING:
    from detente.pages.chart_parts import ChartSpec


@click.command()
@click.argument("name", metavar="RELATION|CATEGORY")
@desk_argument
@click.option("-o", "--out", required=True, metavar="OUT", help="The file to write, ending in .svg or .png; - is standard output, as SVG.")
@as_of_option
@click.option("--from", "start", type=Day(), metavar="DATE", help="The first day drawn. Default: all there is.")
@click.option("--to", "end", type=Day(), metavar="DATE", help="The last day drawn. Default: the last there is.")
@click.option("--width", type=click.IntRange(240, 8000), default=1080, show_default=True, metavar="PIXELS", help="How wide.")
@click.option("--table", metavar="EVENTS", help="Draw a relation of this event table (Parquet or CSV) instead of a desk's.")
@click.option("--period", type=Period(), default=f"{DEFAULT_PERIOD_DAYS}d", show_default=True, help="With --table: the span of a change.")
def command(
    name: str, desk: Path, out: str, as_of: date | None, start: date | None, end: date | None, width: int, table: str | None, period: int
) -> None:
    """Draw a relation (BLR-USA) or a category: the level with its 80 % band, the events, the steps of status, and the outlook.

    Of a desk the line is the level as one sees it now; of an event table, as it was said on each day. PNG needs the extra `plot`.
    """
    kind = "svg" if out == "-" else Path(out).suffix.lower().lstrip(".")
    if kind not in ("svg", "png"):
        raise click.UsageError(f"{out!r} ends in neither .svg nor .png")
    if start and end and start >= end:
        raise click.UsageError(f"--from {start} is not before --to {end}")
    from detente.cli.atomic import whole_file
    from detente.pages.chart_file import cropped, png_file, svg_file
    from detente.pages.wording import day_words

    spec, heading, days = _of_table(table, name, as_of, period) if table else _of_desk(desk, name, as_of)
    if (start and start >= spec.end) or (end and end <= spec.start):
        raise click.UsageError(f"the line runs from {spec.start} to {spec.end}: nothing of it is left")
    as_of_day, spec = spec.end, cropped(spec, start, end)
    note = f"Level and status over {days} days, as of {day_words(as_of_day)}"
    svg = svg_file(spec, width, heading, note)
    if out == "-":
        click.echo(svg, nl=False)
        return
    data = png_file(svg) if kind == "png" else svg.encode()
    with whole_file(out) as half:
        half.write_bytes(data)


def _of_table(table: str, name: str, as_of: date | None, period: int) -> tuple[ChartSpec, str, int]:
    from detente.desk_statuses import relation_sides
    from detente.lexicon import load_lexicon
    from detente.pages.chart_of_table import table_chart
    from detente.relations.one_pair import follow_pair

    sides = relation_sides(name)
    names = load_lexicon().display_name
    days, rows = follow_pair(table, sides, as_of, period)
    called = " – ".join(names(side) or side for side in dict.fromkeys(sides))
    return table_chart("-".join(sides), days, rows, lambda code: names(code) or code, period), called, period


def _of_desk(desk: Path, name: str, as_of: date | None) -> tuple[ChartSpec, str, int]:
    from detente.cli.opening import open_to_read
    from detente.desk_statuses import relation_sides
    from detente.lexicon import load_lexicon
    from detente.pages.chart_specs import plain_chart
    from detente.pages.material import gather
    from detente.pages.rows import relation_title

    opened = open_to_read(desk)
    names = load_lexicon(opened.config.lexicon_folders).display_name
    material = gather(opened, as_of, lambda code: names(code) or code)
    category = opened.category(name)
    joined = category.name if category else "-".join(relation_sides(name))
    title = category.name if category else relation_title(material, joined)
    return plain_chart(material, joined, title), title, opened.config.period_days
