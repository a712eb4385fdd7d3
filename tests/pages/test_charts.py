from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from detente.pages.chart_axis import day_ticks, level_scale, level_ticks
from detente.pages.chart_parts import ChartMark, ChartPoint, ChartSpec, ChartStep
from detente.pages.charts import level_chart, sparkline

START = date(2016, 1, 1)


def spec(levels: list[float | None], reported: list[bool] | None = None, **other: object) -> ChartSpec:
    days = [START + timedelta(days=n) for n in range(len(levels))]
    points = tuple(
        ChartPoint(d, v, None if v is None else v - 1, None if v is None else v + 1, reported[i] if reported else True)
        for i, (d, v) in enumerate(zip(days, levels, strict=True))
    )
    end = START + timedelta(days=max(1, len(levels) - 1))
    plain = ChartSpec(id="c", title="Level", desc="Words", start=START, end=end, low=-5.0, high=5.0, points=points)
    return replace(plain, **other)  # type: ignore[arg-type]


def shapes(svg: str, tag: str, css: str) -> list[ET.Element]:
    return [e for e in ET.fromstring(svg).iter(tag) if e.get("class") == css]


def test_a_chart_has_a_title_and_words_for_those_who_cannot_see_it() -> None:
    root = ET.fromstring(sparkline(spec([1.0, 2.0])))
    ids = {e.get("id"): e.text for e in root}
    assert root.get("role") == "img"
    assert [ids[i] for i in (root.get("aria-labelledby") or "").split()] == ["Level", "Words"]


def test_no_reporting_is_dashed_and_no_data_is_a_gap() -> None:
    svg = sparkline(spec([1.0, 1.0, 1.0, None, None, 2.0, 2.0], [True, True, False, False, False, True, True]))
    assert len(shapes(svg, "polyline", "line")) == 2
    assert len(shapes(svg, "polyline", "line quiet")) == 1
    assert len(shapes(svg, "polygon", "band")) == 2


def test_higher_is_up() -> None:
    line = shapes(sparkline(spec([-4.0, 4.0])), "polyline", "line")[0]
    (x1, y1), (x2, y2) = [tuple(map(float, p.split(","))) for p in (line.get("points") or "").split()]
    assert x1 < x2
    assert y1 > y2


def test_an_empty_line_draws_nothing_but_the_zero() -> None:
    svg = sparkline(spec([None, None]))
    assert "polyline" not in svg
    assert "zero" in svg


def test_events_link_to_their_rows_and_point_up_or_down() -> None:
    marks = tuple(ChartMark(START, tone, f"what {tone}", f"r-{tone}") for tone in ("cooperative", "conflictual", "neutral"))  # type: ignore[arg-type]
    svg = level_chart(spec([1.0, 2.0], marks=marks)).split("</svg>")[0] + "</svg>"
    links = list(ET.fromstring(svg).iter("a"))
    assert [a.get("href") for a in links] == ["#r-cooperative", "#r-conflictual", "#r-neutral"]
    assert len({ET.tostring(a[1]) for a in links}) == 3  # three shapes, not three colours


def test_steps_differ_in_shape() -> None:
    changes = ("improved", "unchanged", "deteriorated", "no-reporting")
    steps = tuple(ChartStep(START + timedelta(days=n), START + timedelta(days=n), c) for n, c in enumerate(changes))  # type: ignore[arg-type]
    svg = level_chart(spec([1.0] * 5, steps=steps)).split("</svg>")[0] + "</svg>"
    found = [g[1] for g in ET.fromstring(svg).iter("g") if g.get("class") == "step"]
    assert [e.tag for e in found] == ["rect", "rect", "rect", "line"]
    assert float(found[0].get("y") or 0) < float(found[1].get("y") or 0) < float(found[2].get("y") or 0)


def test_words_in_a_chart_cannot_become_markup() -> None:
    evil = '</title><script>alert(1)</script>"&'
    mark = ChartMark(START, "neutral", evil, '"><script>')
    for svg in (sparkline(spec([1.0], title=evil, desc=evil)), level_chart(spec([1.0], title=evil, marks=(mark,)))):
        assert "<script" not in svg
        for part in svg.split("</svg>")[:-1]:
            ET.fromstring(part + "</svg>")


@given(st.lists(st.one_of(st.none(), st.floats(-10, 10)), max_size=900))
def test_any_line_is_well_formed_and_stays_in_the_frame(levels: list[float | None]) -> None:
    svg = sparkline(spec(levels))
    for line in ET.fromstring(svg).iter("polyline"):
        for point in (line.get("points") or "").split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= 128
            assert 0 <= y <= 36
    assert len(svg) < 6000


@given(st.floats(-12, 0), st.floats(0.1, 12))
def test_ticks_are_few_and_inside(low: float, width: float) -> None:
    ticks = level_ticks(low, low + width)
    assert len(ticks) <= 7
    assert all(low - 1e-6 <= level <= low + width + 1e-6 for level, _ in ticks)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 9000), st.integers(2, 12))
def test_days_are_labelled_in_order_without_crowding(start: date, days: int, most: int) -> None:
    ticks = day_ticks(start, start + timedelta(days=days), most)
    assert 1 <= len(ticks) <= most + 1
    assert ticks == sorted(ticks)


@given(st.lists(st.floats(-10, 10), max_size=30))
def test_a_scale_holds_everything_and_zero(levels: list[float]) -> None:
    low, high = level_scale(levels)
    assert low <= min([-1.0, *levels]) < max([1.0, *levels]) <= high
