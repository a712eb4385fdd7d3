"""``detente init DIR``"""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", default="", help="The desk's name. Default: the folder's.")
def command(folder: Path, title: str) -> None:
    """Make a desk in the folder DIR: settings to fill in, folders, the database."""
    from detente.cli.safe_text import one_line
    from detente.pipeline import init_desk

    desk = init_desk(folder, title)
    where = one_line(str(folder), 200)
    click.echo(f"{one_line(desk.config.title, 100)}: a desk in {where}")
    click.echo(f"Next: name categories in {where}/detente.toml, put articles into {where}/articles, and type: detente run {where}")
