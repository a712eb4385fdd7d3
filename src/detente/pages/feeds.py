"""Every feed of the site, and with them the files for search engines (`sitemap`): what subscribers and search engines read.

Each of these wants full addresses. Where the desk does not say where its site will stand, ``LOCAL_BASE`` is used: right for
``detente serve``, and the report of the build says that ``base_url`` is to be set before the site is published.
"""

from __future__ import annotations

from detente.pages.badge import badge
from detente.pages.feed_formats import FORMATS, feed_bytes
from detente.pages.language import say, speaking
from detente.pages.model import Site
from detente.pages.parts import Feed, SiteFrame
from detente.pages.sitemap import map_files

LOCAL_BASE = "http://localhost:8000/"


def feed_files(site: Site) -> dict[str, bytes]:
    """Path -> bytes of every feed and badge of a language and, in the first one, of the files for search engines."""
    base, frame = base_of(site.frame), site.frame
    with speaking(frame.language):
        files = {f"{feed.stem}.{kind}": feed_bytes(feed, kind, base, frame, site.paths) for feed in site_feeds(site) for kind in FORMATS}
        files |= {path: badge(box, frame.title).encode() for path, box in site.badges.items()}
    return files if frame.prefix else files | map_files(site, base)


def site_feeds(site: Site) -> tuple[Feed, ...]:
    """That of the whole site, that of every change of status, and those of single pages."""
    title, folder = site.frame.title, site.frame.prefix
    about = site.frame.about or say("Changes of status and new articles of {title}", title=title)
    told = say("Every step of a status and every decision of an editor: {title}", title=title)
    return (
        Feed(f"{folder}feed", f"{folder}index.html", title, about, site.feed),
        Feed(f"{folder}changes", f"{folder}changes.html", say("{title}: change log", title=title), told, site.changes),
        *site.page_feeds,
    )


def base_of(frame: SiteFrame) -> str:
    """The site's address, with a slash at its end."""
    return frame.base_url or LOCAL_BASE

