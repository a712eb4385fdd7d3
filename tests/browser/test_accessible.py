"""Every page a person meets: WCAG 2.2 AA by axe-core, light and dark, on a desk's screen and a phone's; the order of the Tab key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser import axe
from tests.browser.desk_process import PASSWORD, make_desk, serving

pytestmark = [pytest.mark.browser, pytest.mark.parser, pytest.mark.long]
pytest.importorskip("wagtail", reason="needs the extra detente[desk]")

SCREENS = (("desktop", 1280, 900), ("phone", 390, 844))
PUBLIC = (
    "", "categories/belarus-usa.html", "relations/blr-usa.html", "about.html", "search",
    "search?q=minsk+OR+ambassador&kind=event&actor=USA", "api/",
)  # fmt: skip
INSIDE = (
    "desk/", "desk/inbox/", "desk/statuses/", "desk/recode/", "desk/analyses/", "desk/forecasts/", "desk/people/", "desk/people/trail/",
    "desk/password/", "desk/tokens/",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served desk."""
    with serving(make_desk(tmp_path_factory.mktemp("accessible") / "desk")) as address:
        yield address


def log_in(page: Any, address: str, name: str) -> None:
    page.goto(address + "desk/login/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(address + "desk/**")


def linked(page: Any, prefix: str) -> list[str]:
    """Addresses on the page that begin with ``prefix`` and a further name, each once."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(a => new URL(a.href).pathname)")
    return list(dict.fromkeys(path.lstrip("/") for path in found if path.startswith(f"/{prefix}") and path != f"/{prefix}"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("screen", "width", "height"), SCREENS)
def test_no_violation_on_any_page(browser: Any, site: str, scheme: str, screen: str, width: int, height: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(60_000)
    found: list[str] = []

    def look(path: str) -> None:
        answer = page.goto(site + path)
        assert answer.status < 400, f"{path}: {answer.status}"
        found.extend(axe.violations(page))
        if axe.too_wide(page):
            found.append(f"{path} is wider than the {screen}")

    for path in PUBLIC:
        look(path)
    page.goto(site)
    look(linked(page, "articles/")[0])
    look("desk/login/")
    log_in(page, site, "administrator")
    for path in INSIDE:
        look(path)
    for listed in ("desk/inbox/", "desk/statuses/", "desk/forecasts/", "desk/analyses/"):  # and one page below each list
        page.goto(site + listed)
        for path in linked(page, listed)[:2]:
            look(path)
    context.close()
    assert not found, "\n".join(found)


def test_tab_goes_from_the_skip_link_to_the_navigation_to_the_content(browser: Any, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "desk/login/")
    order = axe.tab_order(page)
    assert order[0] == "a Skip to the content" and order[-3:] == ["input Name", "input Password", "button Log in"], order
    log_in(page, site, "administrator")
    for path in INSIDE:
        page.goto(site + path)
        order = axe.tab_order(page)
        print(path, order)
        assert order[0] == "a Skip to the content", path
        log_out = next(n for n, name in enumerate(order) if name == "button Log out")
        entries = [n for n, name in enumerate(order) if name in ("a Statuses", "a Analyses", "a Forecasts")][:3]
        assert log_out < entries[0] and entries == sorted(entries), path
        assert not axe.unseen_focus(page), path
    page.close()


def test_screens_of_public_pages(browser: Any, address: str, paths: list[str]) -> None:
    """The static pages of tests/pages/fake_desk.py, with its hostile article: the same rules."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        for path in paths:
            page.goto(address + path)
            found += axe.violations(page)
        context.close()
    assert not found, "\n".join(found)


def test_files_are_small(site: str) -> None:
    """What the desk's own pages load: few and small files."""
    from detente.desk.settings import HERE

    own = [path for path in HERE.rglob("static/**/*") if path.is_file()]
    assert sum(Path(path).stat().st_size for path in own) < 400_000, [path.name for path in own]
