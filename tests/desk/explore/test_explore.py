"""Exploring on a served desk: open to all, refused in words where it cannot be, and statuses that keep answering."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

DAY = "/statuses/BLR-USA/2016-05-10"


def test_every_page_answers(served: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    for path in (
        "/explore", "/explore/relation?name=BLR-USA", "/explore/relation?name=usa-blr&from=2016-02-01&to=2016-05-01&measure=intensity",
        "/explore/compare?a=BLR-USA&b=BLR-UKR", "/explore/country/BLR", "/explore/trends?over=year", "/explore/trends?as_of=2016-04-02",
        DAY, "/statuses/neighbours/2016-05-10",
    ):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 200 and "Toy desk" in answer.content.decode(), path
        assert client.post(path.partition("?")[0]).status_code == 405
    for name in ("explore.css", "explore.js"):
        assert client.get(f"/static/desk/{name}").status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/explore/relation", 400, "No relation is named"), ("/explore/relation?name=BLR-USA&to=2099-01-01", 400, "still to come"),
        ("/explore/relation?name=BLR-USA&from=x", 400, "is not a day"), ("/explore/relation?name=BLR-FRA", 404, "No such page"),
        ("/explore/trends?as_of=1999-01-01", 400, "From 2015-01-11 to"), ("/explore/trends?as_of=2015-01-11", 200, "What moved"),
        ("/explore/compare?a=BLR-USA&b=BLR-USA", 400, "the same"), ("/explore/trends?over=decade", 400, "week, month or year"),
        ("/explore/country/FRA", 404, "No such page"), (f"/explore?{'x' * 3000}", 400, "too long"), ("/statuses/BLR-USA/never", 404, ""),
        ("/statuses/BLR-USA/2099-01-01", 404, ""), ("/statuses/nothing/2016-05-10", 404, ""), (DAY + "/0123456789ab", 404, ""),
        (DAY + "?as=html", 400, "page, bibtex or csl"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_said(served: Path, as_role: Callable[[str], Client], path: str, status: int, said: str) -> None:
    answer = as_role("anonymous").get(path)
    assert answer.status_code == status and said in answer.content.decode()


def rows() -> int:
    from detente.record.models import CitedStatus

    return CitedStatus.objects.count()


def test_a_status_is_kept_by_a_button_and_keeps_answering(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.pipeline import open_desk, run

    client = as_role("anonymous")
    first = client.get(DAY).content.decode()
    assert "not kept yet" in first and rows() == 0  # reading writes nothing
    kept = client.post(DAY + "/cite")
    assert kept.status_code == 303 and re.fullmatch(DAY + "/[0-9a-f]{12}", kept["Location"])
    assert client.post(DAY + "/cite")["Location"] == kept["Location"] and rows() == 1
    page = client.get(kept["Location"]).content.decode()
    assert "this page does not change" in page and "says the same of that day" in page
    said = page[page.index('aria-label="Status"') : page.index("</section>", page.index('aria-label="Status"'))]

    # an article of that time comes in late
    (served / "articles" / "late.txt").write_text("Late news\n2016-05-09\nen\nUSA bans BLR", "utf-8")
    run(open_desk(served))
    assert "has changed since it was kept" in client.get(DAY).content.decode()
    pinned = client.get(kept["Location"]).content.decode()
    assert "The answer has changed since" in pinned and said in pinned
    second = client.post(DAY + "/cite")
    assert second["Location"] != kept["Location"] and rows() == 2
    assert client.get(DAY).content.decode().count("edition <code>") == 2


def test_references(served: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    address = client.post(DAY + "/cite")["Location"]
    bib, csl = client.get(address + "?as=bibtex"), client.get(address + "?as=csl")
    assert bib["Content-Type"].startswith("application/x-bibtex") and f"http://testserver{address}" in bib.content.decode()
    (item,) = json.loads(csl.content)
    assert item["URL"] == f"http://testserver{address}" and "BLR" not in item["title"] and item["version"] in address
    assert f'<link rel="canonical" href="http://testserver{address}">' in client.get(address).content.decode()


def test_other_spellings_lead_to_the_one_address(served: Path, as_role: Callable[[str], Client]) -> None:
    answer = as_role("anonymous").get("/statuses/usa-blr/2016-05-10")
    assert answer.status_code == 301 and answer["Location"] == DAY
    answer = as_role("anonymous").get("/statuses/Neighbours/2016-05-10?as=csl")
    assert answer.status_code == 301 and answer["Location"] == "/statuses/neighbours/2016-05-10?as=csl"


def test_the_room_of_a_day_is_bounded(served: Path, as_role: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.record import citations

    monkeypatch.setattr(citations, "MOST_A_DAY", 1)
    client = as_role("anonymous")
    assert client.post(DAY + "/cite").status_code == 303
    assert client.post("/statuses/BLR-USA/2016-05-11/cite").status_code == 429 and rows() == 1
    assert client.post("/statuses/BLR-FRA/2016-05-11/cite").status_code == 404


def test_past_days_do_not_hold_the_server(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.explore import asking

    client, known = as_role("anonymous"), "/explore/trends?as_of=2016-05-02"
    assert client.get(known).status_code == 200
    for _ in range(asking.MOST_WAITING):
        asking._places.acquire()
    try:
        answer = client.get("/explore/trends?as_of=2016-05-03")
        assert answer.status_code == 503 and answer["Retry-After"] and "Try again in some seconds." in answer.content.decode()
        assert client.get(DAY).status_code == client.post(f"{DAY}/cite").status_code == 503
        assert client.get(known).status_code == 200, "what is kept needs no place"
    finally:
        for _ in range(asking.MOST_WAITING):
            asking._places.release()
    assert client.get("/explore/trends?as_of=2016-05-03").status_code == 200


def test_an_editors_word_is_cited_as_the_editors(served: Path, as_role: Callable[[str], Client]) -> None:
    from datetime import date

    from detente.desk.opened import opened_desk

    opened_desk().override("BLR-USA", "deteriorated", user="editor", reason="I know more", from_date=date(2016, 5, 1))
    page = as_role("anonymous").get(DAY).content.decode()
    assert "set by editor" in page and "The machine said" in page and "editor, over the machine" in page


def test_past_days_leave_nothing_in_memory(served: Path, as_role: Callable[[str], Client]) -> None:
    """A robot that walks through all days must not fill the server."""
    from detente.desk.opened import opened_desk

    client = as_role("anonymous")
    client.get("/statuses/BLR-USA/2016-03-01")
    before = set(opened_desk()._kept)
    for day in range(2, 12):
        assert client.get(f"/statuses/BLR-USA/2016-03-{day:02}").status_code == 200
    assert set(opened_desk()._kept) == before


def test_live_pages_lead_there(served: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    page = client.get("/relations/blr-usa.html").content.decode()
    for address in ("../explore", "../explore/relation?name=BLR-USA", "../explore/country/BLR", "../statuses/BLR-USA/2016-06-20"):
        assert f'href="{address}"' in page, address
    assert "../statuses/neighbours/2016-06-20" in client.get("/categories/neighbours.html").content.decode()


def test_a_desk_that_rests_on_a_table(served: Path, as_role: Callable[[str], Client]) -> None:
    from datetime import UTC, datetime

    from tests.events.tables.published_rows import icews, icews_file

    from detente.desk_tables import import_into
    from detente.pipeline import open_desk, run

    sides = ("Government of USA", "United States", "163", "Belarus", "Belarus")
    told = [icews(day, f"2016-05-{day:02}", *sides, Intensity="-8.0") for day in range(5, 15)]
    (served / "rows.tab").write_text(icews_file(*told), "utf-8")
    settings = (served / "detente.toml").read_text("utf-8")
    (served / "detente.toml").write_text(f'source = ["icews", "articles"]\n{settings}\n[[table]]\nname = "icews"\n', "utf-8")
    opened = open_desk(served)
    import_into(opened.path, opened.db, "icews", [served / "rows.tab"], "icews", datetime(2020, 1, 1, tzinfo=UTC))
    run(open_desk(served))
    client = as_role("anonymous")
    page = client.get("/explore/relation?name=BLR-USA").content.decode()
    assert "rests on the imported table icews" in page and "What the desk’s articles tell" in page
    assert page.count("Government of USA →") == 10 and "United States to Belarus, 0 cooperative and 10 conflictual" in page
    for path in ("/explore/relation?name=BLR-USA&to=2016-05-20", "/explore/compare?a=BLR-USA&b=BLR-UKR", "/explore/country/BLR",
                 "/explore/trends?over=month&as_of=2016-05-20", "/explore/trends?over=year"):  # fmt: skip
        assert client.get(path).status_code == 200, path
    assert "Government of USA" in client.get("/statuses/BLR-USA/2016-05-20").content.decode()
    assert client.post("/statuses/BLR-USA/2016-05-20/cite").status_code == 303


def test_a_page_asks_the_database_a_bounded_number_of_times(served: Path, as_role: Callable[[str], Client]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, counts = as_role("anonymous"), set()
    for path in ("/explore/relation?name=BLR-USA", "/explore/relation?name=BLR-USA&from=2016-01-01", "/explore/compare?a=BLR-USA&b=BLR-UKR",
                 "/explore/country/BLR", "/explore/trends?over=year"):  # fmt: skip
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.add(len(queries))
    # what tells whether the record has changed, and no more: one look; on PostgreSQL all of it, where its own tidying came between
    assert max(counts) < 20
    client.get(DAY)
    with CaptureQueriesContext(connection) as queries:
        client.get(DAY)
    assert len(queries) < 20
