from __future__ import annotations

import struct
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import PagesError
from detente.pages.chart_file import cropped, png_file, svg_file
from detente.pages.chart_parts import ChartFan, ChartMark, ChartPoint, ChartSpec, ChartStep

START = date(2016, 1, 1)
FAN = ChartFan(28, 1.0, -2.0, 4.0, "Outlook: <b>")


def a_chart(days: int = 100) -> ChartSpec:
    points = tuple(ChartPoint(START + timedelta(n), n / 50, n / 50 - 1, n / 50 + 1, n % 7 > 2) for n in range(days))
    end = points[-1].day
    step = ChartStep(START, end, "improved")
    marks = (ChartMark(START + timedelta(5), "cooperative", "a treaty", ""), ChartMark(end, "conflictual", "a ban", "r-1"))
    return ChartSpec("c", "T", "Words", START, end, -5, 5, points, marks, (step,), FAN)


def drawing(spec: ChartSpec, heading: str = "A – B") -> ET.Element:
    return ET.fromstring(svg_file(spec, 900, heading, "a note"))


def test_a_file_has_its_own_colours_ground_title_and_size() -> None:
    root = drawing(a_chart())
    assert root.get("width") == "900"
    text = ET.tostring(root, encoding="unicode")
    assert ".band" in text and 'fill="#fff"' in text
    assert "A – B" in text and "outlook, next 28 days" in text
    assert text.count("<svg") + text.count("<ns0:svg") == 1


def test_nothing_in_a_name_becomes_markup() -> None:
    evil = '"><script>x</script>&'
    text = svg_file(replace(a_chart(), desc=evil), 900, evil, evil)
    assert "<script" not in text
    ET.fromstring(text)


def test_the_outlook_lies_right_of_today_on_its_own_scale() -> None:
    text = svg_file(a_chart(3000), 900, "x", "y")
    wedge = next(e for e in ET.fromstring(text).iter() if e.get("class") == "fan" and e.get("points"))
    xs = [float(p.split(",")[0]) for p in (wedge.get("points") or "").split()]
    line = [e for e in ET.fromstring(text).iter() if (e.get("class") or "").startswith("line") and e.get("points")]
    assert max(float(p.split(",")[0]) for e in line for p in (e.get("points") or "").split()) <= min(xs) + 0.1
    assert max(xs) - min(xs) > 50


def test_a_crop_keeps_what_lies_in_it_and_drops_the_outlook_before_the_end() -> None:
    spec, last = a_chart(), START + timedelta(50)
    part = cropped(spec, START + timedelta(10), last)
    assert (part.start, part.end) == (START + timedelta(10), last)
    assert all(part.start <= p.day <= part.end for p in part.points)
    assert part.marks == () and part.fan is None
    assert part.steps[0].start == part.start and part.steps[0].end == last
    assert cropped(spec, START + timedelta(10), None).fan == FAN


@given(st.integers(2, 400), st.integers(0, 500), st.integers(0, 500))
def test_any_crop_can_be_drawn(days: int, first: int, length: int) -> None:
    spec = a_chart(days)
    begin = min(START + timedelta(first), spec.end - timedelta(1))
    drawn = ET.fromstring(svg_file(cropped(spec, begin, begin + timedelta(length + 1)), 900, "A – B", ""))
    assert drawn.tag.endswith("svg")


def test_png_has_the_width_asked_for_and_needs_no_font_of_the_machine() -> None:
    pytest.importorskip("resvg_py", reason="the extra plot is not installed")
    data = png_file(svg_file(a_chart(), 900, "A – B", "note"))
    assert data[1:4] == b"PNG"
    assert struct.unpack(">I", data[16:20])[0] == 900
    bare = png_file(svg_file(a_chart(), 900, "", ""))
    assert bare != data  # the letters are drawn


def test_without_the_extra_png_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setattr("detente.pages.chart_file.find_spec", lambda name: None)
    with pytest.raises(PagesError, match=r"detente\[plot\]"):
        png_file("<svg/>")
