"""What a page says of itself in schema.org's words, as plain data (JSON-LD).

A relation's or category's page is a WebPage about an Observation: a value with its bounds, of a day, by a method that is described. It is
no Dataset, which would be files to take away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.pages.language import say, say_many
from detente.pages.links import absolute
from detente.pages.model import AnalysisPage, ArticlePage, CategoryPage, Page, RelationPage
from detente.pages.parts import Head, Ref, SiteFrame, StatusBox
from detente.pages.picture import picture_of
from detente.pages.wording import change_clause, machine_moment
from detente.relations.calibration import TOP

_CONTEXT = "https://schema.org"


def structured(page: Page, frame: SiteFrame, paths: Mapping[Ref, str]) -> list[dict[str, Any]]:
    """Everything there is to say of a page; a page of lists says nothing."""
    found: list[dict[str, Any]] = []
    if isinstance(page, ArticlePage | AnalysisPage):
        found.append(news_article(page.head, frame, _image(page, frame)))
    elif isinstance(page, CategoryPage | RelationPage):
        found.append(status_page(page.head, page.status, frame, _image(page, frame)))
    crumbs = breadcrumbs(page, frame, paths)
    return [*found, *([crumbs] if crumbs else [])]


def _image(page: Page, frame: SiteFrame) -> str:
    shown = picture_of(page, frame) if frame.base_url else None
    return absolute(frame.base_url, shown.path) if shown else ""


def news_article(head: Head, frame: SiteFrame, image: str) -> dict[str, Any]:
    """``NewsArticle`` or ``AnalysisNewsArticle``; keys without a value are left out."""
    publisher = {"@type": "Organization", "name": head.publisher or frame.title}
    address = absolute(frame.base_url, head.path) if frame.base_url else ""
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": head.schema,
        "headline": head.title,
        "description": head.description,
        "datePublished": machine_moment(head.published),
        "dateModified": machine_moment(head.updated),
        "image": image,
        "author": {"@type": "Person", "name": head.author} if head.author else publisher,
        "publisher": publisher,
        "articleSection": head.section,
        "articleBody": head.body,
        "inLanguage": head.language or (frame.own if head.schema == "AnalysisNewsArticle" else frame.language),
        "isBasedOn": head.based_on,
        "url": address,
        "mainEntityOfPage": address,
    }
    return _filled(data)


def status_page(head: Head, status: StatusBox, frame: SiteFrame, image: str) -> dict[str, Any]:
    """``WebPage`` with the level as an ``Observation``."""
    observed = {
        "@type": "Observation",
        "name": say_many(
            "Level of {title}: {change} over {n} day", "Level of {title}: {change} over {n} days", status.period_days,
            title=status.title, change=change_clause(status.change),
        ),
        "observationAbout": {"@type": "Thing", "name": status.title},
        "measuredProperty": say("level on a scale from -{top:g} (conflict) to {top:g} (cooperation)", top=TOP),
        "observationDate": status.as_of.isoformat(),
        "observationPeriod": f"P{status.period_days}D",
        "value": _rounded(status.level),
        "minValue": _rounded(status.low),
        "maxValue": _rounded(status.high),
        "measurementMethod": absolute(frame.base_url, frame.prefix + "about.html") if frame.base_url else "",
    }
    data = {
        "@context": _CONTEXT,
        "@type": "WebPage",
        "name": head.title,
        "description": head.description,
        "url": absolute(frame.base_url, head.path) if frame.base_url else "",
        "inLanguage": frame.language,
        "dateModified": status.as_of.isoformat(),
        "isPartOf": {"@type": "WebSite", "name": frame.title} | ({"url": frame.base_url} if frame.base_url else {}),
        "image": image,
        "mainEntity": _filled(observed) if status.level is not None else None,
    }
    return _filled(data)


def breadcrumbs(page: Page, frame: SiteFrame, paths: Mapping[Ref, str]) -> dict[str, Any] | None:
    """The way from the front page; None on the front page, and where the site has no address: a way needs full ones."""
    if not frame.base_url or page.head.path == frame.prefix + "index.html":
        return None
    above = [(name, paths[ref]) for name, ref in _above(page, frame) if ref in paths]
    way = [(frame.title, frame.prefix + "index.html"), *above, (page.head.title, page.head.path)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(frame.base_url, path)}
        for number, (name, path) in enumerate(way, 1)
    ]
    return {"@context": _CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def _above(page: Page, frame: SiteFrame) -> list[tuple[str, Ref]]:
    """What stands between the front page and a page."""
    if isinstance(page, RelationPage):
        return list(page.categories[:1])
    if isinstance(page, ArticlePage | AnalysisPage):
        if page.category_ref:
            return [(page.category, page.category_ref)]
        return [(say("Articles"), frame.archive)] if frame.archive else []
    return []


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", None)}
