"""A forecast is made and resolved in a real browser; the ledger with its plots fits a phone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.desk.browsing import DESKTOP, PHONE, fits, log_in, walk

PASSWORD = "a horse of another colour"


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_make_and_resolve(browser: Any, size: dict[str, int], live: str) -> None:
    from detente.desk.opened import opened_desk
    from detente.record.forecasts import publish_forecast, resolve_forecast

    db, at = opened_desk().db, datetime(2016, 5, 1, tzinfo=UTC)
    for i in range(10):
        number = publish_forecast(
            db, statement=f"Number {i}", probability=0.8, deadline=date(2016, 6, 1), criterion="seen", category="BLR-USA", author="A",
            made_at=at,
        )  # fmt: skip
        resolve_forecast(db, number, "yes" if i else "no", evidence="seen", user="editor", made_at=at)

    def steps(page: Any) -> None:
        log_in(page, live, "editor", PASSWORD)
        page.get_by_role("link", name="Forecasts").first.click()
        assert page.locator("svg.reliability").first.is_visible() and fits(page)
        page.get_by_role("link", name="Make a forecast").click()
        assert fits(page)
        page.get_by_label("What will happen").fill("The two will sign")
        page.get_by_label("Chance in percent").fill("62")
        page.get_by_label("Deadline").fill("2199-06-30")
        page.get_by_label("Resolution criterion").fill("Both publish a signed text")
        page.get_by_label("Category or relation").fill("BLR-USA")
        page.get_by_role("button", name="Publish for good").click()
        page.get_by_text("likely (ICD 203)").wait_for()
        assert fits(page)
        page.get_by_label("yes").check()
        page.get_by_label("Evidence").fill("The text was published")
        page.get_by_role("button", name="Resolve").click()
        page.get_by_role("status").get_by_text("Resolved: yes").wait_for()
        assert page.get_by_text("The text was published").is_visible() and fits(page)

    walk(browser, steps, size)
