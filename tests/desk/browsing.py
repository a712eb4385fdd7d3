"""Walks through the desk in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


def walk(browser: Any, steps: Callable[[Any], None], size: dict[str, int], **context: Any) -> None:
    """Run ``steps`` on a page of a session of its own; fails on what the page complains of in its console."""
    complaints: list[str] = []
    page = browser.new_context(viewport=size, **context).new_page()
    page.set_default_timeout(60_000)
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    steps(page)
    page.context.close()
    assert complaints == []


def log_in(page: Any, base: str, name: str, password: str) -> None:
    """Through the form."""
    page.goto(f"{base}desk/login/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def editor_ready(page: Any) -> None:
    """Once Wagtail's scripts have taken the page over: before that, clicks on what they start are lost."""
    page.wait_for_load_state()
    page.wait_for_function("window.deskBody && !document.querySelector('template[data-desk-init]')")


def press_until(page: Any, button: str, seen: str) -> None:
    """Click ``button`` until ``seen`` comes: a click can come before the script that answers it."""
    from playwright.sync_api import TimeoutError as Late

    for _ in range(15):
        if page.locator(button).first.is_visible():
            page.locator(button).first.click()
        try:
            page.wait_for_selector(seen, timeout=2_000)
        except Late:
            continue
        return
    raise AssertionError(f"{seen} does not come")


def sent_by(page: Any, button: str) -> None:
    """Click ``button`` of Wagtail's menu, shown or not, and wait for the page that follows."""
    with page.expect_navigation(timeout=120_000):  # publishing compares the text with every article
        page.evaluate("(at) => document.querySelector(at).click()", button)


def fits(page: Any) -> bool:
    """Whether nothing sticks out of the window sideways, once the page is there."""
    page.wait_for_load_state()
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
