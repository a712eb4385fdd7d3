"""The drawings of exploring: mirrored bars under a level chart's days, actors around a country; nothing by colour alone."""

from __future__ import annotations

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from detente.pages.chart_actors import actors_picture
from detente.pages.chart_flow import begins, flow_chart, next_begin, unit_of
from detente.pages.chart_parts import ActorLine, ActorsSpec, ChartSpec, FlowBin, FlowSpec

START, END = date(2016, 1, 1), date(2016, 3, 1)
CHART = ChartSpec("c", "Level", "words", START, END, -1.0, 1.0, ())


def flow(down: str = "B to A") -> FlowSpec:
    one = FlowBin(date(2016, 1, 4), date(2016, 1, 10), (2.0, 1.0), (0.0, 3.0), "4–10 January <2016>")
    return FlowSpec("f", "Both & more", "all of it", "A to B", down, "week", (one,))


def rects(svg: str, kind: str) -> list[tuple[float, float]]:
    """Top and height of each bar of a kind."""
    found = re.findall(rf'<rect class="bar {kind}"[^>]* y="([\d.]+)" width="[\d.]+" height="([\d.]+)"', svg)
    return [(float(top), float(height)) for top, height in found]


def test_one_way_up_and_the_other_down() -> None:
    wide, narrow = re.findall(r"<svg.*?</svg>", flow_chart(flow(), CHART), re.S)
    for svg in (wide, narrow):
        ElementTree.fromstring(svg)
        middle = float(re.findall(r'class="middle"[^>]* y1="([\d.]+)"', svg)[0])
        (good,), (bad_up, bad_down) = rects(svg, "cooperative"), rects(svg, "conflictual")
        assert good[0] + good[1] == pytest.approx(middle, abs=0.2)  # from the middle upward
        assert bad_up[0] + bad_up[1] == pytest.approx(good[0], abs=0.2)  # beyond it
        assert bad_down[0] == pytest.approx(middle, abs=0.2) and bad_down[1] == pytest.approx(3 * bad_up[1], abs=0.3)
        assert 'fill="url(#f-' in svg and "pattern" in svg and "<2016>" not in svg


def test_a_country_alone_has_one_direction() -> None:
    svg = flow_chart(flow(down=""), CHART)
    assert not re.search(r'height="-', svg) and svg.count('class="way"') == 2  # once a drawing


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
def test_stretches_meet_without_a_gap(unit: str) -> None:
    day = date(2015, 12, 20)
    for n in range(800):
        begin = begins(day + timedelta(days=n), unit)
        assert begin <= day + timedelta(days=n) < next_begin(begin, unit)
        assert begins(next_begin(begin, unit), unit) == next_begin(begin, unit)
    assert begins(date.min, unit) == date.min


def test_never_more_bars_than_a_phone_shows() -> None:
    for days in (1, 62, 63, 434, 435, 1860, 5000, 5580):
        first, unit, bars = date(2000, 1, 1), unit_of(days), 0
        begin = begins(first, unit)
        while begin <= first + timedelta(days=days):
            begin, bars = next_begin(begin, unit), bars + 1
        assert bars <= 64, (days, unit, bars)


def test_actors_thicker_with_events_and_dashed_by_tone() -> None:
    lines = (
        ActorLine("Borland", 40, "cooperative", "a"), ActorLine("Cestria & Co", 10, "conflictual", "<b>"),
        ActorLine("EU", 1, "neutral", "c")
    )  # fmt: skip
    for svg in re.findall(r"<svg.*?</svg>", actors_picture(ActorsSpec("s", "t", "d", "Arkenia", lines)), re.S):
        ElementTree.fromstring(svg)
        rays = re.findall(r'class="ray (\w+)"[^>]* stroke-width="([\d.]+)"( stroke-dasharray="[^"]+")?', svg)
        assert [kind for kind, _, _ in rays] == ["cooperative", "conflictual", "neutral"]
        assert float(rays[0][1]) > float(rays[1][1]) > float(rays[2][1])
        assert not rays[0][2] and rays[1][2] != rays[2][2] != ""


def test_no_partner_no_lines() -> None:
    assert "ray" not in actors_picture(ActorsSpec("s", "t", "d", "Arkenia", ()))
