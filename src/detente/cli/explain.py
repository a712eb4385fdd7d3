"""``detente explain WHAT [DESK]``: WHAT is a relation, a category, an event, or status:NAME@DATE; or ``--text``, any sentence."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.options import Day, as_of_option, desk_argument, json_option
from detente.errors import NotFoundError
from detente.types import Article, Assessment, Event, Forecast

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.relations.table_observations import Behind

# Ids are hashes: from this many characters on, a beginning that only one id has stands for it.
SHORTEST_ID = 6
# Each mention's article is parsed anew, some 30 ms: of a much told event the first ones are tried.
MOST_MENTIONS = 20


@click.command()
@click.option("--text", metavar="TEXT", help="Code these sentences (- for standard input) and show how, without a desk.")
@click.option("--date", "published", type=Day(), metavar="DATE", help="With --text: the day it was published.")
@click.argument("what", metavar="WHAT", required=False)
@desk_argument
@as_of_option
@click.option("--source", metavar="SOURCE", default="", help="Only what rests on this: articles, or the name of an imported table.")
@json_option
def command(what: str | None, desk: Path, as_of: date | None, source: str, text: str | None, published: date | None, as_json: bool) -> None:
    """Why a status or an event is what it is.

    WHAT: a relation (BLR-USA) or a category: the level then and now and every driver with its share, words and place; the shares add
    up to the change; from each source it rests on, where there are several; for a relation also what would change its status, and its
    dynamics. status:NAME@DATE: the same as of a day. An event's id (or its beginning): sentence, clause, rule, days; of an imported
    table's, its published rows.
    With --text instead of WHAT: every clause of the sentences given, what each was taken for, by which rule, and why not.
    """
    if (what is None) == (text is None):
        raise click.UsageError("give WHAT (a relation, a category, an event) or --text TEXT")
    if text is not None:
        _explain_text(sys.stdin.read() if text == "-" else text, published, as_json)
        return
    assert what is not None
    from detente.cli.json_lines import print_lines
    from detente.cli.opening import open_to_read
    from detente.cli.safe_text import safe
    from detente.cli.status_explained import behind_lines, status_lines, status_rows, table_rows

    opened = open_to_read(desk)
    if what.startswith("status:") and "@" not in what:
        what = what.removeprefix("status:")
    if match := re.fullmatch(r"status:(.+)@([^@]+)", what, re.DOTALL):
        what = match[1]
        try:
            as_of = date.fromisoformat(match[2])
        except ValueError:
            raise click.UsageError(f"{match[2]!r} is no day; as in status:BLR-USA@2016-05-31") from None
    elif row := find_told(opened, what):
        if as_json:
            from detente.json_rows import told_json

            print_lines([told_json(row)])
        else:
            click.echo(safe(told_explained(opened, row)))
        return
    elif (found := find_in_tables(opened, what)) is not None:
        if as_json:
            print_lines([{"id": found.id, **table_rows(found)}])
        else:
            for line in behind_lines(found):
                click.echo(safe(line))
        return
    day = opened.as_of(as_of)
    statuses = [opened.status(what, day, source)] if source else opened.statuses_from(what, day)
    if as_json:
        print_lines(status_rows(opened, status) for status in statuses)
    else:
        for number, status in enumerate(statuses):
            for line in ["", *status_lines(opened, status)] if number else status_lines(opened, status):
                click.echo(safe(line))


def _explain_text(text: str, published: date | None, as_json: bool) -> None:
    from detente.cli.json_lines import print_lines
    from detente.cli.safe_text import safe
    from detente.events import code_events
    from detente.events.explain import explain_article
    from detente.events.wire import event_to_json

    if not text.strip():
        raise click.UsageError("--text is empty; give a sentence")
    article = Article(id="text", title="", text=text, published=datetime.combine(published, time()) if published else None)
    if as_json:
        print_lines([event_to_json(event) for event in code_events(article).events])
    else:
        click.echo(safe(explain_article(article)))


def find_told(desk: Desk, key: str) -> Event | Assessment | Forecast | None:
    """The event, assessment or forecast whose id is or begins with ``key``. Raises NotFoundError where several do."""
    if len(key) < SHORTEST_ID or desk.category(key):
        return None
    told = desk.told()
    rows: tuple[Event | Assessment | Forecast, ...] = (*told.events, *told.assessments, *told.forecasts)
    found = [row for row in rows if row.id == key] or [row for row in rows if row.id.startswith(key)]
    if len(found) > 1:
        raise NotFoundError(f"{len(found)} ids begin with {key!r}", hint="give more of it")
    return found[0] if found else None


def find_in_tables(desk: Desk, key: str) -> Behind | None:
    """What stands behind the id of a driver from an imported table, or its beginning."""
    return desk.find_behind(key) if re.fullmatch(r"[0-9a-f]{6,16}", key) and not desk.category(key) else None


def told_explained(desk: Desk, row: Event | Assessment | Forecast) -> str:
    """An event down to sentence, clause, rule and days; an assessment or forecast with its words and places."""
    from detente.cli.status_explained import mention_line
    from detente.cli.wording import days_words, what_words

    lines = [f"{row.id}  {days_words(row)}  {what_words(row)}"]
    lines += [mention_line(desk, mention) for mention in row.mentions]
    lines.append(f"rule: {row.rule}" + (f"; days: {row.date_source or 'open'}" if isinstance(row, Event) else ""))
    if isinstance(row, Event) and row.mentions:
        lines += ["", _coding_explained(desk, row)]
    return "\n".join(lines)


def _coding_explained(desk: Desk, event: Event) -> str:
    """How the coder came to the event: of the mention its rule is from, else of the first. (A merged event has the best telling's rule.)"""
    from detente.events.explain import explain_event

    told = []
    for mention in event.mentions[:MOST_MENTIONS]:
        alone = replace(event, mentions=(mention,))
        text = explain_event(alone, desk.article(mention.article), lexicon=desk.lexicon(), model=desk.config.model)
        if f"rule {event.rule};" in text:
            return text
        told.append(text)
    return told[0]
