"""Before Django's middleware and views: what was answered to the last reader of a public page is given to the next, as long as the record
is as it was.

Only what a view marked (`answers.keep_with`) is kept, and no view that knows who asks does that; so a log-in changes nothing of it, and a
draft never comes here. What follows a ``?`` is not looked at by these views, nor here. A preview of Wagtail's has a handler of its own.

What is made anew for each question (a search, a page of exploring, a list of the API) is compressed too, for who brings no cookie and no
token. Compressing is safe here and not behind a log-in: a public page has no secret that could be guessed from its length (BREACH)."""

from __future__ import annotations

from typing import Any

from django.core.handlers.wsgi import WSGIHandler

from detente.desk.site.answers import answer_of, may_be_kept, response_of, squeezed


class Front(WSGIHandler):
    """The WSGI application of the served desk."""

    def get_response(self, request: Any) -> Any:
        """The kept answer, or a new one; to HEAD without its body, which waitress would send on."""
        response = self._whole(request)
        if request.method == "HEAD" and not response.streaming:
            length = response.headers.get("Content-Length", str(len(response.content)))
            response.content = b""
            response.headers["Content-Length"] = length
        return response

    def _whole(self, request: Any) -> Any:
        if request.method not in ("GET", "HEAD") or not _host_allowed(request):
            return super().get_response(request)
        address = (request.scheme, request.path_info)
        kept = _kept(address)
        if kept is None:
            response = super().get_response(request)
            if not may_be_kept(response):
                return response if _known(request) else squeezed(response, request.META.get("HTTP_ACCEPT_ENCODING", ""))
            kept = answer_of(response)
            response.kept_with.keep(address, kept)
        return response_of(kept, request.META.get("HTTP_ACCEPT_ENCODING", ""), request.META.get("HTTP_IF_NONE_MATCH", ""))


def _known(request: Any) -> bool:
    """Whether the answer may hold what is one caller's alone."""
    return "HTTP_COOKIE" in request.META or "HTTP_AUTHORIZATION" in request.META


def _kept(address: tuple[str, str]) -> Any:
    from django.db import Error

    from detente.desk.site.edition import known_edition
    from detente.errors import DetenteError

    try:
        now = known_edition()
    except (Error, OSError, DetenteError):  # no database, or a desk that cannot be opened: the view says so
        return None
    return now.answers.get(address) if now else None


def _host_allowed(request: Any) -> bool:
    from django.core.exceptions import DisallowedHost

    try:
        request.get_host()
    except DisallowedHost:
        return False
    return True
