"""What publication freezes, and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.desk.analyses.conftest import forecast

if TYPE_CHECKING:
    from django.test import Client

DELIVERED = "What comes after the aid"


def _only() -> Any:
    from detente.desk.opened import opened_desk

    (analysis,) = opened_desk().analyses()
    return analysis


def _address(page: Any) -> str:
    from detente.desk.analyses.freeze import public_address

    address = public_address(page)
    assert address
    return address


def test_public_page_has_every_element(draft: Callable[..., Any], publish: Callable[[Any], Any], as_role: Callable[[str], Client]) -> None:
    page = publish(draft())
    answer = as_role("anonymous").get(_address(page))
    assert answer.status_code == 200
    html = answer.content.decode()
    for words in (
        DELIVERED, "Category status:", "▲", "Improved", "20 June 2016", "analyst", "<strong>Washington</strong>", "USA helps BLR",
        "An ambassador is named.", "70 %, likely", "The foreign ministry says so.", "Similar articles", "Recent trends",
        "The machine’s status", "AnalysisNewsArticle", 'property="og:type" content="article"', 'href="https://x.example/"',
    ):  # fmt: skip
        assert words in html, words
    assert "alert(1)" not in html
    assert DELIVERED in as_role("anonymous").get("/").content.decode()
    assert as_role("anonymous").get(f"/{page.slug}/")["Location"] == _address(page)


def test_a_published_status_stays_whatever_comes_later(
    draft: Callable[..., Any], publish: Callable[[Any], Any], as_role: Callable[[str], Client]
) -> None:
    from detente.desk.opened import opened_desk
    from detente.record.models import PublishedStatus

    page = publish(draft())
    before = _only().status
    opened_desk().override("Minsk and Washington", "deteriorated", user="editor", reason="I was there.")
    assert opened_desk().status("Minsk and Washington", before.shown.as_of).by == "editor"
    assert _only().status == before
    page.title = "A new title"
    page.save_revision()
    publish(page)
    assert (_only().title, _only().status) == ("A new title", before)
    assert _only().updated is not None
    assert "Status set by" not in as_role("anonymous").get(_address(page)).content.decode()
    other = publish(draft("Another"))
    html = as_role("anonymous").get(_address(other)).content.decode()
    assert "Status set by editor: I was there." in html and "The machine said: improved" in html
    assert PublishedStatus.objects.count() == 2


def test_the_database_keeps_frozen_statuses(draft: Callable[..., Any], publish: Callable[[Any], Any]) -> None:
    from django.db import DatabaseError

    from detente.record.models import PublishedStatus

    publish(draft())
    with pytest.raises(DatabaseError, match="append-only"):
        PublishedStatus.objects.update(version="another")


def test_status_as_of_the_day_the_page_names(draft: Callable[..., Any], publish: Callable[[Any], Any]) -> None:
    from datetime import date

    publish(draft(as_of=date(2016, 3, 1)))
    status = _only().status.shown
    assert (status.as_of, status.change) == (date(2016, 3, 1), "deteriorated")


def test_forecasts_are_made_once(draft: Callable[..., Any], publish: Callable[[Any], Any]) -> None:
    from detente.record.models import ForecastEntry

    page = publish(draft())
    entry = ForecastEntry.objects.get()
    assert (entry.statement, entry.probability, entry.author, entry.name) == (
        "An ambassador is named.", 0.7, "analyst", "Minsk and Washington"
    )  # fmt: skip
    page.body = page._meta.get_field("body").to_python([])
    page.save_revision()
    publish(page)
    assert ForecastEntry.objects.count() == 1
    assert [f.statement for f in _only().kept] == ["An ambassador is named."]


def test_another_chance_is_another_forecast(draft: Callable[..., Any], publish: Callable[[Any], Any]) -> None:
    """What a page says is in the ledger, also where its author has said the like before; a copy of a page adds nothing."""
    from detente.record.models import ForecastEntry

    publish(draft())
    publish(draft("The same again"))
    page = draft("Less likely now")
    page.body = page._meta.get_field("body").to_python([{"type": "forecast", "value": forecast(20), "id": "4" * 8}])
    page.save_revision()
    publish(page)
    assert list(ForecastEntry.objects.order_by("id").values_list("statement", "probability")) == [
        ("An ambassador is named.", 0.7), ("An ambassador is named.", 0.2)
    ]  # fmt: skip


def test_publication_is_whole_or_not_at_all(
    draft: Callable[..., Any], publish: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    import detente.record.forecasts
    from detente.desk.analyses.models import Analysis
    from detente.errors import RecordError

    def refuse(*args: Any, **more: Any) -> int:
        raise RecordError("no")

    monkeypatch.setattr(detente.record.forecasts, "publish_forecast", refuse)
    page = draft()
    with pytest.raises(RecordError):
        publish(page)
    assert not Analysis.objects.get().live
    from detente.desk.opened import opened_desk

    assert opened_desk().analyses() == []


def test_taken_back_and_published_again(
    draft: Callable[..., Any], publish: Callable[[Any], Any], as_role: Callable[[str], Client]
) -> None:
    from detente.desk.people.models import TrailRow, User

    page = publish(draft())
    address, first = _address(page), _only()
    page.unpublish(user=User.objects.get(username="editor"))
    assert as_role("anonymous").get(address).status_code == 404
    assert DELIVERED not in as_role("anonymous").get("/").content.decode()
    publish(page)
    assert as_role("anonymous").get(address).status_code == 200
    assert (_only().published, _only().status) == (first.published, first.status)
    rows = TrailRow.objects.filter(noun="analysis", user="editor").order_by("id").values_list("user", "verb")
    assert list(rows) == [("editor", "published"), ("editor", "took back"), ("editor", "published")]


def test_schedule(draft: Callable[..., Any], publish: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    from django.utils import timezone

    from detente.desk.analyses.schedule import publish_due
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import TrailRow

    page = draft(go_live_at=timezone.now() + timedelta(hours=1))
    publish(page)
    assert opened_desk().analyses() == [] and publish_due() == ([], []) and not page.live
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(hours=2))
    assert publish_due() == ([DELIVERED], [])
    assert publish_due() == ([], [])
    assert _only().title == DELIVERED
    assert TrailRow.objects.filter(noun="analysis", verb="published as scheduled", user="the schedule").exists()


def test_one_bad_page_holds_up_nothing(
    draft: Callable[..., Any], publish: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.utils import timezone
    from wagtail.models import Revision

    from detente.desk.analyses.schedule import publish_due

    soon = timezone.now() + timedelta(hours=1)
    bad, good = draft("Bad", go_live_at=soon), draft("Good", go_live_at=soon)
    publish(bad)
    publish(good)
    revision = Revision.page_revisions.get(object_id=str(bad.pk))
    body = json.loads(revision.content["body"])
    body[2]["value"]["deadline"] = "2016-01-01"
    revision.content = revision.content | {"body": json.dumps(body)}
    revision.save()
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(hours=2))
    assert publish_due() == (["Good"], ["Bad"])
    assert [a.title for a in _all()] == ["Good"]
    assert publish_due() == ([], ["Bad"])


def _all() -> Any:
    from detente.desk.opened import opened_desk

    return opened_desk().analyses()


def test_publish_due_from_the_terminal(served: Path, draft: Callable[..., Any], publish: Callable[[Any], Any]) -> None:
    from click.testing import CliRunner

    from detente.cli.commands import detente

    publish(draft())
    said = CliRunner().invoke(detente, ["publish-due", str(served)])
    assert (said.exit_code, said.output) == (0, "0 due\n")


def test_the_servers_thread_publishes(draft: Callable[..., Any], publish: Callable[[Any], Any]) -> None:
    import time
    from threading import Event

    from django.utils import timezone

    from detente.desk.analyses.schedule import start_schedule
    from detente.desk.opened import opened_desk

    publish(draft(go_live_at=timezone.now() + timedelta(seconds=1)))
    stop = Event()
    thread = start_schedule(stop, every=0.2)
    until = time.monotonic() + 20
    while time.monotonic() < until and not opened_desk().analyses():
        time.sleep(0.1)
    stop.set()
    thread.join(10)
    assert _only().title == DELIVERED


def test_static_site_has_it(
    served: Path, tmp_path: Path, draft: Callable[..., Any], publish: Callable[[Any], Any], as_role: Callable[[str], Client]
) -> None:
    from detente.pages import write_site
    from detente.pipeline import open_desk

    page = publish(draft())
    write_site(open_desk(served), tmp_path / "out")
    written = (tmp_path / "out" / _address(page).lstrip("/")).read_text("utf-8")
    live = as_role("anonymous").get(_address(page)).content.decode()
    static, live = (html[html.index("<main") : html.index("</main>")] for html in (written, live))  # a server has more around it
    assert static == live
    assert any(item["title"] == DELIVERED for item in json.loads((tmp_path / "out" / "feed.json").read_text("utf-8"))["items"])
    assert _address(page) in (tmp_path / "out" / "sitemap.xml").read_text("utf-8")


def test_json_lines_of_it(served: Path, draft: Callable[..., Any], publish: Callable[[Any], Any]) -> None:
    from click.testing import CliRunner

    from detente.cli.commands import detente

    publish(draft())
    said = CliRunner().invoke(detente, ["articles", str(served), "--own", "--json"])
    (line,) = said.output.splitlines()
    made = json.loads(line)
    assert [part["part"] for part in made["parts"]] == ["text", "quote", "forecast"]
    assert (made["status"]["shown"]["change"], made["status"]["version"] != "") == ("improved", True)
    assert "script" not in made["parts"][0]["html"]
    assert DELIVERED in CliRunner().invoke(detente, ["articles", str(served), "--own"]).output
