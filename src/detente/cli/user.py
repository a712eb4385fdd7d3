"""``detente user add|list|role|password|disable|enable``"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from detente.cli.options import json_option
from detente.desk.rights import ROLES, Role

desk_option = click.option("--desk", default=".", type=click.Path(path_type=Path), metavar="DESK", help="The desk's folder. Default: .")
stdin_option = click.option("--password-stdin", is_flag=True, help="Take the password from the first line of standard input.")
role_option = click.option("--role", type=click.Choice(ROLES), required=True, help="What the user may do: docs/desk.md has the table.")


@click.group()
def command() -> None:
    """Who may log in to the web desk, and what they may do there. Needs the extra detente[desk]."""


@command.command()
@click.argument("name")
@role_option
@stdin_option
@desk_option
def add(name: str, role: Role, password_stdin: bool, desk: Path) -> None:
    """Add the user NAME. The password is asked for."""
    from detente.desk.people.accounts import by_terminal, make_user

    start(desk)
    given = _password(password_stdin)
    by_terminal(terminal_user(), "added", name, lambda: make_user(name, role, given), {"role": role})
    click.echo(f"{shown(name)} may log in, as {role}")


@command.command(name="list")
@json_option
@desk_option
def list_(as_json: bool, desk: Path) -> None:
    """The users, their roles, and when they last logged in."""
    import json

    from detente.desk.people.accounts import users

    start(desk)
    for user in users():
        if as_json:
            click.echo(json.dumps({"name": user.name, "role": user.role, "active": user.active, "last_login": user.last_login}))
        else:
            state = "" if user.active else ", disabled"
            click.echo(f"{shown(user.name)}: {user.role or 'no role'}{state}; last log-in {user.last_login or 'never'}")


@command.command()
@click.argument("name")
@role_option
@desk_option
def role(name: str, role: Role, desk: Path) -> None:
    """Give the user NAME another role."""
    from detente.desk.people.accounts import by_terminal, give_role

    start(desk)
    by_terminal(terminal_user(), "changed the role of", name, lambda: give_role(name, role), {"to": role})
    click.echo(f"{shown(name)} is {role} now")


@command.command()
@click.argument("name")
@stdin_option
@desk_option
def password(name: str, password_stdin: bool, desk: Path) -> None:
    """Set the password of the user NAME anew. Ends the user's sessions."""
    from detente.desk.people.accounts import by_terminal, find_user, new_password

    start(desk)
    user, given = find_user(name), _password(password_stdin)
    by_terminal(terminal_user(), "set the password of", name, lambda: new_password(user, given))
    click.echo(f"{shown(name)} has a new password")


@command.command()
@click.argument("name")
@desk_option
def disable(name: str, desk: Path) -> None:
    """Let the user NAME log in no more. What the user did stays."""
    from detente.desk.people.accounts import by_terminal, switch

    start(desk)
    by_terminal(terminal_user(), "disabled", name, lambda: switch(name, False))
    click.echo(f"{shown(name)} is disabled")


@command.command()
@click.argument("name")
@desk_option
def enable(name: str, desk: Path) -> None:
    """Let a disabled user log in again."""
    from detente.desk.people.accounts import by_terminal, switch

    start(desk)
    by_terminal(terminal_user(), "enabled", name, lambda: switch(name, True))
    click.echo(f"{shown(name)} may log in again")


def start(desk: Path) -> Any:
    """Set Django up for the desk. Raises DetenteError."""
    from detente.desk.start import start_desk

    return start_desk(desk)


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


def terminal_user() -> str:
    """Who types the command, for the trail: this machine's name for them."""
    from getpass import getuser

    try:
        return f"{getuser()} (terminal)"
    except (KeyError, OSError):
        return "terminal"


def shown(name: str) -> str:
    """A name, harmless on a terminal."""
    from detente.cli.safe_text import one_line

    return one_line(name, 150)
