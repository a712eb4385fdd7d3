"""The API: django-ninja with the errors and the description of this one."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from detente import __version__
from detente.desk.api.problems import problem_of
from detente.desk.api.shapes import Problem

# What every operation may answer besides.
PROBLEMS: dict[Any, Any] = {400: Problem, 401: Problem, 403: Problem, 404: Problem, 422: Problem, 429: Problem, 503: Problem}

api = NinjaAPI(title="Detente", version=__version__, urls_namespace="api-v1", openapi_url=None, docs_url=None)


def _handle(request: Any, error: Any) -> Any:
    answer = problem_of(error)
    if answer is None:
        raise error
    return answer


for _kind in (Exception, Http404, HttpError, ValidationError):  # ninja has handlers of its own for these
    api.add_exception_handler(_kind, _handle)


def reads(path: str, shape: Any, summary: str, *, tag: str, name: str) -> Any:
    """Decorator: an operation that reads."""
    return api.get(
        path, response={200: shape, **PROBLEMS}, summary=summary, tags=[tag], operation_id=name, url_name=name, exclude_unset=True
    )
