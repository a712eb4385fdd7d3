"""Analyses as editors make them: through Wagtail's own forms and revisions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

TEXT = '<h2>Aid</h2><p>Minsk and <b>Washington</b> <script>alert(1)</script><a href="https://x.example/">speak</a>.</p>'
QUOTE = "USA helps BLR"


def forecast(probability: int = 70, statement: str = "An ambassador is named.") -> dict[str, Any]:
    return {
        "statement": statement, "probability": probability, "deadline": (datetime.now(UTC).date() + timedelta(days=90)).isoformat(),
        "criterion": "The foreign ministry says so.", "unchanged": "no",
    }  # fmt: skip


@pytest.fixture
def article_id(served: Path) -> str:
    """The newest of the desk's articles, which says ``QUOTE``."""
    from detente.desk.opened import opened_desk

    return opened_desk().articles()[0].id


@pytest.fixture
def draft(served: Path, article_id: str, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """A page with a revision, by the analyst: text, a quote and a forecast. No model compares texts here."""
    from detente.desk.analyses.models import Analyses, Analysis
    from detente.desk.people.models import User
    from detente.opened_desk import Desk
    from detente.types import Neighbour

    monkeypatch.setattr(Desk, "like", lambda self, title, text, day, kind, top: [Neighbour(article_id, 0.9, f"a {kind}")])

    def make(title: str = "What comes after the aid", **fields: Any) -> Any:
        body = [
            {"type": "text", "value": TEXT, "id": "11111111-1111-1111-1111-111111111111"},
            {"type": "quote", "value": {"quote": QUOTE, "article": article_id, "event": "", "field": "text", "start": 0, "end": 13},
             "id": "22222222-2222-2222-2222-222222222222"},
            {"type": "forecast", "value": forecast(), "id": "33333333-3333-3333-3333-333333333333"},
        ]  # fmt: skip
        page = Analysis(title=title, category="Minsk and Washington", owner=User.objects.get(username="analyst"), live=False)
        page.body = page._meta.get_field("body").to_python(body)
        for name, value in fields.items():
            setattr(page, name, value)
        Analyses.objects.get().add_child(instance=page)
        page.save_revision()
        return page

    return make


@pytest.fixture
def publish() -> Callable[[Any], Any]:
    """Publishes a page's latest revision as the editor."""

    def do(page: Any) -> Any:
        from detente.desk.people.models import User

        page.get_latest_revision().publish(user=User.objects.get(username="editor"))
        page.refresh_from_db()
        return page

    return do
