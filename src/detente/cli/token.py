"""``detente token add|list|revoke``"""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.options import json_option
from detente.cli.user import desk_option, shown, start, terminal_user


@click.group()
def command() -> None:
    """With what programs read the desk's own data through the API, as a user and with that user's rights. Needs the extra detente[desk]."""


@command.command()
@click.argument("name")
@click.option("--label", required=True, help="What it is for, such as the program or machine.")
@desk_option
def add(name: str, label: str, desk: Path) -> None:
    """Make a token of the user NAME. It is printed this once, alone on standard output."""
    from detente.desk.api.tokens import make_token
    from detente.desk.people.accounts import find_user
    from detente.desk.people.trail import write_trail

    start(desk)
    from django.db import transaction

    user = find_user(name)
    with transaction.atomic():
        number, words = make_token(user, label)
        write_trail(terminal_user(), "made", "token", str(number), {"label": " ".join(label.split()), "of": name})
    click.echo(words)
    click.echo(f"token {number} of {shown(name)}: it cannot be shown again", err=True)


@command.command(name="list")
@click.option("--user", "name", metavar="NAME", help="Only of a user.")
@json_option
@desk_option
def list_(name: str | None, as_json: bool, desk: Path) -> None:
    """The tokens, newest first: whose, for what, when last used. Not their words: nobody has those but who made them."""
    from dataclasses import asdict

    from detente.cli.json_lines import print_lines
    from detente.desk.api.tokens import tokens
    from detente.desk.people.accounts import find_user

    start(desk)
    rows = tokens(find_user(name) if name else None)
    if as_json:
        print_lines(asdict(row) for row in rows)
        return
    for row in rows:
        ended = f"revoked {row.revoked}" if row.revoked else "its user is disabled"
        state = f"last used {row.last_used or 'never'}" if row.active else ended
        click.echo(f"{row.number}: {shown(row.user)}, {shown(row.label)} ({row.begins}…), made {row.made_at}; {state}")


@command.command()
@click.argument("number", type=click.IntRange(1, 2**62))
@desk_option
def revoke(number: int, desk: Path) -> None:
    """Make the token NUMBER work no more, for good."""
    from detente.desk.api.tokens import revoke_token
    from detente.desk.people.trail import write_trail

    start(desk)
    from django.db import transaction

    with transaction.atomic():
        name = revoke_token(number)
        write_trail(terminal_user(), "revoked", "token", str(number), {"of": name})
    click.echo(f"token {number} of {shown(name)} works no more")
