"""Addresses: which path a page has, how one page links to another, and which outside links may be made at all."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from detente.pages.parts import Ref, SiteFrame
from detente.types import Article

SLUG_LENGTH = 60  # long enough to be read in an address bar, short enough for every file system (255 bytes) with date and id
ID_LENGTH = 8  # 32 bits of a hash: under one chance in 800 of any clash among a thousand articles; a clash takes the whole id

ANALYSES = "analyses"  # the folder of what the desk wrote


def slugify(text: str, length: int = SLUG_LENGTH) -> str:
    """ASCII letters, digits and single hyphens, at most ``length`` characters, cut at a hyphen; may be empty."""
    plain = unicodedata.normalize("NFKD", text[:1000]).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= length:
        return slug
    cut = slug[: length + 1].rpartition("-")[0]
    return (cut or slug[:length]).strip("-")


def site_paths(
    articles: Iterable[Article], categories: Iterable[str], relations: Iterable[str], years: Iterable[str], analyses: Iterable[str] = (),
    log_years: Iterable[str] = (),
) -> dict[Ref, str]:  # fmt: skip
    """The path of every page from the site's root. Same articles, same paths: an address depends on nothing but the article."""
    paths = {Ref("front"): "index.html", Ref("changes"): "changes.html", Ref("about"): "about.html"}
    taken: set[str] = set(paths.values())

    def take(ref: Ref, folder: str, *names: str) -> None:
        path = next((p for n in names if (p := f"{folder}/{n}.html") not in taken), None)
        if path is not None:
            taken.add(path)
            paths[ref] = path

    for slug in categories:
        take(Ref("category", slug), "categories", *_names(slugify(slug, 100) or "category"))
    for name in relations:
        take(Ref("relation", name), "relations", *_names(slugify(name, 100) or "relation"))
    for year in years:
        take(Ref("archive", year), "articles", year)
    for year in log_years:
        take(Ref("changes", year), "changes", year)
    for slug in analyses:
        take(Ref("analysis", slug), ANALYSES, *_names(slugify(slug, 200) or "analysis"))
    for article in articles:
        day = article.published.date().isoformat() if article.published else "undated"
        key = slugify(article.id, 64) or "article"
        stem = "-".join(part for part in (day, slugify(article.title)) if part)
        take(Ref("article", article.id), "articles", f"{stem}-{key[:ID_LENGTH]}", f"{stem}-{key}", *_names(f"{stem}-{key}"))
    return paths


def _names(stem: str) -> list[str]:
    return [stem, *(f"{stem}-{n}" for n in range(2, 1000))]


def link_from(page: str, paths: Mapping[Ref, str], ref: Ref) -> str:
    """A relative address from ``page`` (a path) to ``ref``, so that the site works in any folder.

    Empty if there is no such page.
    """
    target = paths.get(Ref(ref.kind, ref.key))
    if target is None:
        return ""
    tail = f"#{ref.fragment}" if ref.fragment else ""
    if target == page and tail:
        return tail
    return posixpath.relpath(target, posixpath.dirname(page) or ".") + tail


def link_to_file(page: str, file: str) -> str:
    """A relative address from ``page`` to a file of the site that is no page (style sheet, feed)."""
    return posixpath.relpath(file, posixpath.dirname(page) or ".")


def alternates(frame: SiteFrame) -> list[tuple[str, str]]:
    """hreflang -> folder of each language a page is in, ``x-default`` being the first; none where there is but one."""
    return [*frame.languages, ("x-default", "")] if len(frame.languages) > 1 else []


def stem_of(path: str) -> str:
    """A page's path without its ending: feeds and badge stand beside the page, under its name."""
    return path.removesuffix(".html")


def outside_link(url: str) -> str:
    """``url`` if it is a plain http or https address, else an empty string (``javascript:``, ``data:``, control characters)."""
    url = url.strip()
    if not url or len(url) > 2000 or re.search(r"[\x00-\x20\x7f-\x9f\\\"<>^`{|}\u200e\u200f\u202a-\u202e\u2066-\u2069]", url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and host and not parts.username else ""


def absolute(base_url: str, path: str) -> str:
    """``path`` under the site's address; a front page is the folder itself."""
    return base_url + (path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path)
