"""What the desk wrote and forecast: public while an analysis is on its page; who entered and resolved a forecast is the desk's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from detente.published import ForecastPart, FrozenStatus, PublishedAnalysis, QuotePart, TextPart

Ask = Callable[..., Any]
AT = datetime(2016, 6, 21, 12, tzinfo=UTC)
SAID: dict[str, Any] = {
    "probability": 0.7, "deadline": date(2016, 12, 31), "criterion": "Both sign.", "category": "BLR-USA", "author": "Anna",
    "user": "analyst", "made_at": AT,
}  # fmt: skip


@pytest.fixture
def written(served: Path) -> str:
    """An analysis with a forecast, and a forecast of the ledger that stands in none. Gives the id of an article."""
    from detente.pipeline import open_desk
    from detente.record.analyses import save_analysis
    from detente.record.forecasts import publish_forecast, resolve_forecast

    desk = open_desk(served)
    article, status = desk.articles()[0].id, desk.status("Minsk and Washington", date(2016, 6, 20))
    quote = QuotePart("x" * 700, article, "Title", "Source", "", None, "", "text", 0, 13)
    forecast = ForecastPart("k", "They will sign.", 0.7, date(2016, 12, 31), "Both sign.")
    analysis = PublishedAnalysis("aid", "Aid", "Minsk and Washington", "Anna", AT, None, FrozenStatus(status, status, "v", 28),
                                 (TextPart("<p>Words.</p>"), quote, forecast))  # fmt: skip
    save_analysis("default", analysis, 1, "<p>Words.</p>", "editor", AT)
    shown = publish_forecast("default", statement="They will sign.", analysis="aid", **SAID)
    publish_forecast("default", statement="Kept to ourselves.", **SAID)
    resolve_forecast("default", shown, "yes", evidence="A secret cable.", user="editor", made_at=AT)
    return article


def test_analyses(written: str, ask: Ask) -> None:
    row = ask("analyses").json()["items"][0]
    assert ask(row["links"]["self"]).json() == row and ask(row["links"]["page"]).status_code == 200
    assert [part["part"] for part in row["parts"]] == ["text", "quote", "forecast"]
    assert len(row["parts"][1]["quote"]) == 600 and row["parts"][1]["article"] == written
    assert row["status"]["shown"]["change"] == "improved" and row["status"]["period_days"] == 28
    assert len(ask("analyses?category=minsk-and-washington").json()["items"]) == 1
    assert ask("analyses?category=neighbours").json()["items"] == ask("analyses?to=2016-06-20").json()["items"] == []


def test_forecasts(written: str, ask: Ask, token_of: Callable[[str], str]) -> None:
    from detente.record.analyses import withdraw_analysis

    public = ask("forecasts").content.decode()
    (row,) = ask("forecasts").json()["items"]
    assert row["state"] == "yes" and row["analysis"] == "aid" and row["words"] == "likely" and row["resolutions"][0]["outcome"] == "yes"
    assert all(word not in public for word in ("secret", "Kept to ourselves", "analyst", "editor"))
    assert ask("forecasts/2").status_code == 404 and ask("forecasts/1").json() == row
    every = ask("forecasts?limit=1", token_of("reader")).json()
    assert every["next"] and every["items"][0]["statement"] == "Kept to ourselves." and every["items"][0]["user"] == "analyst"
    assert ask("forecasts/1", token_of("reader")).json()["resolutions"][0]["evidence"] == "A secret cable."
    assert len(ask("forecasts?state=due", token_of("reader")).json()["items"]) == 1
    withdraw_analysis("default", 1, AT)
    assert ask("forecasts").json()["items"] == ask("analyses").json()["items"] == []
    assert ask("analyses/aid").status_code == ask("forecasts/1").status_code == 404


def test_search(ask: Ask, served: Path) -> None:
    from detente.pipeline import open_desk, run

    run(open_desk(served))
    found = ask("search?q=border").json()
    hit = next(each for each in found["items"] if each["kind"] == "article")
    assert hit["title"] == "Kiev shuts the border" and hit["day"] == "2016-04-02" and found["next"] is None
    assert all(ask(each["links"]["self"]).status_code == 200 for each in found["items"])
    assert {each["kind"] for each in ask("search?kind=event&actor=POL").json()["items"]} == {"event"}
    assert ask("search?kind=event&actor=POL&actor=BLR").json()["total"] == 1 and ask("search?actor=POL&actor=UKR").json()["total"] == 0
    whole = ask("search?kind=article").json()["total"]
    assert ask("search?kind=article&language=en").json()["total"] == whole > 0 == ask("search?language=be").json()["total"]
    assert ask("search?source=Nobody").json()["total"] == 0
    assert ask("search?q=a&q=b").status_code == ask("search?" + "&".join(f"actor=AA{c}" for c in "ABCDE")).status_code == 422
    assert ask("search?plover=NOSUCH").status_code == ask("search?from=2017-01-01&to=2016-01-01").status_code == 422
