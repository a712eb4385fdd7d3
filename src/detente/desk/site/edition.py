"""The public site as the record is now, kept until the record changes. A page is built when it is first asked for, and then kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING, Any

from detente.desk.opened import opened_desk

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.pages.build import Edition
    from detente.pages.parts import Ref

_building = Lock()
_last: LiveEdition | None = None


@dataclass(frozen=True)
class LiveEdition:
    """All pages of one state of the record. Several threads may build one page at once: the same comes out, and one is kept.

    kept: what others work out from this state and want again."""

    desk: Desk
    plan: Edition
    kept: dict[Any, Any] = field(default_factory=dict)
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
    """The public site as of now. While one thread plans a new one, the others show the last. Raises NotFoundError when there is no
    article with a date."""
    global _last
    from detente.pages.build import plan_site

    desk, last = opened_desk(), _last
    if last is not None and last.desk is desk:
        return last
    if not _building.acquire(blocking=last is None or last.desk.path != desk.path):
        return last  # type: ignore[return-value]  # the lock is waited for where there is no last one of this desk
    try:
        if _last is None or _last.desk is not desk:
            _last = LiveEdition(desk, plan_site(desk, None, desk.lexicon().display_name, live=True))
        return _last
    finally:
        _building.release()


def warm() -> None:
    """Make what the first readers would wait for: the index of the search where it is not up to date; the front page; a relation's, whose
    findings load what fits models (statsmodels, a second or two); and the index of similar articles: a sentence model takes some 0.1 s for
    each article new to it."""
    from contextlib import suppress

    from django.db import connections

    from detente.desk_search import index_desk
    from detente.errors import DetenteError

    with suppress(DetenteError):  # an empty desk has none of them
        index_desk(opened_desk())
        now = edition()
        now.page("index.html")
        for path in [path for path in now.plan.paths.values() if path.startswith("relations/")][:1]:
            now.page(path)
        desk = opened_desk()
        desk.similar(desk.articles()[0].id)
    connections.close_all()


def static_file(name: str) -> bytes | None:
    """A file that comes with the pages: style sheet, icon."""
    from detente.pages.site import STATIC

    known = {path.name: path for path in STATIC.iterdir() if path.is_file()}
    path = known.get(PurePosixPath(name).name)
    return path.read_bytes() if path else None
