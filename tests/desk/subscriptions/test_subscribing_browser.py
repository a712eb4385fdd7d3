"""A reader subscribes and leaves in a real browser, by keyboard, on a phone; every page of it against WCAG 2.2 AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.browser import axe
from tests.desk.browsing import PHONE, fits, walk
from tests.desk.subscriptions.conftest import link_in, outbox


@pytest.mark.browser
def test_subscribe_and_leave(browser: Any, mailing: Path, live: str) -> None:
    from detente.desk.subscriptions.models import Subscriber

    faults: list[str] = []

    def look(page: Any) -> None:
        assert fits(page), page.url
        faults.extend(f"{page.url}: {fault}" for fault in axe.violations(page))

    def steps(page: Any) -> None:
        page.goto(f"{live}relations/blr-usa.html")
        page.get_by_text("Show this status on another page").press("Enter")
        assert "[![Belarus – United States: " in (page.locator("pre.embed").first.text_content() or "")
        assert page.locator("img.badge").evaluate("image => image.decode().then(() => image.naturalWidth)") > 200
        look(page)
        page.locator("section[aria-labelledby=follow]").get_by_role("link", name="by e-mail").focus()
        page.keyboard.press("Enter")
        page.get_by_label("Belarus – United States").wait_for()
        assert page.get_by_label("Belarus – United States").is_checked()
        look(page)
        page.get_by_label("Daily").check()
        page.get_by_label("E-mail address").fill("reader@example.net")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Look into your mail").wait_for()
        look(page)
        page.goto(live + link_in(outbox()[0], "confirm")[1:])
        look(page)
        page.get_by_role("button", name="Yes, send it").press("Enter")
        page.get_by_role("heading", name="It is set up").wait_for()
        page.goto(f"{live}subscribe/leave/{Subscriber.objects.get().key}/")
        look(page)
        page.get_by_role("button", name="Leave").press("Enter")
        page.get_by_role("heading", name="You have left").wait_for()
        assert not Subscriber.objects.exists()

    walk(browser, steps, PHONE, color_scheme="dark")
    assert not faults
