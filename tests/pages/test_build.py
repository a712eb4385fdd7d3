from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

import pytest

from detente.config import SourceRights
from detente.pages.build import build_site
from detente.pages.model import AboutPage, ArchivePage, ArticlePage, CategoryPage, FrontPage, RelationPage
from detente.pages.parts import Ref


def pages(site: Any, kind: type) -> list[Any]:
    return [p for p in site.pages if isinstance(p, kind)]


def article(site: Any, words: str) -> ArticlePage:
    return next(p for p in pages(site, ArticlePage) if words in p.head.title)


def test_there_is_a_page_for_everything(site: Any) -> None:
    count = {kind: len(pages(site, kind)) for kind in (FrontPage, CategoryPage, RelationPage, ArticlePage, ArchivePage, AboutPage)}
    assert count == {FrontPage: 1, CategoryPage: 2, RelationPage: 5, ArticlePage: 12, ArchivePage: 2, AboutPage: 1}
    assert sorted(p.head.path for p in site.pages) == sorted(site.paths.values())


def test_page_dataclasses_hold_no_markup_and_become_json(site: Any) -> None:
    text = json.dumps([asdict(p) for p in site.pages], default=str)
    assert "<" not in text
    assert "&" not in text.replace("&c", "")


def test_the_front_page_shows_categories_by_relations_with_weights(site: Any) -> None:
    front = pages(site, FrontPage)[0]
    heads = [s.head.status.title if s.head else None for s in front.sections]
    assert heads == ["Foreign policy", "Inside Arkenia", None]
    assert [(r.status.title, r.weight) for r in front.sections[0].rows] == [
        ("Arkenia – Borland", 1.0), ("Arkenia – European Union", 0.8), ("Arkenia – Cestria", 0.5),
    ]  # fmt: skip
    assert len({(r.spark.low, r.spark.high) for s in front.sections for r in s.rows}) == 1
    assert [a.kind for a in front.analyses] == ["analysis", "analysis"]
    assert front.trends[0].title == "Arkenia – Cestria"
    assert {t.change for t in front.changes} == {"improved", "deteriorated"}


def test_an_article_carries_every_element_of_the_page_it_all_began_with(site: Any) -> None:
    page = article(site, "gains a road")
    assert page.status and (page.status.title, page.status.as_of) == ("Foreign policy", date(2016, 7, 1))
    assert page.published and page.published.isoformat() == "2016-07-01T16:00:00+02:00"
    assert (page.author, page.photo_credit) == ("I. Writer", "Harbour authority")
    assert len(page.paragraphs) == 3
    assert page.same_story and page.similar and page.trends
    assert all(link.why for link in (*page.same_story, *page.similar))


def test_marks_in_the_text_are_the_words_that_were_coded(site: Any) -> None:
    page = article(site, "thaw")
    marked = {m.label: s.text for p in page.paragraphs for s in p for m in s.marks}
    assert marked["Aid: Government of Borland → Arkenia"] == "sold Arkenia 200,000 tonnes of wheat on credit"
    rows = {row.anchor for row in page.coded}
    assert {m.anchor for p in page.paragraphs for s in p for m in s.marks} == rows
    assert [row.number for row in page.coded] == [1, 2, 3, 4, 5]
    assert page.legend == ("cooperative", "conflictual", "unrealised", "assessment", "forecast")


def test_an_articles_status_is_as_of_its_own_day(site: Any) -> None:
    early, late = article(site, "thaw"), article(site, "gains a road")
    assert early.status and late.status
    assert (early.status.change, late.status.change) == ("improved", "deteriorated")
    assert early.status.as_of == date(2016, 3, 20)


def test_later_articles_never_change_an_articles_status_and_trends(desk: Any, fake: Any, site: Any) -> None:
    then = build_site(desk, date(2016, 4, 1), fake.names)
    assert (article(then, "thaw").status, article(then, "thaw").trends) == (article(site, "thaw").status, article(site, "thaw").trends)


def test_whole_texts_of_others_only_where_the_desk_says_so(desk: Any, fake: Any) -> None:
    here = build_site(desk, None, fake.names)
    assert article(here, "Union envoy").whole_text  # its source allows it
    closed = article(here, "Cestria stops work")
    assert not closed.whole_text and not closed.paragraphs and not closed.head.body
    assert [q.quote for q in closed.quotes][:2] == ["halted all work at the shared river port", "recalled its engineers"]
    assert article(here, "thaw").whole_text  # the desk's own
    desk.config = replace(desk.config, publish_text=True, sources={"Open Wire": SourceRights(publish_text=False)})
    there = build_site(desk, None, fake.names)
    assert article(there, "Cestria stops work").whole_text
    assert not article(there, "Union envoy").whole_text


def test_copies_are_named_on_the_page_of_the_original(site: Any) -> None:
    assert article(site, "sign the transit treaty").also_seen == ("Lakeside Gazette",)


def test_drivers_add_up_and_lead_to_their_events(site: Any) -> None:
    page = next(p for p in pages(site, RelationPage) if p.title == "Arkenia – Cestria")
    assert sum(d.share for d in page.drivers) == pytest.approx(page.status.change_size)
    assert page.drivers[-1].kind == "fading"
    anchors = {row.anchor for row in (*page.events, *page.assessments)}
    assert {d.ref.fragment for d in page.drivers if d.ref} <= anchors


def test_both_directions_are_counted_apart(site: Any) -> None:
    page = next(p for p in pages(site, RelationPage) if p.title == "Arkenia – Cestria")
    assert [(d.actor, d.recipient, d.conflictual) for d in page.directions] == [("Arkenia", "Cestria", 0), ("Cestria", "Arkenia", 3)]


def test_an_event_of_many_articles_is_one_row_with_many_quotes(site: Any) -> None:
    page = next(p for p in pages(site, RelationPage) if p.title == "Arkenia – Borland")
    treaty = next(e for e in page.events if e.intensity == 7)
    assert [q.source for q in treaty.quotes] == ["Open Wire", "Harbour News", ""]


def test_planned_and_denied_events_are_shown_but_not_drawn(site: Any) -> None:
    page = next(p for p in pages(site, RelationPage) if p.title == "Arkenia – Borland")
    unreal = {e.anchor for e in page.events if e.realis != "asserted"}
    assert unreal
    assert not unreal & {m.anchor for m in page.chart.marks}


def test_thin_evidence_and_editors_are_said(site: Any) -> None:
    front = pages(site, FrontPage)[0]
    inside = front.sections[1].head.status
    assert (inside.by, inside.thin) == ("A. Editor", True)
    assert inside.reason


def test_a_silent_stretch_is_not_reported_in_the_chart(site: Any) -> None:
    page = next(p for p in pages(site, RelationPage) if p.title == "Arkenia – Borland")
    assert {p.reported for p in page.chart.points} == {True, False}
    assert any(p.level is None for p in page.chart.points)
    assert "dashed" in page.chart.desc or page.chart.points[-1].reported


def test_no_path_of_this_machine_gets_out(site: Any) -> None:
    assert "secret" not in json.dumps([asdict(p) for p in site.pages], default=str)


def test_problems_are_counted(site: Any) -> None:
    about = pages(site, AboutPage)[0]
    assert (about.not_read, about.not_coded, about.duplicates, about.articles) == (1, 1, 1, 12)


def test_the_feed_has_articles_and_changes_newest_first(site: Any) -> None:
    kinds = {item.kind for item in site.feed}
    assert kinds == {"status", "report", "analysis"}
    assert site.feed[0].title == "Arkenia gains a road and loses a river"
    assert len({item.id for item in site.feed}) == len(site.feed)
    assert all(Ref(i.ref.kind, i.ref.key) in site.paths for i in site.feed)


def test_an_empty_desk_has_pages_too(fake: Any) -> None:
    site = build_site(fake.FakeDesk(raw=()), None, fake.names)
    assert [type(p) for p in site.pages].count(ArticlePage) == 0
    assert pages(site, FrontPage)[0].articles == 0


def test_a_category_without_a_status_has_no_page(desk: Any, fake: Any) -> None:
    full = desk.statuses
    desk.statuses = lambda day: [s for s in full(day) if s.name != "Inside Arkenia"]
    site = build_site(desk, None, fake.names)
    assert [p.title for p in pages(site, CategoryPage)] == ["Foreign policy"]


def test_a_relation_of_a_category_without_a_status_is_left_out(desk: Any, fake: Any) -> None:
    full = desk.statuses
    desk.statuses = lambda day: [s for s in full(day) if s.name != "ARK-EUU"]
    site = build_site(desk, None, fake.names)
    assert [r.status.name for r in pages(site, CategoryPage)[0].rows] == ["ARK-BOR", "ARK-CES"]


def test_a_busy_relation_shows_the_newest_and_what_is_led_to(desk: Any, fake: Any, checked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.pages import shown
    from detente.pages.site import site_files

    monkeypatch.setattr(shown, "weight_of", lambda _: 1)
    monkeypatch.setattr(shown, "PART_OF_OTHERS", 0)
    monkeypatch.setattr(shown, "ROOM", 3)
    monkeypatch.setattr(shown, "MOST_MARKS", 2)
    site = build_site(desk, None, fake.names)
    page = next(p for p in pages(site, RelationPage) if p.title == "Arkenia – Borland")
    assert (len(page.events), page.events_left_out, page.marks_left_out) == (3, 6, 4)
    assert page.events[0].date_start == date(2016, 7, 1)
    anchors = {e.anchor for e in page.events}
    assert {m.anchor for m in page.chart.marks} <= anchors
    files = site_files(site)
    ids = {name: set(checked(content.decode()).ids) for name, content in files.items() if name.endswith(".html")}
    for html in (files["relations/ark-bor.html"], files["articles/2016.html"], *(files[p.head.path] for p in pages(site, ArticlePage))):
        for href in checked(html.decode()).links:
            path, _, fragment = href.partition("#")
            if fragment and path.startswith("../relations/"):
                assert fragment in ids[path.removeprefix("../")]
    assert "6 older events are not listed" in files["relations/ark-bor.html"].decode()


def test_a_category_of_one_relation_is_one_row_unless_an_editor_parts_them(desk: Any, fake: Any) -> None:
    then = build_site(desk, date(2016, 5, 20), fake.names)
    section = pages(then, FrontPage)[0].sections[1]
    assert section.rows == ()
    assert section.only and section.only.name == "ARK-ARK"
    now = pages(build_site(desk, None, fake.names), FrontPage)[0].sections[1]
    assert (now.only, [r.status.name for r in now.rows]) == (None, ["ARK-ARK"])


def test_however_much_is_told_the_page_stays_light(desk: Any, fake: Any) -> None:
    """600 events in words of their own, 100 assessments: below 60 kB with all that the page loads."""
    import gzip
    import random
    from dataclasses import replace

    from detente.pages.build import build_page, plan_site
    from detente.pages.model import Site
    from detente.pages.parts import Ref
    from detente.pages.render import render
    from detente.pages.site import STATIC

    chance = random.Random(5)
    words = [f"{a}{b}{c}" for a in "bdklmnrst" for b in ("ar", "ent", "ion", "ou", "ing") for c in ("e", "ly", "s", "")]
    told, said = next(e for e in desk.events() if e.actor == ("BORGOV",)), replace(desk.assessments()[0], realis="possible")
    told = replace(told, intensity=0.001)  # the level of this desk is made to move little

    def quoted(row: Any, number: int) -> Any:
        quote = " ".join(chance.choices(words, k=chance.randint(8, 30)))
        day = date(2016, 1, 1) + timedelta(days=number % 180)
        return replace(row, id=f"x{number:015x}", mentions=(replace(row.mentions[0], quote=quote),), date_start=day, date_end=day)

    events = desk.events() + [quoted(told, n) for n in range(600)]
    assessments = desk.assessments() + [quoted(said, n) for n in range(3000, 3100)]
    desk.events, desk.assessments = lambda: events, lambda: assessments
    plan = plan_site(desk, None, fake.names, live=True)
    page = build_page(plan, Ref("relation", "ARK-BOR"))
    assert page.events_left_out > 400 and len(page.events) > 50 and len(page.assessments) > 10
    files = [render(page, Site(plan.frame, (), (), plan.paths)).encode(), *(path.read_bytes() for path in STATIC.iterdir())]
    assert sum(map(len, map(gzip.compress, files))) < 60_000
