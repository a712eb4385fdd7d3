"""The page of an analysis, from a desk made by hand."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from detente.pages.build import build_site
from detente.pages.model import AnalysisPage, Site
from detente.pages.parts import Ref
from detente.pages.render import render
from detente.pages.site import site_files
from detente.published import ForecastPart, FrozenStatus, LikeArticle, Photo, PublishedAnalysis, QuotePart, TextPart
from detente.types import Status

EVIL = '"><script>document.title="ran"</script>'
STATUS = Status("Foreign policy", "category", ("ARK", "BOR"), date(2016, 6, 1), 1.5, 0.5, 2.5, "improved", 0.8, 0.05, 5)
FORECAST = ForecastPart("k1", "A crossing opens.", 0.6, date(2016, 9, 1), "Customs say so.")
QUOTE = QuotePart("closed two", "gone", "A report", "Harbour News", "", None, "", "text", 0, 10)
ANALYSIS = PublishedAnalysis(
    slug="2016-06-02-two-crossings", title="Two crossings", category="Foreign policy", author="I. Writer",
    published=datetime(2016, 6, 2, 9, 30, tzinfo=UTC), updated=None, status=FrozenStatus(STATUS, STATUS, "v1", 14),
    parts=(TextPart("<p>It <b>began</b> there.</p>"), QUOTE, FORECAST),
    photo=Photo("abc.jpg", 800, 600, "A gate", "I. Seer"),
    similar=(LikeArticle("gone", "Gone from the desk", "Open Wire", None, "report", "", "the same gate", "situation"),),
)  # fmt: skip


def site(fake: Any, *written: PublishedAnalysis) -> Site:
    return build_site(fake.FakeDesk(written=list(written)), None, fake.names)


def page_of(made: Site, slug: str = ANALYSIS.slug) -> str:
    page = next(p for p in made.pages if isinstance(p, AnalysisPage) and p.head.path == made.paths[Ref("analysis", slug)])
    return render(page, made, missing="!!missing!!")


def test_it_says_everything(fake: Any) -> None:
    html = page_of(site(fake, ANALYSIS))
    for words in ("Two crossings", "▲", "1 June 2016", "over 14 days", "2 June 2016, 09:30 UTC", "I. Writer", "<strong>began</strong>",
                  "closed two", "60 %, likely", "1 September 2016", "Customs say so.", 'alt="A gate"', "Photo: I. Seer",
                  "Gone from the desk", "the same gate", '"../photos/abc.jpg"'):  # fmt: skip
        assert words in html, words
    assert "!!missing!!" not in html
    data, _crumbs = json.loads(re.search(r'ld\+json">(.*?)</script>', html).group(1))  # type: ignore[union-attr]
    assert (data["@type"], data["headline"], data["datePublished"][:10]) == ("AnalysisNewsArticle", "Two crossings", "2016-06-02")
    assert data["image"].endswith("/photos/abc.jpg") and data["url"].endswith("analyses/2016-06-02-two-crossings.html")


def test_whose_status(fake: Any) -> None:
    overruled = replace(STATUS, change="deteriorated", by="editor", reason="I was there.")
    html = page_of(site(fake, replace(ANALYSIS, status=FrozenStatus(overruled, STATUS, "v1", 14))))
    assert "Status set by editor: I was there." in html and "The machine said: improved, 80 %" in html


def test_it_is_listed_everywhere(fake: Any) -> None:
    files = site_files(site(fake, ANALYSIS))
    for name in ("index.html", "categories/foreign-policy.html", "articles/2016.html", "feed.rss", "feed.atom", "feed.json", "sitemap.xml"):
        assert b"2016-06-02-two-crossings" in files[name], name
    assert files["photos/abc.jpg"] == b"a photo"


def test_nothing_is_listed_of_a_later_day(fake: Any) -> None:
    made = build_site(fake.FakeDesk(written=[ANALYSIS]), date(2016, 6, 1), fake.names)
    assert Ref("analysis", ANALYSIS.slug) not in made.paths


def test_without_status_photo_or_text(fake: Any) -> None:
    html = page_of(site(fake, replace(ANALYSIS, status=None, photo=None, parts=(), similar=(), category="")))
    assert "Two crossings" in html and "!!missing!!" not in html and "<img" not in html


@pytest.mark.parametrize("name", ["../secret.jpg", ".hidden.jpg", "a/b.jpg"])
def test_a_photo_outside_of_its_folder(name: str, fake: Any) -> None:
    photo = replace(ANALYSIS.photo, file=name)  # type: ignore[type-var]
    assert "<img" not in page_of(site(fake, replace(ANALYSIS, photo=photo)))


def test_hostile_words_stay_words(fake: Any) -> None:
    parts = (TextPart(f"<p>{EVIL}</p>"), replace(FORECAST, statement=EVIL, criterion=EVIL))
    evil = replace(
        ANALYSIS, title=EVIL, author=EVIL, category=EVIL, parts=parts,
        photo=Photo("abc.jpg", 8, 6, EVIL, EVIL), kept=(replace(FORECAST, key=EVIL),),
    )  # fmt: skip
    html = page_of(site(fake, evil))
    assert "<script>document" not in html and html.count("<script") == 1
