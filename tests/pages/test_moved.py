"""A category that was renamed: its old address leads on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from detente.pages.build import build_site
from detente.pages.site import site_files


def _renamed(fake: Any, formerly: tuple[str, ...]) -> Any:
    desk = fake.FakeDesk()
    first, *others = desk.config.categories
    desk.config = replace(desk.config, categories=(replace(first, formerly=formerly), *others))
    return build_site(desk, None, fake.names)


def test_the_old_address_leads_on_without_script(fake: Any, checked: Any) -> None:
    site = _renamed(fake, ("Abroad <&>", "older-still"))
    files = site_files(site)
    assert set(site.moved) == {"categories/abroad.html", "categories/older-still.html"}
    html = files["categories/abroad.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=foreign-policy.html">' in html and 'name="robots" content="noindex"' in html
    assert '<link rel="canonical" href="https://desk.example/pages/categories/foreign-policy.html">' in html
    assert checked(html).links.count("foreign-policy.html") >= 1
    for kind in ("rss", "atom", "json", "svg"):
        assert files[f"categories/abroad.{kind}"] == files[f"categories/foreign-policy.{kind}"]
    assert b"abroad" not in files["sitemap.xml"] and "categories/foreign-policy.html" in files


def test_an_article_under_the_old_name_stands_under_the_new(fake: Any) -> None:
    desk = fake.FakeDesk()
    first, *others = desk.config.categories
    desk.config = replace(desk.config, categories=(replace(first, name="Abroad", slug="abroad", formerly=(first.name,)), *others))
    site = build_site(desk, None, fake.names)
    (page,) = [p for p in site.pages if "will outlast the spring" in p.head.title]
    assert page.category == "Abroad" and page.category_ref is not None and page.category_ref.key == "abroad"
    assert "categories/foreign-policy.html" in site.moved
