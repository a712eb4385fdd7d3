"""``detente articles [DESK]``"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.options import as_of_option, desk_argument, json_option

if TYPE_CHECKING:
    from detente.published import PublishedAnalysis


@click.command()
@desk_argument
@as_of_option
@click.option("--own", is_flag=True, help="The analyses the desk itself has published, with the status each one froze.")
@json_option
def command(desk: Path, as_of: date | None, own: bool, as_json: bool) -> None:
    """The articles of a desk, newest first; with --as-of, those published up to that day."""
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read
    from detente.cli.tables import print_table
    from detente.json_rows import article_json

    opened = open_to_read(desk)
    if own:
        _print_own(opened.analyses(), as_of, as_json)
        return
    articles = opened.articles()
    if as_of is not None:
        articles = [article for article in articles if article.published is not None and article.published.date() <= as_of]
    if as_json:
        print_lines(article_json(article) for article in articles)
        return
    rows = [
        (a.id, f"{a.published:%Y-%m-%d}" if a.published else "undated", a.language, a.duplicate_of or "", a.source or a.file, a.title)
        for a in articles
    ]
    newest = opened.as_of(as_of) if any(article.published for article in articles) else as_of
    said = f", as of {newest}" if newest else ""
    print_table(f"{len(articles)} articles{said}", ("id", "date", "language", "duplicate of", "source", "title"), rows)


def _print_own(analyses: list[PublishedAnalysis], as_of: date | None, as_json: bool) -> None:
    """What the desk wrote: all that stands on the pages, or a line each."""
    from detente.cli.json_lines import print_lines
    from detente.cli.tables import print_table
    from detente.json_rows import analysis_json

    shown = [a for a in analyses if as_of is None or a.published.date() <= as_of]
    if as_json:
        print_lines(analysis_json(a) for a in shown)
        return
    rows = [(a.slug, f"{a.published:%Y-%m-%d}", a.category, _change(a), str(len(a.forecasts())), a.author, a.title) for a in shown]
    print_table(f"{len(shown)} analyses", ("slug", "date", "category", "status", "forecasts", "author", "title"), rows)


def _change(analysis: PublishedAnalysis) -> str:
    return analysis.status.shown.change if analysis.status else ""
