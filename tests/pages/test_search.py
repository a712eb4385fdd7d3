"""The page of a search, without a server or a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.pages.fake_desk import NAMES, FakeDesk

from detente.pages.build import plan_site
from detente.pages.model import Site
from detente.pages.render import render
from detente.pages.search import search_page
from detente.search import Facet, FacetValue, Found, Hit, SearchQuery, Span

MISSING = "(a name the template has wrong)"
EDITION = plan_site(FakeDesk(), None, lambda code: NAMES.get(code, code), live=True)


def hit(page: Any, key: str, **more: Any) -> Hit:
    plain: dict[str, Any] = {
        "key": f"{page}:{key}", "kind": page, "page": page, "id": key, "title": (Span("A "), Span("<b>title</b>", True)),
        "snippet": (Span("Words\u202e "), Span("here", True)), "day": date(2016, 5, 1), "moment": None, "source": "Open <Wire>",
        "language": "en",
        "categories": ("foreign-policy", "gone"), "article": "", "actors": ("ARK",), "relations": (), "classes": (), "realis": (),
        "score": 1.0,
    }  # fmt: skip
    return Hit(**plain | more)


def page_of(query: SearchQuery, hits: tuple[Hit, ...] = (), **more: Any) -> str:
    plain: dict[str, Any] = {"total": len(hits), "more": False, "facets": (), "next": None}
    found = Found(query, hits, **plain | more)
    return render(search_page(EDITION, query, found), Site(EDITION.frame, (), (), EDITION.paths), MISSING)


def test_hits_lead_to_their_pages(checked: Any) -> None:
    article = EDITION.material.articles[0]
    events = [e for e in EDITION.material.events.values() if e.realis == "planned"]
    told = events[0].mentions[0].article
    html = page_of(
        SearchQuery(words="title"),
        (hit("article", article.id), hit("event", events[0].id, article=told, realis=("planned",)), hit("article", "gone"), hit("event",
        "gone")),
    )
    assert MISSING not in html and not checked(html).errors
    assert f'href="{EDITION.paths[EDITION.links[0].ref]}"' in html and f'#r-{events[0].id}"' in html and "planned" in html
    assert "<mark>&lt;b&gt;title&lt;/b&gt;</mark>" in html and "Open &lt;Wire&gt;" in html and "\u202e" not in html
    assert html.count("<li>\n<a href=") == 2  # what is no longer there is left out
    assert "Told in" in html and "Foreign policy" in html


def test_facets_and_filters_are_addresses() -> None:
    query = SearchQuery(words="a&b", actors=("ARK",), since=date(2016, 3, 1), page=2)
    facets = (
        Facet("year", (FacetValue("2016", 2), FacetValue("2015", 1))), Facet("actor", (FacetValue("ARK", 3), FacetValue("BOR", 2))),
        Facet("kind", (FacetValue("event", 3),)),
    )  # fmt: skip
    html = page_of(query, (hit("article", EDITION.material.articles[0].id),), total=3, facets=facets, next=3)
    assert 'href="search?q=a%26b&amp;actor=ARK&amp;actor=BOR&amp;from=2016-03-01"' in html
    assert 'href="search?q=a%26b&amp;actor=ARK&amp;from=2016-03-01&amp;to=2016-12-31"' in html
    assert '<span class="hidden">Without </span>Arkenia' in html and 'href="search?q=a%26b&amp;from=2016-03-01"' in html
    assert "What</h3>" not in html  # it would narrow nothing
    assert "page=3" in html and 'rel="prev"' in html and "3 found, best first." in html
    assert "More than 2,000 found" in page_of(query, total=2000, more=True)


def test_the_form_alone_and_a_problem() -> None:
    page = search_page(EDITION, SearchQuery(), None)
    html = render(page, Site(EDITION.frame, (), (), EDITION.paths), MISSING)
    assert MISSING not in html and "found" not in html.split("<h1>")[1] and "noindex" in html
    html = render(search_page(EDITION, SearchQuery(), None, "Nothing was looked for: <x>"), Site(EDITION.frame, (), (), EDITION.paths),
    MISSING)
    assert 'role="alert"' in html and "&lt;x&gt;" in html


def test_a_static_site_has_no_form() -> None:
    frame = replace(EDITION.frame, live=False)
    from detente.pages.build import build_page
    from detente.pages.parts import Ref

    site = Site(frame, (), (), EDITION.paths)
    assert "search" not in render(build_page(EDITION, Ref("about")), site).lower().split("<main")[0]
    assert 'action="search"' in render(build_page(EDITION, Ref("about")), Site(EDITION.frame, (), (), EDITION.paths))
