"""An editor overrules a status in a real browser, on a phone and on a desktop, and takes it back."""

from __future__ import annotations

from typing import Any

import pytest
from tests.desk.browsing import DESKTOP, PHONE, fits, log_in, walk

PASSWORD = "a horse of another colour"


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_overrule_and_withdraw(browser: Any, size: dict[str, int], live: str) -> None:
    def steps(page: Any) -> None:
        log_in(page, live, "editor", PASSWORD)
        page.get_by_role("link", name="Statuses").first.click()
        assert fits(page)
        page.get_by_role("link", name="Belarus – United States").or_(page.locator('a[href$="/relation/BLR-USA/"]')).first.click()
        assert fits(page) and page.get_by_text("How far it is").is_visible()
        page.get_by_text("Overrule the machine").focus()
        page.keyboard.press("Enter")  # the form opens without a mouse
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "change"
        page.get_by_label("Status", exact=True).select_option("deteriorated")
        page.get_by_label("Reason (shown to readers with your name)").fill("The ban was not lifted after all")
        page.get_by_role("button", name="Overrule", exact=True).click()
        page.get_by_role("status").get_by_text("in force").wait_for()
        page.goto(f"{live}relations/blr-usa.html")
        assert page.get_by_text("Status set by editor: The ban was not lifted after all").is_visible() and fits(page)
        page.get_by_role("link", name="Change log").click()
        assert page.get_by_text("The ban was not lifted after all").is_visible() and fits(page)
        page.go_back()
        page.go_back()
        page.locator(".ledger summary").first.click()
        page.get_by_label("Why").fill("It was lifted")
        page.get_by_role("button", name="Withdraw").click()
        page.get_by_role("status").get_by_text("withdrawn").wait_for()
        assert page.get_by_text("Withdrawn by editor").is_visible()

    walk(browser, steps, size)
