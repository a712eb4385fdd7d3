"""Pages in each language on a phone: nothing wider than the screen, no violation, and the switch leads to the same page."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any

import pytest
from tests.browser import axe

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "be", "ru")


def fake_desk() -> ModuleType:
    """The desk made by hand, of the tests of pages."""
    name = "detente_tests_fake_desk_for_browser"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[1] / "pages" / "fake_desk.py")
        assert spec and spec.loader
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The hand-made desk's static site in three languages, on this machine."""
    from detente.pages import write_site

    fake, out = fake_desk(), tmp_path_factory.mktemp("languages") / "out"
    desk = fake.FakeDesk()
    desk.config = replace(desk.config, interface_languages=LANGUAGES, base_url="")  # without an address no picture is drawn
    desk.outlooks, desk.found = {"ARK-BOR": fake.OUTLOOK}, {"ARK-BOR": fake.FINDINGS}
    write_site(desk, out, None, fake.names)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.parametrize("folder", ["be/", "ru/"])
def test_a_page_fits_a_phone_and_has_no_violation(browser: Any, site: str, folder: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.set_default_timeout(60_000)
    found: list[str] = []
    for path in ("index.html", "relations/ark-bor.html", "categories/foreign-policy.html", "changes.html", "about.html"):
        page.goto(site + folder + path)
        if axe.too_wide(page):
            found.append(f"{folder}{path} is wider than the phone")
        if path.startswith("relations"):
            found += axe.violations(page)
    page.context.close()
    assert found == []


def test_the_switch_stays_on_the_page(browser: Any, site: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.set_default_timeout(60_000)
    page.goto(site + "relations/ark-bor.html")
    page.get_by_role("link", name="беларуская").click()
    page.wait_for_url(site + "be/relations/ark-bor.html")
    assert page.locator("html").get_attribute("lang") == "be"
    assert page.locator("nav.languages [aria-current]").inner_text() == "беларуская"
    page.get_by_role("link", name="Агляд").click()
    page.wait_for_url(site + "be/index.html")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(site + "index.html")
    page.context.close()
