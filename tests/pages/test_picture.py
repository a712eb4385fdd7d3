"""Pictures for those who share a link: drawn once, the same bytes, whatever the words."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.pages import drawing
from detente.pages.picture import FOLDER, picture_of, wrapped
from detente.pages.site import write_site

pytest.importorskip("resvg_py", reason="needs the extra detente[plot]")
RELATION = "relations/ark-bor.html"


def _page(site: Any, path: str = RELATION) -> Any:
    return next(p for p in site.pages if p.head.path == path)


@given(st.text(max_size=400), st.integers(1, 5))
def test_words_fit_into_their_lines(words: str, most: int) -> None:
    lines = wrapped(words, 58, 1080, most)
    assert len(lines) <= most and all(0 < len(line) <= 33 for line in lines)


@given(st.text(max_size=300))
def test_any_title_gives_a_drawing(site: Any, title: str) -> None:
    shown = picture_of(replace(_page(site), title=title), site.frame)
    assert shown is not None
    root = ET.fromstring(shown.svg)
    assert (root.get("width"), root.get("height")) == ("1200", "630") and not root.findall(".//{*}script")


def test_it_is_drawn_the_same_each_time_and_says_what_the_page_says(site: Any) -> None:
    page = _page(site)
    shown = picture_of(page, site.frame)
    assert shown is not None and re.fullmatch(rf"{FOLDER}/relations-ark-bor-[0-9a-f]{{12}}\.png", shown.path)
    words = " ".join(e.text or "" for e in ET.fromstring(shown.svg).iter("{http://www.w3.org/2000/svg}text"))
    assert page.title in words and "as of" in words and "level" in words and shown.alt == page.head.description
    drawing.drawn_png.cache_clear()
    one = drawing.drawn_png(shown.svg)
    drawing.drawn_png.cache_clear()
    assert drawing.drawn_png(shown.svg) == one and struct.unpack(">II", one[16:24]) == (1200, 630)
    assert len(one) < 100_000


def test_cyrillic_letters_are_drawn_and_not_boxes(site: Any) -> None:
    """Of letters that a font does not have all look alike."""
    drawn = {drawing.drawn_png(str(picture_of(replace(_page(site), title=title), site.frame).svg)) for title in ("Жж", "Ўў", "Іі", "Щщ")}  # type: ignore[union-attr]
    assert len(drawn) == 4


def test_only_what_is_shared_as_one_thing(site: Any, files: dict[str, bytes]) -> None:
    drawn = {p.head.path for p in site.pages if (shown := picture_of(p, site.frame)) and shown.svg}
    assert drawn == {p for p in files if p.startswith(("relations/", "categories/")) and p.endswith(".html")}
    html = files[RELATION].decode()
    shown = picture_of(_page(site), site.frame)
    assert shown and f'<meta property="og:image" content="https://desk.example/pages/{shown.path}">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html and 'property="og:image:alt"' in html
    assert '<meta name="twitter:card" content="summary">' in files["index.html"].decode()


def test_a_second_build_draws_nothing_again(tmp_path: Path, desk: Any, fake: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write_site(desk, out, None, fake.names)
    pictures = sorted((out / FOLDER).iterdir())
    assert len(pictures) == 7  # two categories and five relations
    pictures[0].write_bytes(b"half a picture")
    drawn: list[str] = []
    real = drawing.drawn_png
    monkeypatch.setattr(drawing, "drawn_png", lambda svg: (drawn.append(svg), real(svg))[1])
    write_site(desk, out, None, fake.names)
    assert len(drawn) == 1 and pictures[0].read_bytes().startswith(b"\x89PNG")


def test_without_the_extra_the_build_says_so(tmp_path: Path, desk: Any, fake: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "find_spec", lambda _: None)
    report = write_site(desk, tmp_path / "out", None, fake.names)
    assert any("detente[plot]" in note for note in report.notes) and not (tmp_path / "out" / FOLDER).exists()
    assert "og:image" not in (tmp_path / "out" / RELATION).read_text("utf-8")


def test_without_an_address_nothing_is_drawn(tmp_path: Path, desk: Any, fake: Any) -> None:
    desk.config = replace(desk.config, base_url="")
    report = write_site(desk, tmp_path / "out", None, fake.names)
    assert len(report.notes) == 1 and not (tmp_path / "out" / FOLDER).exists()
