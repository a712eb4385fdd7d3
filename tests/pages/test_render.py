from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from detente.pages.build import build_site
from detente.pages.links import link_from
from detente.pages.render import TEMPLATES, render

MISSING = "(a name the template has wrong)"


def html_files(files: dict[str, bytes]) -> dict[str, str]:
    return {name: content.decode() for name, content in files.items() if name.endswith(".html")}


def test_every_page_is_well_formed(files: dict[str, bytes], checked: Any) -> None:
    errors = {name: found for name, html in html_files(files).items() if (found := checked(html).errors)}
    assert errors == {}


def test_every_link_inside_holds(files: dict[str, bytes], checked: Any) -> None:
    import posixpath

    ids = {name: set(checked(html).ids) for name, html in html_files(files).items()}
    broken = []
    for name, html in html_files(files).items():
        found = checked(html)
        for href in [*found.links, *(a.get("href") or "" for t, a in found.tags if t == "link")]:
            if href.startswith(("http:", "https:")):
                continue
            path, _, fragment = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if target not in files or (fragment and fragment not in ids[target]):
                broken.append((name, href))
    assert broken == []


def test_templates_name_nothing_that_is_not_there(site: Any) -> None:
    for page in site.pages:
        assert MISSING not in render(page, site, MISSING)


def test_every_template_is_used() -> None:
    text = "".join(path.read_text("utf-8") for path in TEMPLATES.iterdir())
    unused = [p.name for p in TEMPLATES.iterdir() if p.name.startswith("_") and f'"{p.name}"' not in text]
    assert unused == []
    assert "|safe" not in text
    assert "autoescape off" not in text


def test_every_page_has_its_landmarks_and_forbids_scripts(files: dict[str, bytes]) -> None:
    for name, html in html_files(files).items():
        for part in ("<main", "<header", "<nav", "<footer", 'class="skip"', 'lang="en"', "default-src 'none'", 'name="description"'):
            assert part in html, (name, part)
        assert all('type="application/ld+json"' in tag for tag in re.findall("<script[^>]*>", html))


def test_arrow_and_word_stand_together(files: dict[str, bytes]) -> None:
    for html in html_files(files).values():
        for inner in re.findall(r'<span class="change [^"]*">(.*?)</span>\s*(\S+)', html, re.S):
            assert inner[0].strip().startswith('<span class="arrow" aria-hidden="true">')
            assert inner[1].startswith(("Improved", "Unchanged", "Deteriorated", "No"))


def test_an_article_says_what_it_is_to_machines(files: dict[str, bytes], site: Any) -> None:
    page = next(p for p in site.pages if "gains a road" in p.head.title)
    html = files[page.head.path].decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert found
    data, _crumbs = json.loads(found[1])
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Arkenia gains a road and loses a river"
    assert data["datePublished"] == "2016-07-01T16:00:00+02:00"
    assert data["url"] == f"https://desk.example/pages/{page.head.path}"
    assert f'<link rel="canonical" href="{data["url"]}">' in html
    assert '<meta property="og:type" content="article">' in html


def test_without_an_address_nothing_claims_one(desk: Any, fake: Any) -> None:
    desk.config = replace(desk.config, base_url="")
    site = build_site(desk, None, fake.names)
    html = render(site.pages[0], site)
    assert "canonical" not in html
    assert "og:url" not in html


def test_texts_of_others_are_not_on_any_page(files: dict[str, bytes], desk: Any) -> None:
    closed = next(a for a in desk.articles() if a.title.startswith("Lorries") or "Crossings open" in a.title)
    assert not any(closed.text.split(" as ")[0] in html for html in html_files(files).values())


@pytest.mark.parametrize("words", ["Category status:", "Similar articles", "Recent trends", "Photo: Harbour authority", "What was coded"])
def test_an_article_page_says(words: str, files: dict[str, bytes], site: Any, checked: Any) -> None:
    page = next(p for p in site.pages if "gains a road" in p.head.title)
    assert words in "".join(checked(files[page.head.path].decode()).text)


def test_a_link_to_nothing_is_no_link(site: Any) -> None:
    from detente.pages.parts import Ref

    assert link_from("index.html", site.paths, Ref("relation", "XXX-YYY")) == ""
