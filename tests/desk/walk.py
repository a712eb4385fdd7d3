"""Every address the desk has, with its parameters filled in, and what must never be seen without the right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.interface_languages import languages

# Stands in an article whose text may not be published, and in a draft: in no answer to those who may not read either.
UNPUBLISHED, DRAFT = "Zwischenablage", "Fledermausland"

# What stands for a parameter of an address, by its name; `Places` fills in more. Others become 1 or "x" by their kind.
SAMPLES: dict[str, str] = {
    "content_type_app_name": "wagtailcore",
    "content_type_model_name": "page",
    "app_label": "wagtailcore",
    "app_name": "wagtailcore",
    "model_name": "page",
    "filter_spec": "width-100",
    "action": "delete",
    "action_name": "publish",
    "user": "editor",
    "verb": "made",
}
FOLDER = "|".join(f"{code}/" for code in languages())
# Patterns that are regular expressions, and an address each that fits.
REGEXES: dict[str, str] = {
    "^pages/": "pages/",
    "^documents/": "documents/",
    "^images/": "images/",
    "^.*/$": "none/such/",
    "^((?:[\\w\\-]+/)*)$": "{draft_slug}/",
    rf"^(?P<folder>{FOLDER})$": "be/",
    rf"^(?P<folder>{FOLDER})search$": "be/search",
    rf"^(?P<name>(?:{FOLDER})?(?:index\.html|about\.html|changes\.html|(?:categories|relations|articles|analyses|changes)/[^/]+\.html))$":
        "about.html",
    rf"^(?P<name>(?:{FOLDER})?(?:(?:feed|changes|(?:categories|relations)/[^/]+)\.(?:rss|atom|json)|(?:categories|relations)/[^/]+\.svg))$":
        "changes.atom",
    rf"^(?P<folder>(?:{FOLDER})?)search\.(?P<kind>rss|atom|json)$": "search.rss",
    r"^(?P<name>photos/[\w.-]+\.jpg)$": "photos/none.jpg",
    r"^pictures/(?P<stem>[a-z0-9-]+)-[0-9a-f]{12}\.png$": "pictures/none-0123456789ab.png",
    rf"^(?P<name>(?:{FOLDER})?[a-z0-9-]+\.(?:css|svg|rss|atom|json|xml|txt))$": "feed.json",
}
# Beginnings of such patterns, each with what stands for it; plain words follow.
STARTS: dict[str, str] = {"^(?P<kind>category|relation)/(?P<key>[^/]+)/": "category/minsk-and-washington/", r"^(?P<number>\d{1,18})/": "1/"}
_PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Place:
    """An address. pattern: as Django has it; path: with parameters filled in; view: what answers."""

    pattern: str
    path: str
    view: Any


def places(filled: dict[str, str]) -> list[Place]:
    """Every address. filled: parameter -> value, over SAMPLES."""
    return list(_walk(None, "", "", SAMPLES | filled))


def _walk(patterns: Any, pattern: str, path: str, values: dict[str, str]) -> Iterator[Place]:
    from django.urls import URLResolver, get_resolver

    for entry in get_resolver().url_patterns if patterns is None else patterns:
        here = str(entry.pattern)
        filled = path + _filled(here, values)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, pattern + here, filled, values)
        else:
            yield Place(pattern + here, "/" + filled, entry.callback)


def _filled(pattern: str, values: dict[str, str]) -> str:
    if pattern.startswith("^"):
        known = REGEXES.get(pattern, "")
        for start, filled in STARTS.items():
            if not known and pattern.startswith(start):
                known = filled + pattern[len(start) :].rstrip("$").replace(r"(?P<number>\d{1,18})", "1")
        if not known and "revisions/compare" in pattern:
            known = "{page_id}/revisions/compare/live...latest/"
        assert known, f"tests/desk/walk.py needs an address that fits {pattern}"
        return known.format(**values)
    return _PARAMETER.sub(lambda found: values.get(found["name"], "1" if found["kind"] == "int" else "x"), pattern)


def fill_desk(folder: Path) -> dict[str, str]:
    """Put a draft, an unpublished article and a photo of the draft into a served desk; back come values for parameters."""
    from io import BytesIO

    from django.core.files.images import ImageFile
    from PIL import Image as Picture
    from wagtail.images.models import Image
    from wagtail.models import Page

    from detente.desk.people.models import User
    from detente.pipeline import open_desk, run

    (folder / "articles" / "secret.txt").write_text(f"A title\n2016-06-19\nen\nUSA helps BLR. {UNPUBLISHED}", "utf-8")
    run(open_desk(folder))
    article = next(a for a in open_desk(folder).articles() if UNPUBLISHED in a.text)
    content = BytesIO()
    Picture.new("RGB", (300, 200), "red").save(content, "PNG")
    image = Image.objects.create(title=DRAFT, file=ImageFile(BytesIO(content.getvalue()), name="photo.png"))
    rendition = image.get_rendition("width-100")
    page = Page(title=DRAFT, slug="a-draft", live=False, owner=User.objects.get(username="analyst"))
    Page.objects.get(depth=2).add_child(instance=page)
    revision = page.save_revision(user=page.owner)
    key = str(page.pk)
    return {
        **dict.fromkeys(("page_id", "pk", "parent_page_id", "page_to_move_id", "page_pk"), key),
        "destination_id": "1",
        "revision_id": str(revision.pk),
        "image_id": str(image.pk),
        "name": rendition.file.name,
        "draft_slug": page.slug,
        "article": article.id,
        "article_id": article.id,
    }
