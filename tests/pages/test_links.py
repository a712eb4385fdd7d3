from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.pages.links import absolute, link_from, link_to_file, outside_link, site_paths, slugify
from detente.pages.parts import Ref
from detente.types import Article

ARTICLE = Article("abcdef0123456789", "Talks resume in Zürich: day 2", "", datetime.fromisoformat("2016-07-25T23:33"))


def test_a_path_says_what_the_page_is_about() -> None:
    paths = site_paths([ARTICLE], ["foreign-policy"], ["BLR-USA"], ["2016"])
    assert paths[Ref("article", ARTICLE.id)] == "articles/2016-07-25-talks-resume-in-zurich-day-2-abcdef01.html"
    assert paths[Ref("relation", "BLR-USA")] == "relations/blr-usa.html"
    assert paths[Ref("archive", "2016")] == "articles/2016.html"


def test_ids_that_begin_alike_and_are_alike_get_paths_of_their_own() -> None:
    twins = [ARTICLE, replace(ARTICLE, id="abcdef01ffff"), replace(ARTICLE, id="ABCDEF0123456789")]
    assert len(set(site_paths(twins, [], [], []).values())) == 3 + 3


def test_links_are_relative_so_that_the_site_works_in_any_folder() -> None:
    paths = site_paths([ARTICLE], ["fp"], ["BLR-USA"], [])
    here = paths[Ref("article", ARTICLE.id)]
    assert link_from(here, paths, Ref("relation", "BLR-USA", "r-1")) == "../relations/blr-usa.html#r-1"
    assert link_from("index.html", paths, Ref("category", "fp")) == "categories/fp.html"
    assert link_from(here, paths, Ref("article", ARTICLE.id, "r-2")) == "#r-2"
    assert link_from(here, paths, Ref("relation", "BLR-RUS")) == ""
    assert link_to_file(here, "style.css") == "../style.css"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)",
        " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>", "//evil.example",
        "vbscript:x", "file:///etc/passwd", "http:", "https://", "http://a b/", 'http://a.example/"onload=', "http://a.example/<b>", "http://[::1",
        "https://user@evil.example/", "http://a.example/\u202ex", "", "relative/path", "http://a.example/" + "x" * 3000,
    ],
)  # fmt: skip
def test_only_plain_web_addresses_become_links(url: str) -> None:
    assert outside_link(url) == ""


def test_web_addresses_stay_as_they_are() -> None:
    assert outside_link("https://news.example/a?b=1&c=2#d") == "https://news.example/a?b=1&c=2#d"
    assert outside_link("http://пример.example/п") == "http://пример.example/п"


@given(st.text(max_size=200), st.integers(5, 80))
def test_a_slug_is_plain_and_short(text: str, length: int) -> None:
    slug = slugify(text, length)
    assert len(slug) <= length
    assert slug == slug.strip("-")
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_the_front_page_is_the_folder_itself() -> None:
    assert absolute("https://x.example/d/", "index.html") == "https://x.example/d/"
    assert absolute("https://x.example/d/", "about.html") == "https://x.example/d/about.html"
