"""The public site as the record is now, kept until the record changes. Pages are rendered when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING

from detente.desk.opened import opened_desk, stamp_of

if TYPE_CHECKING:
    from detente.pages.model import Page, Site

_lock = Lock()
_kept: dict[str, Edition] = {}


@dataclass(frozen=True)
class Edition:
    """All pages of one state of the record."""

    site: Site

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.head.path: page for page in self.site.pages}

    @cached_property
    def _feeds(self) -> dict[str, bytes]:
        from detente.pages.feeds import feed_files

        return feed_files(self.site)

    def page(self, path: str) -> str | None:
        """The HTML of a page; None if there is none."""
        from detente.pages.render import render

        page = self._pages.get(path)
        return render(page, self.site) if page else None

    def file(self, name: str) -> bytes | None:
        """A feed or the map of the site."""
        return self._feeds.get(name)


def edition() -> Edition:
    """The public site as of now. Raises NotFoundError when there is no article with a date."""
    from detente.pages.build import build_site

    desk = opened_desk()
    stamp = stamp_of(desk)
    with _lock:
        if stamp not in _kept:
            made = Edition(build_site(desk, None, desk.lexicon().display_name))
            _kept.clear()
            _kept[stamp] = made
        return _kept[stamp]


def static_file(name: str) -> bytes | None:
    """A file that comes with the pages: style sheet, icon."""
    from detente.pages.site import STATIC

    path = STATIC / PurePosixPath(name).name
    return path.read_bytes() if path.is_file() else None
