"""Addresses that categories had under earlier names: on a static site a page that leads on, on a server a redirect."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from detente.config import Config
from detente.pages.language import speaking
from detente.pages.links import absolute, slugify
from detente.pages.model import Site
from detente.pages.parts import Ref


def moved_paths(config: Config, paths: Mapping[Ref, str]) -> dict[str, Ref]:
    """Old path -> the page of today. A path that a page of today has is none of them."""
    taken = set(paths.values())
    old = ((f"categories/{slugify(before, 100)}.html", Ref("category", now)) for before, now in config.moved().items())
    return {path: ref for path, ref in old if path not in taken and ref in paths}


def moved_files(site: Site, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Path -> a page that leads on at once, and has a link for who does not want that. Feeds and badges, which cannot lead on, stand
    there as they stand at the new address. files: those of the site."""
    from detente.pages.render import engine

    titles = {ref: name for name, ref in site.frame.sections}
    template = engine().get_template("moved.html")
    made: dict[str, bytes] = {}
    for path, ref in site.moved.items():
        path = site.frame.prefix + path
        to = site.paths[ref]
        stem = to.removesuffix("html")
        made |= {path.removesuffix("html") + name.removeprefix(stem): files[name] for name in files if name.startswith(stem) and name != to}
        address = absolute(site.frame.base_url, to) if site.frame.base_url else ""
        href = posixpath.relpath(to, posixpath.dirname(path))
        with speaking(site.frame.language):
            made[path] = template.render(_context(site, titles.get(ref, ref.key), href, address)).encode()
    return made


def _context(site: Site, title: str, href: str, address: str) -> object:
    from django.template import Context

    return Context({"frame": site.frame, "title": title, "href": href, "address": address}, use_l10n=False, use_tz=False)
