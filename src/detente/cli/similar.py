"""``detente similar ARTICLE [DESK]``, and ``detente similar --corpus DOCS --queries IDS -o OUT`` for a corpus of any texts."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from detente.cli.options import desk_argument, json_option, out_option


@click.command()
@click.argument("article", required=False)
@desk_argument
@click.option("--kind", type=click.Choice(["story", "situation"]), default="story", show_default=True, help="What is alike.")
@click.option("--top", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many, at most.")
@click.option("--corpus", metavar="DOCS", help='JSON lines {"id", "text", "title"?, "date"?} to compare; - is standard input.')
@click.option("--queries", metavar="IDS", help="With --corpus: ids, one a line, to give lists for. Default: all.")
@click.option("--model", help="With --corpus: a folder with another embedding model as ONNX.")
@out_option
@json_option
def command(article: str | None, desk: Path, kind: str, top: int, corpus: str | None, queries: str | None, model: str | None, out: str,
            as_json: bool) -> None:  # fmt: skip
    """Articles like ARTICLE (its id, or the beginning of it): on the same story, or on the same kind of situation elsewhere.

    With --corpus: for each id of --queries its list, as JSON lines {"id", "similar": [{"id", "score", "why"}]}.
    """
    if corpus is not None:
        if article is not None:
            raise click.UsageError("either an ARTICLE of a desk or --corpus, not both")
        if corpus == queries == "-":
            raise click.UsageError("--corpus and --queries cannot both be standard input")
        _of_corpus(corpus, queries, kind, top, model, out)
        return
    if article is None:
        raise click.UsageError("name an ARTICLE of the desk, or texts with --corpus")
    if queries is not None or model is not None:
        raise click.UsageError("--queries and --model go with --corpus")
    _of_desk(article, desk, kind, top, out, as_json)


def _of_corpus(corpus: str, queries: str | None, kind: str, top: int, model: str | None, out: str) -> None:
    from detente.cli.atomic import write_to
    from detente.cli.json_lines import read_from
    from detente.similar.corpus import similar_from_files

    with ExitStack() as stack:
        docs = stack.enter_context(read_from(corpus))
        ids = stack.enter_context(read_from(queries)) if queries is not None else None
        similar_from_files(docs, ids, stack.enter_context(write_to(out)), top=top, kind=kind, model=model)


def _of_desk(given: str, desk: Path, kind: str, top: int, out: str, as_json: bool) -> None:
    from detente.cli.atomic import write_to
    from detente.cli.json_lines import to_json
    from detente.cli.opening import open_to_read
    from detente.cli.tables import print_table
    from detente.errors import NotFoundError

    opened = open_to_read(desk)
    articles = {article.id: article for article in opened.articles()}
    ids = [given] if given in articles else [each for each in articles if each.startswith(given)]
    if len(ids) != 1:
        raise NotFoundError(f"{len(ids) or 'no'} articles begin with {given!r}", hint="`detente articles` lists their ids")
    found = opened.similar(ids[0], kind, top)
    if as_json or out != "-":
        row: dict[str, Any] = {"id": ids[0], "similar": [{"id": n.id, "score": n.score, "why": n.why} for n in found]}
        with write_to(out) as stream:
            stream.write(to_json(row) + "\n")
        return
    rows = [(n.id, f"{n.score:.2f}", _day(articles[n.id]), articles[n.id].title, n.why) for n in found]
    said = f"{len(found)} on the same story as" if kind == "story" else f"{len(found)} on situations like"
    print_table(f"{said} “{articles[ids[0]].title}”, as of {opened.as_of()}", ("id", "score", "date", "title", "why"), rows)


def _day(article: Any) -> str:
    return f"{article.published:%Y-%m-%d}" if article.published else "undated"
