"""What goes wrong, as application/problem+json (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

MEDIA_TYPE = "application/problem+json"


class Refused(Exception):
    """A request that gets no answer. headers: such as WWW-Authenticate."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, dict(headers or {}), more


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any) -> Any:
    """The answer. The title is the status's own name, as the type is about:blank."""
    from django.http import HttpResponse

    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return HttpResponse(json.dumps(said), status=status, content_type=MEDIA_TYPE, headers={"Cache-Control": "no-store", **(headers or {})})


def problem_of(error: Exception) -> Any:
    """The answer to what a handler raised; None where it is a fault of ours."""
    from django.http import Http404
    from ninja.errors import ValidationError

    from detente.errors import DetenteError, NotFoundError

    if isinstance(error, Refused):
        return problem(error.status, error.detail, error.headers, **error.more)
    if isinstance(error, ValidationError):
        errors = [{"parameter": str(e["loc"][-1]), "message": str(e["msg"]).removeprefix("Value error, ")} for e in error.errors]
        return problem(422, "; ".join(f"{e['parameter']}: {e['message']}" for e in errors)[:1000], errors=errors)
    if isinstance(error, Http404):
        return problem(404, str(error) or "There is nothing at this address.")
    if isinstance(error, NotFoundError):
        return problem(404, f"{error.what}.")
    if isinstance(error, DetenteError):
        return problem(422, f"{error.what}. {error.hint}".strip())
    return None
