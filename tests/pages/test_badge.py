"""The badge: what it says, that it is well-formed and reads on any ground, whatever a title holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from detente.pages.badge import COLOURS, GROUND, INK, QUIET, alternative, badge, snippet, text_width
from detente.pages.parts import StatusBox
from detente.types import Change

SVG = "{http://www.w3.org/2000/svg}"
BOX = StatusBox(
    ref=None, name="ARK-BOR", title="Arkenia – Borland", kind="relation", as_of=date(2016, 7, 1), period_days=28, level=1.25, low=0.5,
    high=2.0, change="improved", change_size=0.8, p_improved=0.81, p_deteriorated=0.02, events=7, thin=False, by="machine", reason="",
)  # fmt: skip


def words(content: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(content).iter(f"{SVG}text")]


def test_it_says_what_and_when_and_whose() -> None:
    assert words(badge(BOX, "The desk")) == [
        "Arkenia – Borland", "Improved", "level +1.2 · 81 %, very likely", "1 Jul 2016 · computed · The desk"
    ]  # fmt: skip
    said = words(badge(replace(BOX, by="ada", reason="I know"), "The desk"))
    assert said[2:] == ["level +1.2", "1 Jul 2016 · set by ada · The desk"]
    assert "thin evidence" in badge(replace(BOX, thin=True, events=2), "The desk")
    nothing = badge(replace(BOX, change="no-reporting", level=None, events=0, thin=True, p_improved=None, p_deteriorated=None), "The desk")
    assert words(nothing)[1:3] == ["No reporting", "no level"] and "thin evidence" not in nothing
    assert "from the imported table icews" in badge(replace(BOX, source="the imported table icews"), "The desk")


def test_a_program_reads_it_as_one_picture_with_a_name() -> None:
    root = ET.fromstring(badge(BOX, "The desk"))
    assert root.get("role") == "img" and root.findtext(f"{SVG}title") == alternative(BOX, "The desk")
    assert "style" not in {e.tag.removeprefix(SVG) for e in root.iter()} and not any("style" in e.attrib for e in root.iter())
    assert not any("href" in name or name.startswith("on") for e in root.iter() for name in e.attrib)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", [INK, QUIET, *COLOURS.values()])
def test_contrast(colour: str) -> None:
    light, dark = sorted((luminance(GROUND), luminance(colour)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("change", get_args(Change))
def test_nothing_sticks_out(change: Change) -> None:
    root = ET.fromstring(badge(replace(BOX, change=change, title="W" * 300, by="w" * 300), "m" * 300))
    width = float(root.get("width") or 0)
    for line in root.iter(f"{SVG}text"):
        assert float(line.get("x") or 0) + float(line.get("textLength") or 0) <= width
    assert width < 900


def test_hostile_names_stay_names() -> None:
    evil = '</text><script>alert(1)</script>"&\x00\u202e'
    content = badge(replace(BOX, title=evil, by=evil), evil)
    root = ET.fromstring(content)
    assert not list(root.iter(f"{SVG}script")) and "<script>" in (root.findtext(f"{SVG}title") or "")
    assert "\u202e" not in content and "\x00" not in content


def test_letters_without_room_and_with_twice_as_much() -> None:
    assert text_width("e\u0301", 10) == text_width("e", 10) and text_width("中", 10) > text_width("a", 10)
    assert text_width("ii", 10) < text_width("MM", 10)


def test_what_one_pastes() -> None:
    page, picture = "https://desk.example/relations/a.html", "https://desk.example/relations/a.svg"
    assert snippet("markdown", "A [b](x)", page, picture) == f"[![A \\[b\\](x)]({picture})]({page})"
    assert snippet("html", '"<b>', page, picture) == f'<a href="{page}"><img src="{picture}" alt="&quot;&lt;b&gt;" height="62"></a>'


def test_pages_show_it_and_how_to_paste_it(files: dict[str, bytes]) -> None:
    page = files["relations/ark-bor.html"].decode()
    assert 'src="ark-bor.svg"' in page and "[![Arkenia – Borland: " in page and "https://desk.example/pages/relations/ark-bor.svg" in page
    assert ET.fromstring(files["relations/ark-bor.svg"]).tag == f"{SVG}svg"
    assert "categories/foreign-policy.svg" in files


def test_without_an_address_there_is_nothing_to_paste(desk: Any, fake: Any) -> None:
    from detente.pages.build import build_site
    from detente.pages.site import site_files

    desk.config = replace(desk.config, base_url="")
    page = site_files(build_site(desk, None, fake.names))["relations/ark-bor.html"].decode()
    assert 'src="ark-bor.svg"' in page and "[![" not in page
