"""Found by others, on the served site: renamed categories and what was filed under them, pictures for those who share a link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client


def test_decisions_and_addresses_follow(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk

    desk = opened_desk()
    before = desk.config.categories[0]
    desk.override(before.name, "deteriorated", user="editor", reason="I know more", from_date=date(2016, 6, 1))
    toml = (served / "detente.toml").read_text("utf-8")
    renamed = toml.replace(f'name = "{before.name}"', f'name = "Quite another"\nformerly = ["{before.name}", "{before.slug}"]', 1)
    assert renamed != toml
    (served / "detente.toml").write_text(renamed, "utf-8")

    client = as_role("anonymous")
    answer = client.get(f"/categories/{before.slug}.html")
    (now,) = [c for c in opened_desk().config.categories if before.name in c.formerly]
    if now.slug != before.slug:
        assert answer.status_code == 301 and answer["Location"] == f"/categories/{now.slug}.html"
        for kind in ("rss", "atom", "json", "svg"):
            assert client.get(f"/categories/{before.slug}.{kind}")["Location"] == f"/categories/{now.slug}.{kind}"
    page = client.get(f"/categories/{now.slug}.html").content.decode()
    assert "Quite another" in page and "I know more" in page
    assert "I know more" in client.get("/changes.html").content.decode()
    (made,) = opened_desk().overrides()
    assert made.name == "Quite another"
    assert opened_desk().status(before.name, date(2016, 6, 20)).by == "editor"
    assert as_role("editor").get(f"/desk/statuses/category/{now.slug}/").status_code == 200


def test_forecasts_follow(served: Path) -> None:
    from datetime import UTC, datetime

    from detente.desk.opened import opened_desk
    from detente.record.forecasts import publish_forecast

    desk = opened_desk()
    before = desk.config.categories[0]
    publish_forecast(
        desk.db, statement="It will rain", probability=0.5, deadline=date(2030, 1, 1), criterion="It rains", category=before.name,
        author="ada", made_at=datetime.now(UTC),
    )  # fmt: skip
    toml = (served / "detente.toml").read_text("utf-8")
    (served / "detente.toml").write_text(toml.replace(f'name = "{before.name}"', f'name = "New"\nformerly = ["{before.name}"]', 1), "utf-8")
    assert [row.category for row in opened_desk().ledger()] == ["New"]
    assert len(opened_desk().ledger(category=before.name)) == 1 and not opened_desk().ledger(category="Other")


def test_pictures_are_drawn_when_they_are_asked_for(served: Path, as_role: Callable[[str], Client]) -> None:
    import re

    import pytest

    pytest.importorskip("resvg_py", reason="needs the extra detente[plot]")
    toml = (served / "detente.toml").read_text("utf-8")
    (served / "detente.toml").write_text(f'base_url = "https://desk.example/pages"\n{toml}', "utf-8")
    client = as_role("anonymous")
    html = client.get("/relations/blr-usa.html").content.decode()
    (path,) = re.findall(r'og:image" content="https://desk\.example/pages(/pictures/[^"]+)"', html)
    answer = client.get(path)
    assert answer.status_code == 200 and answer["Content-Type"] == "image/png" and answer.content.startswith(b"\x89PNG")
    older = re.sub("[0-9a-f]{12}", "0" * 12, path)
    assert client.get(older).content == answer.content  # an address given out before still shows the page's picture
    assert hasattr(answer, "kept_with") and not hasattr(client.get(older), "kept_with")
    assert client.get("/pictures/about-000000000000.png").status_code == client.get("/pictures/no-000000000000.png").status_code == 404


def test_a_cited_status_of_a_renamed_category_is_still_there(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk

    before = opened_desk().config.categories[0]
    client = as_role("anonymous")
    assert client.get(f"/statuses/{before.slug}/2016-06-20").status_code == 200
    toml = (served / "detente.toml").read_text("utf-8")
    renamed = toml.replace(f'name = "{before.name}"', f'name = "Quite another"\nformerly = ["{before.name}"]', 1)
    (served / "detente.toml").write_text(renamed, "utf-8")
    for slug in (before.slug, "quite-another"):
        answer = client.get(f"/statuses/{slug}/2016-06-20", follow=True)
        assert answer.status_code == 200 and "Quite another" in answer.content.decode(), slug


def test_searches_feeds_and_programs_follow(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk
    from detente.pipeline import open_desk, run

    before = opened_desk().config.categories[0]
    client = as_role("anonymous")

    def found() -> list[str]:
        feed = client.get("/search.json", {"category": before.slug}).json()
        rows = [client.get(f"/api/v1/{path}").json()["items"] for path in (
            f"articles?category={before.slug}", f"articles?category={before.name}", f"statuses?name={before.slug}",
            f"statuses?name={before.name}", f"changes?name={before.slug}", f"search?category={before.slug}",
        )]  # fmt: skip
        assert feed["items"] and all(rows)
        series = client.get(f"/api/v1/categories/{before.slug}/series")
        assert client.get(f"/api/v1/categories/{before.slug}").status_code == series.status_code == 200
        ids = [row["id"] for row in client.get(f"/api/v1/changes?name={before.slug}").json()["items"]]
        return [*ids, *(item["id"] for item in feed["items"])]

    told = found()
    toml = (served / "detente.toml").read_text("utf-8")
    renamed = toml.replace(f'name = "{before.name}"', f'name = "Quite another"\nformerly = ["{before.name}"]', 1)
    (served / "detente.toml").write_text(renamed, "utf-8")
    run(open_desk(served))
    assert found() == told, "the same, under ids that did not change"
    page = client.get("/search", {"category": before.slug}).content.decode()
    assert '<option value="quite-another" selected>' in page and "Nothing found" not in page


def test_a_status_of_a_day_has_one_address(served: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.opened import opened_desk

    before = opened_desk().config.categories[0]
    toml = (served / "detente.toml").read_text("utf-8")
    renamed = toml.replace(f'name = "{before.name}"', f'name = "Quite another"\nformerly = ["{before.name}"]', 1)
    (served / "detente.toml").write_text(renamed, "utf-8")
    client = as_role("anonymous")
    answer = client.get(f"/statuses/{before.slug}/2016-06-20?as=csl")
    assert answer.status_code == 301 and answer["Location"] == "/statuses/quite-another/2016-06-20?as=csl"
    kept = client.post(f"/statuses/{before.slug}/2016-06-20/cite")
    assert kept.status_code == 303 and kept["Location"].startswith("/statuses/quite-another/2016-06-20/")
    assert client.get(kept["Location"]).status_code == 200
