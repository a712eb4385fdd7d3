"""``detente articles [DESK]``"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from detente.cli.options import as_of_option, desk_argument, json_option


@click.command()
@desk_argument
@as_of_option
@json_option
def command(desk: Path, as_of: date | None, as_json: bool) -> None:
    """The articles of a desk, newest first; with --as-of, those published up to that day."""
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read
    from detente.cli.tables import print_table
    from detente.cli.wording import article_json

    opened = open_to_read(desk)
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
