"""Turning points, parts, outlook and findings on the pages: from hand-made answers of a desk to what a reader sees."""

from __future__ import annotations

import re
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from detente.pages.build import build_site
from detente.pages.dynamics_parts import OutlookBox
from detente.pages.model import CategoryPage, RelationPage
from detente.pages.render import render
from detente.relations.outlook.wording import skill_elsewhere

MISSING = "«missing»"


def page_of(site: Any, kind: type, title: str) -> Any:
    return next(p for p in site.pages if isinstance(p, kind) and p.title == title)


@pytest.fixture
def told(fake: ModuleType) -> Any:
    """The hand-made desk with an outlook, findings and what would change a status."""
    desk = fake.FakeDesk()
    desk.outlooks = {"ARK-BOR": fake.OUTLOOK, "Foreign policy": replace(fake.OUTLOOK, name="Foreign policy", thin="few reports <b>")}
    desk.found = {"ARK-BOR": fake.FINDINGS}
    desk.would = {"ARK-BOR": ["One sanction <i>by Borland</i> would turn it to deteriorated."]}
    return build_site(desk, None, fake.names)


def html(site: Any, page: Any) -> str:
    text = render(page, site, MISSING)
    assert MISSING not in text
    return re.sub(r"\s+", " ", text)


def test_an_outlook_stands_on_the_chart_and_beside_both_baselines(told: Any) -> None:
    page = page_of(told, RelationPage, "Arkenia – Borland")
    assert page.chart.fan.days == 28
    assert page.chart.low <= page.chart.fan.low and page.chart.fan.high <= page.chart.high
    assert isinstance(page.outlook, OutlookBox)
    assert [c.what for c in page.outlook.counts] == ["Cooperative events", "Conflictual events", "Balance"]
    text = html(told, page)
    assert 'class="fan"' in text and "+28 days" in text
    assert "No change" in text and "Long-run mean" in text
    assert "62 %" in text and "likely" in text and "very unlikely" in text and "unlikely" in text
    assert "One sanction &lt;i&gt;by Borland&lt;/i&gt; would turn it" in text


def test_why_an_outlook_is_weak_is_said_and_escaped(told: Any) -> None:
    assert "few reports &lt;b&gt;" in html(told, page_of(told, CategoryPage, "Foreign policy"))


def test_the_measured_skill_stands_under_an_outlook(told: Any) -> None:
    text = html(told, page_of(told, RelationPage, "Arkenia – Borland"))
    assert "not measured on this desk’s own weeks" in text and skill_elsewhere() in text and "264 relations" in text


def test_without_a_level_no_chances_are_given(fake: ModuleType) -> None:
    desk = fake.FakeDesk()
    none = replace(fake.OUTLOOK, level=None, p_improved=None, p_unchanged=None, p_deteriorated=None, thin="nobody <b> told of it")
    desk.outlooks = {"ARK-BOR": none}
    site = build_site(desk, None, fake.names)
    page = page_of(site, RelationPage, "Arkenia – Borland")
    assert page.outlook.chances == () and page.chart.fan is None
    text = html(site, page)
    assert text.count("Nobody &lt;b&gt; told of it.") == 1 and "is to be expected" not in text and "facts chances" not in text
    assert "Long-run mean" in text


def test_findings_that_hold_come_first_and_the_others_say_so(told: Any) -> None:
    page = page_of(told, RelationPage, "Arkenia – Borland")
    assert [f.kind for f in page.findings] == ["inertia", "third-party"]
    text = html(told, page)
    assert text.index("Half of a shock is gone") < text.index("Nothing shows that Cestria")
    assert "3.1 weeks (80 %: 1.8 to 5.2), from 60 weeks and 14 events" in text
    assert "not enough evidence" in text and "such an effect: 62 %" in text


def test_without_them_a_page_says_that_too_little_is_known(site: Any) -> None:
    page = page_of(site, RelationPage, "Arkenia – Borland")
    assert page.outlook is None and page.chart.fan is None and page.findings == ()
    text = html(site, page)
    assert "Too little is known of it to say what to expect." in text
    assert "How it moves" not in text
    assert "outlook, next" not in text


def test_turning_points_are_newest_first_with_days_and_drivers(site: Any) -> None:
    page = page_of(site, RelationPage, "Arkenia – Borland")
    days = [t.day for t in page.turns]
    assert days and days == sorted(days, reverse=True)
    assert all(t.earliest <= t.day <= t.latest and t.drivers and not t.via for t in page.turns)
    text = html(site, page)
    assert "Turning points" in text and "weak evidence" in text and "12–14 June 2016" in text


def test_a_category_names_the_relation_that_dates_its_turn(site: Any) -> None:
    page = page_of(site, CategoryPage, "Foreign policy")
    assert {t.via for t in page.turns} == {"Arkenia – Borland"}


def test_the_parts_of_a_category_add_up_to_its_change(site: Any) -> None:
    page = page_of(site, CategoryPage, "Foreign policy")
    assert sum(p.weight for p in page.parts) == pytest.approx(1)
    assert {p.title for p in page.parts} == {"Arkenia – Borland", "Arkenia – European Union", "Arkenia – Cestria"}
    assert "Recent trends" in html(site, page)
    assert "Recent trends" not in html(site, page_of(site, CategoryPage, "Inside Arkenia"))  # one relation: nothing to roll up


def test_a_trend_says_what_moved_it(site: Any) -> None:
    front = next(p for p in site.pages if p.head.path == "index.html")
    assert front.trends[0].moved_by == "Sanction (ban): Government of Cestria → Arkenia"
    assert "Sanction (ban): Government of Cestria → Arkenia" in html(site, front)
