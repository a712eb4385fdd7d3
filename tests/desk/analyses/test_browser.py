"""An analysis written in a real browser: quoted with one click, sent to review, approved, read."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.desk.conftest import PASSWORD

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture
def chromium() -> Iterator[Any]:
    """A browser, or a skip that says that there is none."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install the package `chromium` to run the browser tests")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def logged_in(browser: Any, live: str, name: str, complaints: list[str], **more: Any) -> Any:
    """A page of a user's own session; what the browser complains of is kept."""
    page = browser.new_context(**more).new_page()
    page.set_default_timeout(20_000)
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live}desk/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/desk/**")
    return page


def no_model(monkeypatch: pytest.MonkeyPatch, article: str) -> None:
    from detente.opened_desk import Desk
    from detente.types import Neighbour

    monkeypatch.setattr(Desk, "like", lambda self, title, text, day, kind, top: [Neighbour(article, 0.9, f"a {kind}")])


def test_written_reviewed_and_read(
    served: Path, live: str, article_id: str, chromium: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    no_model(monkeypatch, article_id)
    complaints: list[str] = []
    page = logged_in(chromium, live, "analyst", complaints, viewport={"width": 1400, "height": 1000})
    page.goto(f"{live}desk/analyses/")
    page.click("text=Write an analysis")
    page.fill("[name=title]", "Aid and what follows")
    page.select_option("[name=category]", "Minsk and Washington")
    page.wait_for_selector("[data-evidence-list] [data-quote]")
    page.screenshot(path=tmp_path / "1.png")
    assert "Improved" in page.inner_text("[data-evidence-list]")
    page.click("[data-evidence-list] [data-quote] >> nth=0")
    page.wait_for_function("document.querySelector('[name=\"body-count\"]').value === '1'")
    assert "USA" in page.input_value("[name='body-0-value-quote']")
    assert "block 1" in page.inner_text("[data-evidence-said]")
    page.screenshot(path=tmp_path / "2.png", full_page=True)
    page.click("[data-dropdown-target=toggle], .w-dropdown__toggle >> visible=true >> nth=-1") if False else None
    page.evaluate("document.querySelector('[name=\"action-submit\"]').click()")
    page.wait_for_load_state("networkidle")
    editor = logged_in(chromium, live, "editor", complaints, viewport={"width": 1400, "height": 1000})
    editor.goto(f"{live}desk/analyses/")
    assert "in review" in editor.inner_text("main")
    assert complaints == []
