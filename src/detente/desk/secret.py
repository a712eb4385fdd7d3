"""The key that signs sessions: made at the first start, kept in the desk's folder, readable by its owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from detente.errors import DeskError

SECRET_FILE = ".desk-secret"  # noqa: S105 - a name
KEY_BYTES = 48  # 384 bits, 64 characters; Django asks for 50


def secret_key(desk: Path) -> str:
    """The desk's key, made if there is none. Raises DeskError."""
    path = desk / SECRET_FILE
    try:
        if not path.exists():
            _make(path)
        key = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        hint = "may you read and write there?"
        raise DeskError(f"the key that signs sessions cannot be read: {error}", where=str(path), hint=hint) from error
    if len(key) < KEY_BYTES:
        hint = "delete the file: a new one is made, and all log in anew"
        raise DeskError("the key that signs sessions is too short", where=str(path), hint=hint)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return key


def _make(path: Path) -> None:
    """Write a new key beside ``path`` and put it there in one step; where two start at once, the first one's stands."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(KEY_BYTES) + "\n")
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        fresh.rename(path)
    fresh.unlink(missing_ok=True)
