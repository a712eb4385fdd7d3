"""A working day of an editor, in a real browser against a real `detente serve`: from log-in to log-out, with axe-core on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.browser import axe
from tests.browser.desk_process import PASSWORD, make_desk, serving
from tests.desk.browsing import editor_ready, sent_by

pytestmark = [pytest.mark.browser, pytest.mark.parser, pytest.mark.long]
pytest.importorskip("wagtail", reason="needs the extra detente[desk]")

REASON = "The licence was only prolonged: nothing new was granted."
OVERRULED = "Talks on full embassies began this week; the articles lag behind."
TITLE = "Six months more, and then?"
FORECAST = "Washington prolongs the licence once more by the end of 2018."
LEVEL = re.compile(r"level\s+([+−-]?\d+(?:\.\d+)?)")


class Person:
    """Somebody with a browser of their own. Every page they come to is held against WCAG; what the browser complains of is kept."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.address = address
        self.page = browser.new_context(viewport={"width": 1280, "height": 900}, **context).new_page()
        self.page.set_default_timeout(90_000)
        self.wrong: list[str] = []
        self.page.on("console", lambda said: self.wrong.append(f"console: {said.text}") if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("response", lambda got: self.wrong.append(f"{got.status} {got.url}") if got.status >= 500 else None)

    def to(self, path: str) -> Any:
        """Go there and look."""
        self.page.goto(self.address + path)
        self.look()
        return self.page

    def look(self) -> None:
        """Hold the page as it is now against WCAG."""
        self.wrong += axe.violations(self.page)

    def log_in(self, name: str) -> None:
        """As that user."""
        self.to("desk/login/")
        self.page.get_by_label("Name").fill(name)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Log in").click()
        self.page.wait_for_url(lambda url: "login" not in url)
        self.look()

    def main(self) -> str:
        """What the page says."""
        return str(self.page.locator("main").inner_text())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served desk."""
    with serving(make_desk(tmp_path_factory.mktemp("day") / "desk")) as address:
        yield address


def test_a_working_day(browser: Any, site: str) -> None:
    editor, reader = Person(browser, site), Person(browser, site, color_scheme="dark")
    page = editor.page
    editor.log_in("editor")

    # review: the article that could move most comes first
    editor.to("desk/inbox/")
    assert "articles wait for review" in editor.main()
    page.locator("table.inbox tbody a").first.click()
    page.wait_for_selector(".review")
    page.wait_for_load_state()  # its script answers the keys
    editor.look()
    article = page.url

    # correct: what it would change is shown before it is saved, and that is what comes
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.wait_for_selector(".panel form")
    page.fill(".panel [name=reason]", REASON)
    page.wait_for_selector(".panel table.moves")
    editor.look()
    row = page.locator(".panel table.moves tbody tr").first
    moved = row.locator("th").inner_text()
    before, after = (LEVEL.search(row.locator("td").nth(n).inner_text()) for n in (0, 1))
    assert before and after and before[1] != after[1]
    page.click(".panel button[value=save]")
    page.wait_for_selector("text=Rejected.")
    editor.look()

    # the status has moved, for readers too
    address = f"relations/{moved.lower()}.html" if re.fullmatch("[A-Z]{3}-[A-Z]{3}", moved) else ""
    reader.to(address)
    assert after[1] in reader.main()
    page.goto(article)
    page.click("text=Reviewed: on to the next")
    page.wait_for_selector(".before")  # the next article, with the way back

    # overrule: both words stand side by side
    editor.to("desk/statuses/")
    page.goto(f"{site}desk/statuses/relation/BLR-USA/")
    editor.look()
    page.click("text=Overrule the machine")
    page.select_option("#change", "improved")
    page.fill("#reason", OVERRULED)
    page.get_by_role("button", name="Overrule", exact=True).click()
    page.wait_for_selector(f"text={OVERRULED}")
    editor.look()
    reader.to("relations/blr-usa.html")
    assert OVERRULED in reader.main()
    reader.to("changes.html")
    assert OVERRULED in reader.main()

    # write, with a forecast; schedule; publish
    write(editor, site)
    reader.page.goto(site)
    assert TITLE not in reader.main()
    wait_for_publication(reader, site)
    reader.page.get_by_role("link", name=TITLE).first.click()
    reader.page.wait_for_url("**/analyses/**")
    reader.look()
    said = reader.main()
    assert FORECAST in said and "70 %" in said and "Improved" in said  # the status it froze

    # resolve the forecast, with evidence
    editor.to("desk/forecasts/")
    page.get_by_role("link", name=re.compile(re.escape(FORECAST[:40]))).first.click()
    editor.look()
    page.get_by_label("yes", exact=True).check()
    page.fill("#evidence", "The Treasury published licence 2H on 24 October 2018.")
    page.get_by_role("button", name="Resolve", exact=True).click()
    page.wait_for_selector("text=licence 2H")
    editor.look()
    editor.to("desk/forecasts/")
    assert "yes" in editor.main()

    # log out: the desk is shut
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/desk/login/**")
    editor.look()
    page.goto(f"{site}desk/inbox/")
    assert "/desk/login/" in page.url
    found = [*editor.wrong, *reader.wrong]
    assert not found, "\n".join(found)


def write(editor: Person, site: str) -> None:
    """An analysis with a paragraph that quotes the evidence, and a forecast; scheduled for the next minute."""
    page = editor.page
    editor.to("desk/analyses/")
    page.click("text=Write an analysis")
    editor_ready(page)
    page.fill("[name=title]", TITLE)
    page.select_option("[name=category]", "Belarus and the United States")
    page.wait_for_selector("[data-evidence-list] [data-quote]")
    page.click("[data-evidence-list] [data-quote] >> nth=0")
    page.wait_for_selector("[name='body-0-value-quote']")
    page.evaluate("window.deskBody.insert({ type: 'forecast', value: { statement: '', probability: 70, unchanged: 'yes' } }, 1)")
    page.fill("[name='body-1-value-statement']", FORECAST)
    page.fill("[name='body-1-value-deadline']", "2099-01-01")
    page.fill("[name='body-1-value-criterion']", "The Treasury publishes it.")
    page.keyboard.press("Escape")
    open_schedule(page)
    at = datetime.now(UTC) + timedelta(minutes=1 if datetime.now(UTC).second < 30 else 2)
    page.fill("[name=go_live_at]", f"{at:%Y-%m-%d %H:%M}")
    page.keyboard.press("Tab")
    editor.look()
    page.get_by_role("button", name="Save schedule").press("Enter")
    page.wait_for_url("**/edit/**")
    editor_ready(page)
    sent_by(page, "[name='action-publish']")
    editor.to("desk/analyses/")
    assert "scheduled for" in editor.main()


def open_schedule(page: Any) -> None:
    """Asked for again until it is there: on a busy machine a click can come before Wagtail's script has taken the button over."""
    from playwright.sync_api import TimeoutError as Late

    when = page.locator("[name=go_live_at]")
    for _ in range(10):
        if not page.get_by_text("Set schedule").first.is_visible():
            page.click("[aria-label='Toggle status']")
        page.get_by_text("Set schedule").first.click()
        with suppress(Late):
            when.wait_for(timeout=2_000)
            return
    raise AssertionError("the dialog of the schedule does not stay open")


def wait_for_publication(reader: Person, site: str) -> None:
    """Until the front page names it: the server looks every twenty seconds."""
    for _ in range(75):
        reader.page.goto(site)
        if TITLE in reader.main():
            return
        reader.page.wait_for_timeout(2000)
    raise AssertionError("what was scheduled did not come")
