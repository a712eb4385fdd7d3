"""The public site as the record is now, kept until the record changes. A page is built when it is first asked for, and then kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING

from detente.desk.opened import opened_desk, stamp_of

if TYPE_CHECKING:
    from detente.pages.build import Edition
    from detente.pages.parts import Ref

_lock = Lock()
_kept: dict[str, LiveEdition] = {}


@dataclass(frozen=True)
class LiveEdition:
    """All pages of one state of the record. Several threads may build one page at once: the same comes out, and one is kept."""

    plan: Edition
    _pages: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _refs(self) -> dict[str, Ref]:
        return {path: ref for ref, path in self.plan.paths.items()}

    @cached_property
    def _feeds(self) -> dict[str, bytes]:
        from detente.pages.build import site_of
        from detente.pages.feeds import feed_files

        return feed_files(site_of(self.plan))

    def page(self, path: str) -> str | None:
        """The HTML of a page; None if there is none."""
        from detente.pages.build import build_page
        from detente.pages.model import Site
        from detente.pages.render import render

        if path not in self._refs:
            return None
        if path not in self._pages:
            built = build_page(self.plan, self._refs[path])
            self._pages[path] = render(built, Site(self.plan.frame, (), (), self.plan.paths))
        return self._pages[path]

    def file(self, name: str) -> bytes | None:
        """A feed or the map of the site."""
        return self._feeds.get(name)

    def photo(self, path: str) -> bytes | None:
        """The photo of an analysis of this edition."""
        from detente.pages.analysis import photo_files

        name = photo_files(self.plan.analyses).get(path)
        return self.plan.material.desk.photo(name) if name else None


def edition() -> LiveEdition:
    """The public site as of now. Raises NotFoundError when there is no article with a date."""
    from detente.pages.build import plan_site

    desk = opened_desk()
    stamp = stamp_of(desk)
    with _lock:
        if stamp not in _kept:
            made = LiveEdition(plan_site(desk, None, desk.lexicon().display_name))
            _kept.clear()
            _kept[stamp] = made
        return _kept[stamp]


def static_file(name: str) -> bytes | None:
    """A file that comes with the pages: style sheet, icon."""
    from detente.pages.site import STATIC

    path = STATIC / PurePosixPath(name).name
    return path.read_bytes() if path.is_file() else None
