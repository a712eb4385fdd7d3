"""A published file (plain, gzip or zip) -> plain UTF-8 lines on disk, a block at a time: memory does not grow with the file.

What UTF-8 cannot be is read as Windows' Western alphabet, as older tables mix both. Control characters other than tab and line end go."""

from __future__ import annotations

import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from detente.errors import TableError

BLOCK = 4 * 1024 * 1024
# Text of tables packs 5 to 20 times; what unpacks to more than this is a bomb (files under FREE are let through).
MOST_UNPACKED, FREE = 200, 100 * 1024 * 1024
MOST_MEMBERS = 10_000  # of one zip file: more than a year of GDELT's in one
_DROPPED = bytes(set(range(32)) - {9, 10}) + b"\x7f"
_KINDS = ("", ".csv", ".tsv", ".tab", ".txt")


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def file_hash(path: Path) -> str:
    """SHA-256 of a file. Raises TableError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror}", where=str(path), hint="give a file of events") from error


def unpacked(path: Path, spool: Path) -> Iterator[str]:
    """Write each table in ``path`` to ``spool``, one after the other; yields its name while it is there. Raises TableError."""
    try:
        yield from _tables(path, spool)
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise TableError(f"is damaged or locked: {error}", where=str(path), hint="fetch it again; encrypted ones are not read") from error
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror or error}", where=str(path), hint="is it there? is the disk full?") from error


def _tables(path: Path, spool: Path) -> Iterator[str]:
    with path.open("rb") as file:
        magic = file.read(4)
    if magic[:2] == b"\x1f\x8b":
        with gzip.open(path) as stream:
            _copy(stream, spool, path.stat().st_size, str(path))
        yield path.name
    elif magic == b"PK\x03\x04" or magic == b"PK\x05\x06":
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and _is_table(m.filename)]
            if not members or len(members) > MOST_MEMBERS:
                raise TableError(f"holds {len(members)} tables", where=str(path), hint="give a zip file with one published table or a few")
            for member in members:
                with archive.open(member) as stream:
                    _copy(stream, spool, member.compress_size, str(path))
                yield f"{path.name}/{Path(member.filename).name}"
    else:
        with path.open("rb") as stream:
            _copy(stream, spool, path.stat().st_size, str(path))
        yield path.name


def _is_table(name: str) -> bool:
    """Published tables end on .tab, .txt, .csv or GDELT's .export.CSV; __MACOSX and hidden files are none."""
    path = Path(name)
    return path.suffix.lower() in _KINDS and not path.name.startswith(".") and "__MACOSX" not in path.parts


def _copy(stream: _Readable, spool: Path, packed: int, where: str) -> None:
    size, rest, first = 0, b"", True
    with spool.open("wb") as out:
        while block := stream.read(BLOCK):
            size += len(block)
            if size > FREE and size > MOST_UNPACKED * packed:
                raise TableError(f"unpacks to over {MOST_UNPACKED} times its size", where=where, hint="unpack it yourself if you trust it")
            block = rest + block
            if first:
                _refuse_wide(block, where)
                block, first = block.removeprefix(b"\xef\xbb\xbf"), False
            end = block.rfind(b"\n") + 1 or len(block)  # a whole line, so that no character is cut in two
            rest = block[end:]
            out.write(_clean(block[:end]))
        out.write(_clean(rest))


def _refuse_wide(block: bytes, where: str) -> None:
    if block.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableError("is UTF-16 text", where=where, hint="published tables are UTF-8: save it so")
    if block.startswith((b"PAR1", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise TableError("is no text", where=where, hint="give the table as it was published; Parquet needs no import")


def _clean(block: bytes) -> bytes:
    block = block.translate(None, _DROPPED)
    try:
        block.decode("utf-8")
    except UnicodeDecodeError:
        return b"\n".join(map(_as_utf8, block.split(b"\n")))  # only in blocks that need it
    return block


def _as_utf8(line: bytes) -> bytes:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace").encode()
    return line


@contextmanager
def removed(path: Path) -> Iterator[Path]:
    """A path whose file is gone afterwards."""
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
