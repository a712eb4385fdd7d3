"""``detente code IN.jsonl -o OUT.jsonl``"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from detente.cli.options import out_option
from detente.config import DEFAULT_PARSER
from detente.errors import DetenteError, TableError
from detente.types import Article, Coding


@click.command()
@click.argument("source", metavar="IN")
@out_option
@click.option("--model", default=DEFAULT_PARSER, show_default=True, help="The spaCy pipeline that parses.")
@click.option("--lexicon", multiple=True, type=click.Path(path_type=Path), help="A folder with tables of your own; may be given again.")
@click.option("--processes", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that code at once.")
@click.option("--everything", is_flag=True, help="Parse every sentence, also what a first look says can tell of nothing.")
@click.pass_context
def command(
    ctx: click.Context, source: str, out: str, model: str, lexicon: tuple[Path, ...], processes: int, everything: bool
) -> None:
    """Code the texts of IN (JSON lines {"id", "text", "date"?, "title"?}; - is standard input): a line out for each line in, in order."""
    from detente.cli.atomic import write_to
    from detente.cli.json_lines import to_json
    from detente.cli.safe_text import one_line
    from detente.cli.text_lines import text_articles
    from detente.events import code_articles
    from detente.lexicon import load_lexicon

    wrong: list[Exception] = []

    def report(error: TableError) -> None:
        wrong.append(error)
        click.echo(f"detente: {one_line(str(error), 1000)}", err=True)

    def broken(article: Article, error: Exception) -> None:
        wrong.append(error)
        what = f"{article.id}: could not be coded: {type(error).__name__}: {error} (a fault of the coder: please report it with the text)"
        if isinstance(error, DetenteError):
            what = str(error)
        click.echo(f"detente: {one_line(what, 1000)}", err=True)

    words, texts = load_lexicon(lexicon), text_articles(source, report)
    with write_to(out) as stream:
        for coding in code_articles(texts, lexicon=words, model=model, processes=processes, on_error=broken, look=not everything):
            stream.write(to_json(coding_json(coding)) + "\n")
    if wrong:
        ctx.exit(1)


def coding_json(coding: Coding) -> dict[str, Any]:
    """A coding as the contract wants it."""
    from detente.events.wire import assessment_to_json, event_to_json, forecast_to_json

    return {
        "id": coding.article,
        "events": [event_to_json(row) for row in coding.events],
        "assessments": [assessment_to_json(row) for row in coding.assessments],
        "forecasts": [forecast_to_json(row) for row in coding.forecasts],
    }
