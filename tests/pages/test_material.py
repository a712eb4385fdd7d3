from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from detente.pages.material import category_of, gather, relations_of_event, relations_of_sides


def test_relations_of_an_event_are_every_actor_with_every_recipient(desk: Any) -> None:
    event = replace(desk.events()[0], actor=("USAGOV", "IGOEUU"), recipient=("BLRGOV",))
    assert relations_of_event(event) == ["BLR-EUU", "BLR-USA"]
    assert relations_of_event(replace(event, actor=("BLR", "RUS", "UKR"), recipient=())) == ["BLR-RUS", "BLR-UKR", "RUS-UKR"]
    assert relations_of_event(replace(event, actor=("BLRGOV",), recipient=("BLROPP",))) == ["BLR-BLR"]
    assert relations_of_sides(("BLR",)) == ["BLR-BLR"]
    assert relations_of_sides(("USA", "IGOEUU")) == ["EUU-USA"]
    assert relations_of_sides(()) == []


def test_an_edition_knows_nothing_of_later_days(desk: Any, fake: Any) -> None:
    material = gather(desk, date(2016, 4, 1), fake.names)
    assert max(a.published.date() for a in material.articles if a.published) == date(2016, 3, 20)
    told = {m.article for rows in (material.events, material.assessments, material.forecasts) for r in rows.values() for m in r.mentions}
    assert told <= set(material.by_id)
    assert not any("treaty" in m.quote and "signed" in m.quote for e in material.events.values() for m in e.mentions)


def test_duplicates_stand_under_their_original(desk: Any, fake: Any) -> None:
    material = gather(desk, None, fake.names)
    copy = next(a for a in desk.articles() if a.duplicate_of)
    assert copy.id not in {a.id for a in material.articles}
    assert material.same_as[copy.id] == copy.duplicate_of
    assert [a.source for a in material.copies[copy.duplicate_of]] == ["Lakeside Gazette"]


def test_duplicates_that_name_each_other_do_not_hang(desk: Any, fake: Any) -> None:
    one, two = desk.articles()[:2]
    desk.extra = [replace(one, id="x", duplicate_of="y"), replace(two, id="y", duplicate_of="x")]
    assert set(gather(desk, None, fake.names).same_as) >= {"x", "y"}


def test_an_undated_article_is_in_the_newest_edition_only(desk: Any, fake: Any) -> None:
    desk.extra = [replace(desk.articles()[0], id="undated", published=None, duplicate_of=None)]
    assert "undated" in gather(desk, None, fake.names).by_id
    assert "undated" not in gather(desk, date(2016, 4, 1), fake.names).by_id


def test_a_category_is_the_stated_one_or_the_one_with_most_events(desk: Any, fake: Any) -> None:
    material = gather(desk, None, fake.names)
    by_title = {a.title: a for a in material.articles}
    stated = category_of(material, by_title["Opposition rally ends in arrests"])
    counted = category_of(material, by_title["Crossings open again"])
    nothing = category_of(material, replace(by_title["Crossings open again"], id="no events of this one"))
    assert (stated and stated.slug, counted and counted.slug, nothing) == ("inside-arkenia", "foreign-policy", None)


def test_statuses_are_asked_for_once_a_day(desk: Any, fake: Any) -> None:
    material = gather(desk, None, fake.names)
    for _ in range(3):
        material.statuses(date(2016, 6, 1))
    assert desk.status_calls == 1
