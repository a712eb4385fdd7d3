"""``detente search QUERY [DESK]``"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from detente.cli.options import Day, desk_argument, json_option
from detente.types import Realis

if TYPE_CHECKING:
    from detente.search import Found, Hit


@click.command()
@click.argument("query")
@desk_argument
@click.option("--kind", type=click.Choice(["article", "analysis", "event"]), help="Only these.")
@click.option("--actor", multiple=True, metavar="CODE", help="Who takes part, as in BLR, EUU or BLRGOV; several must all do.")
@click.option("--class", "plover", metavar="CLASS", help="Only events of this PLOVER class, and articles that tell of one.")
@click.option("--realis", type=click.Choice(get_args(Realis)), help="Only what is stated so.")
@click.option("--category", metavar="SLUG", help="Only under this category.")
@click.option("--relation", metavar="A-B", help="Only what bears on this relation.")
@click.option("--language", metavar="CODE", help="Only in this language.")
@click.option("--source", help="Only of this source, named as in the desk.")
@click.option("--from", "since", type=Day(), metavar="DATE", help="From this day.")
@click.option("--to", "until", type=Day(), metavar="DATE", help="Up to this day.")
@click.option("--sort", type=click.Choice(["best", "newest"]), default="best", show_default=True, help="What comes first.")
@click.option("--page", type=click.IntRange(1, 999999), default=1, show_default=True, help="Which page of the answer.")
@click.option("--per-page", type=click.IntRange(1, 100), default=20, show_default=True, help="How many on a page.")
@click.option("--public", is_flag=True, help="Only what readers of the pages may see. Default: all of the desk's articles, whole.")
@click.option("--facets", is_flag=True, help="Instead of what is found, how much of it there is of each kind, year, actor ...")
@json_option
def command(
    query: str, desk: Path, since: date | None, until: date | None, plover: str | None, actor: tuple[str, ...], per_page: int, public: bool,
    facets: bool, as_json: bool, **more: Any,
) -> None:  # fmt: skip
    """Find articles, analyses and events. All words of QUERY must be there; "two words" stand side by side, OR takes either, -word leaves
    out (after `--`, if it comes first). An empty QUERY ("") asks by the options alone.
    """
    from detente.desk_search import is_current, search
    from detente.errors import SearchError
    from detente.pipeline import open_desk
    from detente.search import query_from

    given = {"q": query, "class": plover, "from": since, "to": until, **more}
    try:
        asked = query_from([*((name, str(value)) for name, value in given.items() if value), *(("actor", code) for code in actor)])
    except SearchError as error:
        raise click.UsageError(str(error)) from None
    opened = open_desk(desk)
    found = search(opened, asked, public=public, per_page=per_page, facets=facets)
    if not is_current(opened):
        click.echo(f"note: the desk has changed since it was indexed; `detente run {desk}` brings the search up to date", err=True)
    if facets:
        _print_facets(found, as_json)
    else:
        _print_hits(found, as_json)


def _print_hits(found: Found, as_json: bool) -> None:
    from detente.cli.json_lines import print_lines
    from detente.cli.tables import print_table

    if as_json:
        print_lines(map(hit_json, found.hits))
        click.echo(_said(found), err=True)
        return
    if not found.hits:
        click.echo(_said(found))
        return
    rows = [(hit.id, str(hit.day or "undated"), hit.kind, hit.title_text, hit.snippet_text) for hit in found.hits]
    print_table(_said(found), ("id", "date", "kind", "title", "words"), rows)


def _print_facets(found: Found, as_json: bool) -> None:
    from detente.cli.json_lines import print_lines
    from detente.cli.tables import print_table

    rows = [(facet.name, value.value, value.count) for facet in found.facets for value in facet.values]
    if as_json:
        print_lines({"facet": name, "value": value, "count": count} for name, value, count in rows)
        click.echo(_said(found), err=True)
        return
    print_table(_said(found), ("facet", "count", "value"), [(name, str(count), value) for name, value, count in rows])


def _said(found: Found) -> str:
    total = f"more than {found.total} found, the newest {found.total} weighed and counted" if found.more else f"{found.total} found"
    following = f"; --page {found.next} shows more" if found.next else ""
    return f"{total}{following}{'. ' if found.note else ''}{found.note}"


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit as plain JSON values. marks: where in the snippet what was searched for stands, in code points."""
    marks, at = [], 0
    for span in hit.snippet:
        if span.marked:
            marks.append([at, at + len(span.text)])
        at += len(span.text)
    return {
        "key": hit.key, "kind": hit.kind, "id": hit.id, "title": hit.title_text, "day": hit.day.isoformat() if hit.day else None,
        "source": hit.source, "language": hit.language, "article": hit.article or None, "categories": list(hit.categories),
        "actors": list(hit.actors), "relations": list(hit.relations), "classes": list(hit.classes), "realis": list(hit.realis),
        "snippet": hit.snippet_text, "marks": marks, "score": round(hit.score, 4),
    }  # fmt: skip
