"""Page dataclasses -> HTML, by Django's template engine alone: no settings, no project, everything escaped."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from detente.pages.explore.parts import CitedPage, ComparePage, CountryPage, ExplorePage, ExploreRelation, TrendsPage
from detente.pages.language import speaking
from detente.pages.model import (
    AboutPage,
    AnalysisPage,
    ArchivePage,
    ArticlePage,
    CategoryPage,
    ChangesPage,
    FrontPage,
    Page,
    RelationPage,
    Site,
)
from detente.pages.search import SearchPage

Explored = ExplorePage | ExploreRelation | ComparePage | CountryPage | TrendsPage | CitedPage
TEMPLATES = Path(__file__).with_name("templates")
_TEMPLATE_OF: dict[type[Any], str] = {
    FrontPage: "front.html", CategoryPage: "category.html", RelationPage: "relation.html", ArticlePage: "article.html",
    AnalysisPage: "analysis.html", ArchivePage: "archive.html", ChangesPage: "changes.html", AboutPage: "about.html",
    SearchPage: "search.html",
    ExplorePage: "explore.html", ExploreRelation: "explore_relation.html", ComparePage: "explore_compare.html",
    CountryPage: "explore_country.html", TrendsPage: "explore_trends.html", CitedPage: "cited.html",
}  # fmt: skip
_BLANK_LINES = re.compile(r"\n\s+")  # begins with what is rare in a page: looking for blanks before it takes thirty times as long


@cache
def engine(missing: str = "") -> Any:
    """The template engine. missing: what to print for a name that a template has wrong (tests look for it)."""
    return Engine(
        dirs=[str(TEMPLATES)],
        autoescape=True,
        builtins=["detente.pages.tags", "detente.pages.said_tags"],
        string_if_invalid=missing,
        loaders=[("django.template.loaders.cached.Loader", [("django.template.loaders.filesystem.Loader", [str(TEMPLATES)])])],
    )


def render(page: Page | Explored | SearchPage, site: Site, missing: str = "", pieces: dict[Any, str] | None = None) -> str:
    """One page as a whole HTML document. place: its address within the folder of its language. pieces: where a server keeps the long lists
    of this very page and site between two readers; those that are in it are not made again."""
    template = engine(missing).get_template(_TEMPLATE_OF[type(page)])
    place = page.head.path.removeprefix(site.frame.prefix)
    values = {"page": page, "frame": site.frame, "paths": site.paths, "place": place, "pieces": pieces}
    context = Context(values, use_l10n=False, use_tz=False)
    with speaking(site.frame.language):
        return _BLANK_LINES.sub("\n", template.render(context)).strip() + "\n"
