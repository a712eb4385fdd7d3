"""Which files there are to read: in a fixed order, without hidden ones, without leaving the folder that was named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.articles.problems import ReadProblem


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path, the path as shown, and whether it was named by the caller or met in a folder."""

    path: Path
    file: str
    named: bool


def list_files(paths: Sequence[Path | str]) -> Iterator[Found | ReadProblem]:
    """Every regular file of the paths, folders recursively in order of names, each once; and what cannot be read."""
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        try:
            if path.is_dir():
                found = _in_folder(path)
            elif path.is_file():
                found = iter((Found(path, shown(path), True),))
            else:
                found = iter((_not_there(path),))
        except OSError as error:
            problem = f"cannot be opened ({error.strerror})"
            found = iter((ReadProblem(shown(path), problem, "check its name and its permissions", fatal=True),))
        for item in found:
            if isinstance(item, Found):
                real = item.path.resolve()
                if real in seen:
                    continue
                seen.add(real)
            yield item


def shown(path: Path) -> str:
    """The path as text that can be stored and printed, with forward slashes; bytes that are no UTF-8 as U+FFFD."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")


def _not_there(path: Path) -> ReadProblem:
    if path.exists():
        return ReadProblem(shown(path), "is no file but a device, socket or pipe", "save it to a file first", fatal=True)
    return ReadProblem(shown(path), "no such file or folder", "check the path", fatal=True)


def _in_folder(folder: Path) -> Iterator[Found | ReadProblem]:
    root = folder.resolve()
    problems: list[ReadProblem] = []

    def refused(error: OSError) -> None:
        problems.append(ReadProblem(shown(Path(error.filename or folder)), f"the folder cannot be opened ({error.strerror})",
                                    "check its permissions", fatal=True))  # fmt: skip

    for at, folders, files in os.walk(folder, onerror=refused, followlinks=False):
        here = Path(at)
        yield from _drained(problems)
        linked = [name for name in sorted(folders) if (here / name).is_symlink() and not _inside(here / name, root)]
        yield from (_leads_out(here / name) for name in linked if not name.startswith("."))
        folders[:] = sorted(n for n in folders if not n.startswith(".") and not (here / n).is_symlink() and not _saved_parts(n, files))
        for name in sorted(files):
            path = here / name
            if name.startswith("."):
                continue
            if path.is_symlink() and not _inside(path, root):
                yield _leads_out(path)
            elif path.is_file():
                yield Found(path, shown(path), False)
            elif not path.is_symlink():
                yield _not_there(path)
    yield from _drained(problems)


def _drained(problems: list[ReadProblem]) -> list[ReadProblem]:
    drained = problems[:]
    problems.clear()
    return drained


def _leads_out(path: Path) -> ReadProblem:
    return ReadProblem(shown(path), "is a link that leads out of its folder: not followed", "name its target itself to have it read")


def _inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a circle of links
        return False


def _saved_parts(folder: str, files: Sequence[str]) -> bool:
    """Whether a folder is what a browser saves beside a page: pictures and scripts of ``x.html`` in ``x_files``."""
    return folder.endswith("_files") and any(f"{folder.removesuffix('_files')}{ending}" in files for ending in (".html", ".htm"))
