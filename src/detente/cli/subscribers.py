"""``detente subscribers list|remove``"""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.options import json_option
from detente.cli.user import desk_option, terminal_user


@click.group()
def command() -> None:
    """Who gets digests by e-mail. Needs the extra detente[desk]."""


@command.command(name="list")
@json_option
@desk_option
def list_(as_json: bool, desk: Path) -> None:
    """The subscribers, with what they asked for and since when."""
    import json
    from dataclasses import asdict

    from detente.cli.safe_text import one_line
    from detente.desk.start import start_desk
    from detente.desk.subscriptions.subscribers import all_subscribers

    start_desk(desk)
    for kept in all_subscribers():
        if as_json:
            click.echo(json.dumps(asdict(kept)))
        else:
            topics = one_line(", ".join(kept.topics), 200)
            click.echo(f"{kept.number}: {one_line(kept.address, 254)}, {kept.rhythm} since {kept.confirmed[:10]}: {topics}")


@command.command()
@click.argument("address")
@desk_option
def remove(address: str, desk: Path) -> None:
    """Delete the subscriber of ADDRESS, and all that is kept of it."""
    from detente.desk.start import start_desk
    from detente.desk.subscriptions.subscribers import remove_subscriber

    start_desk(desk)
    remove_subscriber(address, terminal_user())
    click.echo("removed")
