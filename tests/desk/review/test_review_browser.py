"""The review in a real Chromium: by keyboard alone, by the mouse, without script, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.desk.conftest import PASSWORD

pytestmark = pytest.mark.browser

# Form fields without a label, ids used twice, buttons and links without words, and what sticks out at the right.
FAULTS = """() => {
  const named = e => (e.labels && e.labels.length) || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  return [
    ...[...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(e => !named(e)).map(e => 'no label: ' + e.name),
    ...ids.filter((id, n) => ids.indexOf(id) !== n).map(id => 'id twice: ' + id),
    ...[...document.querySelectorAll('a, button')].filter(e => !e.textContent.trim() && !named(e)).map(e => 'no words: ' + e.outerHTML),
    ...[...document.querySelectorAll('[aria-describedby], [aria-labelledby]')].flatMap(e =>
      `${e.getAttribute('aria-describedby') || ''} ${e.getAttribute('aria-labelledby') || ''}`.trim().split(/ +/)
        .filter(id => !document.getElementById(id)).map(id => 'refers to nothing: ' + id)),
    ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []),
  ];
}"""
# Whether the element with the focus shows it.
SHOWS_FOCUS = """() => { const s = getComputedStyle(document.activeElement);
  return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1; }"""


@pytest.fixture
def page(browser: Any, live: str) -> Iterator[Any]:
    """A page of an analyst who has logged in; at its end nothing may stand in the console."""
    page, said = browser.new_page(base_url=live, viewport={"width": 1280, "height": 900}), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    log_in(page)
    yield page
    page.close()
    assert said == []


def log_in(page: Any) -> None:
    page.goto("/desk/login/")
    page.fill("[name=username]", "analyst")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/desk/inbox/")


def read(page: Any, title: str) -> None:
    page.goto("/desk/inbox/?show=all")
    page.click(f"text={title}")
    page.wait_for_selector(".review")
    page.wait_for_load_state()  # its script answers the keys


def test_round_trip_by_keyboard(page: Any) -> None:
    read(page, "And more of it")
    assert page.evaluate(FAULTS) == []
    page.keyboard.press("j")
    assert page.locator(".coding.current h3").inner_text().startswith("1")
    assert page.locator("mark.current").inner_text() == "USA helps BLR"
    assert page.evaluate(SHOWS_FOCUS)
    # correct it: the preview comes as the form changes
    page.keyboard.press("c")
    page.wait_for_selector(".panel form")
    assert page.evaluate("document.activeElement.name") == "actor"
    assert page.evaluate(SHOWS_FOCUS)
    page.select_option("[name=class]", "ASSAULT|")
    page.fill("[name=reason]", "it was an attack")
    page.wait_for_selector(".panel table.moves")
    assert page.evaluate(FAULTS) == []
    assert page.locator("[data-preview-into]").get_attribute("aria-live") == "polite"
    after = page.locator("table.moves tr:has(th:text-is('BLR-USA')) td").nth(1).inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".panel form").count() == 0
    assert page.evaluate("document.activeElement.dataset.key") == "c"  # back where it was opened
    page.keyboard.press("c")
    page.wait_for_selector(".panel form")
    page.select_option("[name=class]", "ASSAULT|")
    page.fill("[name=reason]", "it was an attack")
    page.wait_for_selector(".panel table.moves")
    page.click(".panel button[value=save]")
    page.wait_for_selector(".message.success")
    assert "corrected by analyst: it was an attack" in page.content()
    # reject the second one by keys alone, then take both back
    page.wait_for_selector(".coding.current")
    assert page.locator(".coding.current blockquote").inner_text() == "“BLR helps RUS”"
    page.keyboard.press("r")
    page.wait_for_selector(".panel [name=seen]", state="attached")
    page.keyboard.type("told twice")
    page.wait_for_timeout(600)
    page.wait_for_selector(".panel [name=seen]", state="attached")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Rejected.")
    assert page.locator(".coding").count() == 1
    page.goto("/relations/blr-usa.html")
    level = after.split("level ")[1].split("\n")[0].strip()
    assert level in page.locator("main").inner_text()  # readers see what the preview said
    read(page, "And more of it")
    for waiting in (1, 0):
        page.wait_for_load_state()
        page.keyboard.press("u")
        page.wait_for_selector("text=Taken back.")
        page.wait_for_function(f"document.querySelectorAll('.decisions li:not(.withdrawn)').length === {waiting}")
    assert page.locator(".coding").count() == 2 and page.locator(".coding.decided").count() == 0
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector(".coding.decided")
    page.wait_for_load_state()
    page.keyboard.press("d")
    page.wait_for_selector(".before >> text=And more of it")
    page.uncheck("#keys-on")  # switched off, keys do nothing, on the next page neither
    page.reload()
    page.keyboard.press("b")
    page.keyboard.press("j")
    assert page.locator(".coding.current").count() == 0 and not page.is_checked("#keys-on")
    page.check("#keys-on")
    page.keyboard.press("b")
    page.wait_for_selector("text=Taken back.")
    assert "And more of it" in page.inner_text("article h1")


def test_missed_event_at_selected_words(page: Any) -> None:
    read(page, "Warsaw helps")
    page.evaluate(
        """() => { const range = document.createRange(), p = document.querySelector('[data-field=text]');
        const text = document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode();
        range.setStart(text, 4); range.setEnd(text, 13);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.keyboard.press("n")
    page.wait_for_selector("#add-panel form")
    assert page.input_value("[name=words]") == "helps BLR"
    assert page.evaluate("document.activeElement.name") == "actor"
    page.fill("[name=actor]", "Poland")
    page.fill("[name=recipient]", "BLR")
    page.select_option("[name=class]", "CONSULT|")
    page.fill("[name=date_start]", "2016-06-18")
    page.fill("[name=date_end]", "2016-06-18")
    page.fill("[name=reason]", "missed")
    page.wait_for_selector("#add-panel table.moves")
    assert page.evaluate(FAULTS) == []
    page.click("#add-panel button[value=save]")
    page.wait_for_selector("text=Added.")
    assert page.locator("mark", has_text="helps BLR").count() >= 1
    page.click("#help-button")
    assert page.locator("dialog#keys").is_visible()
    page.keyboard.press("Escape")


def test_without_script_and_on_a_phone(browser: Any, live: str) -> None:
    context = browser.new_context(base_url=live, java_script_enabled=False, viewport={"width": 390, "height": 800}, color_scheme="dark")
    page = context.new_page()
    log_in(page)
    read(page, "Warsaw helps")
    page.click(".coding >> text=Correct")
    page.select_option("[name=realis]", "planned")
    page.fill("[name=reason]", "only announced")
    page.click("button[value=save]")
    page.wait_for_selector("table.moves")  # shown first
    page.click("button[value=save]")
    page.wait_for_selector("text=Corrected.")
    page.click("text=Undo my last decision here")
    page.wait_for_selector("text=Taken back.")
    context.close()
    context = browser.new_context(base_url=live, viewport={"width": 390, "height": 800})
    page = context.new_page()
    log_in(page)
    assert page.evaluate(FAULTS) == []
    read(page, "A ban and its answer")
    assert page.evaluate(FAULTS) == []
    page.click("#add")
    page.wait_for_selector("#add-panel form")
    assert page.evaluate(FAULTS) == []
    context.close()
