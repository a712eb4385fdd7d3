"""Output files appear whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from detente.errors import TableError


@contextmanager
def whole_file(place: str) -> Iterator[Path]:
    """A path beside ``place`` to write to; moved there when all went well, removed when not. Raises TableError."""
    target = Path(place)
    if target.is_dir():
        raise TableError("is a folder", where=place, hint="name a file")
    half = target.with_name(f".{target.stem}.{os.getpid()}{target.suffix}")
    try:
        yield half
        half.replace(target)
    except OSError as error:
        raise TableError(
            f"cannot be written: {error.strerror}", where=place, hint="check the folder, its permissions and its space"
        ) from error
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def write_to(place: str) -> Iterator[TextIO]:
    """A text stream to a file (which appears at the end), or to standard output for ``-``. Raises TableError."""
    if place == "-":
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    with whole_file(place) as half, half.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream
