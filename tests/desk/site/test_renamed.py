"""A category gets another name: what editors filed under the old one follows, and the old address is a redirect."""

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
