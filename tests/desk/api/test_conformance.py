"""The answers are what the OpenAPI description says, to good requests and bad: schemathesis against the WSGI application."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import pytest

schemathesis = pytest.importorskip("schemathesis")

EXAMPLES = {"positive": 4, "negative": 4}  # of each operation; most of the time goes into drawing them


@pytest.mark.parametrize(("role", "mode"), [("", "negative"), ("editor", "positive")])
def test_answers_are_as_described(
    role: str, mode: str, served: Path, token_of: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis import GenerationMode
    from schemathesis.checks import CHECKS, load_all_checks

    from detente.desk.api import exporting, limits
    from detente.desk.api.snapshot import _newest
    from detente.desk.server import application

    monkeypatch.setattr(limits, "OF_ADDRESS", 10**6)
    monkeypatch.setattr(limits, "OF_TOKEN", 10**6)
    monkeypatch.setattr(exporting, "_places", BoundedSemaphore(10**6))  # schemathesis closes no answer, as a server would
    load_all_checks()
    # A cursor that was made up is refused: a schema cannot say so.
    left_out = [check for check in CHECKS.get_all() if check.__name__ in ("positive_data_acceptance",)]
    # over WSGI schemathesis says that it takes gzip, and then does not
    headers = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {token_of(role)}"} if role else {})
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application())
    seen: dict[str, set[int]] = {}
    now = _newest()
    there = {"article": now.articles.rows[0].id, "event": now.told["event"].rows[0].id, "name": "BLR-USA",
             "slug": "neighbours", "number": 1}  # fmt: skip

    def check(operation: Any) -> None:
        @settings(max_examples=EXAMPLES[mode], deadline=None, database=None, derandomize=True, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=GenerationMode(mode)))
        def one(case: Any) -> None:
            answer = case.call_and_validate(headers=headers, excluded_checks=left_out)
            seen.setdefault(operation.label, set()).add(answer.status_code)

        one()

    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 15
    for operation in operations:
        if mode == "positive" or list(operation.query):  # any text may be an id
            check(operation)
    if mode == "negative":
        assert all(min(statuses) >= 400 for statuses in seen.values()), seen
    for operation in operations:  # what is there, which nobody draws by chance
        case = operation.Case(path_parameters={name: there[name] for name in there if f"{{{name}}}" in operation.path})
        answer = case.call_and_validate(headers=headers, excluded_checks=left_out)
        wanted = 404 if re.search("number|analyses/", operation.path) else 200 if role or "/own/" not in operation.path else 401
        assert answer.status_code == wanted, operation.path


def test_the_page_and_the_document_name_everything(served: Path) -> None:
    """What docs/api.md and /api/ say is there is what is there."""
    from django.test import Client

    from detente.desk.api.description import description

    document = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")
    page = Client().get("/api/").content.decode()
    for path, operations in description()["paths"].items():
        operation = operations["get"]
        assert f"`{path.removeprefix('/api/v1')}`" in document or path == "/api/v1/", path
        assert f"GET {path}" in page and operation["summary"] and operation["description"], path
        for parameter in operation["parameters"]:
            name = parameter["name"]
            assert parameter["in"] == "path" or f"`{name}`" in document or f"`{name}=" in document, (path, name)
            assert f"<code>{name}</code>" in page
    assert "`" not in page
