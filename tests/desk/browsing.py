"""A real Chromium for tests of the desk. Each walk has a thread and a browser of its own, so that it does not meet another test's."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


def walk(steps: Callable[[Any], None], size: dict[str, int], **context: Any) -> None:
    """Run ``steps`` on a page of a new browser; fails on what the page complains of in its console. Skips where there is no browser."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install the package `chromium` to run the browser tests")
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    with ThreadPoolExecutor(1) as alone:
        complaints = alone.submit(_walk, steps, size, context).result(timeout=300)
    assert complaints == []


def _walk(steps: Callable[[Any], None], size: dict[str, int], context: dict[str, Any]) -> list[str]:
    from playwright.sync_api import sync_playwright

    complaints: list[str] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = chromium.new_context(viewport=size, **context).new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        steps(page)
        chromium.close()
    return complaints


def log_in(page: Any, base: str, name: str, password: str) -> None:
    """Through the form."""
    page.goto(f"{base}desk/login/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def fits(page: Any) -> bool:
    """Whether nothing sticks out of the window sideways, once the page is there."""
    page.wait_for_load_state()
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
