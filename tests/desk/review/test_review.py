"""The round trip of a review through Django's client, without a browser: every step is a link or a plain form."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from django.test import Client

As = Callable[[str], "Client"]


def article_of(title: str) -> Any:
    from detente.desk.opened import opened_desk

    return next(a for a in opened_desk().articles() if a.title == title)


def codings_of(article: str) -> list[Any]:
    from detente.desk.opened import opened_desk

    return list(opened_desk().coding(article).events)


def trail() -> list[tuple[str, str, str]]:
    from detente.desk.people.models import TrailRow

    return [(row.user, row.verb, row.key) for row in TrailRow.objects.order_by("id") if row.noun == "article"]


def seen_in(html: str) -> str:
    return re.findall(r'name="seen" value="([0-9a-f]+)"', html)[-1]


def test_inbox_orders_by_points(served: Path, as_role: As) -> None:
    page = as_role("analyst").get("/desk/inbox/").content.decode()
    points = [float(p) for p in re.findall(r'class="number">(\d+\.\d\d)<', page)]
    assert len(points) == 5 and points == sorted(points, reverse=True) and points[0] > 0
    assert "absolute shares" in page  # the formula stands on the page
    assert "5 of 5 articles wait" in page


def test_correction_is_previewed_then_saved_then_undone(served: Path, as_role: As) -> None:
    from detente.desk.opened import opened_desk

    client, article = as_role("analyst"), article_of("And more of it")
    day = opened_desk().as_of()
    before = opened_desk().machine_statuses(day)
    event = codings_of(article.id)[0]
    address = f"/desk/inbox/{article.id}/correct/{event.id}/"
    form = client.get(address).content.decode()
    assert 'value="USA"' in form and 'value="2016-06-20"' in form
    sent = {
        "actor": "USA", "recipient": "BLR", "class": "ASSAULT|", "realis": "asserted", "date_start": "2016-06-20",
        "date_end": "2016-06-20", "reason": "it was an attack", "everywhere": "on", "step": "save",
    }  # fmt: skip
    shown = client.post(address, sent)  # asked to save, but nothing was shown yet
    assert shown.status_code == 200 and not opened_desk().corrections()
    html = shown.content.decode()
    assert "Minsk and Washington" in html and "Before" in html
    assert opened_desk().machine_statuses(day) == before
    fragment = client.post(address, sent | {"step": "preview"}, headers={"X-Requested-With": "fetch"}).content.decode()
    assert "<form" not in fragment and seen_in(fragment) == seen_in(html)
    answer = client.post(address, sent | {"seen": seen_in(html)})
    assert answer.status_code == 302
    (made,) = opened_desk().corrections()
    assert (made.user, made.reason, made.action) == ("analyst", "it was an attack", "set")
    assert made.payload["plover"] == "ASSAULT" and made.payload["aim"] == "event|USA|BLR|AID"
    assert codings_of(article.id)[0].plover == "ASSAULT"
    after = opened_desk().machine_statuses(day)
    levels = {s.name: s.level for s in after}
    assert levels["BLR-USA"] < {s.name: s.level for s in before}["BLR-USA"]
    # what the preview said is what came
    from detente.pages.wording import points

    assert points(levels["BLR-USA"]) in html
    assert client.post(f"/desk/inbox/{article.id}/undo/").status_code == 302
    assert codings_of(article.id)[0].plover == "AID"
    assert opened_desk().corrections()[0].withdrawn is not None  # the row stays
    assert opened_desk().machine_statuses(day) == before
    assert trail() == [("analyst", "corrected", article.id), ("analyst", "withdrew", article.id)]


def test_of_two_events_the_one_meant(served: Path, as_role: As) -> None:
    client, article = as_role("analyst"), article_of("A ban and its answer")
    first, second = codings_of(article.id)
    address = f"/desk/inbox/{article.id}/reject/{second.id}/"
    shown = client.post(address, {"reason": "not so", "everywhere": "on", "step": "preview"}).content.decode()
    assert client.post(address, {"reason": "not so", "everywhere": "on", "step": "save", "seen": seen_in(shown)}).status_code == 302
    assert [e.id for e in codings_of(article.id)] == [first.id]
    page = client.get(f"/desk/inbox/{article.id}/").content.decode()
    assert "Rejected" in page and "not so" in page


def test_what_would_come_out_otherwise_by_now_is_shown_again(served: Path, as_role: As) -> None:
    from detente.desk.opened import opened_desk

    client, article = as_role("analyst"), article_of("And more of it")
    event = codings_of(article.id)[0]
    address = f"/desk/inbox/{article.id}/reject/{event.id}/"
    sent = {"reason": "a rumour", "everywhere": "on"}
    first = seen_in(client.post(address, sent | {"step": "preview"}).content.decode())
    ban = {"actor": ["USA"], "recipient": ["BLR"], "plover": "SANCTION", "intensity": -8.0, "date_start": "2016-06-19"}
    made = opened_desk().correct(
        article.id, "text", 15, 28, action="add", user="editor", reason="missed", payload=ban | {"date_end": "2016-06-19"}
    )
    again = client.post(address, sent | {"step": "save", "seen": first})
    assert again.status_code == 200 and "Nothing is saved yet" in again.content.decode()
    assert [c.id for c in opened_desk().corrections()] == [made.id]
    assert client.post(address, sent | {"step": "save", "seen": seen_in(again.content.decode())}).status_code == 302


def test_missed_event_is_added_at_its_words(served: Path, as_role: As) -> None:
    client, article = as_role("analyst"), article_of("Warsaw helps")
    address = f"/desk/inbox/{article.id}/add/"
    sent = {
        "words": "POL  helps", "actor": "Poland", "recipient": "blr", "class": "CONSULT|visit", "realis": "asserted",
        "date_start": "2016-06-18", "reason": "missed", "step": "preview",
    }  # fmt: skip
    shown = client.post(address, sent).content.decode()
    assert "CONSULT|visit" in shown and "Neighbours" in shown
    assert client.post(address, sent | {"step": "save", "seen": seen_in(shown)}).status_code == 302
    added = codings_of(article.id)[-1]
    assert (added.actor, added.recipient, added.plover, added.mode) == (("POL",), ("BLR",), "CONSULT", "visit")
    assert (added.mentions[0].quote, added.date_start.isoformat()) == ("POL helps", "2016-06-18")
    assert "actor: POL; recipient: BLR;" in client.get(f"/desk/inbox/{article.id}/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("words", "stands nowhere", "do not stand in the article"), ("actor", "Atlantis", "no code and no name"),
        ("date_start", "2016-31-31", "is written as"), ("date_end", "2016-01-01", "before the first"),
        ("class", "NONE|", "Choose what kind"), ("realis", "hoped", "One of"), ("reason", "", "Say why"), ("actor", "", "Who does it"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_saved(served: Path, as_role: As, field: str, value: str, says: str) -> None:
    from detente.desk.opened import opened_desk

    article = article_of("Warsaw helps")
    sent = {
        "words": "POL helps BLR", "actor": "POL", "recipient": "BLR", "class": "CONSULT|", "realis": "asserted",
        "date_start": "2016-06-18", "date_end": "2016-06-18", "reason": "missed", "step": "save",
    } | {field: value}  # fmt: skip
    answer = as_role("analyst").post(f"/desk/inbox/{article.id}/add/", sent)
    assert answer.status_code == 400 and says in answer.content.decode()
    assert not opened_desk().corrections()


def test_accepting_all_makes_an_article_reviewed(served: Path, as_role: As) -> None:
    client, article = as_role("analyst"), article_of("A ban and its answer")
    for event in codings_of(article.id):
        page = client.get(f"/desk/inbox/{article.id}/").content.decode()
        assert "new" in page or "begun" in page
        assert client.post(f"/desk/inbox/{article.id}/accept/{event.id}/").status_code == 302
    assert "4 of 5 articles wait" in client.get("/desk/inbox/").content.decode()
    client.post(f"/desk/inbox/{article.id}/undo/")
    assert "5 of 5 articles wait" in client.get("/desk/inbox/").content.decode()
    following = client.post(f"/desk/inbox/{article.id}/done/")
    assert following.status_code == 302 and following["Location"].endswith(f"?after={article.id}")
    assert article.id not in following["Location"].partition("?")[0]
    undo = f"/desk/inbox/{article.id}/undo/"
    assert undo in client.get(following["Location"]).content.decode()
    assert undo in client.get(f"/desk/inbox/?after={article.id}").content.decode()
    for other in ("editor", "administrator"):  # it was not they
        assert undo not in as_role(other).get(following["Location"]).content.decode()
    for none in ("", "none", "%00", "<script>"):
        assert "Undo: back to it" not in client.get(f"/desk/inbox/?after={none}").content.decode()
    assert client.post(undo)["Location"] == f"/desk/inbox/{article.id}/"
    assert undo not in client.get(following["Location"]).content.decode()
    client.post(f"/desk/inbox/{article.id}/done/")
    assert "4 of 5 articles wait" in client.get("/desk/inbox/").content.decode()
    assert "reviewed" in client.get("/desk/inbox/?show=all").content.decode()
    assert [verb for _, verb, _ in trail()] == ["accepted", "accepted", "withdrew", "accepted", "withdrew", "accepted"]


def test_article_coded_otherwise_since_is_back(served: Path, as_role: As, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import TOY_VERBS

    from detente.desk.opened import opened_desk
    from detente.pipeline import open_desk
    from detente.recoding import accept, recode

    client, article = as_role("analyst"), article_of("Warsaw helps")
    client.post(f"/desk/inbox/{article.id}/done/")
    monkeypatch.setattr("detente.events.CODER_VERSION", "toy-2")
    desk = open_desk(served)
    accept(desk, recode(desk))
    assert opened_desk().coder().startswith("toy-2")
    assert "4 of 5" in client.get("/desk/inbox/").content.decode()  # coded anew, but the same
    monkeypatch.setitem(TOY_VERBS, "helps", ("CONSULT", 2.0))
    monkeypatch.setattr("detente.events.CODER_VERSION", "toy-3")
    desk = open_desk(served)
    accept(desk, recode(desk))
    page = client.get("/desk/inbox/").content.decode()
    assert "5 of 5" in page and "coded otherwise since" in page


def test_only_post_writes_and_only_who_may(served: Path, as_role: As) -> None:
    article = article_of("Warsaw helps")
    row = codings_of(article.id)[0].id
    for path in ("undo/", "done/", f"accept/{row}/", "withdraw/1/"):
        assert as_role("analyst").get(f"/desk/inbox/{article.id}/{path}").status_code == 405, path
        assert as_role("reader").post(f"/desk/inbox/{article.id}/{path}").status_code == 403, path
        assert as_role("anonymous").post(f"/desk/inbox/{article.id}/{path}").status_code == 302, path
    assert as_role("reader").get(f"/desk/inbox/{article.id}/").status_code == 403
    assert as_role("analyst").get("/desk/inbox/none/").status_code == 404
    assert as_role("analyst").get(f"/desk/inbox/{article.id}/why/none/").status_code == 404
    assert trail() == []


def test_why(served: Path, as_role: As, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "detente.events.explain.explain_event", lambda event, article, **_: f"sentence: <b>{article.text}</b>\nrule {event.rule}"
    )
    article = article_of("Warsaw helps")
    page = as_role("analyst").get(f"/desk/inbox/{article.id}/why/{codings_of(article.id)[0].id}/").content.decode()
    assert "&lt;b&gt;POL helps BLR" in page and "rule toy" in page


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ("BLR", ["BLR"]),
        ("blrgov", ["BLRGOV"]),
        ("Poland", ["POL"]),
        ("European Union", ["IGOEUU"]),
        ("BLRXXX", []),
        ("BLRGO", []),
        ("<b>", []),
    ],
)
def test_codes_and_names(given: str, codes: list[str]) -> None:
    from detente.desk.review.wanting import _meant
    from detente.lexicon import load_lexicon

    assert _meant(given, load_lexicon()) == codes


def test_recoding_is_announced_and_goes_into_the_trail(served: Path, as_role: As, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner
    from tests.conftest import TOY_VERBS

    from detente.cli.commands import detente
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import TrailRow

    client = as_role("analyst")
    statuses = opened_desk().machine_statuses(opened_desk().as_of())
    monkeypatch.setitem(TOY_VERBS, "helps", ("CONSULT", 2.0))
    monkeypatch.setattr("detente.events.CODER_VERSION", "toy-2")
    opened_desk().forget()
    page = client.get("/desk/inbox/").content.decode()
    assert "detente recode" in page and "5 of 5" in page
    assert opened_desk().machine_statuses(opened_desk().as_of()) == statuses  # the codings before go on counting
    done = CliRunner().invoke(detente, ["recode", str(served), "--accept"])
    assert done.exit_code == 0, done.output
    assert opened_desk().machine_statuses(opened_desk().as_of()) != statuses
    row = TrailRow.objects.get(noun="recoding")
    assert row.verb == "accepted" and row.key.startswith("toy-2") and row.detail["articles that differ"] == 3
    assert "detente recode" not in client.get("/desk/inbox/").content.decode()


def test_a_class_keeps_its_hyphens() -> None:
    from detente.desk.review.classes import EventClass

    assert EventClass("", "CONSULT", "third-party", "044", -2.5).label.endswith("(third-party): −2.5")


def test_a_write_leaves_what_others_read(served: Path) -> None:
    """Another thread may be in the middle of an answer by the same opened desk: it goes on with what it has read."""
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import User
    from detente.desk.status.actions.overrule import Overrule
    from detente.desk.status.actions.withdraw import WithdrawOverride

    desk, editor = opened_desk(), User.objects.get(username="editor")
    desk.overrides(), desk.machine_statuses(desk.as_of())
    read = dict(desk._kept)
    made = Overrule(editor, "BLR-USA", "improved", "Why not").execute()
    assert desk._kept == read
    now = opened_desk()
    assert [o.id for o in now.overrides()] == [made.id]
    WithdrawOverride(editor, made.id, "Why").execute()
    assert now.overrides()[0].withdrawn is None
    assert opened_desk().overrides()[0].withdrawn is not None
