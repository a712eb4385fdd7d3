"""Opens a desk for a command that reads it, and says when part of it is not coded as this version would code it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from detente.opened_desk import Desk


def open_to_read(path: Path) -> Desk:
    """The desk in a folder; a note on standard error where articles wait to be coded. Raises ConfigError, RecordError."""
    from detente.pipeline import open_desk

    desk = open_desk(path)
    waiting, outdated = desk.waiting(), desk.outdated()
    if outdated:
        click.echo(outdated_note(path, outdated), err=True)
    if waiting:
        click.echo(f"note: {waiting} articles are not coded yet and count for nothing here; `detente run {path}` codes them", err=True)
    return desk


def outdated_note(path: Path, outdated: int) -> str:
    """What to say where articles stand as another lexicon or version coded them."""
    return (
        f"note: coder or lexicon have changed; {outdated} articles stand as the ones before coded them. "
        f"`detente recode {path}` shows which statuses would change, `detente recode {path} --accept` changes them"
    )
