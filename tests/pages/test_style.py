"""The style sheet: contrast by the formula of WCAG 2.2, both schemes, and nothing fetched from anywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import detente.pages.render

CSS = (Path(detente.pages.render.__file__).parent / "static" / "style.css").read_text("utf-8")


def schemes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.S)
    found = [dict(re.findall(r"--(\w+): (#[0-9a-f]{3,8})", block)) for block in blocks]
    light, dark, paper = found
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **paper}}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["paper", "wash", "mark"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "link", "up", "down", "flat"])
def test_every_ink_is_readable_on_every_ground(scheme: str, ground: str, ink: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


def test_nothing_is_fetched() -> None:
    assert "@import" not in CSS
    assert "url(" not in CSS


def test_focus_is_seen_and_paper_is_thought_of() -> None:
    assert ":focus-visible" in CSS
    assert "@media print" in CSS
    assert "prefers-color-scheme: dark" in CSS
    assert len(CSS.encode()) < 21_000  # 5.3 kB as gzip
