"""The public pages, live: what the static site would be if it were written now. Unpublished text stays out as it does there."""

from __future__ import annotations

from typing import Any

from detente.desk.errors import page as error_page
from detente.desk.rights import public
from detente.desk.site.answers import keep_with
from detente.desk.site.edition import edition
from detente.said import said

KINDS = {
    "css": "text/css", "svg": "image/svg+xml", "rss": "application/rss+xml", "atom": "application/atom+xml",
    "json": "application/feed+json", "xml": "application/xml", "txt": "text/plain; charset=utf-8",
}  # fmt: skip


# Seconds for which a copy of a feed or badge is taken unasked. Readers of feeds look every half hour or less often, image proxies keep what
# they are told to; five minutes keep both from asking in between, and a decision of an editor is out as soon as anybody notices.
KEPT = 300


def shared(request: Any, content: bytes, kind: str) -> Any:
    """What other sites may show: with an ETag (RFC 9110), so that who has it already gets 304, and open to other origins."""
    from hashlib import sha256

    from django.http import HttpResponse
    from django.utils.cache import get_conditional_response

    etag = f'"{sha256(content).hexdigest()[:32]}"'
    answer = HttpResponse(content, content_type=kind)
    answer = get_conditional_response(request, etag=etag, response=answer)
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = f"public, max-age={KEPT}"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


@public
def front(request: Any, folder: str = "") -> Any:
    """The front page; folder: of its language, with its slash. Raises Http404."""
    return page(request, f"{folder}index.html")


@public
def page(request: Any, name: str) -> Any:
    """One page, or the way to where it stands now. Raises Http404."""
    from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect

    from detente.errors import NotFoundError

    try:
        now = edition()
        shown = now.page(name)
    except NotFoundError:
        if name.rpartition("/")[2] == "index.html":  # no article with a date yet
            return error_page(request, 200, (said("Nothing here yet"), said("The desk has no article with a date.")))
        raise Http404 from None
    if shown is None:
        if moved := now.moved(name):
            return HttpResponsePermanentRedirect(f"/{moved}")
        raise Http404
    return keep_with(now.answers, HttpResponse(shown))


@public
def file(request: Any, name: str) -> Any:
    """A style sheet, an icon, a feed, the map of the site. Raises Http404."""
    from django.http import Http404, HttpResponse

    from detente.desk.site.edition import static_file
    from detente.errors import NotFoundError

    content, kind = static_file(name), KINDS[name.rpartition(".")[2]]
    try:
        now = edition()
    except NotFoundError:  # no article with a date yet: no feed either
        if content is None:
            raise Http404 from None
        return HttpResponse(content, content_type=kind)
    content = now.file(name) if content is None else content
    if content is None:
        raise Http404
    return keep_with(now.answers, HttpResponse(content, content_type=kind))


@public
def followed(request: Any, name: str) -> Any:
    """A feed, or a badge: what other sites and programs may show; or the way to where it stands now. Raises Http404."""
    from django.http import Http404, HttpResponsePermanentRedirect

    from detente.errors import NotFoundError

    stem, _, kind = name.rpartition(".")
    try:
        now = edition()
        content = now.file(name)
    except NotFoundError:
        raise Http404 from None
    if content is None:
        if moved := now.moved(f"{stem}.html"):
            return HttpResponsePermanentRedirect(f"/{moved.removesuffix('.html')}.{kind}")
        raise Http404
    return keep_with(now.answers, shared(request, content, KINDS[kind]))


@public
def photo(request: Any, name: str) -> Any:
    """The photo of an analysis that is published now. Raises Http404."""
    from django.http import Http404, HttpResponse

    from detente.errors import NotFoundError

    try:
        content = edition().photo(name)
    except NotFoundError:
        content = None
    if content is None:
        raise Http404
    return HttpResponse(content, content_type="image/jpeg")


@public
def picture(request: Any, stem: str) -> Any:
    """The picture of a page as it is now, whatever it was when its address was given out. Raises Http404."""
    from django.http import Http404, HttpResponse

    from detente.errors import NotFoundError

    try:
        now = edition()
        found = now.picture(stem)
    except NotFoundError:
        found = None
    if found is None:
        raise Http404
    path, content = found
    answer = HttpResponse(content, content_type="image/png")
    # of the addresses it ever had, and those that were made up, only its own: they would push the pages out of what is kept
    return keep_with(now.answers, answer) if request.path_info == f"/{path}" else answer
