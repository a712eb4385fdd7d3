"""Drawn pictures as PNG, by the extra `plot`; what was drawn before is not drawn again."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from detente.pages.chart_file import FONT_PACKAGE, png_file
from detente.pages.language import speaking
from detente.pages.model import Site
from detente.pages.picture import picture_of

# On a server the same few pages are shared at one time; some 40 kB each.
DRAWN = 64


def can_draw() -> bool:
    """Whether the extra `plot` is there."""
    return find_spec("resvg_py") is not None and find_spec(FONT_PACKAGE) is not None


@lru_cache(DRAWN)
def drawn_png(svg: str) -> bytes:
    """A drawing as PNG: the same bytes each time. Raises PagesError where the extra is not installed."""
    return png_file(svg)


def picture_files(site: Site, before: Path) -> dict[str, bytes]:
    """Path -> PNG of every drawn picture of a site. before: the folder of an earlier build: a picture that is there is taken from it, as
    its name says what is in it."""
    with speaking(site.frame.language):
        pictures = [picture for page in site.pages if (picture := picture_of(page, site.frame)) and picture.svg]
    return {picture.path: _known(before / picture.path) or drawn_png(picture.svg) for picture in pictures}


def _known(path: Path) -> bytes | None:
    if not path.is_file() or path.is_symlink():
        return None
    content = path.read_bytes()
    return content if content.startswith(b"\x89PNG\r\n\x1a\n") and content.endswith(b"IEND\xaeB`\x82") else None
