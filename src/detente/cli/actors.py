"""``detente actors IN.jsonl -o OUT.jsonl``"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from detente.cli.options import out_option
from detente.config import DEFAULT_PARSER
from detente.errors import TableError


@click.command()
@click.argument("source", metavar="IN")
@out_option
@click.option("--model", default=DEFAULT_PARSER, show_default=True, help="The spaCy pipeline that parses.")
@click.option("--lexicon", multiple=True, type=click.Path(path_type=Path), help="A folder with tables of your own; may be given again.")
@click.pass_context
def command(ctx: click.Context, source: str, out: str, model: str, lexicon: tuple[Path, ...]) -> None:
    """Who the texts of IN are about (JSON lines {"id", "text", "date"?, "title"?}; - is standard input).

    A line out for each line in, in order: {"id", "countries", "actors": [{"code", "name", "text", "start", "end"}]}. Countries: those the
    text is about, most central first.
    """
    from detente.cli.atomic import write_to
    from detente.cli.json_lines import to_json
    from detente.cli.safe_text import one_line
    from detente.cli.text_lines import text_articles
    from detente.lexicon import load_lexicon
    from detente.text_actors import text_actors

    wrong: list[TableError] = []

    def report(error: TableError) -> None:
        wrong.append(error)
        click.echo(f"detente: {one_line(str(error), 1000)}", err=True)

    with write_to(out) as stream:
        for found in text_actors(text_articles(source, report), load_lexicon(lexicon), model):
            row = {"id": found.id, "countries": list(found.countries), "actors": [asdict(actor) for actor in found.actors]}
            stream.write(to_json(row) + "\n")
    if wrong:
        ctx.exit(1)
