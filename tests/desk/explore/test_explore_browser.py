"""Exploring in a real browser: the cursor by pointer and keyboard, keeping a status, a phone's width, axe."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.browser import axe
from tests.desk.browsing import DESKTOP, PHONE, fits, walk

# Tables of events that must be pushed sideways to be read.
STUCK = "[...document.querySelectorAll('.scroll:has(> .lines)')].filter(s => s.scrollWidth > s.clientWidth).map(s => s.ariaLabel)"


def test_the_cursor_and_the_button(served: Path, browser: Any, live: str) -> None:
    def steps(page: Any) -> None:
        page.goto(f"{live}explore/relation?name=BLR-USA")
        says, slider = page.locator("#cursor-says"), page.get_by_label("Day under the cursor")
        slider.wait_for()
        page.get_by_role("button", name="Previous event").click()
        first, before = says.inner_text(), slider.input_value()
        assert re.match(r"\d+ \w+ 2016: level .*\n+[▲▼] \w+: (United States → Belarus|Belarus → United States)", first)
        slider.press("ArrowLeft")
        assert int(slider.input_value()) == int(before) - 1 and says.inner_text() != first
        assert says.inner_text().partition(":")[0] in slider.get_attribute("aria-valuetext")
        page.locator("svg.level:visible").first.hover(position={"x": 70, "y": 60})
        assert int(slider.input_value()) < int(before) / 2
        page.goto(f"{live}statuses/BLR-USA/2016-05-10")
        page.get_by_role("button", name="Keep this edition").click()
        page.wait_for_url(re.compile(r"/2016-05-10/[0-9a-f]{12}$"))
        assert page.get_by_text("this page does not change").is_visible()

    walk(browser, steps, DESKTOP)


def test_on_a_phone_light_and_dark(served: Path, browser: Any, live: str) -> None:
    paths = (
        "explore", "explore/relation?name=BLR-USA", "explore/compare?a=BLR-USA&b=BLR-UKR", "explore/country/BLR",
        "explore/trends?over=year", "statuses/BLR-USA/2016-05-10",
    )  # fmt: skip

    def look(page: Any, at: tuple[str, ...]) -> None:
        found = []
        for path in at:
            page.goto(live + path)
            assert fits(page), path
            assert page.evaluate(STUCK) == [], path
            if "relation?" in path:
                assert page.get_by_role("link", name="Who", exact=True).is_visible(), "the ways to sort stay in sight"
                box = page.locator(".stacks caption").first.bounding_box()
                assert box["width"] > 200 and box["height"] < 120, box
            found += [f"{path}: {one}" for one in axe.violations(page)]
        assert found == []

    walk(browser, lambda page: look(page, paths), PHONE)
    walk(browser, lambda page: look(page, (paths[1], paths[3])), PHONE, color_scheme="dark")  # those with colours of their own


def test_without_script_all_is_there(served: Path, browser: Any, live: str) -> None:
    def steps(page: Any) -> None:
        page.goto(f"{live}explore/relation?name=BLR-USA&from=2016-01-01")
        assert not page.get_by_role("button", name="Next event").is_visible()
        assert page.get_by_role("region", name="Events of the period").get_by_role("row").count() > 4
        page.get_by_role("link", name="Who", exact=True).click()
        page.wait_for_url(re.compile("sort=who"))
        assert "Aid: United States → Belarus" in page.locator("svg.level.wide").first.inner_html()

    walk(browser, steps, DESKTOP, java_script_enabled=False)
