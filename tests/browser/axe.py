"""WCAG 2.2 AA by axe-core, and the order in which Tab walks through a page. axe-core comes with the package axe-playwright-python."""

from __future__ import annotations

from typing import Any

# All of WCAG 2.0, 2.1 and 2.2 at levels A and AA that axe-core can tell by itself.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_NAME = """
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return '';
  const label = e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].innerText) || e.innerText || e.value || e.id;
  return e.tagName.toLowerCase() + ' ' + (label || '').trim().replace(/\\s+/g, ' ').slice(0, 40);
}
"""


def violations(page: Any) -> list[str]:
    """What axe-core objects to on the page as it is now: rule, and the first places, a line each."""
    from axe_playwright_python.base import AXE_SCRIPT

    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS)
    return [
        f"{page.url}: {rule['id']} ({rule['impact']}): {rule['help']}: " + " | ".join(node["html"][:160] for node in rule["nodes"][:4])
        for rule in found["violations"]
    ]


def tab_order(page: Any, at_most: int = 80) -> list[str]:
    """What Tab reaches from the top of the page, in order, as "tag name"; ends where it leaves the page or comes round."""
    page.evaluate("() => { document.activeElement && document.activeElement.blur(); window.scrollTo(0, 0); }")
    order: list[str] = []
    for _ in range(at_most):
        page.keyboard.press("Tab")
        name = page.evaluate(_NAME)
        if not name or (len(order) > 2 and name == order[0]):
            break
        order.append(name)
    return order


def unseen_focus(page: Any, at_most: int = 60) -> list[str]:
    """What can be reached by Tab and shows nothing of it: no outline, no shadow."""
    page.evaluate("() => document.activeElement && document.activeElement.blur()")
    bad: list[str] = []
    for _ in range(at_most):
        page.keyboard.press("Tab")
        name = page.evaluate(_NAME)
        if not name:
            break
        shown = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"
        )
        if not shown:
            bad.append(name)
    return bad


def too_wide(page: Any) -> bool:
    """Whether the page has to be moved sideways to be read."""
    return bool(page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth + 1"))
