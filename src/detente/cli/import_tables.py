"""``detente import FORMAT FILE... [--desk DESK] [--name NAME] [-o OUT]``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from detente.events.tables.importing import Imported

FORMATS = ("icews", "gdelt", "polecat", "phoenix")
UNKNOWN_SHOWN = 10


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--desk", default=".", show_default=True, type=click.Path(path_type=Path), help="The desk to put the table into.")
@click.option("--name", metavar="NAME", help="What the desk calls the table. Default: the format.")
@click.option("-o", "--out", metavar="OUT", type=click.Path(path_type=Path), help="Write a Parquet file instead; no desk is needed.")
@click.option(
    "--allow-rejected", type=click.IntRange(0), default=0, show_default=True, metavar="N", help="So many rejected rows are no failure."
)
@click.option("--json", "as_json", is_flag=True, help="The counts as a line of JSON.")
@click.pass_context
def command(
    ctx: click.Context, form: str, files: tuple[Path, ...], desk: Path, name: str | None, out: Path | None, allow_rejected: int,
    as_json: bool,
) -> None:  # fmt: skip
    """Read published event files (plain, .gz or .zip) as an event table: ICEWS, GDELT 1.0 and 2.0, POLECAT, Phoenix.

    FORMAT: icews, gdelt, polecat or phoenix. The table goes into the desk's folder tables/NAME; a file that is there already adds nothing,
    others add to it. Rows that cannot be read are counted, listed with file, line and reason in a file beside the table, and left out.
    Exit status 1 if a file or more than --allow-rejected rows could not be read; what could be is kept.
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.safe_text import one_line
    from detente.cli.wording import counted

    if out is not None and name is not None:
        raise click.UsageError("give --name (a table of a desk) or -o (a file), not both")
    if out is not None:
        from detente.events.tables.importing import import_files, rejects_beside

        listed = rejects_beside(out)
        done: Imported | None = import_files(form, files, out, listed)
        where = str(out)
    else:
        done, listed, where = _into_desk(form, files, desk, name or form)
    if done is not None:
        for problem in done.failed:
            click.echo(f"problem: {one_line(str(problem), 1000)}", err=True)
        for file, line, reason in done.first:
            click.echo(f"rejected: {one_line(f'{file}, line {line}: {reason}', 300)}", err=True)
        if done.read.rejected:
            click.echo(f"{counted(done.read.rejected, 'row')} rejected; the list: {one_line(str(listed), 300)}", err=True)
        if done.read.unknown:
            names = ", ".join(f"{one_line(n, 60)!r} ({counted(rows, 'row')})" for n, rows in done.read.unknown[:UNKNOWN_SHOWN])
            many = len(done.read.unknown)
            stand = "is not known and stands" if many == 1 else "are not known and stand"
            click.echo(f"note: {counted(many, 'country', 'countries')} {stand} for no side: {names}", err=True)
    if as_json:
        print_lines([_counts(done, where)])
    else:
        click.echo(_words(done, where))
    if done is not None and (done.failed or done.read.rejected > allow_rejected):
        ctx.exit(1)


def _into_desk(form: str, files: tuple[Path, ...], where: Path, name: str) -> tuple[Imported | None, Path, str]:
    from datetime import UTC, datetime

    from detente.cli.safe_text import one_line
    from detente.desk_tables import import_into
    from detente.pipeline import open_desk

    desk = open_desk(where)
    done, listed = import_into(desk.path, desk.db, form, files, name, datetime.now(UTC), desk.lexicon())
    if name not in desk.config.tables:
        hint = f'to watch relations in it, put into detente.toml: [[table]] name = "{name}", and name it as a source'
        click.echo(f"note: {one_line(hint, 300)}", err=True)
    return done, listed, f"table {name}"


def _counts(done: Imported | None, where: str) -> dict[str, Any]:
    counts = ("rows", "events", "rejected", "unplaced", "merged", "before")
    if done is None:
        return {"where": where, "files": 0, **dict.fromkeys(counts, 0), "from": None, "to": None}
    read = done.read
    days = {"from": read.first_day.isoformat() if read.first_day else None, "to": read.last_day.isoformat() if read.last_day else None}
    return {"where": where, "files": len(done.files), **{key: getattr(read, key) for key in counts}, **days}


def _words(done: Imported | None, where: str) -> str:
    from detente.cli.wording import counted

    if done is None or not done.files:
        return f"{where}: nothing new; these files are in it already." if done is None else f"{where}: nothing was read."
    read = done.read
    span = f" of {read.first_day} to {read.last_day}" if read.first_day else ""
    files, rows, events = counted(len(done.files), "file"), counted(read.rows, "row"), counted(read.events, "new event")
    parts = [f"{where}: {files}, {rows}, {events}{span}"]
    parts += [f"{_tell(read.merged)} of the same events"] if read.merged else []
    parts += [f"{_tell(read.before)} of events it had"] if read.before else []
    parts += [f"{read.unplaced} {'names' if read.unplaced == 1 else 'name'} no country or known organisation"] if read.unplaced else []
    return "; ".join(parts) + (f"; {read.rejected} rejected." if read.rejected else ".")


def _tell(rows: int) -> str:
    return f"{rows} {'row tells' if rows == 1 else 'rows tell'}"
