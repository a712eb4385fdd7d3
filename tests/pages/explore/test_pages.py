"""The pages of exploring as data, of the desk made by hand, and as HTML that names nothing that is not there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from detente.errors import AskedError, NotFoundError
from detente.pages.explore.cited import Answer, Given, Kept, cited_page, edition_of, said_drivers
from detente.pages.explore.compare import compare_page
from detente.pages.explore.country import country_page
from detente.pages.explore.relation import relation_page
from detente.pages.explore.start import explore_page
from detente.pages.explore.trends import trends_page
from detente.pages.model import Site
from detente.pages.render import render
from detente.types import Status

MISSING = "!!missing!!"
ALL = {"from": "2015-01-01"}


@pytest.fixture(scope="module")
def edition(fake: Any) -> Any:
    from detente.pages.build import plan_site

    return plan_site(fake.FakeDesk(), None, fake.names, live=True)


@pytest.fixture(scope="module")
def status_at(edition: Any) -> Callable[[str, date], Status]:
    return lambda name, day: next(s for s in edition.material.desk.statuses(day) if s.name == name)


def html_of(edition: Any, page: Any) -> str:
    html = render(page, Site(edition.frame, (), (), edition.paths), MISSING)
    assert MISSING not in html
    return html


def test_a_relation_over_a_period(edition: Any, status_at: Any) -> None:
    page = relation_page(edition, {"name": "bor-ark", **ALL}, status_at)
    assert page.name == "ARK-BOR" and (page.chart.start, page.chart.end) == (page.period.start, page.period.end)
    assert page.events.in_all == len(page.events.rows) >= 6
    days = [row.day for row in page.events.rows]
    assert days == sorted(days, reverse=True) and all(page.period.start <= day <= page.period.end for day in days)
    ups = sum(sum(b.up) for b in page.flow.bins)
    downs = sum(sum(b.down) for b in page.flow.bins)
    # three agreements go both ways; one duty upward; barriers and a loan downward
    assert ups and downs and "Arkenia to Borland" in page.flow.desc
    html = html_of(edition, page)
    under = json.loads(re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.S)[0])
    assert under["days"] == page.period.days and any("Agreement" in words for stop in under["stops"] for _, words in stop["e"])
    assert [stop["d"] for stop in under["stops"]] == sorted(stop["d"] for stop in under["stops"])
    assert "noindex" in html and "static/desk/explore.js" in html


def test_tables_sort_by_links_and_have_an_end(edition: Any, status_at: Any) -> None:
    for sort in ("date", "who", "what", "tone", "-share"):
        page = relation_page(edition, {"name": "ARK-BOR", **ALL, "sort": sort}, status_at)
        assert page.events.in_all >= 6
    with pytest.raises(AskedError, match="no page"):
        relation_page(edition, {"name": "ARK-BOR", "page": "2"}, status_at)


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({}, AskedError), ({"name": "x"}, AskedError), ({"name": "ARK-BOR-CES"}, AskedError), ({"name": "<script>"}, AskedError),
        ({"name": "ARK-XXX"}, NotFoundError), ({"name": "ARK-BOR", "sort": "x"}, AskedError),
        ({"name": "ARK-BOR", "measure": "x"}, AskedError),
    ],
)  # fmt: skip
def test_what_cannot_be_asked(edition: Any, status_at: Any, asked: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        relation_page(edition, asked, status_at)


def test_inside_a_country_is_one_direction(edition: Any, status_at: Any) -> None:
    page = relation_page(edition, {"name": "ARK-ARK", **ALL}, status_at)
    assert page.inside and not page.flow.down and all(b.down == (0, 0) for b in page.flow.bins)
    assert "Who did what" in html_of(edition, page)


def test_intensity_weighs_what_count_counts(edition: Any, status_at: Any) -> None:
    one = relation_page(edition, {"name": "ARK-CES", **ALL}, status_at)
    other = relation_page(edition, {"name": "ARK-CES", **ALL, "measure": "intensity"}, status_at)
    assert [b.start for b in one.flow.bins] == [b.start for b in other.flow.bins]
    assert sum(sum(b.down) for b in other.flow.bins) > sum(sum(b.down) for b in one.flow.bins)


def test_two_relations_on_one_scale(edition: Any, status_at: Any) -> None:
    page = compare_page(edition, {"a": "ARK-BOR", "b": "ARK-CES", **ALL}, status_at)
    one, other = (side.chart for side in page.sides)
    assert (one.low, one.high, one.start, one.end) == (other.low, other.high, other.start, other.end)
    assert bool(one.fan) == bool(other.fan)
    html_of(edition, page)
    with pytest.raises(AskedError, match="same"):
        compare_page(edition, {"a": "ARK-BOR", "b": "BOR-ARK"}, status_at)


def test_the_actors_around_a_country(edition: Any) -> None:
    page = country_page(edition, "ark", ALL)
    assert page.rows[0].title == "Borland" and page.inside is not None and page.inside.events == 2
    assert [row.events for row in page.rows] == sorted((row.events for row in page.rows), reverse=True)
    assert all(row.cooperative + row.conflictual <= row.events for row in page.rows)
    assert [line.name for line in page.picture.lines] == [row.title for row in page.rows]
    html_of(edition, page)
    with pytest.raises(NotFoundError):
        country_page(edition, "../x", {})


def test_trends_up_and_down(edition: Any) -> None:
    desk = edition.material.desk
    page = trends_page(edition, {"over": "month"}, lambda day, days: (desk.trends(day, days), desk.category_trends(day, days)))
    assert page.days == 30 and all(row.status.change_size > 0 for row in page.up) and all(row.status.change_size < 0 for row in page.down)
    assert page.up or page.down
    assert all(row.status.period_days == 30 for row in (*page.up, *page.down))
    html_of(edition, page)
    for wrong in ({"over": "decade"}, {"as_of": "2030-01-01"}, {"as_of": "1990-01-01"}):
        with pytest.raises(AskedError):
            trends_page(edition, wrong, lambda day, days: ((), ()))


def test_where_it_begins(edition: Any) -> None:
    page = explore_page(edition)
    assert page.relations[0].href.startswith("explore/relation?name=") and page.countries[0].label == "Arkenia"
    html_of(edition, page)


def given(edition: Any, now: Status | None, *kept: Status) -> Given:
    def answer(status: Status) -> Answer:
        return Answer(status, status, 28, "0.1.0 3 lexicon x parser y relations 7 abc", said_drivers(edition, status))

    answers = [answer(status) for status in kept]
    rows = tuple(Kept(edition_of(a), datetime(2016, 6, n + 1, tzinfo=UTC), a) for n, a in enumerate(answers))
    return Given("ARK-BOR", date(2016, 5, 10), answer(now) if now else None, rows, ())


def test_a_status_to_be_cited(edition: Any, status_at: Any) -> None:
    from dataclasses import replace

    today, now = date(2016, 7, 2), status_at("ARK-BOR", date(2016, 5, 10))
    before = replace(now, level=(now.level or 0) - 1)
    page = cited_page(edition, given(edition, now), pinned="", today=today)
    assert page.said.when is None and page.keep == "2016-05-10/cite" and "not kept" in page.cite.plain
    page = cited_page(edition, given(edition, now, now), pinned="", today=today)
    assert page.said.when and not page.keep and page.cite.plain.endswith(f"statuses/ARK-BOR/2016-05-10/{page.said.key}")
    first = page.said.key
    html_of(edition, page)
    page = cited_page(edition, given(edition, now, before), pinned="", today=today)  # the answer changed: both are shown
    assert page.said.when is None and [e.key for e in page.editions] != [first] and page.keep
    assert "has changed since it was kept" in html_of(edition, page)
    old = page.editions[0].key
    page = cited_page(edition, given(edition, now, before), pinned=old, today=today)
    assert page.said.key == old and page.now and page.now.key == first and page.keep == "cite"
    assert "The answer has changed since" in html_of(edition, page)
    page = cited_page(edition, given(edition, None, before), pinned="", today=today)  # the desk follows it no more
    assert page.gone and page.said.key == old and "does not say anything" in html_of(edition, page)


def test_editions_follow_what_is_said_alone(edition: Any, status_at: Any) -> None:
    from dataclasses import replace

    status = status_at("ARK-BOR", date(2016, 5, 10))
    answer = Answer(status, status, 28, "one version", ())
    assert edition_of(answer) == edition_of(replace(answer, version="another"))
    assert edition_of(answer) == edition_of(replace(answer, shown=replace(status, level=(status.level or 0) + 1e-9)))
    for other in (replace(status, change="improved", by="an editor"), replace(status, events=99), replace(status, drivers=())):
        assert edition_of(replace(answer, shown=other)) != edition_of(answer)
    assert re.fullmatch(r"[0-9a-f]{12}", edition_of(answer))


def test_a_static_site_does_not_lead_there(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        assert b'href="explore' not in content and b"/explore" not in content and b"statuses/" not in content, name
