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
    if waiting:
        click.echo(
            f"note: {waiting} articles are not coded by this version of coder and lexicon and count for nothing here; "
            f"`detente run {path}` codes them",
            err=True,
        )
    return desk
