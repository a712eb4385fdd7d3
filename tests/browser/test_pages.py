"""The site as a reader meets it, in a real Chromium: quiet console, links that hold, narrow screens, dark, paper, no script."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest

pytestmark = pytest.mark.browser

WIDE_ELEMENTS = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll') && !e.closest('.hidden'))
  .map(e => e.tagName + '.' + e.className).slice(0, 5)"""
# Contrast of every run of text against what is behind it, as the browser has computed both.
LOW_CONTRAST = """() => {
  const lum = c => { const v = c.slice(0, 3).map(x => x / 255).map(x => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
  const rgb = s => (s.match(/[\\d.]+/g) || []).map(Number);
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); 
      if (c.length < 4 || c[3] > 0.99) return c; }
    return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    const [a, b] = [lum(rgb(getComputedStyle(e).color)), lum(ground(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
  }
  return bad.slice(0, 5);
}"""


def test_every_page_loads_in_silence(browser: Any, address: str, paths: list[str]) -> None:
    page, said = browser.new_page(), list[str]()
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    # An icon still under way when the next page is asked for is given up by the browser: no failure of the site.
    page.on("requestfailed", lambda r: None if r.failure == "net::ERR_ABORTED" else said.append(f"failed: {r.url} {r.failure}"))
    page.on("response", lambda response: said.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
    page.on("request", lambda request: None if request.url.startswith(address) else said.append(f"asked elsewhere: {request.url}"))
    for path in paths:
        page.goto(address + path)
        assert page.title()
    page.close()
    assert said == []
    assert len(paths) > 20


def test_every_link_inside_holds(browser: Any, address: str, paths: list[str], site_folder: Path) -> None:
    page, seen, links = browser.new_page(), dict[str, set[str]](), list[tuple[str, str]]()
    for path in paths:
        page.goto(address + path)
        seen[address + path] = set(page.eval_on_selector_all("[id]", "es => es.map(e => e.id)"))
        links += [
            (path, urljoin(address + path, h)) for h in page.eval_on_selector_all("a[href]", "es => es.map(e => e.getAttribute('href'))")
        ]
    page.close()
    inside = [(path, *urldefrag(href)) for path, href in links if href.startswith(address)]
    files = {address + p.relative_to(site_folder).as_posix() for p in site_folder.rglob("*")}
    broken = [(path, target, part) for path, target, part in inside if target not in files or (part and part not in seen[target])]
    assert broken == []
    assert len(inside) > 300


def test_every_page_can_be_reached_from_the_front(browser: Any, address: str, paths: list[str]) -> None:
    page, found, waiting = browser.new_page(), set[str](), [address + "index.html"]
    while waiting:
        target = waiting.pop()
        if target in found:
            continue
        found.add(target)
        page.goto(target)
        hrefs = page.eval_on_selector_all("a[href]", "es => es.map(e => e.getAttribute('href'))")
        waiting += [u for h in hrefs if (u := urldefrag(urljoin(target, h))[0]).startswith(address) and u.endswith(".html")]
    page.close()
    assert {address + path for path in paths} - found == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_phone_scrolls_one_way_only(browser: Any, address: str, paths: list[str], scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page, wide = context.new_page(), dict[str, Any]()
    for path in paths:
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide[path] = page.evaluate(WIDE_ELEMENTS)
    context.close()
    assert wide == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_is_readable(browser: Any, address: str, paths: list[str], scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)
    page, low = context.new_page(), dict[str, Any]()
    for path in paths:
        page.goto(address + path)
        if found := page.evaluate(LOW_CONTRAST):
            low[path] = found
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert low == {}
    assert (sum(map(int, ground[4:-1].split(","))) < 150) == (scheme == "dark")


def test_hostile_words_never_run(browser: Any, address: str, paths: list[str]) -> None:
    page = browser.new_page()
    for path in paths:
        page.goto(address + path)
        page.wait_for_timeout(10)
        assert page.title() != "ran"
        assert page.locator("img:not(.badge), iframe, form").count() == 0
        assert page.evaluate("[...document.querySelectorAll('img.badge')].every(i => new URL(i.src).origin === location.origin)")
        assert page.locator("script:not([type='application/ld+json'])").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
    evil = next(p for p in paths if "2016-06-30-img" in p)
    page.goto(address + evil)
    assert "<script>" in page.inner_text("h1")
    page.close()


def test_the_policy_stops_a_script_even_if_one_got_in(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "index.html")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'document.title = \"ran\"'; document.body.append(s); }"
    )
    assert page.title() != "ran"
    page.close()


def test_it_works_without_javascript(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "index.html")
    page.click("table.grid a >> text=Arkenia – Cestria")
    row = page.locator("details.row").first
    row.locator("summary").click()
    assert row.locator("blockquote").first.is_visible()
    context.close()


def test_a_mark_leads_to_its_row_and_shows_it(browser: Any, address: str, paths: list[str]) -> None:
    page = browser.new_page()
    page.goto(address + next(p for p in paths if "thaw" in p))
    page.click(".text mark.cooperative a")
    target = page.url.partition("#")[2]
    assert target
    assert page.locator(f"#{target}").evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; }")
    assert page.locator(f"#{target} blockquote").first.is_visible()
    page.close()


def test_the_keyboard_reaches_the_content_first(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").evaluate("e => e.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    outlines = page.evaluate(
        """() => { const a = document.querySelector('main a'); a.focus(); return getComputedStyle(a).outlineStyle; }"""
    )
    assert outlines != "none"
    page.close()


def test_paper_shows_the_quotes_that_a_screen_folds(browser: Any, address: str, tmp_path: Path) -> None:
    from pypdf import PdfReader

    page = browser.new_page()
    page.goto(address + "relations/ark-ces.html")
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    page.close()
    reader = PdfReader(tmp_path / "page.pdf")
    text = " ".join(" ".join(p.extract_text() for p in reader.pages).split())
    assert 1 <= len(reader.pages) <= 6
    assert "halted all work at the shared river port" in text
    assert "the text gives no date" in text  # inside a row that is folded on a screen


def test_a_page_opens_from_a_disk_too(browser: Any, site_folder: Path) -> None:
    page = browser.new_page()
    page.goto((site_folder / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('header.site')).borderTopWidth") == "6px"
    page.close()
