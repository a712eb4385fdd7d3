"""The public site as the record is now, kept until the record changes. What a page says is decided when it is first asked for, and then
kept; its HTML is made for each reader, unless `answers` has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

from detente.desk.opened import opened_desk
from detente.desk.site.answers import Answers

if TYPE_CHECKING:
    from detente.opened_desk import Desk
    from detente.pages.build import Edition
    from detente.pages.model import Page
    from detente.pages.parts import Ref

# Pages that are kept ready to be rendered, the last that were asked for: a few hundred kilobytes each where a relation is busy.
READY = 200

_building = Lock()
_last: LiveEdition | None = None


@dataclass(frozen=True)
class LiveEdition:
    """All pages of one state of the record. Several threads may build one page at once: the same comes out, and one is kept.

    kept: what others work out from this state and want again."""

    desk: Desk
    plan: Edition
    answers: Answers = field(default_factory=Answers)
    kept: dict[Any, Any] = field(default_factory=dict)
    _ready: dict[str, tuple[Page, dict[Any, str]]] = field(default_factory=dict)
    _plans: dict[str, Edition] = field(default_factory=dict)
    _site_files: dict[str, dict[str, bytes]] = field(default_factory=dict)
    _files: dict[str, bytes | None] = field(default_factory=dict)

    def plan_of(self, path: str) -> Edition:
        """The edition in the language whose folder a path is in; the others are planned when they are first asked for."""
        from detente.pages.build import in_language

        found = [(code, folder) for code, folder in self.plan.frame.languages if folder and path.startswith(folder)]
        if not found:
            return self.plan
        code, folder = found[0]
        if folder not in self._plans:
            self._plans[folder] = in_language(self.plan, code)
        return self._plans[folder]

    @cached_property
    def _refs(self) -> dict[str, Ref]:
        return {path: ref for ref, path in self.plan.paths.items()}

    def _ref(self, path: str) -> Ref | None:
        return self._refs.get(path.removeprefix(self.plan_of(path).frame.prefix))

    def page(self, path: str) -> str | None:
        """The HTML of a page; None if there is none."""
        from detente.pages.model import Site
        from detente.pages.render import render

        ref, plan = self._ref(path), self.plan_of(path)
        if ref is None:
            return None
        page, pieces = self._page(path, ref)
        return render(page, Site(plan.frame, (), (), plan.paths), pieces=pieces)

    def _page(self, path: str, ref: Ref) -> tuple[Page, dict[Any, str]]:
        from detente.pages.build import build_page

        ready = self._ready.get(path)
        if ready is None:
            ready = self._ready[path] = (build_page(self.plan_of(path), ref), {})
            for oldest in list(self._ready)[:-READY]:
                self._ready.pop(oldest, None)
        return ready

    def moved(self, path: str) -> str:
        """The path that a page has now which once had this one; empty if none did."""
        plan = self.plan_of(path)
        ref = plan.moved.get(path.removeprefix(plan.frame.prefix))
        return plan.paths[ref] if ref else ""

    def file(self, name: str) -> bytes | None:
        """A feed or badge of a language, or the map of the site. Those of single pages are made when they are first asked for, and then
        kept."""
        if name in self._files:
            return self._files[name]
        plan, (stem, _, kind) = self.plan_of(name), name.rpartition(".")
        ref = self._ref(f"{stem}.html")
        if ref is None or ref.kind not in ("relation", "category"):
            return self._of_site(plan).get(name)
        content = self._files[name] = _of_page(plan, ref, kind)
        return content

    def _of_site(self, plan: Edition) -> dict[str, bytes]:
        from detente.pages.build import site_of
        from detente.pages.feeds import feed_files

        folder = plan.frame.prefix
        if folder not in self._site_files:
            self._site_files[folder] = feed_files(site_of(plan, each=False))
        return self._site_files[folder]

    def picture(self, stem: str) -> tuple[str, bytes] | None:
        """The drawn picture of the page whose path, with hyphens for slashes, is ``stem``, and where it stands; None if it has none."""
        from detente.pages.drawing import drawn_png
        from detente.pages.language import speaking
        from detente.pages.picture import picture_of

        path = self._stems.get(stem, "")
        ref, frame = self._ref(path), self.plan_of(path).frame
        with speaking(frame.language):
            picture = picture_of(self._page(path, ref)[0], frame) if ref else None
        return (picture.path, drawn_png(picture.svg)) if picture and picture.svg else None

    @cached_property
    def _stems(self) -> dict[str, str]:
        paths = [folder + path for _, folder in self.plan.frame.languages for path in self._refs]
        return {path.removesuffix(".html").replace("/", "-"): path for path in paths}

    def photo(self, path: str) -> bytes | None:
        """The photo of an analysis of this edition."""
        from detente.pages.analysis import photo_files

        name = photo_files(self.plan.analyses).get(path)
        return self.plan.material.desk.photo(name) if name else None


def _of_page(plan: Edition, ref: Ref, kind: str) -> bytes | None:
    """The badge or a feed of a relation or category."""
    from detente.pages.badge import badge
    from detente.pages.feed_formats import FORMATS, feed_bytes
    from detente.pages.feeds import base_of
    from detente.pages.language import speaking
    from detente.pages.page_feeds import box_of, feed_of

    frame = plan.frame
    with speaking(frame.language):
        if kind == "svg":
            return badge(box_of(plan, ref), frame.title).encode()
        return feed_bytes(feed_of(plan, ref), kind, base_of(frame), frame, plan.paths) if kind in FORMATS else None


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


def known_edition() -> LiveEdition | None:
    """The edition of the record as it is now, if it is planned already."""
    last = _last
    return last if last is not None and last.desk is opened_desk() else None


def warm() -> None:
    """Make what the first readers would wait for: the index of the search where it is not up to date; the front page; a relation's, whose
    findings load what fits models (statsmodels, a second or two); those of the categories, a second or two each where they hold many
    relations; and the index of similar articles: a sentence model takes some 0.1 s for
    each article new to it."""
    from contextlib import suppress

    from django.db import connections

    from detente.desk_search import index_desk
    from detente.errors import DetenteError

    with suppress(DetenteError):  # an empty desk has none of them
        index_desk(opened_desk())
        now = edition()
        now.page("index.html")
        paths = list(now.plan.paths.values())
        for path in [*[p for p in paths if p.startswith("relations/")][:1], *[p for p in paths if p.startswith("categories/")][:20]]:
            now.page(path)
        desk = opened_desk()
        desk.similar(desk.articles()[0].id)
    connections.close_all()


def static_file(name: str) -> bytes | None:
    """A file that comes with the pages: style sheet, icon."""
    from detente.pages.site import STATIC

    known = {path.name: path for path in STATIC.iterdir() if path.is_file()}
    path = known.get(name)
    return path.read_bytes() if path else None
