"""The change log: the machine's steps and the editors' decisions in one list, newest first, on its page and in its feed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime
from typing import Any

import pytest

from detente.pages.build import build_page, plan_site, site_of
from detente.pages.change_log import NEWEST
from detente.pages.feeds import feed_files
from detente.pages.parts import Ref
from detente.pages.render import render
from detente.record.decisions import Override

MADE = datetime(2016, 7, 1, 9, 30, tzinfo=UTC)
EVIL = "<script>alert(1)</script> & “so”"
KEPT = Override(1, "ARK-BOR", "relation", "improved", "an editor", MADE, EVIL, date(2016, 6, 1), date(2016, 6, 20))
TAKEN = Override(
    2, "Foreign policy", "category", "deteriorated", "another", MADE, "the court", date(2016, 6, 2),
    withdrawn=datetime(2016, 7, 2, tzinfo=UTC), withdrawn_by="an editor", withdrawn_why="it was a rumour",
)  # fmt: skip
GONE = Override(3, "Renamed since", "category", "unchanged", "another", MADE, "quiet", date(2016, 6, 3))
AHEAD = Override(4, "ARK-BOR", "relation", "unchanged", "another", MADE, "later", date(2026, 6, 3))


@pytest.fixture
def edition(fake: Any) -> Any:
    desk = fake.FakeDesk()
    desk.decided = [KEPT, TAKEN, GONE, AHEAD]
    return plan_site(desk, None, fake.names)


def test_everything_is_in_it_newest_first(edition: Any) -> None:
    rows = edition.log
    assert [row.id for row in rows[:4]] == ["decision:2:withdrawn", "decision:3", "decision:2", "decision:1"]
    steps = [row for row in rows if row.kind == "step"]
    told = sum(len(edition.material.steps(name)) for name in edition.material.statuses(edition.material.as_of))
    assert len(steps) == told and all(row.by == "machine" for row in steps)
    days = [row.when for row in steps]
    assert days == sorted(days, reverse=True)
    kept = rows[3]
    assert (kept.change, kept.from_date, kept.until_date, kept.ref) == (
        "improved", date(2016, 6, 1), date(2016, 6, 20), Ref("relation", "ARK-BOR"),
    )  # fmt: skip
    before = [s for s in steps if s.ref == kept.ref and s.from_date <= kept.from_date]
    assert kept.before == before[0].change
    assert rows[0].by == "an editor" and rows[0].reason == "it was a rumour"
    assert rows[1].ref is None


def test_page_and_feed_are_safe_and_whole(edition: Any) -> None:
    page = build_page(edition, Ref("changes"))
    site = site_of(edition)
    html = render(page, site, missing="!!missing!!")
    assert "!!missing!!" not in html and "<script>alert" not in html and "&lt;script&gt;" in html
    assert "withdrawn" in html and "it was a rumour" in html and 'href="relations/ark-bor.html"' in html
    years = [year for year, _, _ in page.log_years]
    assert years == sorted(years, reverse=True) and Ref("changes", years[0]) in edition.refs()
    of_years = [build_page(edition, Ref("changes", year)) for year in years]
    assert [row for each in of_years for row in each.rows] == list(edition.log)  # each entry on the page of its year, once
    assert page.rows == edition.log[:NEWEST] and {each.head.path for each in of_years} == {f"changes/{year}.html" for year in years}
    html = render(of_years[-1], site, missing="!!missing!!")
    assert "!!missing!!" not in html and 'href="../relations/ark-bor.html"' in html and 'href="../changes.html"' in html
    feed = ET.fromstring(feed_files(site)["changes.atom"])
    space = {"a": "http://www.w3.org/2005/Atom"}
    titles = [entry.findtext("a:title", "", space) for entry in feed.findall("a:entry", space)]
    assert len(titles) == len(edition.log)
    assert titles[3].endswith("set to improved by an editor") and "withdrawn" in titles[0]
    ids = [entry.findtext("a:id", "", space) for entry in feed.findall("a:entry", space)]
    assert len(set(ids)) == len(ids)


def test_the_feed_of_the_site_tells_a_decision_when_it_was_made_under_one_id(edition: Any) -> None:
    site = site_of(edition)
    told = {item.id: item for item in site.feed if item.kind == "status"}
    assert told["decision:1"].when == MADE and told["decision:2:withdrawn"].when == TAKEN.withdrawn
    assert set(told) == {item.id for item in site.changes}, "who follows two feeds sees that it is the same"
