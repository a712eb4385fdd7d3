"""Which files there are to read, and whether they are as they were. Reads folders and hashes; knows nothing of the record."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. key: its path relative to the desk where it lies inside, else absolute: the name the record knows it by."""

    path: Path
    key: str


def find_files(desk: Path, places: Sequence[Path]) -> tuple[list[Found], list[Path]]:
    """The files under ``places`` (files or folders), each once, in a fixed order; and the places that do not exist.

    Hidden files and folders (leading dot) inside a folder are left out, and links to folders are not followed.
    """
    found: dict[str, Found] = {}
    missing: list[Path] = []
    for place in places:
        if not place.exists():
            missing.append(place)
        for path in _files(place):
            key = key_of(desk, path)
            found.setdefault(key, Found(path, key))
    return list(found.values()), missing


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        if place.exists():
            yield place
        return
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if not name.startswith(".") and path.is_file():
                yield path


def key_of(desk: Path, path: Path) -> str:
    """The name the record knows a file by."""
    whole = path.resolve()
    return whole.relative_to(desk.resolve()).as_posix() if whole.is_relative_to(desk.resolve()) else str(whole)


def file_hash(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file. Raises OSError."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size
