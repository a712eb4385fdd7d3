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
    waiting = desk.waiting()
    if waiting and desk.read_coder() != desk.coder():
        click.echo(
            "note: coder or lexicon have changed; what stands here is by the ones before. "
            f"`detente recode {path}` shows what would change, `detente run {path}` codes anew",
            err=True,
        )
    elif waiting:
        click.echo(f"note: {waiting} articles are not coded yet and count for nothing here; `detente run {path}` codes them", err=True)
    return desk
