"""What stands around every operation: who asks, how much they may, whether they have the answer already, and the headers.

Cookies say nothing here: a request is nobody's, or its token's. So no form elsewhere can act for a user, and no CSRF token is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from hashlib import sha256
from typing import Any

from detente import __version__
from detente.desk.api import limits
from detente.desk.api.problems import Refused, problem, problem_of
from detente.desk.people.trail import address_of, network_of
from detente.desk.rights import Right, may, public, role_of

METHODS = "GET, HEAD, OPTIONS"
# An answer without a token may be kept this long without asking: a status that is a minute old is not out of date.
MAX_AGE = 60
_EXPOSED = "ETag, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition"
# A token is for programs of the desk, not for scripts of other sites: Authorization is not among what these may send.
_PREFLIGHT = {"Allow": METHODS, "Access-Control-Allow-Methods": METHODS, "Access-Control-Allow-Headers": "If-None-Match",
              "Access-Control-Max-Age": "86400"}  # fmt: skip
_CHALLENGE = 'Bearer realm="detente"'


def answering(view: Callable[..., Any], parameters: Callable[[], Mapping[str, bool]]) -> Callable[..., Any]:
    """A view of the API with all that. parameters: gives the names it takes, each with whether it may be given several
    times."""

    @public  # it holds its callers to their rights itself, by their tokens
    @wraps(view)
    def answer(request: Any, *args: Any, **given: Any) -> Any:
        headers: dict[str, str] = {}
        try:
            made = _answer(request, headers, lambda: view(request, *args, **given), parameters)
        except Exception as error:
            made = problem_of(error)
            if made is None:  # a fault of ours: Django writes it to the log, and errors.py answers
                raise
        return _dressed(request, made, headers)

    answer.csrf_exempt = True  # type: ignore[attr-defined]
    return answer


def _answer(request: Any, headers: dict[str, str], work: Callable[[], Any], parameters: Callable[[], Mapping[str, bool]]) -> Any:
    from django.http import HttpResponse, HttpResponseNotModified

    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=_PREFLIGHT)
    _identify(request, headers)
    _count(request, headers)
    if request.method not in ("GET", "HEAD"):
        raise Refused(405, "The API is read-only.", {"Allow": METHODS})
    head = request.method == "HEAD"
    request.method = "GET"
    _check_names(request, parameters())
    tag = _tag(request)
    if tag and _matches(request.headers.get("If-None-Match", ""), tag):
        made = HttpResponseNotModified()
    else:
        made = work()
    if tag and made.status_code in (200, 304):
        made.headers["ETag"] = tag
    if head:
        made = _without_body(made)
    return made


def _identify(request: Any, headers: dict[str, str]) -> None:
    """Set ``api_user`` and ``api_token``. Raises Refused for a token that does not work: it is not taken for no token."""
    from django.contrib.auth.models import AnonymousUser

    from detente.desk.api.tokens import user_of

    request.api_user, request.api_token = AnonymousUser(), None
    said = request.headers.get("Authorization", "")
    if not said:
        return
    kind, _, words = said.partition(" ")
    found = user_of(words.strip()) if kind.lower() == "bearer" else None
    if found is None:
        _count(request, headers)  # guesses are counted too
        raise Refused(401, "This token does not work: it is none, was revoked, or its user is disabled.",
                      {"WWW-Authenticate": f'{_CHALLENGE}, error="invalid_token"'})  # fmt: skip
    request.api_user, request.api_token = found


def _count(request: Any, headers: dict[str, str]) -> None:
    """Count the request. Raises Refused. The headers are those of draft-ietf-httpapi-ratelimit-headers-10."""
    by_token = request.api_token is not None
    caller = f"token {request.api_token}" if by_token else network_of(address_of(request))
    verdict = limits.COUNTER.spend(caller, _cost(request), limits.OF_TOKEN if by_token else limits.OF_ADDRESS)
    policy = "token" if by_token else "address"
    headers["RateLimit-Policy"] = f'"{policy}";q={verdict.limit};w={int(limits.COUNTER.seconds)}'
    headers["RateLimit"] = f'"{policy}";r={verdict.remaining};t={verdict.reset}'
    if not verdict.allowed:
        raise Refused(429, f"That is more than {verdict.limit} a minute. Come again in {verdict.reset} seconds.",
                      {"Retry-After": str(verdict.reset)})  # fmt: skip


def _cost(request: Any) -> int:
    cost = limits.EXPORT_COST if request.GET.get("format", "json") != "json" else 1
    return cost + (limits.PAST_DAY_COST if "as_of" in request.GET else 0)


def _check_names(request: Any, known: Mapping[str, bool]) -> None:
    """Raises Refused for a parameter that the operation does not take: a filter that is misspelt must not give everything."""
    wrong = [{"parameter": name[:100], "message": "there is no such parameter here"} for name in request.GET if name not in known]
    twice = [name for name, values in request.GET.lists() if len(values) > 1 and not known.get(name, True)]
    wrong += [{"parameter": name, "message": "is given twice"} for name in twice]
    if wrong:
        raise Refused(422, "; ".join(f"{each['parameter']}: {each['message']}" for each in wrong)[:1000], errors=wrong)


def _tag(request: Any) -> str:
    """A strong validator: what the desk holds, what was asked, by whom. Empty where the answer rests on more than the edition."""
    from detente.desk.api.snapshot import snapshot
    from detente.errors import NotFoundError

    if request.path.startswith(("/api/v1/own/", "/api/v1/search")):  # the index may come after the edition
        return ""
    try:
        stamp = snapshot(request).stamp
    except NotFoundError:
        return ""
    asked = sorted(request.GET.items())
    today = datetime.now(UTC).date().isoformat()  # forecasts fall due
    parts = (__version__, stamp, request.path, asked, role_of(request.api_user), today)
    return f'"{sha256(repr(parts).encode()).hexdigest()[:32]}"'


def _matches(said: str, tag: str) -> bool:
    """RFC 9110, 13.1.2: weak comparison."""
    return said.strip() == "*" or tag in [each.strip().removeprefix("W/") for each in said.split(",")]


def _without_body(made: Any) -> Any:
    from django.http import HttpResponse

    headers = dict(made.headers.items())
    made.close()
    if not made.streaming:
        headers["Content-Length"] = str(len(made.content))
    return HttpResponse(status=made.status_code, headers=headers)


def _dressed(request: Any, made: Any, headers: dict[str, str]) -> Any:
    by_token = bool(request.headers.get("Authorization"))
    for name, value in headers.items():
        made.headers.setdefault(name, value)
    if by_token:
        made.headers["Cache-Control"] = "private, no-store"
    else:
        made.headers.setdefault("Cache-Control", f"public, max-age={MAX_AGE}")
        made.headers["Access-Control-Allow-Origin"] = "*"
        made.headers["Access-Control-Expose-Headers"] = _EXPOSED
        made.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    made.headers["Vary"] = "Authorization"
    return made


def need(request: Any, right: Right) -> None:
    """Raises Refused where the caller lacks a right."""
    if request.api_token is None:
        raise Refused(401, "This takes a token: docs/api.md says how to get one.", {"WWW-Authenticate": _CHALLENGE})
    if not may(request.api_user, right):
        raise Refused(403, f"This takes the right to {right}; the role of the token's user does not include it.",
                      {"WWW-Authenticate": f'{_CHALLENGE}, error="insufficient_scope"'})  # fmt: skip


def has(request: Any, right: Right) -> bool:
    """Whether the caller sent a token and has a right."""
    return request.api_token is not None and may(request.api_user, right)


@public
def nowhere(request: Any, rest: str) -> Any:
    """An address of the API that is none."""
    return _dressed(request, problem(404, "There is nothing at this address. /api/v1/ lists what there is."), {})


nowhere.csrf_exempt = True  # type: ignore[attr-defined]
