"""Writes the static site: everything is made in memory first, then a new folder is swapped in, or changed files replaced.

Nothing is deleted or overwritten that an earlier build did not write: the manifest in the folder lists what did.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from detente.errors import PagesError
from detente.pages.build import build_sites
from detente.pages.desk import DeskLike
from detente.pages.drawing import picture_files
from detente.pages.feeds import feed_files
from detente.pages.model import Site
from detente.pages.moved import moved_files
from detente.pages.parts import SiteFrame
from detente.pages.render import render

MANIFEST = ".detente-site.json"
STATIC = Path(__file__).with_name("static")
LIVE_ONLY = frozenset({"search.css"})  # of pages that only a server has
_MADE_BY = "detente pages"
_NOTES: tuple[tuple[Callable[[SiteFrame], bool], str], ...] = (
    (lambda f: not f.base_url, "base_url is not set: feeds and sitemap point to localhost; set it before you publish"),
    (
        lambda f: bool(f.base_url) and not f.pictures,
        "no pictures are drawn for those who share a link: that takes the extra `plot` (pip install 'detente[plot]')",
    ),
)


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was built. pages: HTML pages; bytes: of all files; written, deleted: files that changed on disk."""

    out: Path
    pages: int
    bytes: int
    as_of: date
    written: int
    deleted: int
    notes: tuple[str, ...] = ()


def write_site(desk: DeskLike, out: Path, as_of: date | None = None, names: Callable[[str], str] | None = None) -> SiteReport:
    """Write the pages of a desk into ``out``, which is new, empty, or holds an earlier build.

    names: code -> display name; the desk's lexicon where none is given. Raises PagesError when ``out`` holds anything else.
    """
    before = _manifest(out)
    files, pages = dict[str, bytes](), 0
    for site in build_sites(desk, as_of, names or desk.lexicon().display_name):
        files |= site_files(site) | picture_files(site, out)
        pages += len(site.pages)
    _refuse_strangers(out, set(files), set(before))
    written, deleted = _replace(out, files, before) if before or _holds_anything(out) else (_swap_in(out, files), 0)
    notes = tuple(note for lacks, note in _NOTES if lacks(site.frame))
    return SiteReport(out, pages, sum(map(len, files.values())), site.frame.as_of, written, deleted, notes)


def site_files(site: Site) -> dict[str, bytes]:
    """Path -> bytes of everything in the site of one language. The same site gives the same bytes."""
    files = {page.head.path: render(page, site).encode() for page in site.pages}
    files |= feed_files(site) | site.photos
    files |= moved_files(site, files)
    if site.frame.prefix:
        return files
    files |= {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.is_file() and path.name not in LIVE_ONLY}
    return files


def _holds_anything(out: Path) -> bool:
    return out.is_dir() and any(out.iterdir())


def _manifest(out: Path) -> list[str]:
    """The files an earlier build wrote. Raises PagesError when ``out`` is no folder, or has files and no manifest of ours."""
    if not out.exists() and not out.is_symlink():
        return []
    if not out.is_dir():
        raise PagesError("this is not a folder", where=str(out), hint="name a folder for the pages")
    path = out / MANIFEST
    if not path.exists():
        if any(out.iterdir()):
            hint = "name a new or empty folder, or one that `detente pages` wrote before"
            raise PagesError("this folder holds files that are not pages of a desk", where=str(out), hint=hint)
        return []
    try:
        data = json.loads(path.read_text("utf-8"))
        listed = data["files"] if data["made_by"] == _MADE_BY else None
    except (OSError, ValueError, KeyError, TypeError):
        listed = None
    if not isinstance(listed, list) or not all(isinstance(name, str) and _is_inside(name) for name in listed):
        raise PagesError("the list of files written before cannot be read", where=str(path), hint="name a new folder")
    return listed


def _is_inside(name: str) -> bool:
    """Whether a listed path stays in the site's folder: a manifest is a file like any other and may be forged."""
    path = PurePosixPath(name)
    return bool(name) and "\\" not in name and "\x00" not in name and not path.is_absolute() and ".." not in path.parts


def _refuse_strangers(out: Path, files: set[str], before: set[str]) -> None:
    """Raises PagesError if a page would overwrite a file, or be written through a link, that is not from an earlier build."""
    root = out.resolve()
    for name in sorted(files):
        path = out / name
        if (path.is_symlink() or path.exists()) and name not in before:
            raise PagesError("a file that the pages need room for was not written by them", where=str(path), hint="move it away")
        if not path.parent.resolve().is_relative_to(root):
            raise PagesError("a folder of the site leads out of it", where=str(path.parent), hint="remove the link")


def _swap_in(out: Path, files: dict[str, bytes]) -> int:
    """Build a new site beside ``out`` and move it there in one step."""
    target = out.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        for name, content in files.items():
            path = temporary / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        (temporary / MANIFEST).write_bytes(_manifest_bytes(files))
        temporary.chmod(0o755)
        temporary.replace(target)  # an empty folder gives way; one that was filled meanwhile makes this fail
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return len(files)


def _replace(out: Path, files: dict[str, bytes], before: list[str]) -> tuple[int, int]:
    """Write what changed, each file in one step; then delete what is no longer part of the site.

    The manifest first grows to old and new together, so that a build that is killed leaves nothing it would not know again.
    """
    _write(out / MANIFEST, _manifest_bytes({*files, *before}))
    changed = [name for name, content in files.items() if not _same(out / name, content)]
    for name in changed:
        _write(out / name, files[name])
    stale = [name for name in before if name not in files]
    deleted = sum(_delete(out, name) for name in stale)
    _write(out / MANIFEST, _manifest_bytes(files))
    return len(changed), deleted


def _manifest_bytes(names: dict[str, bytes] | set[str]) -> bytes:
    return (json.dumps({"made_by": _MADE_BY, "files": sorted(names)}, indent=1) + "\n").encode()


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size == len(content) and path.read_bytes() == content


def _write(path: Path, content: bytes) -> None:
    if path.is_file() and path.read_bytes() == content and not path.is_symlink():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _delete(out: Path, name: str) -> bool:
    """Delete a file of an earlier build, and its folder when nothing is left in it."""
    path = out / name
    if not path.parent.resolve().is_relative_to(out.resolve()) or path.is_dir() or not (path.exists() or path.is_symlink()):
        return False
    path.unlink()
    for folder in path.parents:
        if folder == out or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
