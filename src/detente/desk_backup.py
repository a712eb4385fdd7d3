"""A desk in one file, and back: database, settings, articles, photos, tables and lexicon folders. What can be made again stays out.

The file is a zip: last ``backup.json`` with the size and SHA-256 of each other file in it. On the way back nothing is unpacked that is
not listed there with that hash, or that would lie outside the new folder. The key that signs sessions is left out: all log in anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

from detente import __version__
from detente.config import CONFIG_NAME, load_config
from detente.errors import BackupError
from detente.record.copying import FILE_OF, Kind, check_sqlite, copy_in, copy_out, hide_from_others, kind_of

LIST_NAME = "backup.json"
FORMAT = 1
FOLDERS = ("articles", "lexicon", "media", "tables")  # beside the database and the settings; lexicon folders of other names are added
ODD_NAMES = ".not-utf-8"  # no file of a desk lies in a hidden folder of it
LIST_BYTES = 64 * 2**20  # half a million files; a list that says it is longer is not read
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What is in a backup. made_at: UTC; bytes: of the files as they are in the desk."""

    file: Path
    desk: Path
    kind: Kind
    files: int
    bytes: int
    made_at: datetime
    version: str


def back_up(desk: Path, out: Path) -> BackupReport:
    """Write the desk into the file ``out``, which appears when it is whole. Others may go on writing. Raises DetenteError."""
    config, kind = load_config(desk), kind_of(desk)
    if out.is_dir():
        raise BackupError("this is a folder", where=str(out), hint="name a file, as in -o desk.zip")
    if out.resolve().is_relative_to(desk.resolve()) and out.resolve().relative_to(desk.resolve()).parts[0] in FOLDERS:
        raise BackupError("the backup would lie in a folder that it holds", where=str(out), hint="name a file elsewhere")
    inside = [f.resolve().relative_to(desk.resolve()) for f in config.lexicon_folders if f.resolve().is_relative_to(desk.resolve())]
    extra = [folder.parts[0] for folder in inside if folder.parts]
    tables = {} if all(folder.parts for folder in inside) else _lexicon_tables(desk)
    made_at = datetime.now(UTC).replace(microsecond=0)
    half = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with tempfile.TemporaryDirectory(prefix=".detente-backup-", dir=out.resolve().parent) as scratch:
            copy = Path(scratch) / FILE_OF[kind]
            copy_out(desk, copy)
            files = {FILE_OF[kind]: copy, CONFIG_NAME: desk / CONFIG_NAME, **tables, **_files(desk, dict.fromkeys((*FOLDERS, *extra)))}
            handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # it holds what is not published
            with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                listed = {name: _put(archive, n, name, path) for n, (name, path) in enumerate(files.items())}
                head = {"format": FORMAT, "detente": __version__, "kind": kind, "made_at": made_at.isoformat(), "files": listed}
                archive.writestr(LIST_NAME, json.dumps(head, indent=1, sort_keys=True))
        half.replace(out)
    except OSError as error:
        hint = "is there room, and may you write there?"
        raise BackupError(f"the backup cannot be written: {error.strerror}", where=str(out), hint=hint) from error
    finally:
        half.unlink(missing_ok=True)
    return BackupReport(out, desk, kind, len(files), sum(row["size"] for row in listed.values()), made_at, __version__)


def restore(file: Path, desk: Path) -> BackupReport:
    """Make the desk of a backup anew in ``desk``, which must not be there or be empty. It appears when it is whole. Raises DetenteError."""
    if desk.exists() and (not desk.is_dir() or any(desk.iterdir())):
        raise BackupError("a desk is restored into a new folder only", where=str(desk), hint="name one that is not there yet")
    target = desk.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        with _opened(file) as archive:
            head = _head(archive, file)
            kind: Kind = head["kind"]
            _same_kind(kind, kind_of(desk), file)
            _unpack(archive, head["files"], scratch, file)
        if kind == "sqlite":
            check_sqlite(scratch / FILE_OF[kind])
        else:
            copy_in(scratch, scratch / FILE_OF[kind])
            (scratch / FILE_OF[kind]).unlink()
        load_config(scratch)
        hide_from_others(scratch / FILE_OF[kind])
        scratch.chmod(0o755)
        scratch.replace(target)
    except OSError as error:
        raise BackupError(f"the desk cannot be restored: {error.strerror or error}", where=str(desk), hint="is there room?") from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    made_at = datetime.fromisoformat(head["made_at"])
    return BackupReport(file, desk, kind, len(head["files"]), sum(r["size"] for r in head["files"].values()), made_at, head["detente"])


def _files(desk: Path, folders: dict[str, None]) -> dict[str, Path]:
    """Every regular file in the folders, by its path in the desk; links and hidden files stay out."""
    found = {}
    for folder in folders:
        for path in sorted((desk / folder).rglob("*")):
            inside = path.relative_to(desk)
            if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in inside.parts):
                found[inside.as_posix()] = path
    return found


def _lexicon_tables(desk: Path) -> dict[str, Path]:
    """The tables of a desk whose own folder is a lexicon folder: the files there that the lexicon reads, and nothing else of it."""
    return {path.name: path for path in sorted(desk.glob("*.tsv")) if path.is_file() and not path.is_symlink() and path.name[0] != "."}


def _put(archive: zipfile.ZipFile, number: int, name: str, path: Path) -> dict[str, Any]:
    """Copy a file into the archive; its size and hash are of the bytes that went in, whoever writes to it meanwhile. A name that is not
    UTF-8 cannot stand in a zip: such a file goes under its number, and the list says so ("member"). JSON can hold the name."""
    digest, size = hashlib.sha256(), 0
    member = name if _is_text(name) else f"{ODD_NAMES}/{number}"
    try:
        # by name, not by ZipInfo.from_file: a zip knows no time before 1980, and restore needs none
        with path.open("rb") as source, archive.open(member, "w", force_zip64=True) as target:
            for chunk in _chunks(source):
                size += len(chunk)
                digest.update(chunk)
                target.write(chunk)
    except (OSError, ValueError) as error:
        why, hint = getattr(error, "strerror", None) or str(error), "may you read it, and is there room for the backup?"
        raise BackupError(f"this file cannot be backed up: {why}", where=_printable(str(path)), hint=hint) from error
    return {"size": size, "sha256": digest.hexdigest()} | ({} if member == name else {"member": member})


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile) as error:
        raise BackupError(f"this is no backup: {error}", where=str(file), hint="`detente backup DESK -o FILE` makes one") from error


def _head(archive: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    """The list, with everything checked that is used of it."""
    try:
        if archive.getinfo(LIST_NAME).file_size > LIST_BYTES:
            raise ValueError("its list is too long")
        head = json.loads(archive.read(LIST_NAME))
        if head["format"] != FORMAT:
            raise ValueError(f"its format is {head['format']!r}, not {FORMAT}")
        datetime.fromisoformat(head["made_at"])
        good = head["kind"] in FILE_OF and isinstance(head["detente"], str) and {CONFIG_NAME, FILE_OF[head["kind"]]} <= set(head["files"])
        rows = head["files"].items()
        sound = all(int(r["size"]) >= 0 and len(r["sha256"]) == 64 and isinstance(r.get("member", ""), str) for _, r in rows)
        if not good or not sound or not all(_is_inside(name) for name, _ in rows):
            raise ValueError("its list names what cannot be")
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        hint = "was it made by a newer Detente?"
        raise BackupError(f"this is no backup that can be read: {error}", where=str(file), hint=hint) from error
    return dict(head)


def _is_inside(name: str) -> bool:
    """Whether a path stays in the folder, on every system: a list is text like any other and may be forged."""
    path = PurePosixPath(name)
    foreign = "\\:\x00" if os.name == "nt" else "\x00"
    return bool(name) and not any(c in name for c in foreign) and not path.is_absolute() and not any(p.startswith(".") for p in path.parts)


def _same_kind(kind: Kind, here: Kind, file: Path) -> None:
    if kind == here:
        return
    hint = "set DATABASE_URL to an empty database" if kind == "postgresql" else "unset DATABASE_URL: the desk's folder will hold it"
    raise BackupError(f"this backup's database is {kind}, and here it would be {here}", where=str(file), hint=hint)


def _unpack(archive: zipfile.ZipFile, listed: dict[str, Any], folder: Path, file: Path) -> None:
    """Write the listed files into ``folder``; each must have the size and hash that the list says."""
    wanted = sum(int(row["size"]) for row in listed.values())
    if wanted > shutil.disk_usage(folder).free:
        raise BackupError(f"{wanted / 1e6:.0f} MB do not fit on the disk", where=str(folder), hint="free some space")
    for name, row in listed.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        try:
            with archive.open(row.get("member", name)) as source, path.open("wb") as target:
                for chunk in _chunks(source):
                    size += len(chunk)
                    if size > row["size"]:
                        break
                    digest.update(chunk)
                    target.write(chunk)
            path.chmod(0o600)  # as uploads are kept: a photo of a draft is nobody else's
        except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise BackupError(f"{_printable(name)} is missing or damaged in it", where=str(file), hint="take another copy") from error
        if size != row["size"] or digest.hexdigest() != row["sha256"]:
            raise BackupError(f"{_printable(name)} is not what was backed up", where=str(file), hint="take another copy")


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk
