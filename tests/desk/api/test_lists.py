"""Lists: filters, pages that stay whole while articles come in, validators, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]
PutArticle = Callable[..., Path]


def pages(ask: Ask, path: str) -> list[dict[str, Any]]:
    """All items of a list, page by page."""
    items: list[dict[str, Any]] = []
    at: str | None = f"/api/v1/{path}"
    while at:
        answer = ask(at)
        assert answer.status_code == 200, answer.content
        items += answer.json()["items"]
        at = answer.json()["links"]["next"]
    return items


@pytest.mark.parametrize("path", ["articles", "events", "relations", "categories", "statuses", "changes", "relations/BLR-USA/series"])
def test_pages_hold_every_row_once_and_in_order(path: str, ask: Ask) -> None:
    whole = ask(path).json()
    assert whole["next"] is None and len(whole["items"]) > 1
    limit = 40 if "series" in path else 1
    assert pages(ask, f"{path}?limit={limit}") == whole["items"]


def test_a_list_goes_on_where_it_was_though_articles_came_in(ask: Ask, served: Path, put_article: PutArticle) -> None:
    from detente.pipeline import open_desk, run

    before = [row["id"] for row in ask("articles").json()["items"]]
    first = ask("articles?limit=2").json()
    put_article(served, "newest", "USA helps BLR. News of the day", "2016-07-01", "The newest")
    put_article(served, "between", "POL helps BLR. News of spring", "2016-03-20", "Between")
    run(open_desk(served))
    got = [row["id"] for row in first["items"]] + [row["id"] for row in pages(ask, first["links"]["next"].removeprefix("/api/v1/"))]
    assert len(got) == len(set(got)) == len(before) + 1, "nothing twice; what came in behind the cursor is there, before it not"
    assert [key for key in got if key in before] == before
    assert len(ask("articles").json()["items"]) == len(before) + 2


def test_filters(ask: Ask) -> None:
    def days(path: str) -> list[str]:
        return [row.get("date_start") or row["published"][:10] for row in ask(path).json()["items"]]

    assert days("events?actor=BLR") == ["2016-06-20", "2016-02-14"]
    assert days("events?recipient=BLR&plover=SANCTION") == ["2016-04-02", "2016-02-14"]
    assert days("events?country=POL") == days("events?relation=POL-BLR") == ["2016-03-05"]
    assert days("events?from=2016-03-05&to=2016-04-02") == ["2016-04-02", "2016-03-05"]
    assert days("events?actor=BLR&country=RUS") == ["2016-06-20"]
    assert days("events?realis=denied") == days("events?kind=assessment") == days("events?country=XYZ") == []
    assert days("articles?from=2016-06-01") == ["2016-06-20"]
    assert len(days("articles?category=neighbours")) == len(days("articles?category=Neighbours")) == 2
    article = ask("articles?limit=1").json()["items"][0]
    told = ask(f"events?article={article['id']}").json()["items"]
    assert len(told) == 2 and all(m["article"] == article["id"] for row in told for m in row["mentions"])
    assert len(ask(f"events?article={article['id']}&relation=BLR-RUS").json()["items"]) == 1
    assert ask(told[0]["links"]["self"]).json() == told[0] and ask(article["links"]["self"]).json() == article
    assert ask(article["links"]["page"]).status_code == 200


def test_statuses_by_machine_and_editor(ask: Ask, served: Path) -> None:
    from detente.pipeline import open_desk

    open_desk(served).override("BLR-USA", "unchanged", user="editor", reason="One report is no turn.")
    stands = {row["name"]: row for row in ask("statuses").json()["items"]}
    assert (stands["BLR-USA"]["change"], stands["BLR-USA"]["by"], stands["BLR-USA"]["reason"]) == (
        "unchanged", "editor", "One report is no turn.",
    )  # fmt: skip
    machine = {row["name"]: row for row in ask("statuses?by=machine").json()["items"]}
    assert machine.keys() == stands.keys() and machine["BLR-USA"]["change"] == "improved" and machine["BLR-USA"]["by"] == "machine"
    assert [row["name"] for row in ask("statuses?by=editor").json()["items"]] == ["BLR-USA"]
    assert ask("statuses?name=USA-BLR").json()["items"] == [stands["BLR-USA"]]
    assert ask(stands["BLR-USA"]["links"]["self"]).json()["items"] == [stands["BLR-USA"]]
    history = ask("changes?name=BLR-USA").json()["items"]
    assert [row["kind"] for row in history][:2] == ["set", "step"] and all(row["name"] == "BLR-USA" for row in history)


def test_statuses_as_of_a_day_are_those_of_the_command(ask: Ask, served: Path) -> None:
    from datetime import date

    from detente.json_rows import status_json
    from detente.pipeline import open_desk

    said = ask("statuses?as_of=2016-03-05").json()["items"]
    wanted = {row["name"]: row for row in map(status_json, open_desk(served).statuses(date(2016, 3, 5)))}
    assert {row["name"]: {key: row[key] for key in wanted[row["name"]]} for row in said} == wanted
    assert ask("statuses?as_of=2031-01-01").status_code == ask("statuses?as_of=1990-01-01").status_code == 422


def test_what_is_not_published_stays_out(ask: Ask, served: Path, token_of: Callable[[str], str]) -> None:
    row = ask("articles?limit=1").json()["items"][0]
    assert row["text"] is None and row["file"] is None
    for role, sees in (("reader", False), ("analyst", True), ("editor", True), ("administrator", True)):
        got = ask("articles?limit=1", token_of(role)).json()["items"][0]
        assert (got["text"] == "USA helps BLR. BLR helps RUS") == sees == bool(got["file"]), role
    settings = served / "detente.toml"
    settings.write_text("publish_text = true\n" + settings.read_text("utf-8"), "utf-8")
    row = ask("articles?limit=1").json()["items"][0]
    assert row["text"] and row["file"] is None


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("articles?cursor=nonsense", 400, "was not made here"),
        ("articles?limit=0", 422, "limit"),
        ("articles?limit=201", 422, "limit"),
        ("articles?limit=x", 422, "limit"),
        ("articles?from=yesterday", 422, "a day is written as"),
        ("articles?from=1462060800", 422, "a day is written as"),
        ("articles?form=csv", 422, "no such parameter"),
        ("articles?limit=1&limit=2", 422, "given twice"),
        ("articles?format=xml", 422, "format"),
        ("events?relation=BLR", 422, "relation"),
        ("events?actor=blr' OR 1=1", 422, "actor"),
        ("articles/nosuch", 404, "no such article"),
        ("relations/BLR-CHN", 404, "no such relation"),
        ("relations/BLR-USA/series?source=icews", 422, "one of articles"),
        ("categories/none", 404, "no such category"),
        ("forecasts/99", 404, "no such forecast"),
        ("none", 404, "nothing at this address"),
    ],
)
def test_what_is_refused(path: str, status: int, said: str, ask: Ask) -> None:
    answer = ask(path)
    assert answer.status_code == status and answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert said in problem["detail"] and problem["status"] == status and problem["type"] == "about:blank" and problem["title"]


def test_a_cursor_is_of_its_list_and_filters(ask: Ask) -> None:
    following = ask("articles?limit=1").json()["next"]
    assert ask(f"articles?limit=3&cursor={following}").status_code == 200
    for path in ("events", "articles?language=en"):
        assert "another list" in ask(f"{path}{'&' if '?' in path else '?'}cursor={following}").json()["detail"]
    assert ask(f"articles?cursor={following[:-1]}").status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written(method: str, ask: Ask, token_of: Callable[[str], str]) -> None:
    assert ask("none", token_of("administrator"), method).status_code == 404
    answer = ask("articles", token_of("administrator"), method)
    assert answer.status_code == 405 and answer["Allow"] == "GET, HEAD, OPTIONS"


def test_validators(ask: Ask, served: Path, put_article: PutArticle) -> None:
    from detente.pipeline import open_desk, run

    first = ask("articles")
    tag = first["ETag"]
    assert tag.startswith('"') and ask("articles").content == first.content
    for said in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = ask("articles", **{"If-None-Match": said})
        assert again.status_code == 304 and not again.content and again["ETag"] == tag
    assert ask("articles?limit=2", **{"If-None-Match": tag}).status_code == 200
    assert ask("articles/nosuch").get("ETag") is None
    put_article(served, "newest", "USA helps BLR. News of the day", "2016-07-01", "The newest")
    run(open_desk(served))
    assert ask("articles", **{"If-None-Match": tag}).status_code == 200
    open_desk(served).override("BLR-USA", "unchanged", user="editor", reason="One report is no turn.")
    assert ask("statuses", **{"If-None-Match": ask("articles")["ETag"]}).status_code == 200


def test_head_and_headers(ask: Ask, token_of: Callable[[str], str]) -> None:
    whole, head = ask("articles"), ask("articles", method="head")
    assert head.status_code == 200 and not head.content and head["Content-Length"] == str(len(whole.content))
    file = b"".join(ask("articles?format=csv").streaming_content)
    assert int(ask("articles?format=csv", method="head")["Content-Length"]) == len(file)
    assert whole["Cache-Control"] == "public, max-age=60" and whole["Access-Control-Allow-Origin"] == "*"
    assert whole["Cross-Origin-Resource-Policy"] == "cross-origin" and "Access-Control-Allow-Credentials" not in whole
    own = ask("articles", token_of("reader"))
    assert own["Cache-Control"] == "private, no-store" and "Access-Control-Allow-Origin" not in own
    assert own["Cross-Origin-Resource-Policy"] == "same-origin" and "Set-Cookie" not in own and "Authorization" in own["Vary"]
    asked = ask("articles", method="options")
    assert asked.status_code == 204 and "Authorization" not in asked["Access-Control-Allow-Headers"]


def test_a_desk_without_dates(ask: Ask, served: Path) -> None:
    from detente.record.models import Article, ArticleSource

    ArticleSource.objects.all().delete()
    Article.objects.all().update(duplicate_of=None)
    assert ask("").status_code == 200 and ask("").json()["as_of"] is None
    answer = ask("articles")
    assert answer.status_code == 404 and "no article with a date" in answer.json()["detail"]


def test_a_fault_of_ours_is_a_problem_too(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.test import Client

    from detente.desk.api import reading

    monkeypatch.setattr(reading, "_ledger", lambda *_: 1 / 0)
    answer = Client(raise_request_exception=False).get("/api/v1/forecasts")
    assert answer.status_code == 500 and answer["Content-Type"] == "application/problem+json"
    assert "ZeroDivision" not in answer.content.decode()


def test_over_the_line(live: str) -> None:
    from http.client import HTTPConnection
    from urllib.parse import urlsplit

    from detente.desk.api import limits
    from detente.desk.api.exporting import FILES

    line = HTTPConnection(urlsplit(live).netloc, timeout=60)

    def got(method: str, path: str, **headers: str) -> tuple[int, bytes]:
        line.request(method, f"/api/v1/{path}", headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read()

    whole = got("GET", "articles?format=csv")
    assert whole[0] == 200 and whole[1].count(b"\r\n") == 6
    limits.COUNTER.windows.clear()
    for _ in range(FILES + 1):  # readers that go away in the middle hold no place
        left = HTTPConnection(urlsplit(live).netloc, timeout=60)
        left.request("GET", "/api/v1/relations/BLR-USA/series?format=csv")
        assert left.getresponse().status == 200
        left.close()
    limits.COUNTER.windows.clear()
    assert got("HEAD", "articles") == got("HEAD", "articles?format=csv") == (200, b"")
    assert got("GET", "articles?format=parquet")[1][:4] == b"PAR1"
    assert got("GET", "articles", **{"If-None-Match": "*"}) == (304, b"")
    assert got("BREW", "articles")[0] == 405 and got("GET", "articles?limit=%F0")[0] == 422 and got("GET", "articles/%00%ff")[0] == 404
