"""Addresses under /api/."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.urls import include, path

from detente.desk.api import views
from detente.desk.api.answering import answering, nowhere
from detente.desk.api.description import description
from detente.desk.api.service import api

app_name = "api"


@cache
def _parameters(name: str) -> dict[str, bool]:
    operations = (operation for each in description()["paths"].values() for operation in each.values())
    found = next(operation for operation in operations if operation["operationId"] == name)
    return {each["name"]: each["schema"].get("type") == "array" for each in found["parameters"] if each["in"] == "query"}


def _answered(pattern: Any) -> Any:
    name = str(pattern.name)
    pattern.callback = answering(pattern.callback, lambda: _parameters(name))
    return pattern


_operations = [_answered(pattern) for pattern in api.urls[0] if pattern.name != "api-root"]
_first = [
    path("openapi.json", answering(views.openapi, dict), name="openapi"),
    *_operations,
    path("<path:rest>", nowhere, name="nowhere"),
]
urlpatterns = [path("", views.docs, name="docs"), path("v1/", include(_first))]
