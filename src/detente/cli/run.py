"""``detente run [DESK] [PATH ...]``"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from detente.cli.options import json_option


def split_arguments(given: tuple[Path, ...]) -> tuple[Path, tuple[Path, ...]]:
    """The desk and the paths: the first argument is the desk if it holds detente.toml, or if the current folder is no desk."""
    from detente.config import CONFIG_NAME

    if given and ((given[0] / CONFIG_NAME).is_file() or not Path(CONFIG_NAME).is_file()):
        return given[0], given[1:]
    return Path(), given


@click.command()
@click.argument("given", metavar="[DESK] [PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--processes", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that code at once.")
@json_option
@click.pass_context
def command(ctx: click.Context, given: tuple[Path, ...], processes: int, as_json: bool) -> None:
    """Read what is new in the desk's articles folder, and in each PATH (file or folder), in place; code it; show where everything stands.

    Running twice adds nothing. Where people have judged or published by what is coded, a new lexicon or version codes new articles alone,
    and the others stay until `detente recode --accept`; elsewhere it codes all of them anew. Exit status 1 if
    something asked for could not be read; what could be is kept.
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import outdated_note
    from detente.cli.progress import progress_bars
    from detente.cli.safe_text import one_line
    from detente.cli.tables import print_statuses
    from detente.errors import NotFoundError
    from detente.json_rows import status_json
    from detente.pipeline import open_desk, run

    where, paths = split_arguments(given)
    desk = open_desk(where)
    with progress_bars() as progress:
        summary = run(desk, paths, progress, processes)
    for problem in summary.problems:
        click.echo(f"{'problem' if problem.fatal else 'note'}: {one_line(str(problem), 1000)}", err=True)
    if summary.outdated:
        click.echo(outdated_note(where, summary.outdated), err=True)
    try:
        as_of = desk.as_of()
    except NotFoundError as error:
        as_of = None
        click.echo(f"detente: {one_line(str(error), 1000)}", err=True)
    statuses = desk.statuses(as_of) if as_of else []
    if as_json:
        counts = {key: value for key, value in asdict(summary).items() if key != "problems"}
        problems = [asdict(problem) for problem in summary.problems]
        day = as_of.isoformat() if as_of else None
        print_lines(
            [{"as_of": day, **counts, "complete": summary.complete, "problems": problems, "statuses": [status_json(s) for s in statuses]}]
        )
    elif as_of:
        print_statuses(desk, statuses, as_of)
        if not statuses:
            click.echo("No category and no relation is watched and none is told of: name some in detente.toml.")
    click.echo(_words(summary), err=as_json)
    if not summary.complete:
        ctx.exit(1)


def _words(summary: object) -> str:
    from detente.pipeline import RunSummary

    assert isinstance(summary, RunSummary)
    not_coded = ", ".join(f"{count} in {language!r}" for language, count in summary.not_coded.items())
    fatal = sum(problem.fatal for problem in summary.problems)
    parts = [
        f"{summary.files_read} files read, {summary.files_unchanged} as before",
        f"{summary.articles} articles, {summary.articles_new} new, {summary.duplicates} duplicates",
        f"{summary.coded} coded now" + (f", not coded: {not_coded}" if not_coded else ""),
    ]
    notes = len(summary.problems) - fatal
    return "; ".join(parts) + (f"; {fatal} problems" if fatal else "") + (f"; {notes} notes" if notes else "") + "."
