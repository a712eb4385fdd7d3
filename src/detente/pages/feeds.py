"""Every feed of the site, and with them the files for search engines (`sitemap`): what subscribers and search engines read.

Each of these wants full addresses. Where the desk does not say where its site will stand, ``LOCAL_BASE`` is used: right for
``detente serve``, and the report of the build says that ``base_url`` is to be set before the site is published.
"""

from __future__ import annotations

from detente.pages.badge import badge
from detente.pages.feed_formats import FORMATS, feed_bytes
from detente.pages.model import Site
from detente.pages.parts import Feed, SiteFrame
from detente.pages.sitemap import map_files

LOCAL_BASE = "http://localhost:8000/"


def feed_files(site: Site) -> dict[str, bytes]:
    """Path -> bytes of every feed, every badge, and of the files for search engines."""
    base = base_of(site.frame)
    return {
        **{f"{feed.stem}.{kind}": feed_bytes(feed, kind, base, site.frame, site.paths) for feed in site_feeds(site) for kind in FORMATS},
        **{path: badge(box, site.frame.title).encode() for path, box in site.badges.items()},
        **map_files(site, base),
    }


def site_feeds(site: Site) -> tuple[Feed, ...]:
    """That of the whole site, that of every change of status, and those of single pages."""
    title = site.frame.title
    about = site.frame.about or f"Changes of status and new articles of {title}"
    told = f"Every step of a status and every decision of an editor: {title}"
    return (
        Feed("feed", "index.html", title, about, site.feed),
        Feed("changes", "changes.html", f"{title}: change log", told, site.changes),
        *site.page_feeds,
    )


def base_of(frame: SiteFrame) -> str:
    """The site's address, with a slash at its end."""
    return frame.base_url or LOCAL_BASE

