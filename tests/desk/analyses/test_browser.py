"""An analysis written in a real browser: quoted with one click, sent to review, approved, read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.desk.browsing import editor_ready, press_until, sent_by
from tests.desk.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.long]


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


def shown_in_a_frame(page: Any, words: str) -> bool:
    """Whether a frame of the page comes to show words; Wagtail swaps its preview's frames."""
    for _ in range(100):
        if any(words in (frame.locator("body").text_content() or "") for frame in page.frames[1:] if "preview" in frame.url):
            return True
        page.wait_for_timeout(200)
    return False


def test_written_reviewed_and_read(
    served: Path, live: str, article_id: str, browser: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from PIL import Image

    no_model(monkeypatch, article_id)
    Image.new("RGB", (1200, 700), "teal").save(tmp_path / "photo.jpg")
    complaints: list[str] = []
    page = logged_in(browser, live, "analyst", complaints, viewport={"width": 1400, "height": 1000})
    page.goto(f"{live}desk/analyses/")
    page.click("text=Write an analysis")
    editor_ready(page)
    page.fill("[name=title]", "Aid and what follows")
    page.select_option("[name=category]", "Minsk and Washington")
    page.wait_for_selector("[data-evidence-list] [data-quote]")
    assert "Improved" in page.inner_text("[data-evidence-list]")
    page.click("[data-evidence-list] [data-quote] >> nth=0")
    page.wait_for_selector("[name='body-0-value-quote']")
    assert "USA" in page.input_value("[name='body-0-value-quote']")
    assert page.input_value("[name='body-0-value-event']")
    assert len(page.evaluate("window.deskBody.children[0].id")) == 36
    assert "block 1" in page.inner_text("[data-evidence-said]")
    page.evaluate("window.deskBody.insert({ type: 'forecast', value: { statement: '', probability: 60, unchanged: 'no' } }, 1)")
    page.fill("[name='body-1-value-statement']", "An ambassador is named.")
    page.fill("[name='body-1-value-deadline']", "2099-01-01")
    page.fill("[name='body-1-value-criterion']", "The ministry says so.")
    page.keyboard.press("Escape")
    press_until(page, "text=Choose an image", ".modal-content >> text=Upload")
    press_until(page, ".modal-content >> text=Upload", ".modal-content #tab-upload [name$=title]")
    page.set_input_files(".modal-content [type=file]", tmp_path / "photo.jpg")
    page.fill(".modal-content #tab-upload [name$=title]", "A photo")
    page.click(".modal-content [type=submit] >> visible=true")
    page.wait_for_selector(".modal-content", state="detached")
    page.fill("[name=photo_alt]", "A teal field")
    page.fill("[name=photo_credit]", "I. Seer")
    page.screenshot(path=tmp_path / "1-write.png", full_page=True)
    sent_by(page, "[name='action-submit']")
    editor = logged_in(browser, live, "editor", complaints, viewport={"width": 1400, "height": 1000})
    editor.goto(f"{live}desk/analyses/")
    assert "in review" in editor.inner_text("main")
    editor.screenshot(path=tmp_path / "2-list.png")
    editor.click("main >> text=Aid and what follows")
    editor_ready(editor)
    editor.click("[aria-label='Toggle preview']")
    assert shown_in_a_frame(editor, "Category status")
    editor.screenshot(path=tmp_path / "3-preview.png")
    sent_by(editor, "[data-workflow-action-name=approve]")
    editor.goto(f"{live}desk/analyses/")
    assert "published" in editor.inner_text("main")
    for name, width, scheme in (("desktop", 1280, "light"), ("phone", 390, "dark")):
        reader = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
        reader.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        reader.goto(live)
        reader.click("text=Aid and what follows")
        reader.wait_for_url("**/analyses/**")
        assert reader.evaluate("document.querySelector('figure.photo img').naturalWidth") > 0
        assert reader.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert "60 %, likely" in reader.inner_text("main")
        reader.screenshot(path=tmp_path / f"4-{name}.png", full_page=True)
    assert complaints == []


def test_the_list_on_a_phone(
    served: Path, live: str, article_id: str, browser: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    no_model(monkeypatch, article_id)
    complaints: list[str] = []
    page = logged_in(browser, live, "analyst", complaints, viewport={"width": 390, "height": 850})
    page.goto(f"{live}desk/analyses/")
    page.click("text=Write an analysis")
    editor_ready(page)
    page.select_option("[name=category]", "Minsk and Washington")
    page.click("[data-evidence-list] [data-quote] >> nth=1")
    page.wait_for_selector("[name='body-0-value-quote']")
    page.screenshot(path=tmp_path / "phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert complaints == []
