"""The OpenAPI description: what django-ninja says, with problems as problem+json, exports, validators, headers and tokens."""

from __future__ import annotations

from functools import cache
from typing import Any

from detente.desk.api import reading  # noqa: F401 - all operations are registered before the service is described
from detente.desk.api.own import TAKES
from detente.desk.api.problems import MEDIA_TYPE
from detente.desk.api.rows import BASE
from detente.desk.api.service import api

ABOUT = """Read-only. Everything that the public pages of this desk show, as JSON; with a token, also what its user may read.

Lists are read page by page: follow `links.next`. `format=csv` or `format=parquet` gives a whole list as one file. Answers carry an ETag;
send it as If-None-Match and get 304 while nothing has changed. RateLimit headers say how much is left; beyond it the answer is 429."""

_TAGS = {
    "articles": "Dated texts with a source.", "events": "Who did what to whom, with the words that say so.",
    "relations": "Pairs of actors that the desk watches.", "categories": "What the desk reports on.",
    "statuses": "Level and change, by the machine or an editor.", "forecasts": "What was said to come, and how it came out.",
    "search": "What holds some words.", "own": "The desk's own data: with a token.", "desk": "Where everything is.",
}  # fmt: skip
_LIMITS = {
    "RateLimit": {"description": "What is left in this window.", "schema": {"type": "string"}},
    "RateLimit-Policy": {"description": "The limit.", "schema": {"type": "string"}},
}
_SAID = {
    "400": "The cursor is none of this list.", "401": "The token does not work, or is missing where one is needed.",
    "403": "The token's user may not read this.", "404": "There is no such thing.", "422": "A parameter is wrong.",
    "429": "Too much in a minute.", "503": "Too many files are being read, or another past day is being computed.",
}  # fmt: skip
_TAG_HEADER = {"ETag": {"description": "Changes when the answer does.", "schema": {"type": "string"}}}


@cache
def description() -> dict[str, Any]:
    """The whole of it, as JSON values."""
    made: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=BASE + "/"))
    made["info"] = {**made["info"], "description": ABOUT, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}
    made["tags"] = [{"name": name, "description": about} for name, about in _TAGS.items()]
    made["servers"] = [{"url": "/"}]
    made["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "Made at /desk/tokens/ or with `detente token add`."}
    }
    for path in made["paths"].values():
        for operation in path.values():
            _complete(operation)
    return made


def _complete(operation: dict[str, Any]) -> None:
    name = operation["operationId"]
    operation["security"] = [{"token": []}] if name in TAKES else [{}, {"token": []}]
    parameters = operation["parameters"]
    for parameter in parameters:
        parameter["schema"] = _without_null(parameter["schema"])
    operation["responses"] = {str(status): answer for status, answer in operation["responses"].items()}
    names = {parameter["name"] for parameter in parameters}
    for status, answer in operation["responses"].items():
        answer["headers"] = dict(_LIMITS)
        if status != "200":
            answer["description"] = _SAID[status]
            answer["content"] = {MEDIA_TYPE: answer["content"].pop("application/json")}
    done = operation["responses"]["200"]
    done["description"] = "What was asked for."
    if name not in TAKES and name != "search":
        done["headers"] |= _TAG_HEADER
        unchanged = {"description": "Nothing has changed since the ETag that was sent.", "headers": {**_LIMITS, **_TAG_HEADER}}
        operation["responses"]["304"] = unchanged
    operation["responses"]["429"]["headers"] |= {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}
    if "format" in names:
        done["content"] |= {
            "text/csv": {"schema": {"type": "string"}},
            "application/vnd.apache.parquet": {"schema": {"type": "string", "contentEncoding": "binary"}},
        }
    else:
        del operation["responses"]["503"]
    if "cursor" not in names:
        del operation["responses"]["400"]


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter that is left out is not null."""
    kept = {key: value for key, value in schema.items() if key not in ("anyOf", "default") or (key == "default" and value is not None)}
    if "anyOf" in schema:
        kept |= next(each for each in schema["anyOf"] if each.get("type") != "null")
    return kept
