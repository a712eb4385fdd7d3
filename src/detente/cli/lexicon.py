"""``detente lexicon check`` and ``detente lexicon show``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from detente.cli.options import Day, json_option
from detente.config import CONFIG_NAME, load_config


@click.group()
def command() -> None:
    """The tables of names and words: check them and a desk's own, or ask what they say of a word."""


def folders_of(place: Path) -> tuple[Path, ...]:
    """The folders with tables of a desk, or the folder itself where it is no desk. Raises ConfigError."""
    return load_config(place).lexicon_folders if (place / CONFIG_NAME).exists() else (place,)


def _here_if_a_desk() -> tuple[Path, ...]:
    return (Path(),) if Path(CONFIG_NAME).exists() else ()


@command.command()
@click.argument("places", metavar="[FOLDER_OR_DESK]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--names", is_flag=True, help="Also the names with two meanings in the built-in tables alone.")
@json_option
@click.pass_context
def check(ctx: click.Context, places: tuple[Path, ...], names: bool, as_json: bool) -> None:
    """Check every row of every table: the built-in ones, and those of a desk's lexicon folders or of a folder with tables.

    Says of each wrong row the file, the line, what is wrong and what to do; of each row of a desk what it adds, overrules or removes; and
    which of its names mean two actors on the same days. Without an argument: the built-in tables, and the current folder if it is a desk.
    Exit status 1 if a row is wrong.
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.lexicon_checks import check_folders
    from detente.cli.lexicon_wording import check_json, check_lines
    from detente.cli.safe_text import safe

    looked_at: list[tuple[str, tuple[Path, ...]]] = [("the built-in tables", ())]
    looked_at += [(str(place), folders_of(place)) for place in places or _here_if_a_desk()]
    wrong = 0
    for nth, (name, folders) in enumerate(looked_at):
        if nth and not folders:
            click.echo(f"{safe(name)}: no lexicon folders in {CONFIG_NAME}, so no tables of its own", err=as_json)
            continue
        report = check_folders(name, folders, with_names=bool(folders) or names, known_wrong=wrong if folders else 0)
        wrong += len(report.problems)
        if as_json:
            print_lines(check_json(report))
        else:
            for line in check_lines(report):
                click.echo(safe(line))
    if not as_json:
        click.echo("Nothing is wrong." if not wrong else f"{wrong} wrong.")
    if wrong:
        ctx.exit(1)


@command.command()
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
@click.option("--on", type=Day(), metavar="DATE", help="The day the text speaks of. Default: none, the newest holder of a name is meant.")
@click.option("--desk", type=click.Path(path_type=Path), help="Of a desk, with its own tables. Default: the current folder if it is one.")
@json_option
@click.pass_context
def show(ctx: click.Context, words: tuple[str, ...], on: date | None, desk: Path | None, as_json: bool) -> None:
    """Everything the tables say of each WORD (quote a name or phrase of several words).

    As a name: code, kind, office and days of every actor written so, each with its table and line, and which one is meant on a day. As a
    word of the coder: the verb's, noun's or operator's rules with class, CAMEO code and sides. Nothing known: the nearest spellings, and
    exit status 1.
    """
    from detente.cli.json_lines import print_lines
    from detente.cli.lexicon_checks import look_up
    from detente.cli.lexicon_wording import known_json, known_lines
    from detente.cli.safe_text import safe

    places = (desk,) if desk is not None else _here_if_a_desk()
    known = look_up(words, on, tuple(folder for place in places for folder in folders_of(place)))
    if as_json:
        print_lines(known_json(each) for each in known)
    else:
        for each in known:
            click.echo(safe("\n".join(known_lines(each))))
    if not all(each.is_known for each in known):
        ctx.exit(1)
