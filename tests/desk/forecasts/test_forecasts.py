"""The ledger of forecasts at the desk: made, adopted from an article, resolved, resolved otherwise, judged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from detente.types import Forecast, Mention

if TYPE_CHECKING:
    from django.test import Client

LEDGER = "/desk/forecasts/"
MINE = {
    "statement": "Minsk and Washington will <sign> by summer", "percent": "70", "deadline": "2199-06-30", "category": "BLR-USA",
    "criterion": "Both publish a signed text", "unchanged": "no",
}  # fmt: skip
SAID = {"outcome": "yes", "evidence": "The text was published", "shows": "", "reason": ""}


def made(as_role: Callable[[str], Client], **other: str) -> str:
    """The address of a new forecast."""
    answer = as_role("analyst").post(LEDGER + "new/", {**MINE, **other})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_made_and_shown_with_its_words(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.people.models import TrailRow

    assert "The ledger is empty" in as_role("reader").get(LEDGER).content.decode()
    address = made(as_role)
    html = as_role("reader").get(address).content.decode()
    assert "will &lt;sign&gt; by summer" in html and "70 %" in html and "likely (ICD 203)" in html and "analyst" in html
    assert "Resolve it" not in html and "It is not resolved" in html
    table = as_role("reader").get(LEDGER).content.decode()
    assert "0 resolved: too few to judge" in table and ">open<" in table
    assert "None of these" in as_role("reader").get(LEDGER + "?state=due").content.decode()
    (row,) = TrailRow.objects.filter(noun="forecast")
    assert (row.verb, row.user, row.detail["probability"]) == ("published", "analyst", 0.7)


@pytest.mark.parametrize(
    "wrong", [{"percent": "100"}, {"percent": "nan"}, {"percent": "many"}, {"deadline": "2001-01-01"}, {"deadline": "x"}, {"criterion": ""}]
)  # fmt: skip
def test_what_could_not_be_judged_is_refused(wrong: dict[str, str], served: Path, as_role: Callable[[str], Client]) -> None:
    answer = as_role("analyst").post(LEDGER + "new/", {**MINE, **wrong})
    html = answer.content.decode()
    assert answer.status_code == 422 and 'role="alert"' in html and "will &lt;sign&gt; by summer</textarea>" in html
    assert "The ledger is empty" in as_role("reader").get(LEDGER).content.decode()


def test_resolved_and_resolved_otherwise(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk
    from detente.desk.people.models import TrailRow

    address, editor = made(as_role), as_role("editor")
    event = opened_desk().events()[0]
    assert editor.post(address + "resolve/", {**SAID, "shows": "nowhere"}).status_code == 422
    assert editor.post(address + "resolve/", {**SAID, "outcome": "maybe"}).status_code == 422
    assert editor.post(address + "resolve/", {**SAID, "shows": event.id}).status_code == 302
    html = editor.get(address).content.decode()
    assert "The text was published" in html and "what shows it" in html and "#" in html
    again = {**SAID, "outcome": "no", "evidence": "It was a draft"}
    answer = editor.post(address + "resolve/", again)
    assert answer.status_code == 422 and "needs a reason" in answer.content.decode()
    assert editor.post(address + "resolve/", {**again, "reason": "The text was never signed"}).status_code == 302
    html = as_role("reader").get(address).content.decode()
    assert "superseded" in html and "The text was never signed" in html and "<b>no</b>" in html
    assert list(TrailRow.objects.filter(verb="resolved").values_list("user", flat=True)) == ["editor", "editor"]


def test_a_group_of_ten_is_judged(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk
    from detente.record.forecasts import publish_forecast, resolve_forecast

    db, at = opened_desk().db, datetime(2016, 5, 1, tzinfo=UTC)
    for i in range(12):
        number = publish_forecast(
            db, statement=f"Number {i}", probability=0.9 if i % 2 else 0.2, deadline=date(2016, 6, 1), criterion="seen",
            category="BLR-USA", author="old hand" if i else "beginner", made_at=at,
        )  # fmt: skip
        resolve_forecast(db, number, "yes" if i % 2 else "no", evidence="seen", user="editor", made_at=at)
    html = as_role("reader").get(LEDGER).content.decode()
    assert "12 resolved, 6 of them yes. Brier score 0.025" in html
    assert html.count('class="chart reliability"') == 3 and "beginner" in html and "1 resolved: too few to judge" in html


def told_forecast(article: str, title: str) -> Forecast:
    return Forecast("f1", ("BLR", "USA"), (0.55, 0.8), "likely", date(2016, 7, 1), date(2016, 12, 31), None,
                    (Mention(article, "title", title, 0, len(title)),), "toy")  # fmt: skip


def test_found_in_an_article_and_adopted(served: Path, as_role: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.desk.opened import opened_desk
    from detente.opened_desk import Desk
    from detente.record.forecasts import forecasts_of

    article = opened_desk().articles()[0]
    vague = told_forecast(article.id, article.title)
    rows: list[Any] = [told_forecast(article.id, article.title), Forecast(**{**{k: getattr(vague, k) for k in vague.__slots__},
                       "probability": None, "mentions": (Mention(article.id, "text", article.text[:3], 0, 3),)})]  # fmt: skip
    monkeypatch.setattr(Desk, "forecasts", lambda self: rows)
    analyst = as_role("analyst")
    html = analyst.get(LEDGER + "found/").content.decode()
    assert html.count("Adopt<span") == 1 and article.title in html and "68 %" in html
    key = f"{article.id}-title-0-{len(article.title)}"
    assert analyst.post(f"{LEDGER}found/{key}/", {"criterion": "", "category": "BLR-USA"}).status_code == 422
    answer = analyst.post(f"{LEDGER}found/{key}/", {"criterion": "A text is signed", "category": "BLR-USA", "deadline": "2030-01-01"})
    assert answer.status_code == 302
    (kept,) = forecasts_of(opened_desk().db)
    assert kept.found and (kept.found.article, kept.found.quote) == (article.id, article.title)
    assert (kept.author, kept.user, kept.deadline, kept.probability) == (article.source, "analyst", date(2016, 12, 31), 0.675)
    assert article.published and kept.made_at.date() == article.published.date()
    assert "None is waiting" in analyst.get(LEDGER + "found/").content.decode()
    assert analyst.get(f"{LEDGER}found/{key}/").status_code == 404
    html = as_role("reader").get(answer["Location"]).content.decode()
    assert "adopted by analyst" in html and "/articles/" in html and "<b>due</b>" in html


def test_who_may_what(served: Path, as_role: Callable[[str], Client]) -> None:
    address = made(as_role)
    for role, code in (("anonymous", 302), ("reader", 403)):
        for path in ("new/", "found/", "found/x/"):
            assert as_role(role).get(LEDGER + path).status_code == code, (role, path)
    for role, code in (("anonymous", 302), ("reader", 403), ("analyst", 403)):
        assert as_role(role).post(address + "resolve/", SAID).status_code == code, role
    for path in (f"{LEDGER}999/", f"{LEDGER}found/nothing/"):
        assert as_role("editor").get(path).status_code == 404
    assert as_role("editor").post(f"{LEDGER}999/resolve/", SAID).status_code == 404
